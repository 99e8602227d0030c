"""A profile as a page: sections, rows, doubts, and what differs from another profile."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from staff_workspace.policy.compare import values
from staff_workspace.policy.parameter_names import SECTIONS, name_of
from staff_workspace.policy.parameters.value import SILENT, Value
from staff_workspace.policy.profile import Profile
from staff_workspace.policy.profile_changes import changes
from staff_workspace.presenters.profile_lists import ListBlock, list_blocks
from staff_workspace.presenters.profile_words import day, words
from staff_workspace.queries.correction_effect import CaseEffect

# The references of a body are numbered from its own record, not from the profile.
NOT_CHANGED_HERE = frozenset({"references.ref_prefix", "references.reference_format"})


@dataclass(frozen=True)
class ValueRow:
    """One parameter; ``policy_says`` is filled where it differs from what is in force."""

    key: str
    name: str
    in_force: str
    policy_says: str
    silent: bool
    source: str
    verified: bool
    reason: str
    confirmed: str
    changed: bool
    may_change: bool

    @property
    def anchor(self) -> str:
        """The id of the row."""
        return self.key.replace(".", "-")


@dataclass(frozen=True)
class ProfileSection:
    """A group of parameters, and the lists that stand with them."""

    key: str
    title: str
    rows: tuple[ValueRow, ...]
    lists: tuple[ListBlock, ...]

    @property
    def unverified(self) -> int:
        """How many values nobody has confirmed."""
        return sum(not row.verified for row in self.rows)

    @property
    def changed(self) -> int:
        """How many values differ from the version that the draft began with."""
        return sum(row.changed for row in self.rows)


@dataclass(frozen=True)
class ChangeRow:
    """What differs: before, after, and whether only the grounds do."""

    name: str
    before: str
    after: str
    note: str


def profile_sections(profile: Profile, *, base: Profile | None = None) -> list[ProfileSection]:
    """Every section in the order of the profile; values that differ from ``base`` are marked."""
    old = values(base) if base else {}
    rows: dict[str, list[ValueRow]] = {key: [] for key in SECTIONS}
    for key, value in values(profile).items():
        rows[key.split(".")[0]].append(_row(profile, key, value, old.get(key, value)))
    return [
        ProfileSection(key, title, tuple(rows[key]), list_blocks(profile, key))
        for key, title in SECTIONS.items()
    ]


def _row(profile: Profile, key: str, value: Value[Any], before: Value[Any]) -> ValueRow:
    differs = value.overridden_by_law
    return ValueRow(
        key=key,
        name=name_of(profile, key),
        in_force=words(value.in_force, key=key, profile=profile),
        policy_says=words(value.policy_says, key=key, profile=profile) if differs else "",
        silent=value.silent,
        source=value.source,
        verified=value.verified,
        reason="" if value.reason == SILENT else value.reason,
        confirmed=confirmed(value),
        changed=value != before,
        may_change=key not in NOT_CHANGED_HERE,
    )


def confirmed(value: Value[Any]) -> str:
    """Who confirmed the value and when; empty where that is not on record."""
    on = value.verified_on
    return f"Confirmed by {value.verified_by} on {day(on)}" if on else ""


def change_rows(before: Profile, after: Profile) -> list[ChangeRow]:
    """What would change, old and new, in words."""
    return [
        ChangeRow(
            name=f"{SECTIONS.get(c.key.split('.')[0], '')}: {name_of(after, c.key)}",
            before=_side(c.before, c.key, before),
            after=_side(c.after, c.key, after),
            note="" if c.decides else _grounds(c.before, c.after),
        )
        for c in changes(before, after)
    ]


def _side(side: Any, key: str, profile: Profile) -> str:
    return words(side.in_force if isinstance(side, Value) else side, key=key, profile=profile)


def _grounds(before: Value[Any], after: Value[Any]) -> str:
    if before.verified != after.verified:
        if not after.verified:
            return "No longer confirmed"
        return confirmed(after) or "Now confirmed"
    if before.verified_on != after.verified_on:
        return confirmed(after)
    if before.source != after.source:
        return f"Source: {before.source or 'none'} becomes {after.source or 'none'}"
    return "The policy's own words or the reason"


def effect_rows(effects: list[CaseEffect], may_see: set[int]) -> dict[str, Any]:
    """The open cases whose dates move, as far as the reader may see them.

    Others are not counted either: a number would tell somebody who is shut out of a case that it
    exists.
    """
    effects = [effect for effect in effects if effect.case.pk in may_see]
    moved = [effect for effect in effects if effect.moves]
    return {
        "held": len(effects),
        "moved": len(moved),
        "lost": [e for e in effects if e.problem],
        "late": sum(any(m.late_after and not m.late_before for m in e.moves) for e in moved),
        "rows": [
            {
                "case": effect.case,
                "late": any(m.late_after and not m.late_before for m in effect.moves),
                "moves": [
                    {
                        "label": move.label,
                        "before": day(move.before),
                        "after": day(move.after),
                        "late": move.late_after and not move.late_before,
                    }
                    for move in effect.moves
                ],
            }
            for effect in moved
        ],
    }


def unverified(profile: Profile) -> int:
    """How many values of the profile nobody has confirmed."""
    return sum(not value.verified for value in values(profile).values())


def not_verified(profile: Profile) -> str:
    """ "14 values are not verified", or nothing when every value is."""
    number = unverified(profile)
    if not number:
        return ""
    return f"{number} {'value is' if number == 1 else 'values are'} not verified."
