"""A complaint about several organisations: one row for each, and one coordinated reply."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from staff_workspace.policy.co_operation import lead_missing
from staff_workspace.policy.several_bodies import (
    Share,
    against_step,
    go_along,
    may_answer,
    may_ask,
    one_handler,
    still_open,
)

D = date.fromisoformat
TRUST = Share(
    "the trust",
    consent=True,
    contact="its complaints manager",
    requested=D("2026-03-02"),
    due=D("2026-03-16"),
    issues=frozenset({"the wait", "the discharge"}),
)


@pytest.mark.requirement("MO-2")
def test_each_organisation_has_its_consent_its_contact_its_dates_and_its_issues() -> None:
    today = D("2026-03-16")
    assert still_open(replace(TRUST, consent=False), today=today) == ("ask the person for consent",)
    not_asked = replace(TRUST, requested=None)
    assert still_open(not_asked, today=today) == ("ask the organisation",)
    assert still_open(replace(not_asked, contact=""), today=today) == ("find out whom to ask",)
    assert still_open(TRUST, today=today) == ("wait for its answer",)
    assert still_open(TRUST, today=D("2026-03-17")) == ("remind it: the answer is overdue",)
    chased = replace(TRUST, chased=(D("2026-03-17"),))
    assert still_open(chased, today=D("2026-03-17")) == ("wait for its answer",)
    half = replace(TRUST, received=D("2026-03-16"), answered=frozenset({"the wait"}))
    assert still_open(half, today=today) == ("ask again about: the discharge",)
    assert still_open(replace(half, answered=TRUST.issues), today=today) == ()
    no_day = replace(TRUST, due=None)
    assert still_open(no_day, today=D("2026-06-01")) == ("wait for its answer",)


@pytest.mark.requirement("MO-1", "REG-9")
@pytest.mark.parametrize("body", ["millbrook", "statute"])
def test_where_the_policy_is_silent_the_laws_coordinated_reply_stands(body, request) -> None:
    profile = request.getfixturevalue(body)
    answered = replace(TRUST, received=D("2026-03-16"))
    other = replace(TRUST, organisation="the council")
    allowed, why = may_answer(profile, [answered, other], person_wants_partial=True)
    assert not allowed
    assert why == "The law asks for one coordinated reply. Still to come: the council."
    assert may_answer(profile, [answered], person_wants_partial=False) == (True, "")


@pytest.mark.requirement("MO-3")
def test_west_essex_offers_to_go_along_when_a_provider_offers_a_meeting(
    west_essex, hwe, millbrook, statute
) -> None:
    assert go_along(west_essex, provider_offers_meeting=True) == (
        "The Patient Experience Team can come with you to this meeting, if you wish."
    )
    assert go_along(west_essex, provider_offers_meeting=False) == ""
    for body in (hwe, millbrook, statute):
        assert go_along(body, provider_offers_meeting=True) == ""


@pytest.mark.requirement("MO-1", "REG-9")
def test_the_bodies_agree_who_leads_and_tell_the_person() -> None:
    assert lead_missing(2, lead="", told_person=False) == (
        "which body leads and answers",
        "that the person is told who leads",
    )
    assert lead_missing(2, lead="hwe_icb", told_person=True) == ()
    assert lead_missing(1, lead="", told_person=False) == ()


ASKED = date(2026, 11, 2)


@pytest.mark.parametrize(
    ("share", "done", "on", "due", "why"),
    [
        (Share("Trust", consent=True), "asked", ASKED, None, "whom to ask"),
        (Share("Trust", consent=True, contact="PALS"), "asked", ASKED, None, ""),
        (Share("Trust", consent=True, contact="PALS"), "asked", ASKED, ASKED, "after the day"),
        (Share("Trust", consent=True), "answered", ASKED, None, "first that it was asked"),
        (
            Share("Trust", consent=True, requested=ASKED),
            "reminded",
            date(2026, 11, 1),
            None,
            "before",
        ),
        (
            Share("Trust", consent=True, requested=ASKED, received=ASKED),
            "reminded",
            date(2026, 11, 9),
            None,
            "It has answered",
        ),
        (Share("Trust", consent=True, requested=ASKED), "reminded", date(2026, 11, 9), None, ""),
        (Share("Trust", consent=True, requested=ASKED), "answered", date(2026, 11, 9), None, ""),
    ],
)
def test_asking_reminding_and_answering_come_in_their_order(
    share: Share, done: str, on: date, due: date | None, why: str
) -> None:
    said = against_step(share, done, on=on, due=due)
    assert why in said
    assert bool(said) == bool(why)


def test_an_organisation_is_asked_only_when_consent_covers_it() -> None:
    assert may_ask(Share("Trust", consent=True)) == (True, "")
    may, why = may_ask(Share("Trust", consent=False))
    assert not may
    assert "Trust" in why


def test_the_same_matter_has_one_handler() -> None:
    assert one_handler(["ICB", "ICB"]) == (True, "")
    assert one_handler(["ICB", "Trust"])[0] is False
