"""The response target, its pauses and agreements, and the backstop of the law."""

from __future__ import annotations

from datetime import date

import pytest

D = date.fromisoformat
ASKED = ("consent_requested", "2026-03-04")
IN = ("consent_received", "2026-03-20")


@pytest.mark.requirement("V-6", "CT-6", "T-07", "PP-8")
def test_millbrook_pauses_the_forty_days_while_consent_is_out(millbrook, read) -> None:
    clock = read(millbrook, "response_target", "2026-03-02", ASKED, IN, on_behalf=True)
    assert clock.due == D("2026-05-18")
    assert clock.moved_by[0].startswith("Paused for 12 working days")
    assert clock.why[-1] == "With the pause added, the date is Monday 18 May 2026."
    # So that the days that the pause adds can be counted by hand.
    assert "Monday 4 May 2026 is" in clock.why[-2]
    assert (clock.total_days, clock.used_days) == (40, 2)
    assert read(millbrook, "response_target", "2026-03-02").due == D("2026-04-29")


@pytest.mark.requirement("T-07")
def test_millbrook_pauses_only_for_complaints_made_for_someone_else(millbrook, read) -> None:
    clock = read(millbrook, "response_target", "2026-03-02", ASKED, IN)
    assert clock.due == D("2026-04-29")


@pytest.mark.requirement("CT-6")
def test_millbrooks_target_is_paused_until_consent_is_in(millbrook, read) -> None:
    clock = read(millbrook, "response_target", "2026-03-02", ASKED, on_behalf=True)
    assert (clock.state, clock.due, clock.left) == ("paused", None, "paused until consent is in")


@pytest.mark.requirement("T-07")
def test_overlapping_requests_for_consent_pause_once(millbrook, read) -> None:
    clock = read(
        millbrook,
        "response_target",
        "2026-03-02",
        ASKED,
        ("consent_requested", "2026-03-10"),
        ("consent_received", "2026-03-12"),
        IN,
        on_behalf=True,
    )
    assert clock.due == D("2026-05-18")
    inside = read(
        millbrook,
        "response_target",
        "2026-03-02",
        ASKED,
        ("consent_requested", "2026-03-10"),
        ("consent_received", "2026-03-20"),
        ("consent_received", "2026-03-20"),
        on_behalf=True,
    )
    assert inside.due == D("2026-05-18")


@pytest.mark.requirement("V-6", "CT-5", "PP-7")
@pytest.mark.parametrize("body", ["hwe", "west_essex"])
def test_where_the_target_starts_with_consent_it_counts_from_its_receipt(
    body: str, request: pytest.FixtureRequest, read
) -> None:
    profile = request.getfixturevalue(body)
    waiting = read(profile, "response_target", "2026-03-02", ASKED, grade="major")
    assert (waiting.state, waiting.due) == ("not_started", None)
    assert waiting.left == "starts when consent is in"
    started = read(profile, "response_target", "2026-03-02", ASKED, IN, grade="major")
    assert started.due == D("2026-05-20")


@pytest.mark.requirement("CT-4", "TG-3", "PP-6")
@pytest.mark.parametrize(
    ("grade", "due"),
    [
        ("on_the_spot", "2026-03-05"),
        ("minor", "2026-03-16"),
        ("moderate", "2026-04-08"),
        ("major", "2026-04-29"),
        ("catastrophic", "2026-04-29"),
    ],
)
def test_west_essex_sets_the_target_by_grade(west_essex, read, grade: str, due: str) -> None:
    assert read(west_essex, "response_target", "2026-03-02", grade=grade).due == D(due)


def test_the_target_waits_for_the_grade(west_essex, read) -> None:
    ungraded = read(west_essex, "response_target", "2026-03-02")
    assert (ungraded.state, ungraded.left) == ("not_started", "starts when the case is graded")


@pytest.mark.requirement("CT-5")
@pytest.mark.parametrize("body", ["millbrook", "statute"])
def test_at_millbrook_and_by_law_the_time_starts_with_receipt(body, request, read) -> None:
    profile = request.getfixturevalue(body)
    agreed = ("response_agreed", "2026-03-05", "2026-05-01")
    for clock in ("response_target", "statutory_response"):
        assert read(profile, clock, "2026-03-02", ASKED, IN, agreed).start == D("2026-03-02")


@pytest.mark.requirement("CT-4")
def test_millbrook_answers_in_forty_working_days_at_most_and_aims_at_7_to_14(
    millbrook, read
) -> None:
    assert read(millbrook, "response_target", "2026-03-02").due == D("2026-04-29")
    assert millbrook.response.target_ideal_cd.in_force == (7, 14)


@pytest.mark.requirement("CL-3", "CT-4")
def test_a_date_agreed_with_the_person_takes_the_place_of_the_target(hwe, read) -> None:
    agreed = ("response_agreed", "2026-03-05", "2026-04-10")
    clock = read(hwe, "response_target", "2026-03-02", agreed)
    assert clock.due == D("2026-04-10")
    assert clock.moved_by == (
        "On Thursday 5 March 2026 it was agreed with the person that the date is "
        "Friday 10 April 2026.",
    )
    longer = ("extension_agreed", "2026-04-10", "2026-05-01")
    assert read(hwe, "response_target", "2026-03-02", agreed, longer).due == D("2026-05-01")


@pytest.mark.requirement("CL-3")
def test_an_extension_agreed_after_the_target_has_passed_moves_nothing(hwe, read) -> None:
    late = ("extension_agreed", "2026-04-30", "2026-06-01")
    clock = read(hwe, "response_target", "2026-03-02", late, grade="major")
    assert (clock.due, clock.state) == (D("2026-04-29"), "breached")
    assert "moves nothing" in clock.moved_by[0]


@pytest.mark.requirement("CL-2")
def test_the_response_is_met_when_it_is_sent_and_not_when_it_is_signed(hwe, read) -> None:
    signed = read(hwe, "response_target", "2026-03-02", ("signed", "2026-03-30"), grade="major")
    assert signed.state == "running"
    sent = ("final_response_sent", "2026-03-31")
    assert read(hwe, "response_target", "2026-03-02", sent, grade="major").state == "met"


@pytest.mark.requirement("CT-7", "REG-14", "PP-10", "T-04")
def test_the_legal_limit_is_six_months_that_begin_on_receipt(hwe, read) -> None:
    clock = read(hwe, "statutory_response", "2026-01-15")
    assert (clock.due, clock.rule) == (D("2026-07-14"), "law")
    assert clock.left == "180 days left"


@pytest.mark.requirement("CL-1", "CT-6", "T-06")
@pytest.mark.parametrize("body", ["hwe", "west_essex", "millbrook"])
def test_consent_never_moves_the_legal_limit(body: str, request, read) -> None:
    profile = request.getfixturevalue(body)
    for events in ((ASKED,), (ASKED, IN)):
        clock = read(profile, "statutory_response", "2026-03-02", *events, on_behalf=True)
        assert (clock.due, clock.moved_by) == (D("2026-09-01"), ())


@pytest.mark.requirement("CT-7", "REG-14")
def test_the_legal_limit_moves_by_an_agreement_made_before_it_ends(hwe, read) -> None:
    in_time = ("extension_agreed", "2026-09-01", "2026-10-01")
    assert read(hwe, "statutory_response", "2026-03-02", in_time).due == D("2026-10-01")
    too_late = ("extension_agreed", "2026-09-02", "2026-10-01")
    clock = read(hwe, "statutory_response", "2026-03-02", too_late)
    assert (clock.due, clock.state) == (D("2026-09-01"), "breached")
    assert clock.why[-1].endswith("after Tuesday 1 September 2026 had passed, moves nothing.")
    shorter = ("response_agreed", "2026-03-05", "2026-04-01")
    assert read(hwe, "statutory_response", "2026-03-02", shorter).moved_by == ()


@pytest.mark.requirement("T-31", "T-34")
def test_the_legal_limit_is_for_complaints_also_when_an_mp_brings_them(hwe, read) -> None:
    assert read(hwe, "statutory_response", "2026-03-02", kind="concern").state == "not_applicable"
    assert read(hwe, "statutory_response", "2026-03-02", kind="mp_enquiry").due is None
    both = read(
        hwe, "statutory_response", "2026-03-02", kind="mp_enquiry", also_kinds=("complaint",)
    )
    assert both.due == D("2026-09-01")


@pytest.mark.requirement("WD-1")
def test_a_complaint_that_is_withdrawn_owes_no_response(hwe, read) -> None:
    gone = ("withdrawn", "2026-03-10")
    clock = read(hwe, "response_target", "2026-03-02", gone, grade="major")
    assert clock.why == ("The case was withdrawn on Tuesday 10 March 2026.",)


def test_an_unknown_grade_leaves_the_bodys_maximum(millbrook, read) -> None:
    assert read(millbrook, "response_target", "2026-03-02", grade="purple").due == D("2026-04-29")


@pytest.mark.requirement("T-07")
def test_a_request_after_the_target_has_passed_saves_nothing(millbrook, read) -> None:
    late = [("consent_requested", "2026-05-05"), ("consent_received", "2026-05-20")]
    for events in (late, late[:1]):
        clock = read(millbrook, "response_target", "2026-03-02", *events, on_behalf=True)
        assert (clock.due, clock.state) == (D("2026-04-29"), "breached")
