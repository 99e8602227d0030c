"""Colour and contact lines of a body on paper."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.colors import HexColor

from staff_workspace.documents.branding import (
    LEAST_CONTRAST,
    NHS_BLUE,
    Branding,
    contrast_with_white,
)


def test_an_nhs_body_wears_nhs_blue_and_another_body_its_own_colour(
    nhs_body: Branding, company: Branding
) -> None:
    assert nhs_body.accent.hexval() == HexColor(NHS_BLUE).hexval()
    assert company.accent.hexval() == HexColor("#5B2C83").hexval()


@given(colour=st.from_regex(r"#[0-9a-fA-F]{6}", fullmatch=True))
def test_the_accent_can_always_be_read_on_white(colour: str) -> None:
    body = Branding("Body", "B", False, colour, (), None, None, False)
    assert contrast_with_white(body.accent) >= LEAST_CONTRAST


def test_a_colour_that_is_none_is_refused(company: Branding) -> None:
    with pytest.raises(ValueError, match="colour must be like"):
        replace(company, colour="purple")


def test_contact_lines_leave_out_what_is_not_known(company: Branding) -> None:
    assert company.contact_lines[-1] == "Email: governance@example.com"
    assert not any("Telephone" in line for line in company.contact_lines)
