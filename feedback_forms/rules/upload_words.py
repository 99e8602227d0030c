"""What is said of several files at once: which were added, and why the others were not."""

from collections.abc import Sequence

from feedback_forms.rules.uploads import Refusal

NAMED = 5


def added_in_words(names: Sequence[str]) -> str:
    """The success message."""
    if len(names) == 1:
        return f"{names[0]} was added"
    return f"{len(names)} files were added: {_list(names)}"


def problems_in_words(refused: Sequence[tuple[str, Refusal]], *, offered: int) -> list[str]:
    """One message for each reason; with the names, where more than one file was ``offered``."""
    by_reason: dict[Refusal, list[str]] = {}
    for name, refusal in refused:
        by_reason.setdefault(refusal, []).append(name)
    if offered == 1:
        return [refusal.value for refusal in by_reason]
    return [f"{_list(names)}: {refusal.value}" for refusal, names in by_reason.items()]


def _list(names: Sequence[str]) -> str:
    named, more = names[:NAMED], len(names) - NAMED
    if more > 0:
        return f"{', '.join(named)} and {more} more"
    return " and ".join(filter(None, [", ".join(named[:-1]), named[-1]]))
