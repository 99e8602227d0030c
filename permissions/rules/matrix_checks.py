"""What a matrix may never say, whatever a body wishes."""

from collections.abc import Collection, Iterator

from permissions.rules.actions import Action
from permissions.rules.body_matrix import DEFAULT, Matrix
from permissions.rules.matrix import ANY, Role
from permissions.rules.words import action_words, role_words

# What Governance must always be able to do, or a mistake could never be taken back.
GOVERNANCE_KEEPS = (
    Action.ENTER_WORKSPACE,
    Action.VIEW_CASE,
    Action.SHARE_CASE,
    Action.MANAGE_ACCESS,
    Action.REVIEW_OPENING,
    Action.SEE_AUDIT,
    Action.MANAGE_TEAMS,
    Action.CHANGE_MATRIX,
)
# What no other role can be given.
ONLY: dict[Action, Role] = {
    Action.MANAGE_TEAMS: Role.GOVERNANCE,
    Action.CHANGE_MATRIX: Role.GOVERNANCE,
    Action.REVIEW_OPENING: Role.GOVERNANCE,
    Action.BREAK_GLASS: Role.GUARDIAN,
}
# Those who were let in to a single case do not pass it on.
GUESTS = (Role.INVESTIGATOR, Role.VIEWER, Role.NAMED, Role.GUARDIAN)
NOT_FOR_GUESTS = (
    Action.SHARE_CASE,
    Action.EXPORT,
    Action.MANAGE_ACCESS,
    Action.SEE_AUDIT,
    Action.HOLD_RECORDS,
    Action.DISPOSE,
)


def is_fixed(role: Role, action: Action) -> bool:
    """Whether the cell of ``role`` and ``action`` is no body's to change."""
    kept = role is Role.GOVERNANCE and action in GOVERNANCE_KEEPS
    barred = ONLY.get(action) is not None or (role in GUESTS and action in NOT_FOR_GUESTS)
    # Whoever has any role at all comes in, or the role would be worth nothing.
    return kept or barred or action is Action.ENTER_WORKSPACE


def problems(matrix: Matrix, states: Collection[str]) -> list[str]:
    """Everything that forbids ``matrix``, in sentences; ``states`` are those of the lifecycle."""
    return [
        *_unknown_states(matrix, states),
        *_governance_locked_out(matrix),
        *_in_the_wrong_hands(matrix),
        *_blind(matrix, states),
    ]


def _unknown_states(matrix: Matrix, states: Collection[str]) -> Iterator[str]:
    known = {*states, *ANY}
    for role, row in matrix.rows.items():
        for action, named in row.items():
            shipped = DEFAULT.states_in_which(role, action)
            unknown = sorted(named - shipped - (known if action.on_cases else ANY))
            if unknown:
                yield f"{_cell(role, action)}: there is no state “{unknown[0]}”"


def _governance_locked_out(matrix: Matrix) -> Iterator[str]:
    for action in GOVERNANCE_KEEPS:
        if matrix.states_in_which(Role.GOVERNANCE, action) != ANY:
            yield f"{_cell(Role.GOVERNANCE, action)}: must stay, in every state"


def _in_the_wrong_hands(matrix: Matrix) -> Iterator[str]:
    for role in Role:
        if not matrix.states_in_which(role, Action.ENTER_WORKSPACE):
            yield f"{_cell(role, Action.ENTER_WORKSPACE)}: must stay"
    for action, only in ONLY.items():
        for role in matrix.roles_allowing(action):
            if role is not only:
                yield f"{_cell(role, action)}: is for {role_words(only)} alone"
    for role in GUESTS:
        for action in NOT_FOR_GUESTS:
            if matrix.states_in_which(role, action):
                yield f"{_cell(role, action)}: is not for people who were let in to one case"
    for role in matrix.roles_allowing(Action.MANAGE_ACCESS):
        if not _within(matrix, role, Action.MANAGE_ACCESS, Action.SHARE_CASE):
            yield f"{_cell(role, Action.MANAGE_ACCESS)}: whoever manages access can share too"
    for role in matrix.roles_allowing(Action.SEE_AUDIT):
        if not _within(matrix, role, Action.SEE_AUDIT, Action.MANAGE_ACCESS):
            # The audit names those who are shut out of the case.
            yield f"{_cell(role, Action.SEE_AUDIT)}: whoever reads the audit manages access too"


def _blind(matrix: Matrix, states: Collection[str]) -> Iterator[str]:
    """Nobody acts on a case that they cannot see."""
    for role, row in matrix.rows.items():
        for action in row:
            if action.on_cases and any(
                matrix.allows(role, action, state)
                and not matrix.allows(role, Action.VIEW_CASE, state)
                for state in states
            ):
                yield f"{_cell(role, action)}: not without “{action_words(Action.VIEW_CASE)}”"


def _within(matrix: Matrix, role: Role, narrow: Action, wide: Action) -> bool:
    inner, outer = matrix.states_in_which(role, narrow), matrix.states_in_which(role, wide)
    return outer == ANY or inner <= outer


def _cell(role: Role, action: Action) -> str:
    return f"{role_words(role)}, “{action_words(action)}”"
