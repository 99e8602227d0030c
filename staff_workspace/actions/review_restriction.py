"""Look again at a restriction of contact, and go on with it or end it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone

from permissions.rules.actions import Action
from staff_workspace.actions.step import Step, case_step
from staff_workspace.models import Case, ContactRestriction
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.policy.reasons import say
from staff_workspace.policy.restriction_decision import GROUNDS, against_review
from staff_workspace.policy.restriction_period import may_withdraw
from staff_workspace.queries.contact_restrictions import standing_restriction


@contextmanager
def _restriction_step(
    case: Case, by: AbstractBaseUser, verb: str, at: datetime | None
) -> Iterator[tuple[Step, ContactRestriction]]:
    with case_step(case=case, by=by, action=Action.RECORD_CONTACT, verb=verb, at=at) as step:
        found = standing_restriction(step.case, today=timezone.localdate(step.at))
        if found is None:
            raise NotAllowed("No restriction of contact stands on this case")
        yield step, found


def review_restriction(
    *,
    case: Case,
    by: AbstractBaseUser,
    next_review: date,
    reason: str,
    at: datetime | None = None,
) -> None:
    """Keep the restriction until it is looked at again on ``next_review``, and say why."""
    with _restriction_step(case, by, "review_restriction", at) as (step, found):
        refused = against_review(
            step.case.profile,
            decided=found.decided_on,
            reviewed=timezone.localdate(step.at),
            next_review=next_review,
        )
        if refused:
            raise NotAllowed(refused)
        found.review_on = next_review
        found.save(update_fields=["review_on"])
        title = f"Restriction of contact goes on, review on {say(next_review)}"
        step.happened("restriction_reviewed", title, detail=reason)


def end_restriction(
    *,
    case: Case,
    by: AbstractBaseUser,
    agreed_by: frozenset[str],
    ground: str,
    reason: str,
    at: datetime | None = None,
) -> None:
    """End the restriction today; NotAllowed without the ground and the roles the policy names."""
    with _restriction_step(case, by, "end_restriction", at) as (step, found):
        allowed, why = may_withdraw(step.case.profile, agreed_by, ground=ground)
        if not allowed:
            raise NotAllowed(why)
        found.ended_on = timezone.localdate(step.at)
        found.save(update_fields=["ended_on"])
        titles = ", ".join(step.case.profile.role_title(role) for role in sorted(agreed_by))
        said = f"{GROUNDS[ground]}. " if ground else ""
        step.happened(
            "restriction_ended", "Restriction of contact ended", detail=f"{said}{reason} ({titles})"
        )
