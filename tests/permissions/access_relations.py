"""Every relation that somebody can have to a case, each with the roles it should be worth.

The expectations are written down here, apart from the gate: a list of role names, or nothing.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.contrib.auth.models import AnonymousUser, Permission, User
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from permissions.models import Body, TeamMembership
from permissions.rules.matrix import Role
from staff_workspace.models import Case, CaseOpening, CaseTeamGrant, CaseUserGrant, CaseWall
from tests.workspace_people import make_person, make_team

HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Relation:
    """Somebody, what they are to the cases, and the roles that this is worth."""

    name: str
    user: Any
    worth: tuple[str, ...] = ()


def grant(case: Case, role: Role, **holder: Any) -> Any:
    """A guardian grant of ``role`` on ``case`` for a ``user`` or a team's ``group``."""
    permission = Permission.objects.get(
        content_type=ContentType.objects.get_for_model(Case), codename=role.value
    )
    model = CaseUserGrant if "user" in holder else CaseTeamGrant
    terms = {"granted_at": timezone.now(), "reason": "For the tests", **holder}
    return model.objects.create(content_object=case, permission=permission, **terms)


def wall(case: Case, user: User, by: User, **changes: Any) -> CaseWall:
    """Shut ``user`` out of ``case``."""
    terms = {"reason": "subject", "note": "Named in it", "raised_at": timezone.now(), **changes}
    return CaseWall.objects.create(content_object=case, user=user, raised_by=by, **terms)


def opening(case: Case, user: User, *, since: timedelta = timedelta()) -> CaseOpening:
    """Break the glass ``since`` ago, for four hours."""
    at = timezone.now() - since
    return CaseOpening.objects.create(
        content_object=case,
        user=user,
        reason="A child at risk",
        opened_at=at,
        ends_at=at + 4 * HOUR,
    )


def relations(cases: list[Case], people: dict[str, Any], other: Body) -> Iterator[Relation]:
    """Everybody there is, towards ``cases`` of one body; ``other`` is another body with staff."""
    body, boss = cases[0].body, people["governance"]
    yield Relation("anonymous", AnonymousUser())
    yield Relation("superuser", User.objects.create(username="root", is_superuser=True))
    yield Relation("in no team", people["colleague"])
    yield Relation("handler of the team", people["officer"], ("handler",))
    yield Relation("governance", boss, ("governance",))
    yield Relation("signatory", people["signatory"], ("signatory",))
    pals = make_team(body, "pals", Role.HANDLER)
    yield Relation("handler of another team", make_person(body, "pals", pals))
    for role in ("officer", "governance", "signatory"):
        user = User.objects.get(username=f"{other.key}.{role}")
        yield Relation(f"{role} of another body", user)
    gone = make_person(body, "gone", people["nursing"])
    User.objects.filter(pk=gone.pk).update(is_active=False)
    yield Relation("inactive", User.objects.get(pk=gone.pk))
    left = make_person(body, "left", people["nursing"])
    TeamMembership.objects.filter(staff_member__user=left).update(ends_at=timezone.now())
    yield Relation("left the team", left)
    yield from _shared(cases, body, other)
    yield from _walled(cases, people, boss)
    yield from _broken_glass(cases, body, boss)


def _shared(cases: list[Case], body: Body, other: Body) -> Iterator[Relation]:
    for role in Role:
        user = make_person(body, f"granted-{role.value}")
        _each(cases, lambda case, u=user, r=role: grant(case, r, user=u))
        yield Relation(f"granted {role.value}", user, (role.value,))
    late = make_person(body, "late")
    _each(cases, lambda case: grant(case, Role.VIEWER, user=late, ends_at=timezone.now() - HOUR))
    yield Relation("share expired", late)
    foreign = make_person(other, "foreign")
    _each(cases, lambda case: grant(case, Role.VIEWER, user=foreign))
    yield Relation("shared with another body", foreign)
    team = make_team(body, "guests", Role.VIEWER)
    member = make_person(body, "guest", team)
    _each(cases, lambda case: grant(case, Role.INVESTIGATOR, group=team.group))
    yield Relation("in a team it was shared with", member, ("investigator",))


def _walled(cases: list[Case], people: dict[str, Any], boss: User) -> Iterator[Relation]:
    for role, team in (
        (Role.HANDLER, people["nursing"]),
        (Role.GOVERNANCE, boss.staff_member.memberships.get().team),
        (Role.SIGNATORY, people["signatory"].staff_member.memberships.get().team),
    ):
        user = make_person(team.body, f"walled-{role.value}", team)
        _each(cases, lambda case, u=user: wall(case, u, boss))
        yield Relation(f"walled {role.value}", user)
    user = make_person(boss.staff_member.body, "walled-guest")
    _each(cases, lambda case: (grant(case, Role.NAMED, user=user), wall(case, user, boss)))
    yield Relation("walled though named", user)
    free = make_person(people["nursing"].body, "free", people["nursing"])
    _each(cases, lambda case: wall(case, free, boss, lifted_at=timezone.now()))
    yield Relation("wall lifted", free, ("handler",))
    both = make_person(people["nursing"].body, "both", people["nursing"])
    _each(cases, lambda case: grant(case, Role.NAMED, user=both))
    yield Relation("handler who is named", both, ("handler", "named"))


def _broken_glass(cases: list[Case], body: Body, boss: User) -> Iterator[Relation]:
    guardians = make_team(body, "guardians", Role.GUARDIAN)
    yield Relation("guardian", make_person(body, "guardian", guardians))
    for name, since, worth in (
        ("glass broken", timedelta(), ("guardian",)),
        ("opening over", 4 * HOUR, ()),
    ):
        user = make_person(body, name.replace(" ", "-"), guardians)
        _each(cases, lambda case, u=user, s=since: opening(case, u, since=s))
        yield Relation(name, user, worth)
    former = make_person(body, "former-guardian")
    _each(cases, lambda case: opening(case, former))
    yield Relation("no guardian any more", former)
    walled = make_person(body, "walled-guardian", guardians)
    _each(cases, lambda case: (opening(case, walled), wall(case, walled, boss)))
    yield Relation("glass broken, but walled", walled)


def _each(cases: list[Case], make: Callable[[Case], Any]) -> None:
    for case in cases:
        make(case)
