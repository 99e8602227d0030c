"""Keeps the tokens of links out of log and audit: whoever reads them could open what they open."""

import logging
import re
from typing import Any

# The addresses under which a form, and the workspace for somebody new, open mailed links, and people
# outside theirs. What staff do with those is at the same word, followed by a number or a verb.
TOKEN = re.compile(r"(/resume/|/set-password/[\w-]+/|/outside/(?=[\w-]{16}))[\w-]+")


class HideTokens(logging.Filter):
    """Named in LOGGING for every handler; changes lines and drops none."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Put dots in the place of a token, in the line and in what is put into it."""
        record.msg = _hidden(record.msg)
        if isinstance(record.args, tuple):
            record.args = tuple(_hidden(argument) for argument in record.args)
        return True


def without_tokens(address: str) -> str:
    """``address`` with dots in the place of a token."""
    return TOKEN.sub(r"\1…", address)


def _hidden(thing: Any) -> Any:
    return without_tokens(thing) if isinstance(thing, str) else thing
