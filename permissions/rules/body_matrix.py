"""The matrix of one body: a value that is read, compared and stored as a version."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from permissions.rules.actions import Action
from permissions.rules.matrix import ANY, MATRIX, Role

Row = Mapping[Action, frozenset[str]]


class MatrixError(ValueError):
    """The data is no matrix; says what is unknown in it."""


@dataclass(frozen=True)
class Matrix:
    """Role × action × case state: who may do what, and in which states."""

    rows: Mapping[Role, Row]

    def states_in_which(self, role: Role, action: Action) -> frozenset[str]:
        """The case states in which ``role`` may take ``action``; ``ANY`` for all, empty for none."""
        return self.rows.get(role, {}).get(action, frozenset())

    def allows(self, role: Role, action: Action, state: str | None) -> bool:
        """Whether ``role`` may take ``action`` in ``state`` (None for things without a state)."""
        states = self.states_in_which(role, action)
        return states == ANY or state in states

    def roles_allowing(self, action: Action) -> list[Role]:
        """The roles that may take ``action`` in at least one state."""
        return [role for role in Role if self.states_in_which(role, action)]

    def with_row(self, role: Role, row: Row) -> Matrix:
        """The same matrix with another row for ``role``."""
        return Matrix({**self.rows, role: {a: s for a, s in row.items() if s}})

    def to_dict(self) -> dict[str, Any]:
        """Data for JSON. It names the actions known today, so that later ones can be told apart."""
        return {
            "actions": [action.value for action in Action],
            "rows": {
                role.value: {a.value: sorted(s) for a, s in self.rows.get(role, {}).items()}
                for role in Role
            },
        }


DEFAULT = Matrix(MATRIX)


def from_dict(data: Mapping[str, Any]) -> Matrix:
    """The matrix that ``to_dict`` wrote; MatrixError for an unknown role or action."""
    try:
        return Matrix(
            {
                Role(role): {Action(a): frozenset(states) for a, states in row.items()}
                for role, row in data["rows"].items()
            }
        )
    except (KeyError, AttributeError, TypeError, ValueError) as error:
        raise MatrixError(f"This is no matrix: {error}") from None


def stored(data: Mapping[str, Any]) -> Matrix:
    """A version stored by an earlier release: what it could not know is as Candour ships it.

    Roles and actions that are gone are left out; those that came later take their default.
    """
    knew = set(data.get("actions", ()))
    roles, actions = {role.value for role in Role}, {action.value for action in Action}
    kept = {
        role: {a: states for a, states in row.items() if a in actions}
        for role, row in data["rows"].items()
        if role in roles
    }
    rows = {role: dict(row) for role, row in from_dict({"rows": kept}).rows.items()}
    for role, row in MATRIX.items():
        new = rows.setdefault(role, dict(row))
        new.update({a: states for a, states in row.items() if a.value not in knew})
    return Matrix(rows)
