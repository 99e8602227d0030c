"""How far a file has come: one step at a time, with words for everybody."""

import pytest

from feedback_forms.rules.evidence_states import (
    FOR_STAFF,
    FOR_THE_SENDER,
    NEXT,
    UNSETTLED,
    FileState,
    NoSuchStep,
    step,
)

S = FileState


def test_a_file_is_received_scanned_and_settled() -> None:
    assert step(S.RECEIVED, S.SCANNING) is S.SCANNING
    assert step(S.SCANNING, S.CLEAN) is S.CLEAN
    assert step(S.SCANNING, S.REFUSED) is S.REFUSED


def test_with_the_scanner_away_it_waits_and_is_scanned_again() -> None:
    assert step(S.SCANNING, S.AWAY) is S.AWAY
    assert step(S.AWAY, S.SCANNING) is S.SCANNING


@pytest.mark.parametrize(
    ("now", "following"),
    [(S.RECEIVED, S.CLEAN), (S.AWAY, S.CLEAN), (S.CLEAN, S.SCANNING), (S.REFUSED, S.CLEAN)],
)
def test_no_file_is_clean_without_having_been_scanned(now: S, following: S) -> None:
    with pytest.raises(NoSuchStep):
        step(now, following)


def test_what_is_settled_stays_so() -> None:
    assert set(FileState) - UNSETTLED == {S.CLEAN, S.REFUSED}


def test_every_state_has_words() -> None:
    assert set(FOR_STAFF) == set(FOR_THE_SENDER) == set(NEXT) == set(FileState)
