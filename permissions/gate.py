"""The gate: the one source of who may do what, for lists, pages, files, counts and exports.

``may`` answers for one object, ``visible_to`` narrows a queryset by the same matrix. Nobody asks
guardian's ``has_perm``, and being a superuser opens nothing here.
"""

from django.apps import apps
from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.http import Http404
from django.utils import timezone

from permissions import audit
from permissions.models import Body, Guarded
from permissions.rules.actions import Action
from permissions.rules.matrix import ANY, REACH, Reach, Role, allows, roles_allowing
from permissions.rules.matrix import states_in_which as states
from permissions.standing import Standing, User, live_grants, memberships, standings


def may(user: User, action: Action, thing: Guarded | Body) -> bool:
    """Whether ``user`` may take ``action`` on ``thing`` now."""
    return standing_for(user, action, thing) is not None


def standing_for(user: User, action: Action, thing: Guarded | Body) -> Standing | None:
    """The role, and where it comes from, under which ``user`` may act; None: they may not."""
    now = timezone.now()
    if isinstance(thing, Body):
        teams = [m for m in memberships(user, now) if m.team.body_id == thing.pk]
        found = [Standing(Role(m.team.role), f"team {m.team.name}") for m in teams]
        if action is Action.ENTER_WORKSPACE and is_guest_of(user, thing):
            found.append(Standing(Role.VIEWER, "shared cases"))
        return next((s for s in found if allows(s.role, action, None)), None)
    root = thing.guarded_root()
    state = getattr(root, root.guarded_state) if root.guarded_state else None
    return next((s for s in standings(user, root, now) if allows(s.role, action, state)), None)


def visible_to(user: User, queryset: QuerySet, action: Action) -> QuerySet:
    """The rows of ``queryset`` on which ``user`` may take ``action`` now."""
    now = timezone.now()
    model: type[Guarded] = queryset.model
    prefix = f"{model.guarded_by}__" if model.guarded_by else ""
    root = model.guarded_root_model()
    teams = memberships(user, now)
    allowed = Q(pk__in=[])
    for membership in teams:
        role = Role(membership.team.role)
        if REACH[role] is not Reach.NONE and states(role, action):
            allowed |= _team_reach(membership, root, prefix) & _in_states(
                role, action, root, prefix
            )
    for grants in live_grants(user, teams, root, now):
        for role in roles_allowing(action):
            held = grants.filter(
                permission__codename=role.value, content_object=OuterRef(f"{prefix}pk")
            )
            allowed |= Exists(held) & _in_states(role, action, root, prefix)
    return queryset.filter(allowed)


def require(user: User, action: Action, thing: Guarded | Body) -> Standing:
    """Return the standing under which ``user`` acts; audit the refusal and raise Http404 if none."""
    standing = standing_for(user, action, thing)
    if standing is None:
        audit.refused(user=user, action=action, asked_for=str(thing)[:60])
        raise Http404
    return standing


def actions_open_to(user: User, thing: Guarded) -> frozenset[Action]:
    """Every action that ``user`` may take on ``thing`` now, for drawing its screen."""
    root = thing.guarded_root()
    state = getattr(root, root.guarded_state) if root.guarded_state else None
    held = standings(user, root, timezone.now())
    return frozenset(
        action for action in Action if any(allows(s.role, action, state) for s in held)
    )


def is_guest_of(user: User, body: Body) -> bool:
    """Whether somebody was let in to at least one thing of ``body`` and still is."""
    now = timezone.now()
    roots = [m for m in apps.get_models() if issubclass(m, Guarded) and m.guarded_grants]
    return any(
        grants.filter(content_object__body=body).exists()
        for root in roots
        for grants in live_grants(user, memberships(user, now), root, now)
    )


def _team_reach(membership, root: type[Model], prefix: str) -> Q:
    team = membership.team
    if REACH[Role(team.role)] is Reach.OWNED and root.guarded_owner:
        return Q(**{f"{prefix}{root.guarded_owner}": team, f"{prefix}body": team.body_id})
    return Q(**{f"{prefix}body": team.body_id})


def _in_states(role: Role, action: Action, root: type[Guarded], prefix: str) -> Q:
    allowed = states(role, action)
    if allowed == ANY or root.guarded_state is None:
        return Q()
    return Q(**{f"{prefix}{root.guarded_state}__in": sorted(allowed)})
