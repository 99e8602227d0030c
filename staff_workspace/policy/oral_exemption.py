"""The quick oral complaint: settled at once, to the person's satisfaction, it stays outside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from .case_facts import LONDON, london_date, london_time
from .profile import Profile
from .working_days import law_calendar

Verdict = Literal["exempt", "complaint_by_policy", "complaint"]


@dataclass(frozen=True, slots=True)
class Limits:
    """Until when an oral complaint may be settled: by the law, and by a stricter policy."""

    law_until: datetime
    policy_until: datetime | None

    def in_force(self) -> datetime:
        """The earlier of the two."""
        return (
            self.law_until if self.policy_until is None else min(self.law_until, self.policy_until)
        )


def limits(profile: Profile, made: datetime | date) -> Limits:
    """The law gives until the end of the next working day; some policies give hours."""
    next_day = law_calendar(profile).add_working_days(london_date(made), 1)
    law = datetime(next_day.year, next_day.month, next_day.day, 23, 59, 59, tzinfo=LONDON)
    hours = profile.acknowledgement.oral_exempt_hours.in_force
    if profile.acknowledgement.oral_exempt_rule.in_force == "law" or hours is None:
        return Limits(law, None)
    moment = london_time(made)
    if moment is None:  # only the day is known: the hours run from its end
        moment = datetime.combine(made, time(23, 59, 59), tzinfo=LONDON)
    # Through UTC, so that 24 hours stay 24 hours on the night the clocks change.
    end = moment.timestamp() + timedelta(hours=hours).total_seconds()
    return Limits(law, datetime.fromtimestamp(end, tz=LONDON))


def verdict(
    profile: Profile, *, oral: bool, satisfied: bool, made: datetime | date, resolved: datetime
) -> tuple[Verdict, str]:
    """Whether the procedure applies, and why. Past the law's limit nothing is ever exempt."""
    if not oral:
        return "complaint", "Only a complaint made orally can stay outside the procedure."
    if not satisfied:
        return "complaint", "The person is not satisfied, so the procedure goes on."
    until = limits(profile, made)
    at = london_time(resolved)
    if at is None or at > until.law_until:
        return "complaint", "It was settled after the end of the next working day."
    if until.policy_until is not None and at > until.policy_until:
        hours = profile.acknowledgement.oral_exempt_hours.in_force
        return "complaint_by_policy", f"The policy gives {hours} hours, and they had passed."
    return "exempt", "It was made orally and settled in time to the person's satisfaction."
