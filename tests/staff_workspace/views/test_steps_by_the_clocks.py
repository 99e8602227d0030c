"""What the clocks of a case ask for stands among the steps of its page, once its day has come."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import resolve, reverse
from django.utils import timezone

from permissions.models import Body
from staff_workspace.actions.chase_consent import chase_consent
from staff_workspace.actions.close_case import close_case
from staff_workspace.actions.fix_meeting import fix_meeting
from staff_workspace.actions.make_consent_statement import make_consent_statement
from staff_workspace.actions.record_meeting_step import record_meeting_step
from staff_workspace.actions.record_summary_confirmed import record_summary_confirmed
from staff_workspace.actions.record_summary_sent import record_summary_sent
from staff_workspace.models import Case
from staff_workspace.policy.meetings import MeetingPlan
from staff_workspace.presenters.clock_steps import ASKED
from staff_workspace.queries.case_clocks import clock_readings
from tests.staff_workspace.actions.working_a_case import ON_THEIR_OWN, to_handed_in, to_responded
from tests.workspace_people import at

ReadSteps = Callable[[Case, datetime], list[str]]


@pytest.fixture
def steps_on(
    body: Body, people: dict[str, Any], client_for: Callable[..., Client], time_machine: Any
) -> ReadSteps:
    """What the page of a case tells the officer to do next at a moment, with the dates."""

    def read(case: Case, when: datetime) -> list[str]:
        time_machine.move_to(when, tick=False)
        client = client_for(body)
        client.force_login(people["officer"])
        page = client.get(reverse("staff_workspace:case", args=[case.reference])).content.decode()
        listed = re.search(r'id="next".*?</section>', page, re.DOTALL)
        assert listed
        found = re.findall(r"<li>(.*?)</li>", listed[0], re.DOTALL)
        return [re.sub(r"<[^>]+>", "", step) for step in found]

    return read


@pytest.fixture
def at_millbrook(body: Body) -> Body:
    """The same body under Millbrook's policy."""
    body.profile_key = "millbrook"
    body.save()
    return body


@pytest.mark.requirement("CC-1")
def test_a_summary_without_an_answer_is_sent_again_when_its_day_has_come(
    make_case: Callable[..., Case], people: dict[str, Any], steps_on: ReadSteps
) -> None:
    case = make_case(**ON_THEIR_OWN)
    record_summary_sent(case=case, by=people["officer"], sent_at=at(20), channel="letter")
    before = steps_on(case, at(3, month=12))
    assert not [step for step in before if "summary again" in step]
    steps = steps_on(case, at(4, month=12))
    assert steps[-1] == "Send the summary again by 4 December 2026"
    assert steps[0].startswith("Acknowledge the complaint"), "what the law asks comes first"
    record_summary_confirmed(case=case, by=people["officer"], confirmed_at=at(4, month=12))
    assert not [step for step in steps_on(case, at(7, month=12)) if "summary again" in step]


@pytest.mark.requirement("CC-3")
def test_after_the_last_attempt_closing_is_to_be_decided_and_not_another_summary(
    make_case: Callable[..., Case], people: dict[str, Any], steps_on: ReadSteps
) -> None:
    case = make_case(**ON_THEIR_OWN)
    for sent in (at(20), at(4, month=12), at(18, month=12)):
        record_summary_sent(case=case, by=people["officer"], sent_at=sent, channel="letter")
    assert not [step for step in steps_on(case, at(31, month=12)) if "confirmation" in step]
    steps = steps_on(case, datetime(2027, 1, 11, 10, tzinfo=at(20).tzinfo))
    assert steps[-1].startswith("Decide whether to close: a confirmation did not come in time")
    assert not [step for step in steps if "summary again" in step]


@pytest.mark.requirement("CN-5")
def test_consent_is_asked_for_again_when_its_day_has_come(
    case: Case, people: dict[str, Any], steps_on: ReadSteps
) -> None:
    case.representation = "asked"
    case.save()
    make_consent_statement(
        case=case, by=people["officer"], organisations=["A Trust"], giver="Owen", at=at(20)
    )
    due = clock_readings(case, as_of=at(21)).by_name()["consent_chase"].due
    assert isinstance(due, date)
    assert not _asking_again(steps_on(case, at(21)))
    assert _asking_again(steps_on(case, at(due.day, month=due.month)))
    chase_consent(case=case, by=people["officer"], asked_at=timezone.now(), channel="letter")
    assert not _asking_again(steps_on(case, timezone.now()))


@pytest.mark.requirement("LR-1")
def test_what_follows_a_meeting_is_to_be_done_once_it_was_held(
    make_case: Callable[..., Case], people: dict[str, Any], steps_on: ReadSteps
) -> None:
    case, officer = make_case(**ON_THEIR_OWN), people["officer"]
    to_responded(case, people)
    held = at(21, month=12)
    fix_meeting(
        case=case,
        by=officer,
        takes_place_at=held,
        where="Charter House",
        chair="A senior nurse",
        plan=MeetingPlan(length=timedelta(hours=1), senior_chair=True),
        at=at(7, month=12),
    )
    assert not _about_meeting(steps_on(case, at(20, month=12)))
    record_meeting_step(case=case, by=officer, key="held", on=held)
    after = _about_meeting(steps_on(case, at(22, month=12)))
    assert [step.partition(" by ")[0] for step in after] == [
        "Send the actions and the recording of the meeting",
        "Tell the person how the actions of the meeting stand",
    ]
    record_meeting_step(case=case, by=officer, key="outputs", on=at(22, month=12), note="Notes")
    assert len(_about_meeting(steps_on(case, at(22, 11, month=12)))) == 1
    fix_meeting(
        case=case,
        by=officer,
        takes_place_at=at(31, month=12) + timedelta(days=32),
        where="Charter House",
        chair="A senior nurse",
        plan=MeetingPlan(length=timedelta(hours=1), senior_chair=True),
        at=at(23, month=12),
    )
    assert not _about_meeting(steps_on(case, at(23, month=12))), "the second one is yet to be held"


def test_once_drafted_no_summary_is_sent_again_and_every_tab_has_one_first_step(
    make_case: Callable[..., Case],
    people: dict[str, Any],
    steps_on: ReadSteps,
    body: Body,
    client_for: Callable[..., Client],
) -> None:
    case = make_case(**ON_THEIR_OWN)
    record_summary_sent(case=case, by=people["officer"], sent_at=at(20), channel="letter")
    to_handed_in(case, people)
    assert not [step for step in steps_on(case, at(8, month=12)) if "summary again" in step]
    client = client_for(body)
    client.force_login(people["governance"])
    buttons = set()
    for tab in ("case", "response", "files"):
        page = client.get(reverse(f"staff_workspace:{tab}", args=[case.reference])).content.decode()
        buttons.update(
            re.findall(r'class="nhsuk-button nhsuk-u-margin-bottom-2" href="([^"]+)"', page)
        )
    assert len(buttons) == 1


@pytest.mark.requirement("CC-2")
def test_closing_for_want_of_consent_is_offered_only_where_it_is_allowed_and_instead_of_a_reminder(
    at_millbrook: Body, make_case: Callable[..., Case], people: dict[str, Any], steps_on: ReadSteps
) -> None:
    case, officer = make_case(representation="asked"), people["officer"]
    for asked in (at(20), at(10, month=12)):
        make_consent_statement(
            case=case, by=officer, organisations=["A Trust"], giver="O", at=asked
        )
    first_over, both_over = at(21, month=12), at(31, month=12) + timedelta(days=10)
    assert _asking_again(steps_on(case, first_over))
    assert not _closing(steps_on(case, first_over))
    steps = steps_on(case, both_over)
    assert _closing(steps)
    assert not _asking_again(steps)
    close_case(case=case, by=officer, because="no_consent", duties_heeded=True, at=both_over)


def test_every_step_leads_to_a_screen_whose_action_it_names() -> None:
    for asked in ASKED.values():
        screen = resolve(reverse(f"staff_workspace:{asked.screen}", args=["HWE-2026-0001"]))
        assert screen.func.view_class.action == asked.action


def _asking_again(steps: list[str]) -> bool:
    return any(step.startswith("Ask again for consent") for step in steps)


def _closing(steps: list[str]) -> bool:
    return any(step.startswith("Decide whether to close: consent") for step in steps)


def _about_meeting(steps: list[str]) -> list[str]:
    return [step for step in steps if "of the meeting" in step]
