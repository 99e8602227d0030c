"""Which number, letter or bullet a line begins with."""

import re
from dataclasses import dataclass

SECTION = "section"
NUMBER = "number"
LETTER = "letter"
ROMAN = "roman"
BULLET = "bullet"
APPENDIX = "appendix"

_SECTION = re.compile(
    r"^(\d{1,2}(?:\.\d{1,2})+)\.?(?:[ \t]+|(?=[A-Z]))(?=[A-Z“‘\"'(\[*•])(.+)$", re.S
)
_NUMBER = re.compile(r"^(?:(\d{1,2})[.)]|\((\d{1,2})\))[ \t]*(?=[^\d\s])(.+)$", re.S)
_TABBED_NUMBER = re.compile(r"^(\d{1,2})\t+([A-Z].*)$", re.S)
_LETTER = re.compile(r"^(?:\(([A-Za-z])\)|([A-Za-z])[.)])[ \t]+(.+)$", re.S)
_ROMAN = re.compile(r"^(?:\(([ivxIVX]+)\)|([ivxIVX]+)[.)])[ \t]+(.+)$", re.S)
_BULLET = re.compile(
    r"^(?:[·•‣◦▪■●○□➢➤✓✔»«*\uf0b7\uf0a7-][ \t]+|[–—o][ \t]+|[·•‣◦▪●\uf0b7\uf0a7](?=\w))(.+)$", re.S
)
_APPENDIX = re.compile(
    r"^((?:appendix|annexe?|schedule)\s+(?:\d{1,2}|[A-Z]|[IVX]+))\b(?P<sep>[\s.:–—-]*)(?P<rest>.*)$",
    re.I | re.S,
)
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}


@dataclass(frozen=True)
class Marker:
    """How a line is marked: `label` as printed, without its punctuation."""

    kind: str
    label: str
    rest: str


def parse_marker(text: str) -> Marker | None:
    """The mark at the start of the text, or None for plain text."""
    if found := _appendix(text):
        return found
    if (m := _SECTION.match(text)) or (m := _TABBED_NUMBER.match(text)):
        return Marker(SECTION, m[1], m[2].strip())
    if m := _NUMBER.match(text):
        return Marker(NUMBER, m[1] or m[2], m[3].strip())
    if m := _LETTER.match(text):
        return Marker(LETTER, m[1] or m[2], m[3].strip())
    if m := _ROMAN.match(text):
        return Marker(ROMAN, m[1] or m[2], m[3].strip())
    if not text.startswith("**") and (m := _BULLET.match(text)):
        return Marker(BULLET, "", m[1].strip())
    return None


def _appendix(text: str) -> Marker | None:
    """An appendix's heading; "Appendix 2 sets out …" is a sentence and no heading."""
    m = _APPENDIX.match(text)
    if not m:
        return None
    rest = m["rest"].strip()
    if rest and not m["sep"]:
        return None
    if rest and not m["sep"].strip() and not rest[0].isupper():
        return None
    if len(rest) > 160 or rest.endswith((".", ";")):
        return None
    return Marker(APPENDIX, m[1], rest)


def roman_value(label: str) -> int:
    """The number a roman numeral up to xxxix stands for; 0 if it is none."""
    total = 0
    values = [_ROMAN_VALUES.get(c, 0) for c in label.lower()]
    for value, after in zip(values, [*values[1:], 0], strict=True):
        total += -value if value < after else value
    return total if all(values) else 0


def position(style: str, label: str) -> int:
    """The place of a label in its list, from 1: "c" is 3, "iv" is 4, "7" is 7."""
    if style == NUMBER:
        return int(label)
    if style == ROMAN:
        return roman_value(label)
    return ord(label.lower()) - ord("a") + 1 if len(label) == 1 else 0
