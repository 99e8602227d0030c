"""Whether a line reads as a title, as a sentence or as a fragment."""

import re

_FINITE = re.compile(
    r"\b(is|are|was|were|will|must|MUST|should|shall|may|can|has|have|had|does|do|did|would|could"
    r"|applies|apply|covers|sets out|describes|includes|explains|relates|provides|requires|means)\b"
)
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_SUBORDINATE = re.compile(r"\b(who|whom|which|that|when|whether|where|how|what|why|if)\b", re.I)
_QUESTION = re.compile(r"^(who|what|when|where|why|how|which|is|are|can|do|does|should)\b", re.I)
# "How we answer" is a title, "When we answer, you …" is not.
_NOUN_CLAUSE = re.compile(r"^(who|what|when|where|why|how|which|whether)\b", re.I)
_SHORT_CLAUSE = 60
_ENDED = re.compile(r"[.?!:;][”’\"')\]*]*$")
_ABBREVIATED = re.compile(r"\b(e\.g|i\.e|etc|no|vs)\.$", re.I)
_ADDRESS = re.compile(
    r"@|https?://|www\.|\b\d{4,}\b.*\b\d{3,}\b|\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b"
)
_WORD = re.compile(r"[A-Za-z]{2}")
MAX_TITLE = 150


def is_ended(text: str) -> bool:
    """True when the text ends as a sentence or a clause does, so that nothing need follow."""
    return bool(_ENDED.search(text)) and not _ABBREVIATED.search(text)


def has_finite_verb(text: str) -> bool:
    """True when a verb stands before the first subordinate clause: then it is a sentence."""
    text = _IN_BRACKETS.sub("", text)
    if _NOUN_CLAUSE.match(text) and len(text) <= _SHORT_CLAUSE and "," not in text:
        return False
    cut = _SUBORDINATE.search(text)
    main = text[: cut.start()] if cut and cut.start() else text
    return bool(_FINITE.search(main))


def is_title(text: str) -> bool:
    """True when the text can stand as a heading: short, no full stop, a question or no verb."""
    plain = text.replace("**", "").strip()
    if not plain or len(plain) > MAX_TITLE or _ADDRESS.search(plain) or not _WORD.search(plain):
        return False
    if not (plain[0].isupper() or plain[0].isdigit() or plain[0] in "“‘'\""):
        return False
    if plain.endswith("?"):
        return bool(_QUESTION.match(plain)) and len(plain) <= 100
    return (
        not plain.endswith((",", "-", "–")) and not is_ended(plain) and not has_finite_verb(plain)
    )


def is_fragment(text: str) -> bool:
    """True for a short line that is no sentence: an address line, a box of a chart, a reference."""
    plain = text.replace("**", "").strip()
    if len(plain.split()) > 25 or plain.endswith((":", ",")):
        return False
    return not has_finite_verb(plain)
