"""Which part of a policy a reader asks to see: a section, what is doubtful, or words to find."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.http import HttpRequest

from staff_workspace.presenters.profile_lists import ListBlock, RowCard
from staff_workspace.presenters.profile_page import ProfileSection, ValueRow

SHOWS = {
    "all": "Every value",
    "unverified": "Not verified",
    "differs": "Differs from the policy",
    "silent": "The policy does not say",
}
CHANGED = {"changed": "Changed in this draft"}


@dataclass(frozen=True)
class Find:
    """What is asked for; nothing means the overview of the sections."""

    section: str = ""
    show: str = ""
    text: str = ""

    @property
    def asked(self) -> bool:
        """Whether values are to be shown at all."""
        return bool(self.section or self.show or self.text)

    @property
    def narrowed(self) -> bool:
        """Whether some values are left out for what they are rather than where they stand."""
        return bool(self.text) or self.show not in {"", "all"}


def asked_of(request: HttpRequest) -> Find:
    """What the address asks for; a section or a state that does not exist counts as not asked."""
    get = request.GET.get
    show = get("show", "")
    return Find(
        section=get("section", ""),
        show=show if show in SHOWS | CHANGED else "",
        text=" ".join(get("q", "").split())[:100],
    )


def narrow(sections: list[ProfileSection], find: Find) -> list[ProfileSection]:
    """The sections with what was asked for, without those in which nothing is left."""
    if not find.asked:
        return []
    inside = [s for s in sections if not find.section or s.key == find.section]
    if not find.narrowed:
        return inside
    kept = (
        replace(
            section,
            rows=tuple(row for row in section.rows if _wanted(row, section.title, find)),
            lists=tuple(kept for kept in (_list(b, find) for b in section.lists) if kept.rows),
        )
        for section in inside
    )
    return [section for section in kept if section.rows or section.lists]


def _wanted(row: ValueRow, title: str, find: Find) -> bool:
    states = {
        "unverified": not row.verified,
        "differs": bool(row.policy_says),
        "silent": row.silent,
        "changed": row.changed,
    }
    told = f"{title} {row.name} {row.in_force} {row.policy_says} {row.source} {row.reason}"
    return states.get(find.show, True) and _holds(told, find.text)


def _list(block: ListBlock, find: Find) -> ListBlock:
    kept = tuple(row for row in block.rows if _wanted_card(row, block.title, find))
    return replace(block, rows=kept, may_add=False)


def _wanted_card(row: RowCard, title: str, find: Find) -> bool:
    shown = bool(row.doubt) if find.show == "unverified" else find.show in {"", "all"}
    told = " ".join((title, row.title, *(text for _, text in row.facts)))
    return shown and _holds(told, find.text)


def _holds(told: str, text: str) -> bool:
    told = told.casefold()
    return all(word in told for word in text.casefold().split())
