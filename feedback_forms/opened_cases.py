"""Which case somebody has open in a browser with its code, so that a form about it is theirs.

The floor above opens cases and says so here; forms only ask.
"""

from collections.abc import MutableMapping
from datetime import datetime
from typing import Any

KEY = "candour_opened_case"


def remember(
    session: MutableMapping[str, Any], reference: str, *, opened_at: datetime, until: datetime
) -> None:
    """Note that the case of ``reference`` is open until a moment; another one takes its place."""
    session[KEY] = [reference, opened_at.isoformat(), until.isoformat()]


def forget(session: MutableMapping[str, Any]) -> None:
    """Nothing is open any more."""
    session.pop(KEY, None)


def open_in(session: MutableMapping[str, Any], *, now: datetime) -> list[str]:
    """The references that are open at ``now``: one or none."""
    kept = session.get(KEY)
    if not kept:
        return []
    reference, opened_at, until = kept
    is_open = datetime.fromisoformat(opened_at) <= now < datetime.fromisoformat(until)
    return [reference] if is_open else []


def plain(reference: str) -> str:
    """A reference as it is compared: without spaces, in capitals."""
    return "".join(reference.split()).upper()
