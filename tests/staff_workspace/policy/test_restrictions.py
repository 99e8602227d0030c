"""Unreasonable contact: threshold, deciders, duration, and that intake is never blocked."""

from __future__ import annotations

from datetime import date

import pytest

from staff_workspace.policy.parameter_codes import code_words
from staff_workspace.policy.restriction_criteria import CRITERIA
from staff_workspace.policy.restriction_period import (
    in_force,
    incoming,
    may_withdraw,
    period,
    register_for,
    warning_reviews,
)
from staff_workspace.policy.restrictions import (
    Sign,
    UnknownCriterion,
    may_decide,
    open_checks,
    threshold,
)

TODAY = date(2026, 6, 1)


def _signs(*criteria: str, seen: date = date(2026, 5, 1)) -> list[Sign]:
    return [Sign(criterion, seen) for criterion in criteria]


@pytest.mark.requirement("VP-2", "VP-3", "VP-4", "PP-29", "VX-1", "T-20")
def test_at_hwe_one_criterion_opens_the_question_but_checks_come_first(hwe) -> None:
    assert threshold(hwe, _signs("abuse"), today=TODAY).met
    assert not threshold(hwe, [], today=TODAY).met
    assert len(hwe.restrictions.vex_criteria.in_force) == 12
    assert open_checks(hwe, ["investigated_properly", "decision_right"]) == (
        "communication_adequate",
        "nothing_new",
        "consult:head_of_patient_experience",
        "consult:chief_of_staff or consult:system_quality_director",
    )


@pytest.mark.requirement("VP-3")
def test_each_body_checks_itself_before_it_restricts_anybody(hwe, west_essex, millbrook) -> None:
    assert hwe.restrictions.vex_prechecks.in_force == (
        "investigated_properly",
        "decision_right",
        "communication_adequate",
        "nothing_new",
    )
    assert {
        "legal_duties_met",
        "ombudsman_advised",
        "equality_act_considered",
        "own_fault_considered",
        "legal_advice_considered",
    } < set(open_checks(millbrook, []))
    at_west_essex = west_essex.restrictions.vex_prechecks
    assert at_west_essex.in_force
    assert at_west_essex.silent


@pytest.mark.requirement("VP-4", "T-20")
@pytest.mark.parametrize("asked", ["chief_of_staff", "system_quality_director", "deputy"])
def test_at_hwe_the_head_and_one_director_or_a_deputy_are_consulted(hwe, asked: str) -> None:
    done = [*hwe.restrictions.vex_prechecks.in_force, "consult:head_of_patient_experience"]
    assert len(open_checks(hwe, done)) == 1
    assert open_checks(hwe, [*done, f"consult:{asked}"]) == ()


@pytest.mark.requirement("VP-4")
def test_at_millbrook_governance_is_asked_and_staff_sign_a_statement(millbrook, west_essex) -> None:
    assert {"consult:governance", "signed_statement"} < set(open_checks(millbrook, []))
    assert not any("consult" in check for check in open_checks(west_essex, []))


@pytest.mark.requirement("VX-1", "VX-2", "VX-4")
def test_every_criterion_of_every_policy_is_explained(hwe, west_essex, millbrook) -> None:
    lists = [p.restrictions.vex_criteria.in_force for p in (hwe, west_essex, millbrook)]
    assert [len(listed) for listed in lists] == [12, 11, 15]
    assert lists[0] == (
        "procedure_exhausted",
        "shifting_issues",
        "pursues_after_consent",
        "rejects_evidence",
        "unclear_issue",
        "disproportionate_focus",
        "excessive_contacts",
        "excessive_time",
        "covert_recording",
        "unreasonable_demands",
        "inappropriate_language",
        "abuse",
    )
    assert "".join(lists[1]) == "ABCDEFGHIJK"
    assert lists[2] == (
        "abusive_language",
        "burden",
        "personal_grudge",
        "unreasonable_persistence",
        "unfounded_accusation",
        "intransigence",
        "frequent_or_overlapping",
        "intent_to_annoy",
        "scattergun",
        "disproportionate_effort",
        "no_real_aim",
        "futile",
        "frivolous",
        "social_media_misuse",
        "bullying",
    )
    for listed in lists:
        assert set(listed) <= set(CRITERIA)
    for careful in ("shifting_issues", "disproportionate_focus", "B", "G", "H", "K"):
        assert "(" in CRITERIA[careful]


@pytest.mark.requirement("VP-2", "VX-4")
def test_millbrooks_list_is_open_and_the_others_are_not(hwe, west_essex, millbrook) -> None:
    assert threshold(millbrook, _signs("other"), today=TODAY).met
    for body in (hwe, west_essex):
        with pytest.raises(UnknownCriterion, match="other"):
            threshold(body, _signs("other"), today=TODAY)


@pytest.mark.requirement("VP-2", "VX-2", "PP-29")
def test_at_west_essex_two_different_criteria_in_twelve_months_are_needed(west_essex) -> None:
    assert not threshold(west_essex, _signs("A", "A"), today=TODAY).met
    assert threshold(west_essex, _signs("A", "H"), today=TODAY).met
    old = [*_signs("A"), *_signs("H", seen=date(2025, 5, 31))]
    assert not threshold(west_essex, old, today=TODAY).met
    last_day = [*_signs("A"), *_signs("H", seen=date(2025, 6, 1))]
    assert threshold(west_essex, last_day, today=TODAY).met
    future = [*_signs("A"), *_signs("H", seen=date(2026, 6, 2))]
    assert not threshold(west_essex, future, today=TODAY).met


@pytest.mark.requirement("T-19", "VX-2")
def test_violence_alone_ends_personal_contact_and_gives_no_label(west_essex) -> None:
    found = threshold(west_essex, _signs("J"), today=TODAY)
    assert (found.met, found.written_only) == (False, True)
    assert found.reason == "1 of at least 2 different criteria."


@pytest.mark.requirement("T-36", "VX-4", "VP-2")
def test_two_indicators_with_one_definition_count_once(millbrook) -> None:
    found = threshold(millbrook, _signs("intransigence", "frequent_or_overlapping"), today=TODAY)
    assert found.counted == ("intransigence",)
    assert not millbrook.restrictions.vex_criteria.verified
    assert found.met
    assert "weighed" in found.reason


@pytest.mark.requirement("VX-4")
def test_threats_and_racist_language_are_plain_at_once_at_millbrook(millbrook) -> None:
    found = threshold(millbrook, _signs("threats_to_staff"), today=TODAY)
    assert (found.met, found.plain_at_once) == (True, True)


def test_a_criterion_of_another_policy_is_refused(hwe) -> None:
    with pytest.raises(UnknownCriterion, match="J is not a criterion"):
        threshold(hwe, _signs("J"), today=TODAY)


@pytest.mark.requirement("VP-1", "PP-30", "T-40", "T-20")
def test_only_the_named_roles_decide_and_a_deputy_only_where_the_policy_says_so(
    hwe, west_essex, millbrook
) -> None:
    nobody: frozenset[str] = frozenset()
    for role in ("signatory", "deputy_director_of_nursing"):
        assert may_decide(west_essex, roles=frozenset({role}), deputy_of=nobody)[0]
    assert may_decide(west_essex, roles=frozenset({"handler"}), deputy_of=nobody)[1] == (
        "Only the Managing Director or Deputy Director of Nursing and Quality can decide this."
    )
    assert may_decide(hwe, roles=frozenset({"chief_of_staff"}), deputy_of=nobody) == (True, "")
    assert not may_decide(hwe, roles=frozenset({"handler"}), deputy_of=nobody)[0]
    deputy = frozenset({"signatory"})
    assert "A deputy may be asked" in may_decide(hwe, roles=nobody, deputy_of=deputy)[1]
    director = frozenset({"executive_director"})
    assert may_decide(millbrook, roles=nobody, deputy_of=director)[1] == (
        "Write down why the deputy decides."
    )
    assert may_decide(millbrook, roles=nobody, deputy_of=director, why_deputy="On leave")[0]
    assert len(hwe.restrictions.vex_deciders.in_force) == 4
    assert not hwe.restrictions.vex_deciders.verified


@pytest.mark.requirement("VP-7", "PP-31", "VX-3")
def test_at_west_essex_a_restriction_ends_after_six_months(west_essex, hwe) -> None:
    decided = date(2026, 1, 31)
    assert period(west_essex, decided).ends_on == date(2026, 7, 31)
    assert period(west_essex, decided).review_on == date(2026, 7, 31)
    asked = {"decided": decided, "withdrawn": None}
    assert in_force(west_essex, today=date(2026, 7, 31), **asked)
    assert not in_force(west_essex, today=date(2026, 8, 1), **asked)
    assert not in_force(west_essex, today=date(2026, 1, 30), **asked)
    assert period(hwe, decided).ends_on is None
    assert in_force(hwe, today=date(2027, 8, 1), **asked)
    gone = {"decided": decided, "withdrawn": date(2026, 3, 1)}
    assert not in_force(hwe, today=date(2026, 3, 1), **gone)


def test_without_end_or_interval_a_restriction_is_looked_at_after_six_months(statute) -> None:
    assert period(statute, date(2026, 1, 31)).review_on == date(2026, 7, 31)


@pytest.mark.requirement("VP-7", "PP-31")
def test_a_warning_at_millbrook_is_reviewed_after_three_six_or_twelve_months(
    millbrook, hwe
) -> None:
    assert warning_reviews(millbrook, date(2026, 1, 31)) == (
        date(2026, 4, 30),
        date(2026, 7, 31),
        date(2027, 1, 31),
    )
    assert warning_reviews(hwe, date(2026, 1, 31)) == ()


@pytest.mark.requirement("VP-8")
def test_at_millbrook_all_have_to_agree_before_a_restriction_is_withdrawn(millbrook, hwe) -> None:
    two = frozenset({"governance", "executive_director"})
    better = {"ground": "reasonable_behaviour"}
    assert may_withdraw(millbrook, two, **better) == (False, "Still to agree: Regional Director.")
    assert may_withdraw(millbrook, two | {"regional_director"}, **better)[0]
    assert may_withdraw(hwe, frozenset({"chief_of_staff"}), **better)[0]
    assert not may_withdraw(hwe, frozenset(), **better)[0]


@pytest.mark.requirement("VP-8")
@pytest.mark.parametrize("body", ["hwe", "millbrook"])
def test_a_restriction_ends_for_better_behaviour_or_a_new_complaint(body: str, request) -> None:
    profile = request.getfixturevalue(body)
    everybody = frozenset(profile.restrictions.vex_withdraw_by.in_force)
    for ground in ("reasonable_behaviour", "new_complaint"):
        assert may_withdraw(profile, everybody, ground=ground) == (True, "")
    assert may_withdraw(profile, everybody, ground="")[1].startswith("Say what has changed")


@pytest.mark.requirement("VP-8")
def test_at_west_essex_the_end_needs_no_ground_because_it_comes_by_itself(west_essex) -> None:
    assert may_withdraw(west_essex, frozenset({"signatory"}), ground="")[0]
    assert west_essex.restrictions.vex_withdraw_by.silent


@pytest.mark.requirement("VX-5", "VP-6")
@pytest.mark.parametrize("body", ["hwe", "west_essex", "millbrook"])
def test_a_restriction_never_keeps_a_letter_out_and_a_new_issue_is_always_answered(
    body: str, request
) -> None:
    profile = request.getfixturevalue(body)
    holds = {"decided": date(2026, 5, 1), "withdrawn": None, "today": TODAY}
    old_matter = incoming(profile, new_issue=False, **holds)
    assert (old_matter.read_by_a_person, old_matter.acknowledged) == (True, True)
    assert (old_matter.answered, old_matter.triaged) == (False, False)
    assert old_matter.shown == ("Contact is restricted. To be looked at again on 1 November 2026.")
    new = incoming(profile, new_issue=True, **holds)
    assert (new.triaged, new.answered) == (True, True)


@pytest.mark.requirement("VX-5", "VP-7")
def test_when_a_restriction_has_ended_everything_is_answered_again(west_essex, hwe) -> None:
    over = {"decided": date(2025, 11, 30), "today": TODAY, "new_issue": False}
    assert incoming(west_essex, withdrawn=None, **over).answered
    assert not incoming(hwe, withdrawn=None, **over).answered
    assert incoming(hwe, withdrawn=date(2026, 5, 1), **over).shown == ""
    assert incoming(hwe, withdrawn=None, **over | {"decided": None}).answered


@pytest.mark.requirement("T-22", "VX-4")
def test_repeated_requests_for_ones_own_data_go_to_a_register_apart(millbrook, hwe) -> None:
    complied = {"data_request": True, "complied_with": True}
    assert register_for(millbrook, **complied) == ("data_requests", "")
    assert register_for(millbrook, data_request=True, complied_with=False)[0] is None
    assert register_for(hwe, **complied)[0] is None
    for body in (hwe, millbrook):
        assert register_for(body, data_request=False, complied_with=False)[0] == "complaints"
    said = millbrook.restrictions.vex_data_requests
    assert said.overridden_by_law
    assert "protocol" in str(said.policy_says)


@pytest.mark.requirement("VX-2")
def test_a_criterion_is_shown_in_words_wherever_a_value_is_shown(west_essex) -> None:
    assert code_words("J", west_essex).startswith("J: Threatened or used violence")
