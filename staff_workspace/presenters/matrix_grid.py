"""The matrix as people read and tick it: roles, actions and states in words."""

from collections.abc import Iterable
from dataclasses import dataclass

from permissions.rules.actions import Action
from permissions.rules.body_matrix import Matrix, Row
from permissions.rules.matrix import ANY, Role
from permissions.rules.matrix_checks import is_fixed
from permissions.rules.words import ROLE_HINTS, action_words, role_words
from staff_workspace.policy.lifecycle import STATES

ALWAYS, NEVER = "Always", "–"
EVERY_STATE = "*"


@dataclass(frozen=True)
class Column:
    """A role as a heading."""

    role: Role
    words: str
    hint: str


@dataclass(frozen=True)
class GridRow:
    """An action with what each role may, in words."""

    words: str
    cells: list[str]


@dataclass(frozen=True)
class TickRow:
    """An action of one role with its boxes: (value, words, ticked); fixed ones are only read."""

    words: str
    fixed: bool
    states: str
    boxes: list[tuple[str, str, bool]]


def columns() -> list[Column]:
    """The roles."""
    return [Column(role, role_words(role), ROLE_HINTS[role]) for role in Role]


def grid(matrix: Matrix, *, on_cases: bool) -> list[GridRow]:
    """Every action on cases (or on the body) with what each role may."""
    return [
        GridRow(
            action_words(action),
            [
                states_words(matrix.states_in_which(role, action), on_cases=on_cases)
                for role in Role
            ],
        )
        for action in Action
        if action.on_cases == on_cases
    ]


def states_words(states: Iterable[str], *, on_cases: bool = True) -> str:
    """In which states, as people say it."""
    named = set(states)
    if not named:
        return NEVER
    if not on_cases:
        return "Yes"
    if named >= ANY or named >= set(STATES):
        return ALWAYS
    order = [key for key in STATES if key in named]
    keys = list(STATES)
    if len(order) > 2 and order == keys[keys.index(order[0]) :]:
        return f"From “{STATES[order[0]].label}” on"
    return " or ".join(f"“{STATES[key].label}”" for key in order) or NEVER


def tick_rows(role: Role, row: Row, *, on_cases: bool) -> list[TickRow]:
    """The boxes of one role."""
    found = []
    for action in Action:
        if action.on_cases != on_cases:
            continue
        ticked = row.get(action, frozenset())
        always = ticked == ANY
        words = action_words(action)
        boxes = [(f"{action.value}:{EVERY_STATE}", f"{words}: always", always)]
        if on_cases:
            boxes += [
                (f"{action.value}:{key}", f"{words}: {state.label}", key in ticked)
                for key, state in STATES.items()
            ]
        said = states_words(ticked, on_cases=on_cases)
        found.append(TickRow(words, is_fixed(role, action), said, boxes))
    return found


def row_from(ticked: Iterable[str], role: Role, before: Row) -> Row:
    """The row that the boxes say; fixed cells stay as they are, unknown boxes count for nothing."""
    found: dict[Action, set[str]] = {}
    known, actions = {*STATES, EVERY_STATE}, {action.value for action in Action}
    for value in ticked:
        key, _, state = value.rpartition(":")
        if key in actions and state in known:
            found.setdefault(Action(key), set()).add(state)
    row = {action: states for action, states in before.items() if is_fixed(role, action)}
    for action, states in found.items():
        if not is_fixed(role, action):
            every = EVERY_STATE in states or states >= set(STATES) or not action.on_cases
            row[action] = ANY if every else frozenset(states)
    return row


@dataclass(frozen=True)
class Change:
    """One action of one role that differs between two matrices."""

    role: Role
    action: Action
    before: str
    after: str

    @property
    def words(self) -> str:
        """What the action is called."""
        return action_words(self.action)

    @property
    def role_words(self) -> str:
        """What the role is called."""
        return role_words(self.role)


def changes(before: Matrix, after: Matrix) -> list[Change]:
    """What differs, by role and action."""
    return [
        Change(
            role,
            action,
            states_words(old, on_cases=action.on_cases),
            states_words(new, on_cases=action.on_cases),
        )
        for role in Role
        for action in Action
        if (old := before.states_in_which(role, action))
        != (new := after.states_in_which(role, action))
    ]
