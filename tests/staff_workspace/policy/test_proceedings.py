"""Discipline, claims, withdrawal, retention, reopening, investigation and several bodies."""

from __future__ import annotations

from datetime import date

import pytest

from staff_workspace.policy.intake import kind_of
from staff_workspace.policy.investigation import (
    MUST_AGREE,
    may_be_independent,
    may_begin,
    may_investigate,
)
from staff_workspace.policy.ombudsman import TIME_LIMIT, NoOmbudsman, ombudsman_for
from staff_workspace.policy.parallel_proceedings import (
    CLOSING_LETTER,
    NotConcurrent,
    beside_disciplinary,
    legal_action,
)
from staff_workspace.policy.reopening import further_questions
from staff_workspace.policy.retention import kept_until, may_destroy
from staff_workspace.policy.several_bodies import Share, may_answer, may_ask, one_handler
from staff_workspace.policy.withdrawal import withdraw

CASE = {"issues": ("manner", "record"), "touched": frozenset({"manner"})}


@pytest.mark.requirement("DL-1")
def test_beside_a_disciplinary_case_two_different_people_investigate() -> None:
    two = beside_disciplinary(
        deferred=False, complaint_investigator="ana", disciplinary_investigator="ben", **CASE
    )
    assert (two.goes_on, two.waits) == (("manner", "record"), ())
    with pytest.raises(NotConcurrent):
        beside_disciplinary(
            deferred=False, complaint_investigator="ana", disciplinary_investigator="ana", **CASE
        )


@pytest.mark.requirement("DL-1")
def test_when_the_complaint_waits_the_issues_not_touched_go_on() -> None:
    waiting = beside_disciplinary(
        deferred=True, complaint_investigator="ana", disciplinary_investigator="ana", **CASE
    )
    assert (waiting.goes_on, waiting.waits) == (("record",), ("manner",))
    assert "how long" in waiting.to_do[0]
    assert "without saying which" in CLOSING_LETTER[-1]


@pytest.mark.requirement("DL-2", "PP-35", "FR-1")
def test_a_claim_is_told_to_the_right_people_and_the_complaint_goes_on(
    hwe, west_essex, millbrook
) -> None:
    assert legal_action(hwe, letter_of_claim=True)[:2] == (True, ("legal_team",))
    assert legal_action(west_essex, intent_stated=True)[:2] == (True, ("risk_manager",))
    assert legal_action(millbrook, money_asked_for=True)[:2] == (True, ("governance",))


@pytest.mark.requirement("DL-2")
def test_a_solicitors_letter_is_no_claim_and_only_a_court_stops_the_complaint(hwe) -> None:
    assert legal_action(hwe, solicitors_letter=True)[:2] == (True, ())
    assert legal_action(hwe)[:2] == (True, ())
    stopped = legal_action(hwe, court_forbids=True)
    assert stopped[0] is False
    assert "tell the person" in stopped[2]


@pytest.mark.requirement("WD-1")
def test_millbrook_reviews_a_withdrawn_complaint_where_it_knows_enough(hwe, millbrook) -> None:
    assert withdraw(millbrook, enough_information=True).review_continues
    assert not withdraw(millbrook, enough_information=False).review_continues
    at_hwe = withdraw(hwe, enough_information=True)
    assert (at_hwe.review_continues, at_hwe.tell_those_named) == (False, True)
    assert at_hwe.close_reason == "withdrawn"


@pytest.mark.requirement("RT-1", "PP-40")
def test_records_are_kept_for_ten_years_from_closure(hwe, west_essex, millbrook) -> None:
    for body in (hwe, west_essex, millbrook):
        assert kept_until(body, closed=date(2028, 2, 29)) == date(2038, 2, 28)
    assert not hwe.records.retention_starts.verified


@pytest.mark.requirement("RT-1")
def test_records_go_only_after_their_time_without_hold_and_looked_at_by_a_person(hwe) -> None:
    asked = {"closed": date(2016, 3, 1), "legal_hold": False, "reviewed_by": "ana"}
    over = date(2026, 3, 2)
    assert may_destroy(hwe, today=over, **asked) == (True, "")
    assert may_destroy(hwe, today=date(2026, 3, 1), **asked)[1] == (
        "The records are kept until 1 March 2026."
    )
    assert not may_destroy(hwe, today=over, **asked | {"legal_hold": True})[0]
    assert not may_destroy(hwe, today=over, **asked | {"reviewed_by": None})[0]
    assert not may_destroy(hwe, today=over, **asked | {"closed": None})[0]


@pytest.mark.requirement("RO-1", "RO-2")
def test_further_questions_reopen_the_case_and_count_no_second_time(hwe, millbrook) -> None:
    again = further_questions(millbrook, new_matter=False, anything_left_to_answer=True)
    assert (again.course, again.counts_as_received) == ("reopen", False)
    assert again.deciders == ("governance", "group_transformation_director")
    new = further_questions(hwe, new_matter=True, anything_left_to_answer=True)
    assert (new.course, new.counts_as_received) == ("new_case", True)
    done = further_questions(hwe, new_matter=False, anything_left_to_answer=False)
    assert done.course == "ombudsman"


@pytest.mark.requirement("IV-1", "IV-3")
def test_nobody_investigates_a_complaint_about_themselves() -> None:
    who = {"subjects": ["ana"], "same_team": True}
    assert not may_investigate(investigator="ana", serious=False, **who)[0]
    assert not may_investigate(investigator="ben", serious=True, **who)[0]
    assert may_investigate(investigator="ben", serious=False, **who) == (True, "")


@pytest.mark.requirement("IV-2")
def test_the_evidence_of_authority_comes_before_the_investigation() -> None:
    assert not may_begin(authority_in_question=True, authority_accepted=False)[0]
    assert may_begin(authority_in_question=True, authority_accepted=True)[0]
    assert may_begin(authority_in_question=False, authority_accepted=False)[0]


@pytest.mark.requirement("IV-2")
def test_an_independent_investigation_needs_a_ground_and_four_who_agree() -> None:
    assert may_be_independent(ground="misconduct", agreed_by=MUST_AGREE) == (True, "")
    assert not may_be_independent(ground="cost", agreed_by=MUST_AGREE)[0]
    assert may_be_independent(ground="misconduct", agreed_by=MUST_AGREE[:3])[1] == (
        "Still to agree: person."
    )


DONE = Share("the trust", consent=True, received=date(2026, 3, 9))
OPEN = Share("the council", consent=False)


@pytest.mark.requirement("MO-2", "CN-1")
def test_an_organisation_is_asked_only_with_consent() -> None:
    assert may_ask(DONE) == (True, "")
    assert not may_ask(OPEN)[0]


@pytest.mark.requirement("MO-1", "PP-37")
def test_hwe_offers_a_partial_response_and_west_essex_gives_one_for_all(hwe, west_essex) -> None:
    assert may_answer(hwe, [DONE], person_wants_partial=False) == (True, "")
    assert may_answer(hwe, [DONE, OPEN], person_wants_partial=True)[0]
    assert not may_answer(hwe, [DONE, OPEN], person_wants_partial=False)[0]
    assert not may_answer(hwe, [OPEN], person_wants_partial=True)[0]
    assert "one reply for all" in may_answer(west_essex, [DONE, OPEN], person_wants_partial=True)[1]


@pytest.mark.requirement("T-32")
def test_the_same_matter_has_one_handler() -> None:
    assert one_handler(["hwe", "hwe"]) == (True, "")
    assert not one_handler(["hwe", "the trust"])[0]


@pytest.mark.requirement("IN-2", "IN-3")
def test_the_wish_for_a_complaint_always_wins() -> None:
    assert kind_of(wished="complaint", staff_advise="concern").kind == "complaint"
    advised = kind_of(wished="concern", staff_advise="complaint")
    assert (advised.kind, len(advised.tell)) == ("concern", 1)
    unhappy = kind_of(wished="concern", answered_and_dissatisfied=True)
    assert "we help you" in unhappy.tell[0]


@pytest.mark.requirement("OM-1", "PP-20", "T-23")
def test_the_ombudsman_depends_on_who_paid_for_the_service(hwe, millbrook) -> None:
    assert ombudsman_for(hwe, commissioner="nhs").key == "phso"
    assert ombudsman_for(millbrook, commissioner="local_authority").key == "lgsco"
    with pytest.raises(NoOmbudsman):
        ombudsman_for(hwe, commissioner="local_authority")
    assert "came to know" in TIME_LIMIT
