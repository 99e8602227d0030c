"""How far a file has come: its states, what follows what, and the words for them."""

from enum import StrEnum


class FileState(StrEnum):
    """The states of a file that was sent."""

    RECEIVED = "received"
    SCANNING = "scanning"
    AWAY = "waiting_for_scanner"
    CLEAN = "clean"
    REFUSED = "refused"


S = FileState
NEXT: dict[FileState, frozenset[FileState]] = {
    S.RECEIVED: frozenset({S.SCANNING}),
    # After a crash the same file is scanned again.
    S.SCANNING: frozenset({S.SCANNING, S.AWAY, S.CLEAN, S.REFUSED}),
    S.AWAY: frozenset({S.SCANNING}),
    S.CLEAN: frozenset(),
    S.REFUSED: frozenset(),
}
UNSETTLED = frozenset(state for state, following in NEXT.items() if following)

FOR_STAFF = {
    S.RECEIVED: "Received, not yet checked for viruses",
    S.SCANNING: "Being checked for viruses",
    S.AWAY: "Waiting to be checked for viruses",
    S.CLEAN: "Checked",
    S.REFUSED: "Refused",
}
#: What the person who sent it reads; nothing where there is nothing to say.
FOR_THE_SENDER = {
    S.RECEIVED: "Added. We are checking it for viruses",
    S.SCANNING: "Added. We are checking it for viruses",
    S.AWAY: "Added. We will check it for viruses soon: you can go on",
    S.CLEAN: "",
    S.REFUSED: "Not added",
}


class NoSuchStep(ValueError):
    """A file cannot go from the one state to the other."""


def step(now: FileState, following: FileState) -> FileState:
    """The state that follows; raises NoSuchStep."""
    if following not in NEXT[now]:
        raise NoSuchStep(f"{now} → {following}")
    return following
