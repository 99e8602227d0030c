"""The case keeps which period the person was told, each amendment, and whether it was met."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from permissions.models import Body
from staff_workspace.actions.acknowledge import acknowledge
from staff_workspace.actions.agree_date import agree_date
from staff_workspace.actions.set_period import set_period
from staff_workspace.models import Case
from staff_workspace.policy.complaint_record import missing, original_and_amended, was_met
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.policy.response_period import in_force, still_owed
from staff_workspace.queries.complaint_record import complaint_record, response_period
from tests.staff_workspace.actions.working_a_case import (
    ON_THEIR_OWN,
    to_investigating,
    to_responded,
)
from tests.workspace_people import at


@pytest.mark.requirement("REG-13")
def test_a_spoken_complaint_is_acknowledged_with_a_copy_of_what_was_written_down(
    make_case: Callable[..., Case], people: dict[str, Any]
) -> None:
    case = make_case(channel="phone", **ON_THEIR_OWN)
    ack = {"case": case, "by": people["officer"], "sent_at": at(20), "channel": "letter"}
    with pytest.raises(NotAllowed, match="copy of what was written down"):
        acknowledge(**ack, offered_discussion=True)
    with pytest.raises(NotAllowed, match="must offer to discuss"):
        acknowledge(**ack, offered_discussion=False, copy_sent=True)
    acknowledge(**ack, offered_discussion=True, copy_sent=True)
    assert case.state == "acknowledged"


@pytest.mark.requirement("REG-13")
def test_without_a_discussion_the_period_is_set_and_told_in_writing(
    own_case: Case, people: dict[str, Any]
) -> None:
    until = date(2026, 12, 11)
    told = {"case": own_case, "by": people["officer"], "channel": "letter"}
    with pytest.raises(NotAllowed, match="Offer first"):
        set_period(**told, until=until, told_at=at(20))
    to_investigating(own_case, people)
    assert still_owed(response_period(own_case)) == (
        "discuss it, or note that the offer was declined",
    )
    for wrong in (date(2026, 11, 24), date(2027, 9, 1)):
        with pytest.raises(NotAllowed, match="no later than"):
            set_period(**told, until=wrong, told_at=at(24))
    set_period(**told, until=until, told_at=at(24))
    assert still_owed(response_period(own_case)) == ()
    assert in_force(response_period(own_case)) == until


@pytest.mark.requirement("REG-17")
def test_the_record_keeps_the_first_period_each_amendment_and_whether_it_was_met(
    own_case: Case, people: dict[str, Any]
) -> None:
    own_case.subject = "Waiting"
    own_case.save()
    assert missing(complaint_record(own_case)) == (
        "its outcome",
        "the period that the person was told",
        "whether the period was met",
    )
    agreed = {"case": own_case, "by": people["officer"], "agreed_with": "Nia", "channel": "phone"}
    first, later = date(2026, 12, 1), date(2026, 12, 4)
    agree_date(**agreed, new=first, agreed_at=at(20), reason="Asked for")
    agree_date(**agreed, new=later, agreed_at=at(21), reason="The trust needs longer")
    assert original_and_amended(complaint_record(own_case)) == (first, (later,))
    assert was_met(complaint_record(own_case)) is None


@pytest.mark.requirement("REG-17")
@pytest.mark.parametrize(("until", "met"), [(date(2026, 12, 4), True), (date(2026, 12, 3), False)])
def test_the_record_of_an_answered_complaint_is_whole(
    own_case: Case, people: dict[str, Any], until: date, met: bool
) -> None:
    own_case.subject = "Waiting"
    own_case.save()
    agree_date(
        case=own_case,
        by=people["officer"],
        new=until,
        agreed_with="Nia",
        agreed_at=at(20),
        channel="phone",
        reason="Asked for",
    )
    to_responded(own_case, people)
    record = complaint_record(own_case)
    assert (missing(record), record.outcome) == ((), "Upheld")
    assert (original_and_amended(record), was_met(record)) == ((until, ()), met)


@pytest.mark.requirement("REG-13", "REG-17")
def test_the_case_shows_the_period_and_its_screen_sets_it(
    body: Body, own_case: Case, people: dict[str, Any], client_for, time_machine: Any
) -> None:
    to_investigating(own_case, people)
    time_machine.move_to(at(24, 12), tick=False)
    desk = client_for(body)
    desk.force_login(people["officer"])
    page = reverse("staff_workspace:case", args=[own_case.reference])
    assert "discuss it, or note that the offer was declined" in desk.get(page).content.decode()
    data = {"channel": "letter", "note": ""}
    for name, day, month in (("until", "11", "12"), ("on", "24", "11")):
        data |= {f"{name}-day": day, f"{name}-month": month, f"{name}-year": "2026"}
    url = reverse("staff_workspace:set_period", args=[own_case.reference])
    shown = desk.post(url, data, follow=True).content.decode()
    assert "The date is recorded" in shown
    assert "by Friday 11 December 2026" in shown


@pytest.mark.requirement("REG-13")
def test_no_period_is_set_over_the_head_of_somebody_who_agreed_to_one(
    own_case: Case, people: dict[str, Any]
) -> None:
    to_investigating(own_case, people)
    told = {"case": own_case, "by": people["officer"]}
    until = date(2026, 12, 4)
    agree_date(
        **told, new=until, agreed_with="Nia", agreed_at=at(24), channel="phone", reason="Asked"
    )
    with pytest.raises(NotAllowed, match="agreed with the person already"):
        set_period(**told, until=until, told_at=at(25), channel="letter")
