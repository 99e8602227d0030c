"""The keys that files are sealed with: one for each file, wrapped by one of the service's own.

CANDOUR_EVIDENCE_KEYS names the service's keys (id → 32 bytes in base64), CANDOUR_EVIDENCE_KEY_ID the
one that new files get. Where there are none, a demonstration makes itself one in
CANDOUR_EVIDENCE_KEY_FILE. A file's own key stands wrapped in its row (RFC 3394), with the id.
"""

import base64
import binascii
import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap, aes_key_wrap
from django.conf import settings

LENGTH = 32
LONGEST_ID = 40


class KeysAreWrong(Exception):
    """The settings hold no fit key, or none of that id."""


@dataclass(frozen=True)
class DataKey:
    """A file's own key, and what its row keeps of it."""

    key: bytes
    key_id: str
    wrapped: str


def new_data_key() -> DataKey:
    """A key for one more file, wrapped with the current one; raises KeysAreWrong."""
    return wrap(os.urandom(LENGTH))


def wrap(key: bytes) -> DataKey:
    """Wrap a file's key with the current one; raises KeysAreWrong."""
    key_id, keys = _service_keys()
    wrapped = base64.b64encode(aes_key_wrap(keys[key_id], key)).decode()
    return DataKey(key, key_id, wrapped)


def unwrap(key_id: str, wrapped: str) -> bytes:
    """A file's key from its row; raises KeysAreWrong."""
    _, keys = _service_keys()
    try:
        return aes_key_unwrap(keys[key_id], base64.b64decode(wrapped))
    except KeyError:
        raise KeysAreWrong(f"no key has the id {key_id}") from None
    except (InvalidUnwrap, ValueError) as error:
        raise KeysAreWrong(f"the key {key_id} does not open what it closed") from error


def current_id() -> str:
    """The id of the key that new files get; raises KeysAreWrong."""
    return _service_keys()[0]


def are_generated() -> bool:
    """Whether the keys lie in a file that the service made for itself."""
    return not getattr(settings, "CANDOUR_EVIDENCE_KEYS", None)


def _service_keys() -> tuple[str, dict[str, bytes]]:
    named = getattr(settings, "CANDOUR_EVIDENCE_KEYS", None)
    current = getattr(settings, "CANDOUR_EVIDENCE_KEY_ID", "")
    if not named:
        current, named = _from_file()
    keys = {key_id: _decoded(key_id, text) for key_id, text in named.items()}
    current = current or next(iter(keys))
    if current not in keys:
        raise KeysAreWrong(f"no key has the id {current}")
    return current, keys


def _decoded(key_id: str, text: str) -> bytes:
    try:
        key = base64.b64decode(text, validate=True)
    except binascii.Error:
        key = b""
    if len(key) != LENGTH or not 0 < len(key_id) <= LONGEST_ID:
        raise KeysAreWrong(f"the key {key_id[:LONGEST_ID]} is not {LENGTH} bytes in base64")
    return key


def _from_file() -> tuple[str, dict[str, str]]:
    place = getattr(settings, "CANDOUR_EVIDENCE_KEY_FILE", None)
    if not place:
        raise KeysAreWrong("CANDOUR_EVIDENCE_KEYS names no key")
    path = Path(place)
    try:
        if not path.exists():
            _make_file(path)
        kept = json.loads(path.read_text())
        return kept["current"], kept["keys"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise KeysAreWrong(f"CANDOUR_EVIDENCE_KEY_FILE: {type(error).__name__}") from error


def _make_file(path: Path) -> None:
    """Whoever is first makes it; everybody else reads what is there."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    key_id = f"made-here-{secrets.token_hex(4)}"
    made = {"current": key_id, "keys": {key_id: base64.b64encode(os.urandom(LENGTH)).decode()}}
    draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        json.dump(made, file)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
