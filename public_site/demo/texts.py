"""Finds the texts of a body's demonstration pages and puts the profile's figures into them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from public_site.demo.markup import Piece, pieces

CONTENT = Path(__file__).with_name("content")


@dataclass
class Text:
    """One page: its slug, its fields, the forms below it (``key slug title``) and its pieces."""

    slug: str
    fields: dict[str, str]
    forms: list[str]
    body: list[Piece]


class _Known(dict[str, Any]):
    """The facts; a figure that the profile lacks must not be written as None."""

    def __missing__(self, name: str) -> str:
        raise KeyError(f"the page names {name}, which is no fact")

    def __getitem__(self, name: str) -> Any:
        value = super().__getitem__(name)
        if value is None:
            raise KeyError(f"the page names {name}, on which the profile is silent")
        return value


def texts_of(folder: str, facts: dict[str, Any]) -> list[Text]:
    """The pages of a folder in the order of their numbers.

    Raises KeyError where a text names a figure that the profile does not have.
    """
    return [_read(path, _Known(facts)) for path in sorted((CONTENT / folder).glob("*.md"))]


def _read(path: Path, facts: dict[str, Any]) -> Text:
    head, _, body = path.read_text(encoding="utf-8").strip().partition("\n\n")
    lines = [line.format_map(facts).split(": ", 1) for line in head.splitlines()]
    return Text(
        slug=path.stem.split("-", 1)[1],
        fields={key: value for key, value in lines if key != "form"},
        forms=[value for key, value in lines if key == "form"],
        body=pieces(body.format_map(facts)),
    )
