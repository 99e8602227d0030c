"""The periods for which a body reports what people said of it, as its policy has them (SV-1)."""

from datetime import date

from staff_workspace.policy.profile import Profile
from staff_workspace.reports.reporting_year import (
    ReportingYear,
    halves_of,
    last_full_year,
    year_starting,
)

YEARS_BACK = 3


def years(today: date) -> list[ReportingYear]:
    """The year that ``today`` lies in and those before it, newest first."""
    now = last_full_year(today).start.year + 1
    return [year_starting(now - back) for back in range(YEARS_BACK)]


def halves_reported(profile: Profile, year: ReportingYear, today: date) -> list[ReportingYear]:
    """The halves of the year that have begun, where the policy reports six-monthly; else none.

    Years are always there: the law asks for them, and who complains is counted by year alone.
    """
    if "six_monthly" not in profile.listening.survey_reported.in_force:
        return []
    return [half for half in halves_of(year) if half.start <= today]
