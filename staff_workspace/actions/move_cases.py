"""Move the open cases that hold a corrected version of the policy to its correction."""

from datetime import date, datetime

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone
from django.utils.formats import date_format

from permissions import audit
from permissions.rules.actions import Action
from staff_workspace.actions.step import display_name
from staff_workspace.models import Case, CaseEvent, ProfileVersion
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.queries.case_clocks import refresh_due_dates
from staff_workspace.queries.correction_effect import (
    CaseEffect,
    correction_effect,
    open_cases_of,
    open_cases_seen,
)

DUE_COLUMNS = ["acknowledgement_due", "response_due", "statutory_due", "next_due"]
MOST_NAMED = 10


def move_cases(
    *, correction: ProfileVersion, by: AbstractBaseUser, under: str, at: datetime
) -> int:
    """Point every open case at ``correction``, renew its dates, tell its timeline and the audit.

    Runs inside the approval's transaction, after its gate, which let them in ``under`` a role.
    Returns how many cases were moved; raises NotAllowed when a case would lose its dates, and names
    only those that ``by`` may see.
    """
    corrected = correction.corrects
    # Locked in order of their keys, as everything that locks several cases must.
    list(open_cases_of(corrected).order_by("pk").select_for_update().values_list("pk"))
    effects = correction_effect(corrected, correction.profile, as_of=at)
    lost = [effect.case for effect in effects if effect.problem]
    if lost:
        may_see = set(open_cases_seen(by, corrected).values_list("pk", flat=True))
        raise NotAllowed(_would_lose_dates(lost, may_see))
    for effect in effects:
        effect.case.profile_version = correction
        if not effect.unreadable:
            refresh_due_dates(effect.case, as_of=at)
    cases = [effect.case for effect in effects]
    Case.objects.bulk_update(cases, ["profile_version", *DUE_COLUMNS], batch_size=100)
    CaseEvent.objects.bulk_create([_event(effect, correction, by, at) for effect in effects])
    for effect in effects:
        audit.record(
            user=by,
            action=Action.APPROVE_PROFILE,
            thing=effect.case,
            under=under,
            detail={
                "verb": "move to correction",
                "from_version": corrected.number,
                "to_version": correction.number,
                "moved": [[m.label, _iso(m.before), _iso(m.after)] for m in effect.moves],
            },
            at=at,
        )
    return len(effects)


def _would_lose_dates(lost: list[Case], may_see: set[int]) -> str:
    named = [case.reference for case in lost if case.pk in may_see]
    if not named:
        # How many there are would tell somebody who is shut out as much as a reference.
        return "A case that you may not see would have no dates any more"
    return f"These cases would have no dates any more: {', '.join(named[:MOST_NAMED])}"


def _event(
    effect: CaseEffect, correction: ProfileVersion, by: AbstractBaseUser, at: datetime
) -> CaseEvent:
    moved = [f"{m.label}: {_day(m.before)} becomes {_day(m.after)}" for m in effect.moves]
    return CaseEvent(
        case=effect.case,
        name="policy_corrected",
        at=at,
        title=f"Policy corrected: version {correction.number} now counts",
        detail="\n".join(moved or ["No date of this case moves"]),
        by=by,
        by_name=display_name(by),
        recorded_at=at,
    )


def _day(day: date | datetime | None) -> str:
    if day is None:
        return "no date"
    if isinstance(day, datetime):
        return date_format(timezone.localtime(day), "j F Y, H:i")
    return date_format(day, "j F Y")


def _iso(day: date | datetime | None) -> str | None:
    return day.isoformat() if day else None
