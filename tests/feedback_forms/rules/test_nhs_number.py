"""An NHS number: what is accepted, and what is wrong otherwise."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback_forms.rules.nhs_number import (
    Flaw,
    NhsNumberError,
    check_digit,
    read_nhs_number,
    spaced,
)


@pytest.mark.acceptance("F24")
@pytest.mark.parametrize("text", ["9434765919", "943 476 5919", "943-476-5919", " 943476 5919 "])
def test_spaces_and_dashes_do_not_matter(text: str) -> None:
    assert read_nhs_number(text) == "9434765919"


@pytest.mark.acceptance("F24")
@pytest.mark.parametrize(
    ("text", "flaw"),
    [
        ("QQ 12 34 56 C", Flaw.NATIONAL_INSURANCE),
        ("qq123456", Flaw.NATIONAL_INSURANCE),
        ("943 476 591O", Flaw.LETTERS),
        ("", Flaw.LETTERS),
        ("٩٤٣٤٧٦٥٩١٩", Flaw.LETTERS),
        ("943 476 591", Flaw.LENGTH),
        ("943 476 59199", Flaw.LENGTH),
        ("943 476 5918", Flaw.CHECK_DIGIT),
        ("000 000 0060", Flaw.CHECK_DIGIT),
    ],
)
def test_each_flaw_has_words_of_its_own(text: str, flaw: Flaw) -> None:
    with pytest.raises(NhsNumberError) as caught:
        read_nhs_number(text)
    assert caught.value.flaw is flaw


@pytest.mark.acceptance("F24")
def test_a_number_is_shown_in_groups() -> None:
    assert spaced("9991234567") == "999 123 4567"


@given(st.text(alphabet="0123456789", min_size=9, max_size=9))
def test_one_check_digit_fits_and_no_other(nine: str) -> None:
    fitting = []
    for last in "0123456789":
        with suppress(NhsNumberError):
            fitting.append(read_nhs_number(nine + last))
    right = check_digit(nine)
    assert fitting == ([] if right == 10 else [f"{nine}{right}"])
