"""A row hashes the same on every database, and each seal holds the one before."""

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from permissions.rules import seals
from permissions.rules.seal_chain import Chain, Stored, faults_of_copies
from permissions.rules.seal_comparison import Comparison, Kind

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")),
    lambda inner: st.lists(inner) | st.dictionaries(st.text("abc", max_size=3), inner),
    max_leaves=8,
)


def digest(number: int) -> bytes:
    return seals.row_hash([number, "content"])


def chain_of(*batches: list[int]) -> list[Stored]:
    """Seals for batches of row ids, one after the other."""
    made: list[Stored] = []
    for ids in batches:
        before = made[-1].text if made else None
        text, packed = seals.seal(
            before=before, members=[(n, digest(n)) for n in ids], sealed_at=NOW
        )
        made.append(Stored(text, text.seal_hash, packed))
    return made


def test_a_moment_hashes_the_same_in_every_time_zone() -> None:
    abroad = NOW.astimezone(timezone(timedelta(hours=5, minutes=30)))
    assert (
        seals.canonical([abroad])
        == seals.canonical([NOW])
        == b'["2026-11-22T09:00:00.000000+00:00"]'
    )


def test_the_order_of_keys_and_the_writing_of_whole_numbers_do_not_matter() -> None:
    assert seals.canonical([{"b": [2.0, -0.0], "a": 1e300}]) == seals.canonical(
        [{"a": 10**300, "b": [2, 0]}]
    )


def test_what_belongs_in_no_column_is_hashed_as_python_shows_it() -> None:
    assert seals.canonical([b"\xff"]) == b"[\"b'\\\\xff'\"]"
    assert seals.canonical([b"\xff"]) != seals.canonical([None])


@settings(deadline=None)
@given(JSON)
def test_json_hashes_the_same_after_it_was_stored_and_read(value: object) -> None:
    assert seals.canonical([json.loads(json.dumps(value))]) == seals.canonical([value])


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(-(2**63), 2**63 - 1), st.binary(min_size=32, max_size=32))))
def test_members_come_back_as_they_were_packed(members: list[tuple[int, bytes]]) -> None:
    assert list(seals.unpack(seals.pack(members))) == members


def test_half_a_member_is_no_member() -> None:
    assert list(seals.unpack(seals.pack([(1, digest(1))])[:-1])) == []


@pytest.mark.parametrize(
    ("sealed", "expected"),
    [
        ([], [(1, 9)]),
        ([range(1, 10)], []),
        ([range(1, 4), [5, 6, 9]], [(4, 4), (7, 8)]),
        ([[5, 6], range(3, 5), [1]], [(2, 2), (7, 9)]),
        ([range(2, 30)], [(1, 1)]),
        ([[1, 2, 3, 4, 5, 6, 7, 12]], [(8, 9)]),
    ],
)
def test_holes_are_the_numbers_that_no_seal_covers(
    sealed: list[list[int] | range], expected: list[tuple[int, int]]
) -> None:
    assert list(seals.holes(sealed, above=0, up_to=9)) == expected


def test_each_seal_holds_the_hash_of_the_one_before() -> None:
    first, second = chain_of([1, 2], [3])
    assert first.text.previous_hash == seals.NO_SEAL_BEFORE
    assert second.text.previous_hash == first.seal_hash
    assert (second.text.number, second.text.first_id, second.text.rows) == (2, 3, 1)


def test_an_untouched_chain_has_no_faults() -> None:
    made = chain_of([1, 2], [3], [4, 5])
    chain = Chain({seal.text.number: seal.seal_hash for seal in made})
    assert [fault for seal in made for fault in chain.faults_of(seal)] == []


def test_a_rewritten_seal_no_longer_joins_its_neighbours() -> None:
    first, second, third = chain_of([1], [2], [3])
    forged_text, packed = seals.seal(before=first.text, members=[(2, digest(99))], sealed_at=NOW)
    forged = Stored(forged_text, forged_text.seal_hash, packed)
    copied = Chain({2: second.seal_hash})
    faults = [fault for seal in (first, forged, third) for fault in copied.faults_of(seal)]
    assert faults == [
        "Seal 2 is not the one that was copied outside the database",
        "Seal 3 does not follow on seal 2: one of the two was altered",
    ]


def test_a_seal_whose_list_or_words_were_altered_is_named() -> None:
    (seal,) = chain_of([1, 2])
    assert list(Chain().faults_of(Stored(seal.text, seal.seal_hash, b""))) == [
        "Seal 1 was altered: its list of rows is not the one that was sealed"
    ]
    assert list(Chain().faults_of(Stored(seal.text, "f" * 64, seal.packed))) == [
        "Seal 1 was altered: its hash does not follow from what it says"
    ]


def test_a_removed_seal_is_named() -> None:
    first, _, third = chain_of([1], [2], [3])
    chain = Chain()
    assert [fault for seal in (first, third) for fault in chain.faults_of(seal)] == [
        "Seal 2 was removed"
    ]


def test_copies_tell_of_a_tail_that_was_cut_off() -> None:
    texts = [seal.text for seal in chain_of([1, 2], [3], [4, 9])]
    assert list(faults_of_copies(texts, last=3)) == []
    assert list(faults_of_copies([texts[0], texts[2], texts[2]], last=2)) == [
        "The copy of seal 2 is missing outside",
        "Seal 3 (rows 4 to 9) was cut off: only its copy outside is left",
        "The copy of seal 3 stands there twice",
        "Seal 3 (rows 4 to 9) was cut off: only its copy outside is left",
    ]


def compared(
    there: dict[int, bytes], *batches: list[int]
) -> tuple[list[tuple[Kind, int]], set[int]]:
    comparison = Comparison()
    members = [(n, digest(n), seal) for seal, ids in enumerate(batches, start=1) for n in ids]
    found = comparison.run(sorted(there.items()), members)
    return [(d.kind, d.row_id) for d in found], set(comparison.unmatched)


def rows(*ids: int) -> dict[int, bytes]:
    return {n: digest(n) for n in ids}


def test_untouched_rows_have_no_differences() -> None:
    assert compared(rows(1, 2, 5), [1, 2], [5]) == ([], set())


def test_each_touched_row_is_named() -> None:
    there = {**rows(1, 3, 4, 6, 7), 3: b"other"}
    differences, in_no_seal = compared(there, [1, 2, 3], [6])
    assert differences == [(Kind.REMOVED, 2), (Kind.ALTERED, 3)]
    assert in_no_seal == {4, 7}


def test_a_row_that_was_sealed_late_is_found_in_its_later_seal() -> None:
    assert compared(rows(1, 2, 3, 4, 5), [1, 4], [2, 3, 5]) == ([], set())
    assert compared({**rows(1, 3, 4), 3: b"other"}, [1, 4], [2, 3])[0] == [
        (Kind.REMOVED, 2),
        (Kind.ALTERED, 3),
    ]


def test_rows_cut_from_the_end_are_removed_rows() -> None:
    assert compared(rows(1), [1, 2], [3])[0] == [(Kind.REMOVED, 2), (Kind.REMOVED, 3)]


@settings(deadline=None)
@given(st.sets(st.integers(1, 60), min_size=1, max_size=59), st.data())
def test_any_single_change_is_found_and_named(ids: set[int], data: st.DataObject) -> None:
    ordered = sorted(ids)
    cut = data.draw(st.integers(0, len(ordered)))
    batches = [batch for batch in (ordered[:cut], ordered[cut:]) if batch]
    assert compared(rows(*ordered), *batches) == ([], set())
    victim = data.draw(st.sampled_from(ordered))
    assert compared({**rows(*ordered), victim: b"x"}, *batches)[0] == [(Kind.ALTERED, victim)]
    assert compared(rows(*ids - {victim}), *batches)[0] == [(Kind.REMOVED, victim)]
    stranger = data.draw(st.sampled_from(sorted(set(range(1, 61)) - ids)))
    assert compared(rows(*ordered, stranger), *batches) == ([], {stranger})
