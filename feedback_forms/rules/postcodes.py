"""United Kingdom postcodes, however they are typed."""

import re

SHAPE = re.compile(r"([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})", re.ASCII)


def tidy_postcode(text: str) -> str:
    """The postcode in capitals with its space; anything that is none comes back as typed."""
    found = SHAPE.fullmatch(re.sub(r"[\s\-–]", "", text).upper())
    return f"{found[1]} {found[2]}" if found else text


def is_postcode(text: str) -> bool:
    """Whether the text has the shape of a full UK postcode: case, spaces, hyphens do not matter."""
    return bool(SHAPE.fullmatch(re.sub(r"[\s\-–]", "", text).upper()))
