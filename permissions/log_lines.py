"""Lines of the log without content: an error shows where it happened and its kind, not its words.

A database names the row that it refuses, names and answers included, in the words of its error.
"""

import logging
import traceback
from types import TracebackType

ExcInfo = tuple[type[BaseException] | None, BaseException | None, TracebackType | None]


class QuietLines(logging.Formatter):
    """Formats a record as usual; of an exception it tells the frames and the kinds alone."""

    def formatException(self, ei: ExcInfo) -> str:
        """The frames of the error and of those that led to it, oldest first."""
        return "\n".join(_told(error) for error in _chain(ei[1]))


def _chain(error: BaseException | None) -> list[BaseException]:
    found: list[BaseException] = []
    while error is not None and error not in found:
        found.insert(0, error)
        error = error.__cause__ or error.__context__
    return found


def _told(error: BaseException) -> str:
    frames = "".join(traceback.format_tb(error.__traceback__)).rstrip()
    kind = type(error)
    return f"{frames}\n{kind.__module__}.{kind.__qualname__}"
