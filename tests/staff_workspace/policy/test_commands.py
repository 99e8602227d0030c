"""The two commands over the policy rules, run without settings and without a database."""

from __future__ import annotations

import io
import json

import pytest
from django.core.management import CommandError, call_command

from staff_workspace.management.commands.compare_profiles import Command as CompareProfiles
from staff_workspace.management.commands.explain_deadlines import Command as ExplainDeadlines


def _run(*arguments: str) -> str:
    out = io.StringIO()
    call_command(ExplainDeadlines(stdout=out), *arguments)
    return out.getvalue()


CASE = ("--profile", "millbrook", "--received", "2026-03-02", "--as-of", "2026-03-25")
CONSENT = (
    "--event",
    "consent_requested=2026-03-04",
    "--event",
    "consent_received=2026-03-20",
)


@pytest.mark.requirement("V-6")
def test_a_case_is_explained_in_sentences() -> None:
    said = _run(*CASE, *CONSENT)
    assert "response_target: running, due 2026-05-18" in said
    assert "    With the pause added, the date is Monday 18 May 2026." in said
    assert "signoff_escalation: not_applicable, due –" in said


@pytest.mark.requirement("T-07", "CT-6")
def test_consent_for_ones_own_complaint_pauses_nothing_at_millbrook() -> None:
    assert "response_target: running, due 2026-04-29" in _run(*CASE, *CONSENT, "--no-on-behalf")


def test_a_case_is_explained_as_one_line_of_json() -> None:
    line = json.loads(_run(*CASE, *CONSENT, "--json"))
    due = {clock["clock"]: clock["due"] for clock in line["clocks"]}
    assert due["response_target"] == "2026-05-18"


def test_an_event_with_two_dates_is_written_with_a_comma() -> None:
    said = _run(*CASE, "--event", "extension_agreed=2026-03-05,2026-05-29")
    assert "response_target: running, due 2026-05-29" in said


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--received", "2026-03-02"), "profile: missing"),
        ((*CASE, "--event", "acknowledged"), "write NAME=ISO"),
        ((*CASE, "--event", "acknowledged=soon"), "soon is not an ISO date"),
        ((*CASE, "--grade", "purple"), "purple is none of"),
        ((*CASE, "--kind", "purple"), "kind: purple is none of complaint, concern"),
        ((*CASE, "--channel", "pigeon"), "channel: pigeon is none of website"),
        ((*CASE, "--elected-as", "king"), "elected_as: king is none of mp"),
        ((*CASE, "--event", "signed="), "signed: '' is not an ISO date"),
        ((*CASE, "--event", "signed=2026-03-05,2026-03-06,2026-03-07"), "is not .name, date."),
        (("--batch", "no-such-file"), "no-such-file: No such file"),
        (("--batch", "."), ".: Is a directory"),
        (("--batch", "-", "--profile", "millbrook"), "takes its cases from the file alone"),
        (("--batch", "-", "--event", "signed=2026-03-05"), "takes its cases from the file"),
    ],
)
def test_a_wrong_argument_gives_one_clear_error(arguments: tuple[str, ...], message: str) -> None:
    with pytest.raises(CommandError, match=message):
        _run(*arguments)


def test_every_key_of_a_line_has_its_option() -> None:
    said = _run(*CASE, "--kind", "mp_enquiry", "--also-kind", "complaint", "--anonymous")
    assert "statutory_response: not_applicable, due –\n    The complaint is anonymous" in said
    said = _run(*CASE, *CONSENT, "--on-behalf", "--grade", "low", "--channel", "social_media")
    assert "response_target: running, due 2026-05-18" in said
    enquiry = ("--profile", "west_essex_ccg", "--received", "2026-03-02", "--kind", "mp_enquiry")
    assert "mp_final: not_applicable" not in _run(*enquiry)
    assert "mp_final: not_applicable" in _run(*enquiry, "--elected-as", "elected_official")


def test_two_profiles_are_printed_side_by_side() -> None:
    out = io.StringIO()
    call_command(CompareProfiles(stdout=out), "hwe_icb", "millbrook")
    said = out.getvalue()
    assert "response.io_wd\n    hwe_icb: – (not verified)\n    millbrook: 15 [12]" in said
    assert "    hwe_icb: phso [8.10.14]\n    millbrook: phso, lgsco [12]" in said
    assert said.splitlines()[-1].endswith(" differences")
    with pytest.raises(CommandError, match="no such profile"):
        call_command(CompareProfiles(stdout=out), "hwe_icb", "nobody")
