"""What the policy tests share: the profiles, and short ways to read one clock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest

from staff_workspace.policy.clocks import CaseFacts, ClockReading, Event, read_clocks
from staff_workspace.policy.profile import Profile, load


@pytest.fixture
def hwe() -> Profile:
    return load("hwe_icb")


@pytest.fixture
def west_essex() -> Profile:
    return load("west_essex_ccg")


@pytest.fixture
def millbrook() -> Profile:
    return load("millbrook")


@pytest.fixture
def statute() -> Profile:
    return load("statute")


Read = Callable[..., ClockReading]


@pytest.fixture
def read() -> Read:
    """One clock of a case: `read(profile, "acknowledgement", "2026-03-02", as_of=…, **facts)`.

    Dates are ISO text; events are given as `("consent_requested", "2026-03-04")`.
    """

    def _read(
        profile: Profile,
        clock: str,
        received: str,
        *events: tuple[str, ...],
        as_of: str | None = None,
        **facts: object,
    ) -> ClockReading:
        happened = tuple(
            Event(name, _at(at), *map(date.fromisoformat, rest)) for name, at, *rest in events
        )
        case = CaseFacts(
            **{
                "kind": "complaint",
                "received": _at(received),
                "channel": "email",
                "events": happened,
            }
            | facts  # type: ignore[arg-type]
        )
        latest = max([received, *(at for _, at, *_ in events)], key=lambda iso: iso[:10])
        readings = read_clocks(profile, case, as_of=_at(as_of or latest))
        return next(reading for reading in readings if reading.clock == clock)

    return _read


def _at(iso: str) -> date | datetime:
    return datetime.fromisoformat(iso) if "T" in iso else date.fromisoformat(iso)
