"""Compliments, and complaints on social media."""

from __future__ import annotations

from datetime import date

import pytest

from staff_workspace.policy.compliments import Compliment, board_figures, shared_with
from staff_workspace.policy.social_media import course

KIND = Compliment(date(2026, 5, 1), "Wheelchairs", ("Ana Osei",))
OTHER = Compliment(date(2026, 5, 2), "Wheelchairs")
FITTING = Compliment(date(2026, 5, 3), "Stairlifts", ("Ben Shah",))


@pytest.mark.requirement("CO-1")
def test_millbrook_tells_those_whom_a_compliment_names(millbrook, hwe) -> None:
    assert shared_with(millbrook, KIND) == ("Ana Osei",)
    assert shared_with(millbrook, OTHER) == ()
    assert not millbrook.records.compliments_shared_with_staff.silent
    assert hwe.records.compliments_shared_with_staff.silent


@pytest.mark.requirement("CO-1")
def test_the_boards_figures_of_compliments_name_nobody(millbrook) -> None:
    figures = board_figures(millbrook, [FITTING, KIND, OTHER])
    assert figures == {"Wheelchairs": 2, "Stairlifts": 1}
    assert list(figures) == ["Wheelchairs", "Stairlifts"]
    assert "Osei" not in str(figures)


@pytest.mark.requirement("CO-1")
@pytest.mark.parametrize("body", ["hwe", "west_essex", "millbrook"])
def test_a_compliment_is_recorded_and_owes_nobody_a_date(body: str, request, read) -> None:
    profile = request.getfixturevalue(body)
    for clock in ("first_contact", "acknowledgement", "response_target", "statutory_response"):
        shown = read(profile, clock, "2026-03-02", kind="compliment")
        assert shown.state == "not_applicable"


def test_a_body_may_keep_compliments_to_itself(millbrook) -> None:
    stored = millbrook.to_dict()
    for key in ("compliments_shared_with_staff", "compliments_in_board_figures"):
        stored["records"][key] |= {"in_force": False, "policy_says": False}
    quiet = type(millbrook).from_dict(stored)
    assert shared_with(quiet, KIND) == ()
    assert board_figures(quiet, [KIND]) == {}


@pytest.mark.requirement("SM-1", "PP-38")
def test_social_media_goes_to_the_manager_and_into_the_process_where_it_is_investigated(
    millbrook,
) -> None:
    quick = course(millbrook, needs_investigation=False, wishes_complaint=False)
    assert (quick.kind, quick.contact_wd) == ("concern", 1)
    assert millbrook.role_title(quick.role) == "Service Centre Manager"
    grave = course(millbrook, needs_investigation=True, wishes_complaint=False)
    assert grave.kind == "complaint"
    assert course(millbrook, needs_investigation=False, wishes_complaint=True).kind == "complaint"


@pytest.mark.requirement("SM-1")
def test_elsewhere_social_media_is_a_channel_like_any_other(hwe, west_essex, read) -> None:
    for body in (hwe, west_essex):
        found = course(body, needs_investigation=True, wishes_complaint=False)
        assert (found.role, found.contact_wd) == ("handler", None)
        sent = read(body, "acknowledgement", "2026-03-02", channel="social_media")
        assert sent.due == date(2026, 3, 5)
