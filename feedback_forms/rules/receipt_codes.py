"""The code of a receipt: read from paper, typed on a phone, and never guessed.

Sixteen characters out of twenty-six are 75 bits. Letters and digits that are taken for one another
are not in it (0 O, 1 I L, 2 Z, 5 S, 8 B, V U), nor vowels that make words.
"""

import hashlib
import hmac
import math
import secrets

ALPHABET = "23456789CDEFGHJKMNPQRTVWXY"
LENGTH = 16
GROUP = 4
BITS = math.log2(len(ALPHABET)) * LENGTH
# What a reader may take a character of ours for.
_READ_AS = str.maketrans("ZSBU", "258V")
# About ten milliseconds and four megabytes a try: the code itself cannot be guessed.
_COST = {"n": 2**12, "r": 8, "p": 1, "dklen": 32}
_METHOD = "scrypt1"


def derived_code(draft_key: str, secret: bytes) -> str:
    """The first code of what was sent from a draft; the same as often as it is asked for."""
    digest = hmac.digest(secret, b"receipt code of draft " + draft_key.encode(), hashlib.sha256)
    return _spelled(int.from_bytes(digest))


def random_code() -> str:
    """A new code that follows from nothing."""
    return _spelled(secrets.randbits(256))


def grouped(code: str) -> str:
    """The code as it is shown: ``K7QM-3XTC-9PDR-W4HN``."""
    return "-".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def as_typed(text: str) -> str:
    """The code in what somebody typed, with whatever spaces, dashes and small letters."""
    letters = "".join(character for character in text[:200] if character.isalnum())
    return letters.upper().translate(_READ_AS)


def hash_of(code: str, salt: str = "") -> str:
    """What is kept of a code: a slow hash with its salt, which no key is needed to compare."""
    salt = salt or secrets.token_hex(16)
    digest = hashlib.scrypt(code.encode(), salt=salt.encode(), **_COST)
    return f"{_METHOD}${salt}${digest.hex()}"


def matches(code: str, kept: str) -> bool:
    """Whether ``kept`` is the hash of ``code``; the work is the same whatever the answer."""
    salt = kept.split("$")[1] if kept.startswith(f"{_METHOD}$") else "nothing is kept"
    return hmac.compare_digest(hash_of(code, salt), kept)


def _spelled(number: int) -> str:
    characters = []
    for _ in range(LENGTH):
        number, rest = divmod(number, len(ALPHABET))
        characters.append(ALPHABET[rest])
    return "".join(characters)
