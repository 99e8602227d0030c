"""Finds the texts of a body's demonstration pages."""

from dataclasses import dataclass
from pathlib import Path

from public_site.demo.markup import Piece, pieces

CONTENT = Path(__file__).with_name("content")


@dataclass
class Text:
    """One page: its slug, its fields, the forms below it (``key slug title``) and its pieces."""

    slug: str
    fields: dict[str, str]
    forms: list[str]
    body: list[Piece]


def texts_of(folder: str, addresses: dict[str, str | None]) -> list[Text]:
    """The pages of a folder in the order of their numbers, with the addresses that they name.

    The numbers of the policy stay names in braces: the page puts them in when it is served.
    """
    return [_read(path, addresses) for path in sorted((CONTENT / folder).glob("*.md"))]


def _read(path: Path, addresses: dict[str, str | None]) -> Text:
    text = path.read_text(encoding="utf-8").strip()
    for name, address in addresses.items():
        text = text.replace(f"{{{name}}}", address or "")
    head, _, body = text.partition("\n\n")
    lines = [line.split(": ", 1) for line in head.splitlines()]
    return Text(
        slug=path.stem.split("-", 1)[1],
        fields={key: value for key, value in lines if key != "form"},
        forms=[value for key, value in lines if key == "form"],
        body=pieces(body),
    )
