"""Characters: composed, kept, dropped or visibly replaced."""

from __future__ import annotations

import pytest

from staff_workspace.documents.faces import REPLACEMENT, printable


@pytest.mark.acceptance("F18")
@pytest.mark.parametrize("name", ["O'Brien", "José", "Łukasz", "Ŵyn", "Ελένη", "Юлия"])
def test_names_of_europe_are_printed_as_written(name: str) -> None:
    assert printable(name).text == name
    assert printable(name).original is None


@pytest.mark.acceptance("F18")
def test_a_character_without_a_glyph_shows_and_the_original_is_kept() -> None:
    result = printable("José O'Brien-李")
    assert result.text == f"José O'Brien-{REPLACEMENT}"
    assert result.original == "José O'Brien-李"


def test_an_accent_typed_apart_is_joined_to_its_letter() -> None:
    assert printable("Jose\u0301").text == "José"


def test_control_and_direction_characters_are_dropped() -> None:
    assert printable("a\x00b\u202ec\u200bd").text == "abcd"


def test_line_breaks_of_every_kind_are_one_kind() -> None:
    assert printable("a\r\nb\rc\u2028d").text == "a\nb\nc\nd"


def test_markup_characters_are_escaped() -> None:
    assert printable("<b> & c\nd").markup == "&lt;b&gt; &amp; c<br/>d"


def test_half_of_a_surrogate_pair_does_not_reach_the_file() -> None:
    result = printable("x\ud800")
    assert result.text == f"x{REPLACEMENT}"
    assert result.original == f"x{REPLACEMENT}"
