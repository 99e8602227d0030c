"""What follows from a profile is worked out once, and never taken for another profile's."""

from __future__ import annotations

from datetime import date

import pytest

from staff_workspace.policy.case_facts import CaseFacts, Event
from staff_workspace.policy.clock_rules.reading import Case, ClockReading
from staff_workspace.policy.clock_rules.shape import shape_of
from staff_workspace.policy.clocks import CLOCKS, clocks_of
from staff_workspace.policy.history import History
from staff_workspace.policy.per_profile import once_per_profile
from staff_workspace.policy.profile import Profile

D = date.fromisoformat


def test_it_is_worked_out_once_for_each_profile_and_each_further_argument(hwe, millbrook) -> None:
    asked = []

    @once_per_profile(maxsize=8)
    def named(profile: Profile, word: str) -> str:
        asked.append(word)
        return f"{profile.body.key} {word}"

    for _ in range(2):
        assert named(hwe, "a") == "hwe_icb a"
        assert named(hwe, "b") == "hwe_icb b"
        assert named(millbrook, "a") == "millbrook a"
    assert asked == ["a", "b", "a"]


def test_an_equal_profile_is_asked_for_itself(hwe) -> None:
    asked = []

    @once_per_profile(maxsize=8)
    def key(profile: Profile) -> str:
        asked.append(profile)
        return profile.body.key

    copy = hwe.model_copy()
    assert copy == hwe
    assert key(hwe) == key(copy)
    assert [one is other for one, other in zip(asked, (hwe, copy), strict=True)] == [True, True]


def test_what_is_raised_is_raised_again(hwe) -> None:
    @once_per_profile(maxsize=8)
    def refuse(profile: Profile) -> None:
        raise ValueError(profile.body.key)

    for _ in range(2):
        with pytest.raises(ValueError, match="hwe_icb"):
            refuse(hwe)


def test_cases_that_differ_in_their_history_alone_share_their_clocks(hwe, millbrook) -> None:
    bare = CaseFacts("complaint", D("2026-03-02"), "email")
    busy = CaseFacts(
        "complaint", D("2026-04-01"), "email", events=(Event("acknowledged", D("2026-04-02")),)
    )
    assert clocks_of(hwe, shape_of(bare)) is clocks_of(hwe, shape_of(busy))
    assert clocks_of(hwe, shape_of(bare)) is not clocks_of(millbrook, shape_of(bare))


def test_what_a_shape_shows_at_once_is_that_the_clock_does_not_apply(hwe) -> None:
    anonymous = CaseFacts("complaint", D("2026-03-02"), "email", anonymous=True)
    clocks = dict(zip(CLOCKS, clocks_of(hwe, shape_of(anonymous)), strict=True))
    at_once = {name: clock for name, clock in clocks.items() if isinstance(clock, ClockReading)}
    assert {"first_contact", "acknowledgement", "response_target", "mp_final"} <= set(at_once)
    assert {clock.state for clock in at_once.values()} == {"not_applicable"}
    assert [clock.clock for clock in at_once.values()] == list(at_once)


def test_every_clock_of_a_case_that_ended_asks_for_the_same_history(hwe) -> None:
    withdrawn = Event("withdrawn", D("2026-03-09"))
    facts = CaseFacts("complaint", D("2026-03-02"), "email", events=(withdrawn,))
    case = Case(hwe, History(facts, D("2026-05-01")), explain=False)
    then = case.as_it_ended(D("2026-03-09"))
    assert then is case.as_it_ended(D("2026-03-09"))
    assert (then.history.as_of, then.history.ended_early()) == (D("2026-03-09"), None)
