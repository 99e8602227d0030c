"""Enquiries by MPs and other elected people."""

from __future__ import annotations

from datetime import date

import pytest

D = date.fromisoformat
MP = {"kind": "mp_enquiry"}


@pytest.mark.requirement("V-9", "MP-2", "PP-25")
@pytest.mark.parametrize("body", ["hwe", "west_essex"])
@pytest.mark.parametrize(
    ("clock", "due"),
    [
        ("mp_acknowledgement", "2026-03-19"),
        ("mp_draft", "2026-04-08"),
        ("mp_chase", "2026-04-10"),
        ("mp_final", "2026-04-22"),
    ],
)
def test_an_mp_is_answered_in_3_15_and_25_working_days(
    body: str, clock: str, due: str, request: pytest.FixtureRequest, read
) -> None:
    shown = read(request.getfixturevalue(body), clock, "2026-03-16", **MP)
    assert (shown.due, shown.state) == (D(due), "running")


@pytest.mark.requirement("T-33")
def test_the_reminder_shows_how_little_is_left_to_the_final_reply(hwe, read) -> None:
    assert read(hwe, "mp_chase", "2026-03-16", **MP).why[-1] == (
        "That leaves 8 working days to the final reply."
    )


@pytest.mark.requirement("MP-2")
def test_a_draft_in_time_needs_no_reminder_and_a_late_one_does(hwe, read) -> None:
    in_time = read(hwe, "mp_chase", "2026-03-16", ("drafted", "2026-04-08"), **MP)
    assert in_time.state == "not_applicable"
    late = read(hwe, "mp_chase", "2026-03-16", ("drafted", "2026-04-10"), **MP)
    assert late.state == "met"


@pytest.mark.requirement("MP-2", "CL-3")
def test_a_later_date_told_to_the_mps_office_moves_the_final_reply(hwe, read) -> None:
    told = ("extension_agreed", "2026-04-20", "2026-05-06")
    assert read(hwe, "mp_final", "2026-03-16", told, **MP).due == D("2026-05-06")
    assert read(hwe, "mp_draft", "2026-03-16", told, **MP).due == D("2026-04-08")


@pytest.mark.requirement("MP-1", "PP-24")
def test_only_hwe_treats_other_elected_people_like_mps(hwe, west_essex, millbrook, read) -> None:
    councillor = {"kind": "mp_enquiry", "elected_as": "elected_official"}
    assert read(hwe, "mp_final", "2026-03-16", **councillor).state == "running"
    assert read(west_essex, "mp_final", "2026-03-16", **councillor).state == "not_applicable"
    for clock in ("mp_acknowledgement", "mp_chase", "mp_final"):
        assert read(millbrook, clock, "2026-03-16", **MP).state == "not_applicable"


@pytest.mark.requirement("T-34")
def test_a_complaint_brought_by_an_mp_runs_both_sets_of_clocks(hwe, read) -> None:
    both = {"kind": "mp_enquiry", "also_kinds": ("complaint",), "grade": "major"}
    for clock in ("acknowledgement", "statutory_response", "mp_final", "response_target"):
        assert read(hwe, clock, "2026-03-16", **both).state == "running"
    for clock in ("acknowledgement", "statutory_response"):
        assert read(hwe, clock, "2026-03-16", **MP).state == "not_applicable"


def test_clocks_for_elected_people_are_silent_elsewhere(hwe, read) -> None:
    assert read(hwe, "mp_final", "2026-03-16").state == "not_applicable"
    withdrawn = read(hwe, "mp_chase", "2026-03-16", ("withdrawn", "2026-03-17"), **MP)
    assert withdrawn.why == ("The case was withdrawn on Tuesday 17 March 2026.",)


def test_a_body_may_enquire_without_a_reminder_or_a_final_date(hwe, read) -> None:
    stored = hwe.to_dict()
    for key in ("mp_final_wd", "mp_draft_wd"):
        stored["elected_officials"][key] = {"silent": True}
    assert read(type(hwe).from_dict(stored), "mp_chase", "2026-03-16", **MP).due is None
    stored["elected_officials"]["mp_draft_wd"] = hwe.to_dict()["elected_officials"]["mp_draft_wd"]
    open_ended = type(hwe).from_dict(stored)
    assert read(open_ended, "mp_final", "2026-03-16", **MP).state == "not_applicable"
    assert "leaves" not in read(open_ended, "mp_chase", "2026-03-16", **MP).why[-1]
