"""The catalogue of rules is whole, and every test that names a rule names one of it."""

import re

import pytest

from tests.architecture.catalogues import count, listed, named_in, strangers

RULES = "requirements"
EVERY_RULE = 251


def test_every_rule_is_listed_once() -> None:
    assert (count(RULES), len(listed(RULES))) == (EVERY_RULE, EVERY_RULE)
    assert [key for key in listed(RULES) if not re.fullmatch(r"[A-Z]+-\d+", key)] == []


def test_every_marker_names_a_rule_of_the_catalogue() -> None:
    assert strangers(RULES, "requirement") == {}


@pytest.mark.parametrize("text", ["@pytest.mark.requirement('A-1', 'A-2')\ndef f(): ..."])
def test_the_numbers_of_a_marker_are_found(text: str) -> None:
    assert named_in(text, "requirement") == {"A-1", "A-2"}
    assert named_in(text, "acceptance") == set()
