"""The place outside the database that seals are copied to; an implementation is named in settings."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string

from permissions.rules.seals import SealText


class CopiesDamaged(Exception):
    """A copy cannot be read; the words say which."""


@dataclass(frozen=True)
class SealCopy:
    """A seal as it was copied: what it said, and the hash that it had."""

    text: SealText
    seal_hash: str


class SealCopies(Protocol):
    """Named by CANDOUR_SEAL_COPIES. Copies are only ever added, in the order of their numbers."""

    def add(self, copies: Iterable[SealCopy]) -> int:
        """Keep those whose number is above the last one kept; return how many. May raise OSError."""
        ...

    def last_number(self) -> int:
        """The number of the last seal that was kept; 0 for none. Raises CopiesDamaged."""
        ...

    def read(self) -> Iterator[SealCopy]:
        """Every copy, oldest first. Raises CopiesDamaged."""
        ...

    def check_config(self) -> list[str]:
        """What is wrong with the configuration, in sentences; empty when all is well."""
        ...


def get_seal_copies() -> SealCopies:
    """The place that the settings name; raises ImportError when there is none."""
    copies: SealCopies = import_string(settings.CANDOUR_SEAL_COPIES)()
    return copies
