"""Sealing a stream of bytes: the STREAM construction, as the age file format uses it.

A sealed file is a header, a random salt, and the content in chunks of 64 KiB, each with AES-256-GCM
under a key that serves this one file. The nonce counts the chunks and marks the last one, so that
chunks cannot be swapped, repeated or cut off unnoticed (Hoang, Reyhanitabar, Rogaway and Vizár,
"Online Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance", 2015).
"""

import io
import os
from collections.abc import Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

HEADER = b"candour-sealed-1\n"
SALT = 16
CHUNK = 64 * 1024
TAG = 16


class SealBroken(ValueError):
    """What lies there is not what was sealed, or not sealed with this key."""


def seal(source: BinaryIO, target: BinaryIO, *, key: bytes, part: str) -> None:
    """Write ``source`` sealed to ``target``. ``part`` says which file of the key's it is."""
    salt = os.urandom(SALT)
    target.write(HEADER + salt)
    cipher = _cipher(key, salt, part)
    for number, chunk, last in _chunks(source, CHUNK):
        target.write(cipher.encrypt(_nonce(number, last=last), chunk, None))


def opened(source: BinaryIO, *, key: bytes, part: str) -> Iterator[bytes]:
    """The content of a sealed file, piece by piece; raises SealBroken at the first false one."""
    if source.read(len(HEADER)) != HEADER:
        raise SealBroken("no header")
    cipher = _cipher(key, source.read(SALT), part)
    for number, chunk, last in _chunks(source, CHUNK + TAG):
        try:
            yield cipher.decrypt(_nonce(number, last=last), chunk, None)
        except InvalidTag as error:
            raise SealBroken(f"chunk {number}") from error


class Opened(io.RawIOBase):
    """A sealed file as a stream to read from."""

    def __init__(self, source: BinaryIO, *, key: bytes, part: str) -> None:
        super().__init__()
        self._source = source
        self._pieces = opened(source, key=key, part=part)
        self._left = b""

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill ``buffer`` as far as one piece reaches; 0 at the end."""
        while not self._left:
            piece = next(self._pieces, None)
            if piece is None:
                return 0
            self._left = piece
        taken, self._left = self._left[: len(buffer)], self._left[len(buffer) :]
        buffer[: len(taken)] = taken
        return len(taken)

    def close(self) -> None:
        """Close the sealed file as well."""
        self._source.close()
        super().close()


def clear_size(sealed: int) -> int:
    """How many bytes a sealed file of ``sealed`` bytes holds."""
    content = sealed - len(HEADER) - SALT
    return content - TAG * -(-content // (CHUNK + TAG))


def _cipher(key: bytes, salt: bytes, part: str) -> AESGCM:
    derived = HKDF(SHA256(), 32, salt=salt, info=f"candour evidence {part}".encode())
    return AESGCM(derived.derive(key))


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


def _chunks(source: BinaryIO, size: int) -> Iterator[tuple[int, bytes, bool]]:
    """Number, content and whether it is the last; an empty source has one empty chunk."""
    number, chunk = 0, source.read(size)
    while following := source.read(size) if chunk else b"":
        yield number, chunk, False
        number, chunk = number + 1, following
    yield number, chunk, True
