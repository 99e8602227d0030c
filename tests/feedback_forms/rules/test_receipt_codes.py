"""A code is long enough, easily read, and kept only as a hash."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback_forms.rules.receipt_codes import (
    ALPHABET,
    BITS,
    LENGTH,
    as_typed,
    derived_code,
    grouped,
    hash_of,
    matches,
    random_code,
)


def test_a_code_is_not_guessed() -> None:
    assert BITS >= 75
    codes = {random_code() for _ in range(500)}
    assert len(codes) == 500
    assert all(len(code) == LENGTH and set(code) <= set(ALPHABET) for code in codes)


@pytest.mark.parametrize("alike", ["0OQ"[:2], "1IL", "2Z", "5S", "8B", "UV"])
def test_of_characters_that_look_alike_one_at_most_is_used(alike: str) -> None:
    assert len(set(alike) & set(ALPHABET)) <= 1


def test_every_character_is_drawn() -> None:
    assert set("".join(random_code() for _ in range(500))) == set(ALPHABET)


def test_the_first_code_follows_from_the_draft_and_the_secret_alone() -> None:
    code = derived_code("a draft", b"secret")
    assert derived_code("a draft", b"secret") == code
    assert derived_code("a draft", b"another") != code
    assert derived_code("another", b"secret") != code


@pytest.mark.parametrize(
    "typed",
    ["k7qm-3xtc-9pdr-w4hn", " K7QM 3XTC 9PDR W4HN ", "K7QM3XTC9PDRW4HN", "K7QM–3XTC 9pdrW4HN\n"],
)
def test_a_code_is_read_with_spaces_dashes_and_small_letters(typed: str) -> None:
    assert as_typed(typed) == "K7QM3XTC9PDRW4HN"


def test_a_character_mistaken_for_ours_is_read_as_ours() -> None:
    assert as_typed("zsbu") == "258V"


def test_what_is_shown_is_read_back() -> None:
    code = random_code()
    assert as_typed(grouped(code)) == code
    assert [len(part) for part in grouped(code).split("-")] == [4, 4, 4, 4]


def test_only_the_code_itself_matches_its_hash() -> None:
    code = random_code()
    kept = hash_of(code)
    assert code not in kept
    assert matches(code, kept)
    assert not matches(random_code(), kept)
    assert hash_of(code) != kept, "each hash has a salt of its own"
    assert not matches(code, "")


@given(st.text(max_size=300))
def test_whatever_is_typed_is_read_without_an_error(text: str) -> None:
    assert not matches(as_typed(text), "")
