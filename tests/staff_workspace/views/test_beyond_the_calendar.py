"""When bank holidays are not checked far enough: every screen answers, says so, and guesses nothing."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from feedback_forms.case_office import promises_or_none
from permissions.models import Body
from staff_workspace.actions.acknowledge import acknowledge
from staff_workspace.actions.annual_figures import prepare_figures
from staff_workspace.models import Case, ProfileVersion
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.policy.profile import load
from staff_workspace.queries.correction_effect import correction_effect
from staff_workspace.reports.reporting_year import year_starting

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("T-02", "T-42")]

# The shipped calendar is checked to the end of 2027.
LAST_DAYS = timezone.make_aware(datetime(2027, 12, 30, 9))
TWO_YEARS_ON = timezone.make_aware(datetime(2028, 1, 12, 9))


@pytest.fixture(params=[LAST_DAYS, TWO_YEARS_ON], ids=["last days", "long after"])
def now(request: pytest.FixtureRequest) -> Any:
    """A moment near the end of the checked calendar, or beyond it."""
    with time_machine.travel(request.param, tick=False):
        yield request.param


@pytest.fixture
def late_case(make_case: Callable[..., Case]) -> Case:
    """A complaint that comes in on the last but one checked day."""
    return make_case(received_at=LAST_DAYS)


@pytest.fixture
def read(body: Body, people: dict[str, Any], client_for: Callable[..., Client]) -> Any:
    """What a member of staff reads on a page that answers."""

    def _read(name: str, *args: Any, who: str = "officer") -> str:
        client = client_for(body)
        client.force_login(people[who])
        answer = client.get(reverse(f"staff_workspace:{name}", args=args))
        assert answer.status_code == 200
        return " ".join(answer.content.decode().split())

    return _read


def test_every_screen_answers_and_says_that_the_calendar_ends(
    late_case: Case, now: datetime, read: Any
) -> None:
    said = "Working days after 31 December 2027 are not counted"
    for name, args in (("today", []), ("cases", []), ("case", [late_case.reference])):
        assert said in read(name, *args), name
    assert late_case.reference in read("today")
    assert late_case.reference in read("cases")


def test_a_case_shows_which_date_is_not_known_and_the_dates_that_are(
    late_case: Case, read: Any
) -> None:
    with time_machine.travel(LAST_DAYS, tick=False):
        page = read("case", late_case.reference)
    assert "Date not known" in page
    assert "The bank holidays are checked up to 31 December 2027." in page
    # Six months of the law are counted in months, which no bank holiday moves.
    assert late_case.statutory_due == date(2028, 6, 29)
    assert "29 June 2028" in page
    assert late_case.acknowledgement_due is None


def test_a_complaint_is_worked_on_although_its_dates_are_not_known(
    late_case: Case, now: datetime, people: dict[str, Any]
) -> None:
    acknowledge(
        case=late_case,
        by=people["officer"],
        sent_at=now,
        channel="letter",
        offered_discussion=True,
    )
    assert late_case.acknowledged_at == now


def test_the_forms_promise_working_days_and_no_date(body: Body, people: dict[str, Any]) -> None:
    promised = promises_or_none(body, TWO_YEARS_ON.date())
    assert promised
    assert (promised.acknowledgement_working_days, promised.hear_by) == (3, None)
    assert promised.phone


def test_a_correction_of_the_calendar_gives_the_case_its_dates(
    body: Body, late_case: Case, version: ProfileVersion
) -> None:
    data = load("hwe_icb").to_dict()
    checked = {"in_force": "2028-12-31", "policy_says": "2028-12-31"}
    data["calendar"]["calendar_verified_to"] |= checked
    longer = type(version.profile).from_dict(data)
    (effect,) = correction_effect(version, longer, as_of=LAST_DAYS)
    moved = {move.label: (move.before, move.after) for move in effect.moves}
    assert moved["Acknowledgement"] == (None, date(2028, 1, 5))
    assert not effect.problem


def test_the_year_is_not_counted_with_working_days_that_nobody_checked(
    body: Body, people: dict[str, Any], make_case: Callable[..., Case]
) -> None:
    make_case(received_at=LAST_DAYS, state="closed", closed_at=TWO_YEARS_ON)
    with pytest.raises(NotAllowed, match="correct the calendar of the policy"):
        prepare_figures(
            body=body,
            by=people["governance"],
            year=year_starting(2027),
            at=timezone.make_aware(datetime(2028, 5, 2)),
        )


@pytest.mark.requirement("T-44", "SU-1")
def test_a_body_that_ceased_shows_its_banner_everywhere_and_still_counts(
    body: Body, case: Case, read: Any
) -> None:
    ProfileVersion.objects.create(
        body=body, number=2, effective_from="2021-01-01", data=load("west_essex_ccg").to_dict()
    )
    for name, args in (("today", []), ("case", [case.reference]), ("profiles", [])):
        assert "ceased on 1 July 2022" in read(name, *args), name
    assert case.acknowledgement_due == date(2026, 11, 24)


@pytest.fixture
def version(body: Body, people: dict[str, Any]) -> ProfileVersion:
    """The version in force."""
    return body.profile_versions.get(number=1)
