"""What triage settles, and what an audit asks afterwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from staff_workspace.policy.clocks import CaseFacts, Event
from staff_workspace.policy.quality_audit import CHECKS, Closed, audit
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
def test_an_audit_asks_the_questions_of_millbrook(millbrook) -> None:
    events = (
        Event("first_contact", date(2026, 3, 3)),
        Event("acknowledged", date(2026, 3, 6)),
        Event("final_response_sent", date(2026, 4, 1)),
    )
    facts = CaseFacts("complaint", date(2026, 3, 2), "email", events=events)
    closed = Closed(facts, letter_has=["LE-2", "LE-6"], as_of=date(2026, 4, 1))
    found = audit(millbrook, closed)
    assert list(found) == list(CHECKS)
    assert found == {
        "first_contact": True,
        "acknowledgement": False,
        "depth": None,
        "response_target": True,
        "response_maximum": True,
        "apology": True,
        "ombudsman": True,
        "learning": False,
    }
    judged = replace(closed, depth_fitted=True, letter_waives=["LE-2"], letter_has=[])
    assert audit(millbrook, judged)["depth"] is True
    assert audit(millbrook, judged)["apology"] is None


@pytest.mark.requirement("QA-6")
def test_a_date_agreed_beyond_forty_working_days_meets_the_target_and_not_the_maximum(
    millbrook,
) -> None:
    agreed = Event("extension_agreed", date(2026, 4, 20), date(2026, 5, 29))
    sent = Event("final_response_sent", date(2026, 5, 8))
    facts = CaseFacts("complaint", date(2026, 3, 2), "email", events=(agreed, sent))
    found = audit(millbrook, Closed(facts, as_of=date(2026, 5, 8)))
    assert (found["response_target"], found["response_maximum"]) == (True, False)


@pytest.mark.requirement("QA-6", "T-07")
def test_days_of_waiting_for_consent_are_no_days_of_the_maximum(millbrook) -> None:
    events = (
        Event("consent_requested", date(2026, 3, 4)),
        Event("consent_received", date(2026, 3, 20)),
        Event("final_response_sent", date(2026, 5, 18)),
    )
    facts = CaseFacts("complaint", date(2026, 3, 2), "email", on_behalf=True, events=events)
    assert audit(millbrook, Closed(facts, as_of=date(2026, 5, 18)))["response_maximum"] is True
    own = replace(facts, on_behalf=False)
    assert audit(millbrook, Closed(own, as_of=date(2026, 5, 18)))["response_maximum"] is False


@pytest.mark.requirement("QA-6")
def test_an_audit_elsewhere_asks_what_every_response_owes(hwe, millbrook) -> None:
    open_case = CaseFacts("complaint", date(2026, 3, 2), "email", grade="major")
    found = audit(hwe, Closed(open_case, as_of=date(2026, 3, 3)))
    assert "first_contact" not in found
    assert found["acknowledgement"] is None
    assert hwe.records.audit_checks.silent
    unanswered = audit(millbrook, Closed(open_case, as_of=date(2026, 3, 3)))
    assert unanswered["response_maximum"] is None
    without = millbrook.to_dict()
    without["response"]["target_max_wd"] = {"silent": True}
    sent = replace(open_case, events=(Event("final_response_sent", date(2026, 3, 3)),))
    profile = type(millbrook).from_dict(without)
    assert audit(profile, Closed(sent, as_of=date(2026, 3, 3)))["response_maximum"] is None
