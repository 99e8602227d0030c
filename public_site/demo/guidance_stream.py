"""Turns the pieces of a guidance page into blocks: prose, buttons, cards, contacts and lists."""

from collections.abc import Callable
from typing import Any

from public_site.demo.markup import Piece, Resolve, inline
from public_site.demo.streams import Raw, rich_text, runs, table
from staff_workspace.policy.parameters.body import Contact
from staff_workspace.policy.profile import Profile

_CARE = ("emergency", "urgent", "non-urgent")


class Guidance:
    """Builds raw blocks; ``page_id`` gives the id of the page at a path of the site."""

    def __init__(self, profile: Profile, resolve: Resolve, page_id: Callable[[str], int]) -> None:
        self.profile = profile
        self.resolve = resolve
        self.page_id = page_id

    def stream(self, pieces: list[Piece]) -> Raw:
        """The blocks of a guidance page's body."""
        blocks: Raw = []
        for kind, run in runs(pieces):
            if kind == "prose":
                blocks.append({"type": "rich_text", "value": rich_text(run, self.resolve)})
            elif kind == "row":
                caption = run[0].parts[0] if run[0].kind == "caption" else ""
                rows = [piece for piece in run if piece.kind == "row"]
                blocks.append({"type": "table", "value": table(rows, caption)})
            elif kind == "term":
                rows = [{"key": p.parts[0], "value": self._html(p.parts[1])} for p in run]
                blocks.append({"type": "summary_list", "value": rows})
            else:
                blocks += [self.tagged(piece) for piece in run]
        return blocks

    def tagged(self, piece: Piece) -> dict[str, Any]:
        """The block of a line that starts with ``[tag]``. Raises KeyError for an unknown tag."""
        tag, rest = piece.parts
        if tag == "contact":
            return {"type": "contact", "value": contact_card(self._contact(rest))}
        if tag in ("button", "action"):
            text, path = rest.split(" -> ")
            kind = {"button": "button", "action": "action_link"}[tag]
            return {"type": kind, "value": {"text": text, "page": self.page_id(path)}}
        if tag == "inset":
            return {"type": "inset", "value": self._html(rest)}
        heading, text = rest.split(": ", 1)
        value = {"heading": heading, "text": self._html(text)}
        if tag in _CARE:
            return {"type": "care_card", "value": {**value, "urgency": tag}}
        return {"type": {"details": "details", "warning": "warning"}[tag], "value": value}

    def cards(self, pieces: list[Piece]) -> Raw:
        """The home page's groups of cards."""
        groups: Raw = []
        for tag, rest in (piece.parts for piece in pieces if piece.kind == "tag"):
            if tag == "cards":
                groups.append({"type": "group", "value": {"heading": rest, "cards": []}})
            elif tag == "card":
                title, target = rest.split(" -> ")
                path, text = target.split(" : ")
                card = {"title": title, "text": text, "page": self.page_id(path)}
                groups[-1]["value"]["cards"].append(card)
        return groups

    def _contact(self, key: str) -> Contact:
        return {contact.key: contact for contact in self.profile.contacts}[key]

    def _html(self, text: str) -> str:
        return f"<p>{inline(text, self.resolve)}</p>"


def contact_card(contact: Contact) -> dict[str, Any]:
    """A contact of the profile as a card's fields; the day of checking stays empty if unknown."""
    return {
        "name": contact.name,
        "area": contact.area,
        "about": "",
        "phone": contact.phone,
        "email": contact.email,
        "website": contact.web,
        "address": "\n".join(part.strip() for part in contact.post.split(",") if part.strip()),
        "last_verified": contact.last_verified and contact.last_verified.isoformat(),
    }


def promises(pieces: list[Piece]) -> Raw:
    """The promises of a charter."""
    found = [piece.parts[1].split(": ", 1) for piece in pieces if is_tag(piece, "promise")]
    return [{"type": "promise", "value": {"title": title, "text": text}} for title, text in found]


def is_tag(piece: Piece, *tags: str) -> bool:
    """Whether the piece is a line with one of these tags."""
    return piece.kind == "tag" and piece.parts[0] in tags
