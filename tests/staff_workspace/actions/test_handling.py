"""Who handles a case, contacts with the person, agreed dates, consent and summary."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from permissions.models import Body
from staff_workspace.actions.agree_date import agree_date
from staff_workspace.actions.assign_case import assign_case
from staff_workspace.actions.chase_consent import chase_consent
from staff_workspace.actions.close_case import close_case, closure_reasons
from staff_workspace.actions.make_consent_statement import make_consent_statement
from staff_workspace.actions.name_elected_official import name_elected_official
from staff_workspace.actions.record_consent import record_consent
from staff_workspace.actions.record_contact import record_contact
from staff_workspace.actions.record_summary_confirmed import record_summary_confirmed
from staff_workspace.actions.record_summary_sent import record_summary_sent
from staff_workspace.actions.write_note import write_note
from staff_workspace.models import Case
from staff_workspace.policy.clocks import ClockReading
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.queries.case_clocks import clock_readings
from tests.permissions.access_relations import wall
from tests.staff_workspace.actions.working_a_case import ON_THEIR_OWN, to_investigating
from tests.workspace_people import at

MakeCase = Callable[..., Case]


def clock(case: Case, name: str, day: int, month: int = 11) -> ClockReading:
    """One clock of the case on a day of 2026."""
    case = Case.objects.get(pk=case.pk)
    return clock_readings(case, as_of=at(day, month=month)).by_name()[name]


def test_a_case_is_given_to_somebody_of_its_team(own_case: Case, people: dict[str, Any]) -> None:
    second = people["officer2"].staff_member
    assign_case(case=own_case, by=people["officer"], to=second, at=at(20))
    assert own_case.handler == people["officer2"]
    with pytest.raises(NotAllowed, match="has the case already"):
        assign_case(case=own_case, by=people["officer"], to=second, at=at(20))
    for outsider in ("governance", "colleague"):
        with pytest.raises(NotAllowed, match="from the team"):
            assign_case(
                case=own_case, by=people["officer"], to=people[outsider].staff_member, at=at(20)
            )


def test_nobody_handles_a_complaint_about_themselves(
    own_case: Case, people: dict[str, Any]
) -> None:
    second = people["officer2"].staff_member
    wall(own_case, people["officer2"], people["governance"], reason="subject")
    with pytest.raises(NotAllowed, match="subject of the complaint"):
        assign_case(case=own_case, by=people["governance"], to=second, at=at(20))
    with pytest.raises(NotAllowed, match="Second cannot take this case"):
        assign_case(case=own_case, by=people["officer"], to=second, at=at(20))


@pytest.mark.requirement("CT-1")
def test_only_a_contact_that_reached_the_person_is_the_first(
    own_case: Case, people: dict[str, Any]
) -> None:
    def contact(hour: int, *, reached: bool) -> None:
        record_contact(
            case=own_case,
            by=people["officer"],
            on=at(20, hour),
            channel="phone",
            reached=reached,
            covered=["apology"] if reached else [],
            note="Rang twice",
        )

    contact(9, reached=False)
    contact(10, reached=True)
    contact(11, reached=True)
    names = list(own_case.events.order_by("at").values_list("name", flat=True))
    assert names == ["received", "contact_tried", "first_contact", "contact"]
    first = own_case.events.get(name="first_contact")
    assert first.detail == "Spoken of: An apology where one is due. Rang twice"


def test_nobody_is_contacted_about_an_anonymous_complaint(
    make_case: MakeCase, people: dict[str, Any]
) -> None:
    case = make_case(anonymous=True, **ON_THEIR_OWN)
    with pytest.raises(NotAllowed, match="anonymous"):
        record_contact(
            case=case, by=people["officer"], on=at(20), channel="phone", reached=True, covered=[]
        )
    with pytest.raises(NotAllowed, match="anonymous"):
        record_summary_sent(case=case, by=people["officer"], sent_at=at(20), channel="letter")


def agree(case: Case, people: dict[str, Any], new: date, on: Any, **more: Any) -> None:
    """Agree ``new`` with the complainant."""
    agree_date(
        case=case,
        by=people["officer"],
        new=new,
        agreed_with="Nia Example",
        agreed_at=on,
        channel="phone",
        reason="The ward's notes are away.",
        **more,
    )


@pytest.mark.requirement("CL-3")
def test_an_extension_keeps_the_date_before_and_who_agreed_to_it(
    own_case: Case, people: dict[str, Any]
) -> None:
    to_investigating(own_case, people)
    before = own_case.response_due
    assert before
    agree(own_case, people, date(2027, 2, 15), at(25))
    assert own_case.response_due == date(2027, 2, 15)
    event = own_case.events.get(name="extension_agreed")
    assert event.second_date == date(2027, 2, 15)
    for words in ("Nia Example, by telephone", "The ward's notes", f"{before.day} {before:%B %Y}"):
        assert words in event.detail
    agree(own_case, people, date(2027, 3, 1), at(26))
    assert own_case.events.filter(name="extension_agreed").count() == 2


@pytest.mark.requirement("CL-3")
def test_once_the_six_months_are_over_nothing_is_agreed_any_more(
    own_case: Case, people: dict[str, Any]
) -> None:
    late = at(19) + timedelta(days=200)
    with pytest.raises(NotAllowed, match="regulation 14"):
        agree(own_case, people, date(2027, 8, 2), late, at=late)
    assert not own_case.events.filter(name="extension_agreed").exists()


@pytest.mark.requirement("CL-3")
def test_nothing_is_agreed_tomorrow(own_case: Case, people: dict[str, Any]) -> None:
    with pytest.raises(NotAllowed, match="not later than now"):
        agree(own_case, people, date(2027, 2, 15), at(25), at=at(24))


@pytest.fixture
def waiting(case: Case, people: dict[str, Any]) -> Case:
    """A case whose consent was asked for on 20 November."""
    case.representation = "asked"
    case.save()
    make_consent_statement(
        case=case, by=people["officer"], organisations=["A Trust"], giver="Owen", at=at(20)
    )
    return case


@pytest.mark.requirement("CN-5")
def test_a_reminder_starts_the_wait_for_consent_anew(waiting: Case, people: dict[str, Any]) -> None:
    officer = people["officer"]
    first = clock(waiting, "consent_chase", 21).due
    with pytest.raises(NotAllowed, match="after the first request"):
        chase_consent(case=waiting, by=officer, asked_at=at(19, 16), channel="letter", at=at(21))
    chase_consent(case=waiting, by=officer, asked_at=at(1, month=12), channel="letter")
    second = clock(waiting, "consent_chase", 2, 12).due
    assert first
    assert second
    assert first < second
    record_consent(
        consent=waiting.consents.get(),
        by=officer,
        signed=False,
        received_at=at(3, month=12),
        method="post",
    )
    with pytest.raises(NotAllowed, match="No consent is being waited for"):
        chase_consent(case=waiting, by=officer, asked_at=at(4, month=12), channel="letter")


@pytest.mark.requirement("CC-2", "T-38")
def test_at_millbrook_silence_closes_after_thirty_days_once_the_law_was_heeded(
    at_millbrook: Body, waiting: Case, people: dict[str, Any]
) -> None:
    case, officer = waiting, people["officer"]
    with pytest.raises(NotAllowed, match="until Sunday 20 December 2026"):
        close_case(
            case=case, by=officer, because="no_consent", duties_heeded=True, at=at(18, month=12)
        )
    with pytest.raises(NotAllowed, match="what the law still asks for"):
        close_case(case=case, by=officer, because="no_consent", at=at(21, month=12))
    close_case(case=case, by=officer, because="no_consent", duties_heeded=True, at=at(21, month=12))
    assert (case.state, case.closed_because) == ("closed", "no_consent")


@pytest.mark.requirement("CC-2")
def test_at_hwe_silence_about_consent_closes_nothing(waiting: Case, people: dict[str, Any]) -> None:
    later = at(20) + timedelta(days=100)
    with pytest.raises(NotAllowed, match="sets no day"):
        close_case(
            case=waiting, by=people["officer"], because="no_consent", duties_heeded=True, at=later
        )


@pytest.mark.requirement("CC-1", "CC-3")
def test_an_unconfirmed_summary_closes_the_case_after_three_attempts(
    own_case: Case, people: dict[str, Any]
) -> None:
    officer = people["officer"]
    close = {"case": own_case, "by": officer, "because": "no_confirmation", "duties_heeded": True}
    assert "no_confirmation" in closure_reasons(own_case)
    record_summary_sent(case=own_case, by=officer, sent_at=at(20), channel="letter")
    record_summary_sent(case=own_case, by=officer, sent_at=at(4, month=12), channel="email")
    with pytest.raises(NotAllowed, match="made so far: 2"):
        close_case(**close, at=at(30, month=12))
    record_summary_sent(case=own_case, by=officer, sent_at=at(18, month=12), channel="letter")
    with pytest.raises(NotAllowed, match="3 attempts, and they were made"):
        record_summary_sent(case=own_case, by=officer, sent_at=at(21, month=12), channel="letter")
    with pytest.raises(NotAllowed, match="may still answer"):
        close_case(**close, at=at(31, month=12))
    close_case(**close, at=at(31, month=12) + timedelta(days=10))
    assert own_case.closed_because == "no_confirmation"


@pytest.mark.requirement("CC-1")
def test_a_confirmed_summary_ends_the_attempts(own_case: Case, people: dict[str, Any]) -> None:
    officer = people["officer"]
    with pytest.raises(NotAllowed, match="that the summary was sent"):
        record_summary_confirmed(case=own_case, by=officer, confirmed_at=at(20))
    record_summary_sent(case=own_case, by=officer, sent_at=at(20), channel="letter")
    record_summary_confirmed(
        case=own_case, by=officer, confirmed_at=at(24), corrections="It was ward 7."
    )
    assert own_case.events.get(name="summary_confirmed").detail == "It was ward 7."
    with pytest.raises(NotAllowed, match="recorded already"):
        record_summary_confirmed(case=own_case, by=officer, confirmed_at=at(25))
    with pytest.raises(NotAllowed, match="has confirmed the summary"):
        record_summary_sent(case=own_case, by=officer, sent_at=at(26), channel="letter")


@pytest.mark.requirement("CC-1", "PP-12")
def test_a_body_that_confirms_no_summary_refuses_it_in_words(
    at_millbrook: Body, own_case: Case, people: dict[str, Any]
) -> None:
    case, officer = own_case, people["officer"]
    assert "no_confirmation" not in closure_reasons(case)
    with pytest.raises(NotAllowed, match="asks nobody to confirm"):
        record_summary_sent(case=case, by=officer, sent_at=at(20), channel="letter")


def test_a_note_stands_in_the_timeline_of_a_closed_case_too(
    own_case: Case, people: dict[str, Any]
) -> None:
    close_case(case=own_case, by=people["officer"], because="ineligible", at=at(20))
    write_note(case=own_case, by=people["officer"], text="Rang to ask.", at=at(21))
    assert own_case.events.first().detail == "Rang to ask."


@pytest.mark.requirement("MP-1")
def test_a_complaint_that_an_mp_brought_as_well_has_both_sets_of_dates(
    own_case: Case, people: dict[str, Any]
) -> None:
    assert clock(own_case, "mp_final", 20).state == "not_applicable"
    name_elected_official(
        case=own_case, by=people["officer"], elected_as="mp", name="A. Member MP", at=at(20)
    )
    assert own_case.kind == "complaint"
    assert clock(own_case, "mp_final", 20).state == "running"
    assert clock(own_case, "statutory_response", 20).state == "running"


@pytest.mark.requirement("MP-1")
def test_a_policy_without_a_procedure_for_elected_people_names_none(
    at_millbrook: Body, own_case: Case, people: dict[str, Any]
) -> None:
    case, officer = own_case, people["officer"]
    with pytest.raises(NotAllowed, match="no procedure"):
        name_elected_official(case=case, by=officer, elected_as="mp", name="A. Member", at=at(20))
