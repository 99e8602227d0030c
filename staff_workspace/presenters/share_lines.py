"""On what terms a case was shared, in the words of its access history."""

from datetime import datetime
from typing import Any

from permissions.jinja import end_of_access
from permissions.rules.matrix import Role
from permissions.rules.words import role_words


def share_terms(detail: dict[str, Any]) -> str:
    """With whom, as what, until when and why, and what of it was otherwise before; "" for others."""
    if "grant" not in detail:
        return ""
    said = [f"With {detail['with']} (grant {detail['grant']}). {_terms(detail)}"]
    before = detail.get("before")
    if before:
        said.append(f"Before that: {_terms(before)}")
    return ". ".join(said)


def _terms(kept: dict[str, Any]) -> str:
    role = role_words(Role(kept["role"]))
    end = kept.get("ends_at")
    until = f"until {end_of_access(datetime.fromisoformat(end))}" if end else "until taken back"
    return f"{role}, {until}. Why: {kept['reason'].rstrip('.')}"
