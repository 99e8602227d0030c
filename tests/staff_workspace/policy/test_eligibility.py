"""What the procedure leaves out, the quick oral complaint, and the late one."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from staff_workspace.policy.case_facts import LONDON
from staff_workspace.policy.eligibility import (
    ELSEWHERE,
    GROUNDS,
    UnknownGround,
    anything_left,
    assess,
)
from staff_workspace.policy.oral_exemption import limits, verdict
from staff_workspace.policy.out_of_time import TESTS, DecisionIncomplete, decide, may_decide

MADE = datetime(2026, 5, 1, 15, 0)
LAW_END = datetime(2026, 5, 5, 23, 59, 59, tzinfo=LONDON)


@pytest.mark.requirement("EX-1", "EX-2")
def test_the_part_in_scope_is_handled_although_another_is_left_out(hwe) -> None:
    parts = assess(hwe, {"care": None, "pension": "XG-7", "quick": "XG-3"})
    assert [part.result for part in parts] == ["handle", "excluded", "excluded"]
    assert [part.written_notice for part in parts] == [False, True, False]
    assert parts[1].route == "the staff grievance procedure"
    assert anything_left(parts)
    assert not anything_left(parts[1:])


@pytest.mark.requirement("XG-1", "XG-2", "XG-5", "XG-6", "XG-7")
@pytest.mark.parametrize("ground", ["XG-1", "XG-2", "XG-5", "XG-6", "XG-7"])
@pytest.mark.parametrize("body", ["hwe", "west_essex", "millbrook", "statute"])
def test_every_body_leaves_out_what_the_law_leaves_out(body: str, ground: str, request) -> None:
    (part,) = assess(request.getfixturevalue(body), {"it": ground})
    assert part.result == "excluded"


@pytest.mark.requirement("XG-4", "T-24", "T-43")
@pytest.mark.parametrize("body", ["hwe", "west_essex", "millbrook"])
def test_a_dispute_about_ones_own_data_is_policy_and_not_statute(body: str, request) -> None:
    (part,) = assess(request.getfixturevalue(body), {"records": "XG-4"})
    assert (part.result, part.policy_differs) == ("handle", True)
    assert "the law does not" in part.reason
    assert part.route == "information governance, and the Information Commissioner"


@pytest.mark.requirement("XG-8", "PP-16")
def test_general_practice_is_in_scope_at_hwe_and_was_not_at_west_essex(hwe, west_essex) -> None:
    assert assess(hwe, {"gp": "XG-8"})[0].result == "handle"
    assert assess(west_essex, {"gp": "XG-8"})[0].result == "excluded"


@pytest.mark.requirement("XG-9", "XG-10", "EX-3")
def test_at_hwe_only_the_process_of_a_funding_decision_is_looked_at(hwe) -> None:
    (part,) = assess(hwe, {"funding": "XG-10"})
    assert part.result == "process_only"
    assert "once appeals are exhausted" in part.reason
    assert assess(hwe, {"other": "XG-9"})[0].result == "excluded"


# What the table of the three policies says; the law, where a policy is laxer or silent.
IN_FORCE = {
    "XG-1": ("excluded", "excluded", "excluded", "excluded"),
    "XG-2": ("excluded", "excluded", "excluded", "excluded"),
    "XG-3": ("excluded", "excluded", "excluded", "excluded"),
    "XG-4": ("handle", "handle", "handle", "handle"),
    "XG-5": ("excluded", "excluded", "excluded", "excluded"),
    "XG-6": ("excluded", "excluded", "excluded", "excluded"),
    "XG-7": ("excluded", "excluded", "excluded", "excluded"),
    "XG-8": ("handle", "excluded", "redirect", "handle"),
    "XG-9": ("excluded", "handle", "handle", "handle"),
    "XG-10": ("process_only", "handle", "redirect", "handle"),
}
SILENT = {
    "hwe": {"XG-3"},
    "west_essex": {"XG-3", "XG-9", "XG-10"},
    "millbrook": {"XG-6", "XG-8", "XG-10"},
    "statute": {"XG-8", "XG-9", "XG-10"},
}


@pytest.mark.requirement("EX-1", *GROUNDS)
@pytest.mark.parametrize("place", range(4), ids=["hwe", "west_essex", "millbrook", "statute"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_each_ground_leaves_out_what_the_policy_and_the_law_leave_out(
    ground, place, request
) -> None:
    body = ["hwe", "west_essex", "millbrook", "statute"][place]
    profile = request.getfixturevalue(body)
    (part,) = assess(profile, {"it": ground})
    assert part.result == IN_FORCE[ground][place]
    assert profile.eligibility.exclusions[ground].silent == (ground in SILENT[body])
    assert part.written_notice == (
        part.result in ("excluded", "process_only", "redirect") and ground != "XG-3"
    )


@pytest.mark.requirement("XG-2", "T-43")
def test_millbrook_speaks_only_of_what_an_ombudsman_investigates_now(millbrook, hwe) -> None:
    (there,) = assess(millbrook, {"it": "XG-2"})
    assert (there.result, there.policy_differs) == ("excluded", True)
    assert not assess(hwe, {"it": "XG-2"})[0].policy_differs


@pytest.mark.requirement("XG-9")
def test_millbrook_deals_itself_with_services_that_a_local_authority_pays_for(millbrook) -> None:
    (part,) = assess(millbrook, {"ramp": "XG-9"})
    assert (part.result, part.route, part.policy_differs) == ("handle", None, False)


@pytest.mark.requirement("EX-2", "XG-8")
@pytest.mark.parametrize("body", ["hwe", "west_essex", "millbrook", "statute"])
def test_a_service_that_the_body_does_not_commission_is_sent_to_the_right_manager(
    body, request
) -> None:
    decisions = assess(request.getfixturevalue(body), {"care": None, "other": ELSEWHERE})
    assert [part.result for part in decisions] == ["handle", "redirect"]
    assert decisions[1].written_notice
    assert "complaints manager" in (decisions[1].route or "")
    assert anything_left(decisions)
    assert not anything_left(decisions[1:])


@pytest.mark.requirement("EX-3", "XG-10")
def test_the_person_is_warned_that_the_funding_decision_itself_is_not_examined(hwe) -> None:
    (part,) = assess(hwe, {"funding": "XG-10"})
    assert part.written_notice
    assert part.reason.endswith("and not the decision itself.")
    assert anything_left((part,))


def test_a_ground_that_does_not_exist_is_refused(hwe) -> None:
    with pytest.raises(UnknownGround, match="XG-11"):
        assess(hwe, {"it": "XG-11"})


@pytest.mark.requirement("V-7", "XG-3", "T-11", "PP-5")
def test_an_oral_complaint_on_friday_is_settled_by_saturday_at_millbrook_by_tuesday_in_law(
    millbrook, hwe
) -> None:
    there = limits(millbrook, MADE)
    assert there.policy_until == datetime(2026, 5, 2, 15, 0, tzinfo=LONDON)
    assert there.law_until == LAW_END
    assert there.in_force() == there.policy_until
    assert limits(hwe, MADE).policy_until is None
    assert limits(hwe, MADE).in_force() == LAW_END
    only_the_day = limits(millbrook, date(2026, 5, 1)).policy_until
    assert only_the_day == datetime(2026, 5, 2, 23, 59, 59, tzinfo=LONDON)


@pytest.mark.requirement("T-11", "T-03")
def test_24_hours_to_settle_stay_24_hours_when_the_clocks_change(millbrook) -> None:
    until = limits(millbrook, datetime(2026, 3, 28, 23, 30)).policy_until
    assert until == datetime(2026, 3, 30, 0, 30, tzinfo=LONDON)


@pytest.mark.requirement("T-22", "XG-5")
def test_millbrook_is_outside_freedom_of_information_and_points_to_its_commissioner(
    millbrook, hwe
) -> None:
    (there,) = assess(millbrook, {"request": "XG-5"})
    assert there.route == "the commissioner, whom the request has to go through"
    assert "freedom of information team" in (assess(hwe, {"request": "XG-5"})[0].route or "")


@pytest.mark.requirement("T-11", "XG-3")
def test_only_an_oral_complaint_settled_in_time_to_satisfaction_is_exempt(hwe, millbrook) -> None:
    quick = {"oral": True, "satisfied": True, "made": MADE}
    saturday, monday = datetime(2026, 5, 2, 14), datetime(2026, 5, 4, 9)
    wednesday = datetime(2026, 5, 6, 9)
    assert verdict(millbrook, resolved=saturday, **quick)[0] == "exempt"
    assert verdict(millbrook, resolved=monday, **quick) == (
        "complaint_by_policy",
        "The policy gives 24 hours, and they had passed.",
    )
    assert verdict(hwe, resolved=monday, **quick)[0] == "exempt"
    assert verdict(hwe, resolved=wednesday, **quick)[0] == "complaint"
    assert verdict(hwe, resolved=monday, **quick | {"oral": False})[0] == "complaint"
    assert verdict(hwe, resolved=monday, **quick | {"satisfied": False})[0] == "complaint"


@pytest.mark.requirement("OT-2", "PP-13", "PP-14")
def test_each_body_names_who_decides_about_late_complaints(hwe, west_essex, millbrook) -> None:
    assert may_decide(hwe, frozenset())[0]
    assert may_decide(west_essex, frozenset({"handler"}))[0]
    assert may_decide(millbrook, frozenset({"governance"}))[0]
    refused, why = may_decide(millbrook, frozenset({"handler"}))
    assert not refused
    assert "Group Transformation Director" in why


@pytest.mark.requirement("OT-2", "OT-3")
def test_a_late_complaint_needs_good_reasons_and_a_fair_investigation() -> None:
    taken = decide(good_reasons=True, fair_and_effective=True, reason="In hospital until May")
    assert taken.accepted
    assert taken.tell == ()
    for answers in ((True, False), (False, True)):
        refused = decide(
            good_reasons=answers[0], fair_and_effective=answers[1], reason="Records are gone"
        )
        assert not refused.accepted
        assert "ombudsman" in refused.tell[1]


@pytest.mark.requirement("OT-3")
def test_both_tests_and_a_reason_are_recorded_before_anyone_is_refused() -> None:
    with pytest.raises(DecisionIncomplete, match="both questions"):
        decide(good_reasons=None, fair_and_effective=True, reason="x")
    with pytest.raises(DecisionIncomplete, match="Write down why"):
        decide(good_reasons=True, fair_and_effective=True, reason=" ")


@pytest.mark.requirement("OT-2")
@pytest.mark.parametrize(
    ("body", "test"),
    [
        ("hwe", "exceptional_and_fair"),
        ("west_essex", "discretion"),
        ("millbrook", "good_reasons"),
        ("statute", "good_reasons"),
    ],
)
def test_each_policy_has_its_own_words_for_the_test_and_the_laws_two_questions_stay(
    body, test, request
) -> None:
    own = request.getfixturevalue(body).eligibility.late_test
    assert own.in_force == test
    assert own.verified
    assert TESTS[test]


@pytest.mark.requirement("OT-2")
def test_at_millbrook_each_of_the_three_may_decide_and_at_hwe_nobody_is_named(
    millbrook, hwe
) -> None:
    for role in ("head_of_patient_experience", "governance", "group_transformation_director"):
        assert may_decide(millbrook, frozenset({role})) == (True, "")
    assert not hwe.eligibility.late_deciders.verified


@pytest.mark.requirement("OT-1", "OT-3")
@pytest.mark.parametrize("body", ["hwe", "west_essex", "millbrook", "statute"])
def test_a_late_complaint_is_flagged_and_every_other_clock_runs_all_the_same(
    body, request, read
) -> None:
    profile = request.getfixturevalue(body)
    happened = ("occurred", "2025-03-01")
    late = read(profile, "late_complaint", "2026-03-02", happened)
    assert (late.due, late.state) == (date(2026, 3, 1), "breached")
    for clock in ("acknowledgement", "statutory_response"):
        assert read(profile, clock, "2026-03-02", happened).state == "running"
    known = ("known", "2025-03-02")
    assert read(profile, "late_complaint", "2026-03-02", happened, known).state == "met"


@pytest.mark.requirement("XG-3", "T-13")
def test_west_essex_has_no_exclusion_of_its_own_so_the_laws_next_working_day_counts(
    west_essex,
) -> None:
    quick = {"oral": True, "satisfied": True, "made": MADE}
    tuesday, wednesday = datetime(2026, 5, 5, 17), datetime(2026, 5, 6, 9)
    assert verdict(west_essex, resolved=tuesday, **quick)[0] == "exempt"
    assert verdict(west_essex, resolved=wednesday, **quick)[0] == "complaint"
