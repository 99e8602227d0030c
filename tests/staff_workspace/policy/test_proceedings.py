"""Discipline, claims, withdrawal, retention, reopening, investigation and several bodies."""

from __future__ import annotations

from datetime import date

import pytest

from staff_workspace.policy.intake import kind_of
from staff_workspace.policy.ombudsman import (
    TIME_LIMIT,
    NoOmbudsman,
    Referral,
    ombudsman_for,
    open_points,
    who_is_told,
)
from staff_workspace.policy.parallel_proceedings import (
    NotConcurrent,
    beside_disciplinary,
    closing_letter,
    legal_action,
    may_be_used,
)
from staff_workspace.policy.reopening import further_questions, may_decide
from staff_workspace.policy.retention import kept_until, may_destroy
from staff_workspace.policy.several_bodies import Share, may_answer, may_ask, one_handler
from staff_workspace.policy.withdrawal import withdraw

CASE = {"issues": ("manner", "record"), "touched": frozenset({"manner"})}


@pytest.mark.requirement("DL-1")
@pytest.mark.parametrize("body", ["hwe", "west_essex", "millbrook"])
def test_beside_a_disciplinary_case_two_different_people_investigate(body: str, request) -> None:
    profile = request.getfixturevalue(body)
    people = {"complaint_investigator": "ana", "disciplinary_investigator": "ben"}
    two = beside_disciplinary(profile, deferred=False, **people, **CASE)
    assert (two.goes_on, two.waits) == (("manner", "record"), ())
    assert two.to_do == (
        "the two investigators keep in touch",
        "agree how the outcome is told to the person",
    )
    with pytest.raises(NotConcurrent, match="Two different people"):
        beside_disciplinary(
            profile, deferred=False, **people | {"disciplinary_investigator": "ana"}, **CASE
        )


@pytest.mark.requirement("DL-1")
def test_that_both_may_go_on_is_said_by_two_policies_and_assumed_for_the_third(
    hwe, west_essex, millbrook
) -> None:
    assert [p.routes.disciplinary_beside.silent for p in (hwe, west_essex, millbrook)] == [
        False,
        False,
        True,
    ]
    stored = hwe.to_dict()
    stored["routes"]["disciplinary_beside"] |= {"in_force": False, "policy_says": False}
    with pytest.raises(NotConcurrent, match="wait"):
        beside_disciplinary(
            type(hwe).from_dict(stored),
            deferred=False,
            complaint_investigator="ana",
            disciplinary_investigator="ben",
            **CASE,
        )


@pytest.mark.requirement("DL-1")
def test_when_the_complaint_waits_the_issues_not_touched_go_on(hwe) -> None:
    waiting = beside_disciplinary(
        hwe, deferred=True, complaint_investigator="ana", disciplinary_investigator="ana", **CASE
    )
    assert (waiting.goes_on, waiting.waits) == (("record",), ("manner",))
    assert "how long" in waiting.to_do[0]


@pytest.mark.requirement("DL-1")
def test_the_closing_letter_tells_the_finding_and_never_which_action_was_taken() -> None:
    assert closing_letter(proven=True, action_taken=True) == (
        "that the matter was investigated",
        "that the allegation was proven",
        "what changed in procedures or training",
        "that appropriate action was taken, without saying which",
    )
    assert closing_letter(proven=False, action_taken=False) == (
        "that the matter was investigated",
        "that the allegation was not proven",
    )


@pytest.mark.requirement("DL-1", "DL-2")
def test_what_the_complaint_found_may_be_used_elsewhere_and_never_the_other_way() -> None:
    for place in ("disciplinary", "court"):
        assert may_be_used(found_in="complaint", used_in=place) == (True, "")
    assert may_be_used(found_in="disciplinary", used_in="disciplinary")[0]
    assert not may_be_used(found_in="disciplinary", used_in="complaint")[0]


@pytest.mark.requirement("DL-2", "PP-35", "FR-1")
def test_a_claim_is_told_to_the_right_people_and_the_complaint_goes_on(
    hwe, west_essex, millbrook
) -> None:
    assert legal_action(hwe, letter_of_claim=True)[:2] == (True, ("legal_team",))
    assert legal_action(west_essex, intent_stated=True)[:2] == (True, ("risk_manager",))
    assert legal_action(hwe, intent_stated=True)[:2] == (True, ("legal_team",))
    assert legal_action(millbrook, letter_of_claim=True, money_asked_for=True)[:2] == (
        True,
        ("governance",),
    )


@pytest.mark.requirement("FR-1", "DL-2")
def test_a_wish_for_money_is_taken_to_governance_at_millbrook_alone(
    hwe, west_essex, millbrook
) -> None:
    course = legal_action(millbrook, money_asked_for=True)
    assert course[:2] == (True, ("governance",))
    assert course.to_do[-1] == (
        "Head of Risk, Quality and Corporate Governance decides whether the insurers are told"
    )
    for body in (hwe, west_essex):
        assert legal_action(body, money_asked_for=True).told == ()


@pytest.mark.requirement("DL-2")
def test_at_hwe_a_claim_brings_advice_a_check_and_word_to_nhs_resolution(hwe, west_essex) -> None:
    check = "check that the matter has not been investigated before"
    assert legal_action(hwe, letter_of_claim=True).to_do == (
        check,
        "ask the Deputy Chief of Staff for advice",
        "Governance Team decides whether NHS Resolution is notified",
    )
    assert legal_action(hwe, intent_stated=True).to_do == (
        check,
        "ask the Deputy Chief of Staff for advice",
    )
    assert legal_action(west_essex, letter_of_claim=True).to_do == (check,)


@pytest.mark.requirement("DL-2")
def test_a_solicitors_letter_is_no_claim_and_only_a_court_stops_the_complaint(hwe) -> None:
    assert legal_action(hwe, solicitors_letter=True)[:2] == (True, ())
    assert legal_action(hwe)[:2] == (True, ())
    stopped = legal_action(hwe, court_forbids=True)
    assert stopped[0] is False
    assert "tell the person" in stopped[2]


@pytest.mark.requirement("WD-1")
def test_millbrook_reviews_a_withdrawn_complaint_where_it_knows_enough(
    hwe, west_essex, millbrook
) -> None:
    assert withdraw(millbrook, enough_information=True).review_continues
    assert not withdraw(millbrook, enough_information=False).review_continues
    at_hwe = withdraw(hwe, enough_information=True)
    assert (at_hwe.review_continues, at_hwe.tell_those_named) == (False, True)
    assert at_hwe.share_learning
    assert not hwe.records.withdrawal_tells_those_named.silent
    assert not withdraw(west_essex, enough_information=True).review_continues
    assert west_essex.records.withdrawal_review_continues.silent
    assert at_hwe.close_reason == "withdrawn"


@pytest.mark.requirement("RT-1", "PP-40")
def test_records_are_kept_for_ten_years_from_closure(hwe, west_essex, millbrook) -> None:
    for body in (hwe, west_essex, millbrook):
        assert kept_until(body, closed=date(2028, 2, 29)) == date(2038, 2, 28)
    assert not hwe.records.retention_starts.verified
    assert not hwe.records.retention_years.silent
    assert west_essex.records.retention_years.silent
    assert millbrook.records.retention_years.silent


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
def test_where_the_policy_names_who_reopens_nobody_else_does(hwe, millbrook) -> None:
    assert may_decide(millbrook, {"governance"}) == ""
    assert "Head of Risk, Quality and Corporate Governance or the" in may_decide(
        millbrook, {"handler"}
    )
    assert may_decide(hwe, {"handler"}) == may_decide(hwe, {"governance"}) == ""


@pytest.mark.requirement("RO-1", "RO-2")
def test_further_questions_reopen_the_case_and_count_no_second_time(
    hwe, west_essex, millbrook
) -> None:
    again = further_questions(millbrook, new_matter=False, anything_left_to_answer=True)
    assert (again.course, again.counts_as_received) == ("reopen", False)
    assert again.deciders == ("governance", "group_transformation_director")
    assert again.answered_by == ("service", "head_office", "executive_director")
    for body in (hwe, west_essex):
        here = further_questions(body, new_matter=False, anything_left_to_answer=True)
        assert (here.course, here.answered_by) == ("reopen", ())
    new = further_questions(hwe, new_matter=True, anything_left_to_answer=True)
    assert (new.course, new.counts_as_received) == ("new_case", True)
    done = further_questions(hwe, new_matter=False, anything_left_to_answer=False)
    assert done.course == "ombudsman"
    assert not done.first_triage


@pytest.mark.requirement("RO-1")
def test_at_west_essex_further_letters_go_back_to_triage_first(west_essex) -> None:
    for new, left, course in (
        (True, True, "new_case"),
        (False, True, "reopen"),
        (False, False, "ombudsman"),
    ):
        found = further_questions(west_essex, new_matter=new, anything_left_to_answer=left)
        assert (found.first_triage, found.course) == (True, course)


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
def test_the_ombudsman_depends_on_who_paid_for_the_service(hwe, west_essex, millbrook) -> None:
    assert ombudsman_for(hwe, commissioner="nhs").key == "phso"
    assert ombudsman_for(west_essex, commissioner="nhs").key == "phso"
    assert ombudsman_for(millbrook, commissioner="nhs").key == "phso"
    assert ombudsman_for(millbrook, commissioner="local_authority").key == "lgsco"
    with pytest.raises(NoOmbudsman):
        ombudsman_for(hwe, commissioner="local_authority")
    assert "came to know" in TIME_LIMIT


@pytest.mark.requirement("T-23", "T-43", "OM-1")
def test_hwes_year_from_the_incident_is_kept_and_the_statutes_year_from_notice_counts(
    hwe, west_essex
) -> None:
    year = hwe.response_letter.ombudsman_year_from
    assert (year.in_force, year.overridden_by_law) == ("notice", True)
    assert "incident" in str(year.policy_says)
    assert west_essex.response_letter.ombudsman_year_from.silent


@pytest.mark.requirement("OM-1", "OM-2")
def test_who_hears_of_a_case_with_the_ombudsman(hwe, west_essex, millbrook, statute) -> None:
    assert who_is_told(millbrook, action_required=False) == (("governance", "commissioner"), False)
    for body in (hwe, west_essex):
        assert who_is_told(body, action_required=False) == (("handler",), False)
        assert who_is_told(body, action_required=True) == (("handler", "quality_committee"), True)
    assert who_is_told(statute, action_required=True) == ((), False)


@pytest.mark.requirement("OM-2")
def test_a_referral_is_followed_from_its_day_to_what_was_learned() -> None:
    assert open_points(Referral()) == ("the day on which it was referred",)
    sent = Referral(referred=date(2026, 5, 1))
    assert open_points(sent) == ("the stage it has reached", "the decision")
    looked_at = Referral(referred=date(2026, 5, 1), stage="detailed investigation")
    assert open_points(looked_at) == ("the decision",)
    decided = Referral(
        referred=date(2026, 5, 1),
        stage="closed",
        decision="partly upheld",
        recommendations=("apologise", "train the team"),
        complied_with=frozenset({"apologise"}),
    )
    assert open_points(decided) == ("to comply with: train the team", "what was learned")
    done = Referral(referred=date(2026, 5, 1), decision="not upheld", learning="Nothing to change")
    assert open_points(done) == ()
