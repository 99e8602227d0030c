"""Addresses at home and abroad, and the NHS number's box."""

import pytest
from bs4 import BeautifulSoup

from feedback_forms.fields import AddressField, NhsForm, NhsNumberField
from feedback_forms.rules.answers import Address


class Both(NhsForm):
    home = AddressField(label="What is your address?", own=True, hint="For letters")
    theirs = AddressField(label="Their address", required=False)
    number = NhsNumberField(label="NHS number", required=False)


HOME = {"home-line_1": "1 Long Street", "home-town": "Harlow", "home-postcode": "cm18-6ly"}


@pytest.mark.acceptance("F22")
def test_an_address_needs_no_county_and_keeps_the_postcode_as_typed() -> None:
    form = Both(HOME)
    assert form.is_valid()
    assert form.cleaned_data["home"] == Address("1 Long Street", "", "Harlow", "cm18-6ly")
    assert form.cleaned_data["theirs"] is None


@pytest.mark.acceptance("F22")
def test_an_address_abroad_needs_neither_town_nor_postcode() -> None:
    form = Both({"home-line_1": "Rua Longa 1, Lisboa", "home-country": "Portugal"})
    assert form.is_valid()
    assert form.cleaned_data["home"].lines == ("Rua Longa 1, Lisboa", "Portugal")


@pytest.mark.acceptance("F12", "F13")
def test_each_box_has_its_own_message_and_its_own_link() -> None:
    form = Both({"home-postcode": "CM18", "theirs-town": "x" * 121})
    assert form.error_list() == [
        {
            "text": "Enter address line 1, typically the building and street",
            "href": "#id_home-line_1",
        },
        {"text": "Enter town or city", "href": "#id_home-town"},
        {"text": "Enter a full UK postcode, like AB1 2CD", "href": "#id_home-postcode"},
        {
            "text": "Enter address line 1, typically the building and street",
            "href": "#id_theirs-line_1",
        },
        {"text": "Town or city must be 120 characters or less", "href": "#id_theirs-town"},
        {"text": "Enter postcode", "href": "#id_theirs-postcode"},
    ]
    drawn = BeautifulSoup(str(form["home"]), "html.parser")
    box = drawn.find(id="id_home-postcode")
    assert box["value"] == "CM18"
    assert "full UK postcode" in drawn.find(id=box["aria-describedby"]).get_text()


@pytest.mark.acceptance("F19")
def test_only_ones_own_address_is_filled_in_by_the_browser() -> None:
    form = Both()
    assert 'autocomplete="address-line1"' in str(form["home"])
    assert "autocomplete" not in str(form["theirs"])


def test_an_address_given_before_fills_its_boxes() -> None:
    form = Both(initial={"home": Address("1 Long Street", town="Harlow")})
    drawn = BeautifulSoup(str(form["home"]), "html.parser")
    assert drawn.find(id="id_home-town")["value"] == "Harlow"


@pytest.mark.acceptance("F24")
def test_an_nhs_number_is_kept_in_digits_and_shown_in_groups() -> None:
    form = Both({**HOME, "number": "943-476-5919"})
    assert form.is_valid()
    assert form.cleaned_data["number"] == "9434765919"
    assert 'value="943 476 5919"' in str(Both(initial={"number": "9434765919"})["number"])


@pytest.mark.acceptance("F24", "F15")
def test_a_wrong_nhs_number_stays_as_typed() -> None:
    form = Both({**HOME, "number": "QQ 12 34 56 C"})
    assert "National Insurance" in form.errors["number"][0]
    assert 'value="QQ 12 34 56 C"' in str(form["number"])
