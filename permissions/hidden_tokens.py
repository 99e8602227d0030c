"""Keeps the tokens of mailed links out of the log: whoever reads it could open what they open."""

import logging
import re
from typing import Any

# The addresses under which a form, and the workspace for somebody new, open mailed links.
TOKEN = re.compile(r"(/resume/|/set-password/[\w-]+/)[\w-]+")


class HideTokens(logging.Filter):
    """Named in LOGGING for every handler; changes lines and drops none."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Put dots in the place of a token, in the line and in what is put into it."""
        record.msg = _hidden(record.msg)
        if isinstance(record.args, tuple):
            record.args = tuple(_hidden(argument) for argument in record.args)
        return True


def _hidden(thing: Any) -> Any:
    return TOKEN.sub(r"\1…", thing) if isinstance(thing, str) else thing
