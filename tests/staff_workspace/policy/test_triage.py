"""What triage settles, and what an audit asks afterwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from staff_workspace.policy.clocks import CaseFacts, Event, read_clocks
from staff_workspace.policy.quality_audit import CHECKS, audit
from staff_workspace.policy.triage import Triage, still_open

SETTLED = Triage(
    eligible=True,
    kind="complaint",
    grade="major",
    consent_needs_judged=True,
    lead_body="hwe_icb",
    plan="Ask the trust",
    agreed_by=date(2026, 4, 29),
    allocated_to="ana",
    red_flags_judged=True,
)


@pytest.mark.requirement("TG-1")
def test_triage_settles_everything_before_the_investigation() -> None:
    assert still_open(SETTLED) == ()
    assert still_open(Triage()) == ("whether the procedure applies",)
    assert still_open(replace(SETTLED, grade="", allocated_to="")) == (
        "the grade",
        "who deals with it",
    )
    assert len(still_open(Triage(eligible=True))) == 8


@pytest.mark.requirement("TG-1")
def test_a_contact_out_of_scope_leaves_with_advice() -> None:
    assert len(still_open(Triage(eligible=False))) == 1
    assert still_open(Triage(eligible=False, plan="Told of the water company")) == ()


@pytest.mark.requirement("QA-6")
def test_an_audit_asks_the_seven_questions_of_millbrook(millbrook) -> None:
    events = (
        Event("first_contact", date(2026, 3, 3)),
        Event("acknowledged", date(2026, 3, 6)),
        Event("final_response_sent", date(2026, 4, 1)),
    )
    facts = CaseFacts("complaint", date(2026, 3, 2), "email", events=events)
    readings = read_clocks(millbrook, facts, as_of=date(2026, 4, 1))
    found = audit(readings, letter_has=["LE-2", "LE-6"], depth_fitted=None)
    assert list(found) == list(CHECKS)
    assert found == {
        "first_contact": True,
        "acknowledgement": False,
        "depth": None,
        "response_target": True,
        "apology": True,
        "ombudsman": True,
        "learning": False,
    }
    assert audit((), letter_has=[], depth_fitted=True)["first_contact"] is None
