"""What was opened by breaking the glass, for who reviews it and for who opened it."""

from typing import Any

from django.db.models import F, QuerySet
from django.utils import timezone

from permissions.gate import may, visible_to
from permissions.models import Body, TeamMembership
from permissions.rules.actions import Action
from permissions.rules.matrix import Role
from permissions.standing import in_force
from staff_workspace.models import CaseOpening


def visible_openings(user: Any, body: Body) -> QuerySet[CaseOpening]:
    """The openings that ``user`` may review, those to review first; none behind a wall."""
    found = CaseOpening.objects.filter(content_object__body=body)
    return (
        visible_to(user, found, Action.REVIEW_OPENING)
        .select_related("content_object", "user__staff_member", "reviewed_by__staff_member")
        .order_by(F("reviewed_at").desc(nulls_first=True), "-opened_at")
    )


def to_review(user: Any, body: Body) -> list[CaseOpening]:
    """What waits for the review of ``user``; never their own."""
    found = visible_openings(user, body).filter(reviewed_at__isnull=True)
    return list(found.exclude(user=user)[:20])


def own_openings(user: Any, body: Body) -> list[CaseOpening]:
    """What ``user`` opened and can still see."""
    found = CaseOpening.objects.filter(
        content_object__body=body, user=user, ends_at__gt=timezone.now()
    )
    found = visible_to(user, found, Action.VIEW_CASE)
    return list(found.select_related("content_object").order_by("ends_at"))


def sees_only_what_they_open(user: Any, body: Body) -> bool:
    """Whether ``user`` may break the glass and is in no team to which cases come by themselves."""
    if not may(user, Action.BREAK_GLASS, body):
        return False
    seats = TeamMembership.objects.filter(
        in_force(timezone.now(), start="starts_at"), staff_member__user=user, team__body=body
    )
    return not seats.exclude(team__role=Role.GUARDIAN).exists()
