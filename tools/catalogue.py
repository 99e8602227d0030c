"""Reads a catalogue: a folder of small TOML files that list items, each proven or still open."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

STATUSES = ("proven", "open")


class CatalogueError(Exception):
    """A file of the catalogue is not readable; the message names file and item."""


@dataclass(frozen=True)
class Item:
    """One item: its number, its section, what it says, and whether its tests prove it."""

    key: str
    section: str
    statement: str
    status: str
    missing: str = ""
    """Of an open item: what is still to be done before it is proven."""


def read(folder: Path) -> list[Item]:
    """The items of every file, in the order of the files.

    Raises CatalogueError for a file without section, an item listed twice, one without statement
    or status, an open one that does not say what is missing, and a proven one that does.
    """
    items = [item for path in sorted(folder.glob("*.toml")) for item in _of_file(path)]
    keys = [item.key for item in items]
    twice = sorted({key for key in keys if keys.count(key) > 1})
    if twice:
        raise CatalogueError(f"{folder}: listed more than once: {', '.join(twice)}")
    return items


def _of_file(path: Path) -> list[Item]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise CatalogueError(f"{path.name}: not readable as TOML: {error}") from error
    section = data.pop("section", None)
    if not isinstance(section, str):
        raise CatalogueError(f"{path.name}: name the section")
    return [_item(f"{path.name}: {key}", section, key, row) for key, row in data.items()]


def _item(where: str, section: str, key: str, row: object) -> Item:
    if not isinstance(row, dict) or not set(row) <= {"statement", "status", "missing"}:
        raise CatalogueError(f"{where}: needs statement and status, and missing where it is open")
    item = Item(
        key, section, row.get("statement", ""), row.get("status", ""), row.get("missing", "")
    )
    if not item.statement or item.status not in STATUSES:
        raise CatalogueError(f"{where}: needs a statement, and a status that is proven or open")
    if (item.status == "open") != bool(item.missing):
        raise CatalogueError(f"{where}: an open item says what is missing, a proven one does not")
    return item
