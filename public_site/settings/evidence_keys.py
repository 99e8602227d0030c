"""Reads the keys that files are sealed with from the environment: CANDOUR_EVIDENCE_KEYS."""


def from_text(text: str) -> tuple[dict[str, str], str]:
    """Turn ``2027=<base64> 2026=<base64>`` into the keys by id and the id of the current one.

    The first is the current one; the others only open what they closed. What is not of that form
    is left for the system check to complain of.
    """
    pairs = [word.partition("=") for word in text.split()]
    keys = {key_id: key for key_id, _, key in pairs}
    return keys, next(iter(keys), "")
