"""Keeps out of log and audit what an address holds: tokens of links, and what was looked for.

Whoever reads a token could open what it opens; staff look for cases by name, in the query string.
"""

import logging
import re

# The addresses under which a form, and the workspace for somebody new, open mailed links, and people
# outside theirs. What staff do with those is at the same word, followed by a number or a verb.
TOKEN = re.compile(r"(/resume/|/set-password/[\w-]+/|/outside/(?=[\w-]{16}))[\w-]+")
QUERY = re.compile(r"(/[^\s?\"']*\?)[^\s\"']+")


class HideTokens(logging.Filter):
    """Named in LOGGING for every handler; changes lines and drops none."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Put dots in the place of a token and of a query string, wherever they come from."""
        try:
            line = record.getMessage()
        except (TypeError, ValueError, KeyError):
            # Python would print the arguments beside its complaint that they do not fit.
            line = f"A line of {record.name} could not be put together"
        record.msg, record.args = QUERY.sub(r"\1…", without_tokens(line)), None
        return True


def without_tokens(address: str) -> str:
    """``address`` with dots in the place of a token."""
    return TOKEN.sub(r"\1…", address)
