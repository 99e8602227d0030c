"""No policy in force gives people less than the law."""

from __future__ import annotations

from typing import Any

import pytest

from staff_workspace.policy.law_floor import below_the_floor
from staff_workspace.policy.profile import Profile
from staff_workspace.policy.response_content import missing


@pytest.mark.requirement("SU-2", "T-43")
@pytest.mark.parametrize("body", ["hwe", "west_essex", "millbrook", "statute"])
def test_every_profile_stands_on_the_floor_of_the_law(body: str, statute, request) -> None:
    assert below_the_floor(request.getfixturevalue(body), statute) == ()


@pytest.mark.requirement("SU-2")
@pytest.mark.parametrize(
    ("section", "key", "value"),
    [
        ("acknowledgement", "ack_wd", 4),
        ("acknowledgement", "ack_kinds", ["concern"]),
        ("acknowledgement", "oral_record", "on_request"),
        ("response", "statutory_months", 7),
        ("eligibility", "late_months", 6),
        ("eligibility", "sar_excluded", True),
        ("consent", "child_under_years", 16),
    ],
)
def test_a_value_below_the_law_is_named(
    hwe: Profile, statute: Profile, section: str, key: str, value: Any
) -> None:
    stored = hwe.to_dict()
    stored[section][key] |= {"in_force": value, "reason": "tried"}
    laxer = Profile.from_dict(stored)
    assert [line.split()[0] for line in below_the_floor(laxer, statute)] == [f"{section}.{key}"]


def test_an_exclusion_that_the_law_does_not_know_is_named(hwe: Profile, statute: Profile) -> None:
    stored = hwe.to_dict()
    stored["eligibility"]["exclusions"]["XG-4"]["in_force"] = "excluded"
    (line,) = below_the_floor(Profile.from_dict(stored), statute)
    assert line.startswith("eligibility.exclusions.XG-4")


@pytest.mark.requirement("SU-2", "REG-14")
@pytest.mark.parametrize("element", ["LE-3", "LE-5", "LE-6", "LE-9"])
def test_a_letter_without_what_regulation_14_asks_is_named(
    hwe: Profile, statute: Profile, element: str
) -> None:
    stored = hwe.to_dict()
    for part in stored["response_letter"]["elements"]:
        if part["key"] == element:
            part["required"] |= {"in_force": False, "reason": "tried"}
    assert below_the_floor(Profile.from_dict(stored), statute) == (
        f"response_letter.elements.{element} is asked by the law",
    )


@pytest.mark.requirement("REG-14")
@pytest.mark.parametrize("body", ["hwe", "west_essex", "millbrook"])
def test_every_letter_tells_findings_remedies_and_the_ombudsman(body: str, request) -> None:
    lacks = missing(request.getfixturevalue(body), ticked=(), waived={})
    assert {
        "What happened and why",
        "What has been done, what was learned, and how a repeat is prevented",
        "The right to go to the ombudsman",
    } <= set(lacks)
