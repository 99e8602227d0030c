"""The catalogue's vectors, asked of the command as anybody would ask it."""

from __future__ import annotations

import io
import json

import pytest
from django.core.management import call_command

from staff_workspace.management.commands.explain_deadlines import Command as ExplainDeadlines


def _due(*arguments: str) -> dict[str, str | None]:
    out = io.StringIO()
    call_command(ExplainDeadlines(stdout=out), *arguments, "--json")
    return {clock["clock"]: clock["due"] for clock in json.loads(out.getvalue())["clocks"]}


def _case(profile: str, received: str, *events: str, **more: str) -> dict[str, str | None]:
    options = [part for event in events for part in ("--event", event)]
    options += [part for key, value in more.items() for part in (f"--{key}", value)]
    latest = max([received, *(event.partition("=")[2] for event in events)])
    as_of = () if "as-of" in more else ("--as-of", latest)
    return _due("--profile", profile, "--received", received, *as_of, *options)


EACH = ("hwe_icb", "west_essex_ccg", "millbrook", "statute")


@pytest.mark.requirement("V-1", "V-2", "V-3")
@pytest.mark.parametrize("profile", EACH)
@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2025-12-19", "2025-12-24"),
        ("2025-12-24", "2025-12-31"),
        ("2026-12-23", "2026-12-30"),
        ("2026-04-02", "2026-04-09"),
        ("2026-04-04", "2026-04-09"),
    ],
)
def test_three_working_days_over_christmas_and_easter(
    profile: str, received: str, due: str
) -> None:
    assert _case(profile, received)["acknowledgement"] == due


@pytest.mark.requirement("V-4")
@pytest.mark.parametrize(
    ("profile", "grade", "clock", "due"),
    [
        ("millbrook", "low", "first_contact", "2026-03-03"),
        ("millbrook", "low", "acknowledgement", "2026-03-05"),
        ("west_essex_ccg", "minor", "response_target", "2026-03-16"),
        ("millbrook", "low", "draft", "2026-03-23"),
        ("west_essex_ccg", "moderate", "response_target", "2026-04-08"),
        ("millbrook", "low", "response_target", "2026-04-29"),
    ],
)
def test_every_policy_period_from_one_monday(
    profile: str, grade: str, clock: str, due: str
) -> None:
    assert _case(profile, "2026-03-02", grade=grade)[clock] == due


@pytest.mark.requirement("V-5")
@pytest.mark.parametrize("profile", EACH)
@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2026-01-15", "2026-07-14"),
        ("2025-08-28", "2026-02-27"),
        ("2025-08-29", "2026-02-28"),
        ("2025-08-30", "2026-02-28"),
        ("2025-08-31", "2026-02-28"),
        ("2023-08-29", "2024-02-28"),
        ("2023-08-31", "2024-02-29"),
        ("2026-03-01", "2026-08-31"),
        ("2026-03-31", "2026-09-30"),
        ("2026-09-01", "2027-02-28"),
    ],
)
def test_six_months_commencing_on_receipt(profile: str, received: str, due: str) -> None:
    assert _case(profile, received)["statutory_response"] == due


@pytest.mark.requirement("V-6")
def test_consent_pauses_at_millbrook_and_starts_the_target_at_the_other_two() -> None:
    consent = "consent_requested=2026-03-04", "consent_received=2026-03-20"
    assert _case("millbrook", "2026-03-02", *consent)["response_target"] == "2026-05-18"
    assert _case("millbrook", "2026-03-02")["response_target"] == "2026-04-29"
    for profile in ("hwe_icb", "west_essex_ccg"):
        later = _case(profile, "2026-03-02", *consent, grade="major")
        assert later["response_target"] == "2026-05-20"


@pytest.mark.requirement("V-8")
def test_the_last_day_for_consent_at_millbrook() -> None:
    found = _case("millbrook", "2026-03-02", "consent_requested=2026-03-04")
    assert found["consent_closure"] == "2026-04-03"


@pytest.mark.requirement("V-9")
def test_an_mps_enquiry() -> None:
    found = _case("hwe_icb", "2026-03-16", kind="mp_enquiry")
    clocks = ("mp_acknowledgement", "mp_draft", "mp_chase", "mp_final")
    assert [found[clock] for clock in clocks] == [
        "2026-03-19",
        "2026-04-08",
        "2026-04-10",
        "2026-04-22",
    ]


@pytest.mark.requirement("V-10")
def test_the_milestones_of_a_meeting() -> None:
    found = _case("hwe_icb", "2026-01-05", "meeting=2026-05-21")
    steps = ("offer", "agenda", "premeet", "outputs", "update")
    assert [found[f"meeting_{step}"] for step in steps] == [
        "2026-04-30",
        "2026-05-07",
        "2026-05-14",
        "2026-06-04",
        "2026-07-16",
    ]


@pytest.mark.requirement("V-11")
@pytest.mark.parametrize("profile", EACH)
@pytest.mark.parametrize(
    ("occurred", "received", "due"),
    [("2025-06-10", "2026-01-05", "2026-06-10"), ("2024-02-29", "2025-01-06", "2025-02-28")],
)
def test_twelve_months_to_complain(profile: str, occurred: str, received: str, due: str) -> None:
    assert _case(profile, received, f"occurred={occurred}")["late_complaint"] == due


@pytest.mark.requirement("V-12")
def test_six_months_for_a_meeting_after_the_response() -> None:
    found = _case("hwe_icb", "2025-03-03", "final_response_sent=2025-08-31")
    assert found["meeting_window"] == "2026-02-28"
