"""The matrix: which role may take which action on a case in which state, as data.

A role comes from a team of the body or from a grant on one case. States are the keys of the
workspace's lifecycle; ``ANY`` stands for all of them and for things that have no state.
"""

from collections.abc import Iterable
from enum import StrEnum

from permissions.rules.actions import Action


class Role(StrEnum):
    """What somebody is to a case. The keys are also the codenames of the guardian grants."""

    HANDLER = "handler"
    GOVERNANCE = "governance"
    SIGNATORY = "signatory"
    INVESTIGATOR = "investigator"
    VIEWER = "viewer"
    # Let in past a restriction, by name.
    NAMED = "named"
    # The Caldicott Guardian or who stands in for them: sees a case once they have broken the glass.
    GUARDIAN = "guardian"


ANY = frozenset({"*"})
AT_QUALITY_CHECK = frozenset({"quality_check", "further_approval"})
AT_SIGN_OFF = frozenset({"sign_off"})
AT_THE_END = frozenset({"closed"})
# What is closed is for those whose teams keep the records, and for who is let in by name (RT-1).
FROM_SIGN_OFF = frozenset({"sign_off", "signed", "responded"})

_READ = {Action.VIEW_CASE: ANY, Action.SEE_EVIDENCE: ANY}
_WORK = {
    Action.SEE_CONTACT_DETAILS: ANY,
    Action.ACKNOWLEDGE: ANY,
    Action.JUDGE_AUTHORITY: ANY,
    Action.ARRANGE_CONSENT: ANY,
    Action.GRADE: ANY,
    Action.RECORD_FINDINGS: ANY,
    Action.DRAFT_RESPONSE: ANY,
    Action.SEND_RESPONSE: ANY,
    Action.ASSIGN: ANY,
    Action.RECORD_CONTACT: ANY,
    Action.AGREE_DATES: ANY,
    Action.CONFIRM_SUMMARY: ANY,
    Action.ARRANGE_MEETING: ANY,
    Action.RECORD_OMBUDSMAN: ANY,
    Action.WITHDRAW: ANY,
    Action.REOPEN: ANY,
    Action.MESSAGE: ANY,
    Action.ISSUE_CODE: ANY,
    Action.NOTE: ANY,
    Action.CLOSE_CASE: ANY,
    Action.SHARE_CASE: ANY,
    Action.EXPORT: ANY,
}
_DESK = {Action.TAKE_CONTACT: ANY, Action.MATCH_FORMS: ANY}
_FIGURES = {Action.VIEW_FIGURES: ANY}
_POLICY = {Action.VIEW_PROFILE: ANY}

MATRIX: dict[Role, dict[Action, frozenset[str]]] = {
    Role.HANDLER: {Action.ENTER_WORKSPACE: ANY, **_READ, **_WORK, **_DESK, **_FIGURES, **_POLICY},
    Role.GOVERNANCE: {
        Action.ENTER_WORKSPACE: ANY,
        **_READ,
        **_WORK,
        **_DESK,
        **_FIGURES,
        **_POLICY,
        Action.CHANGE_PROFILE: ANY,
        # Never of one's own draft: the action sees to that.
        Action.APPROVE_PROFILE: ANY,
        # The check before the signature; a draft of one's own is for somebody else.
        Action.APPROVE_DRAFT: AT_QUALITY_CHECK,
        Action.SEE_AUDIT: ANY,
        Action.MANAGE_ACCESS: ANY,
        # Two people for each case: the action sees to that.
        Action.DISPOSE: AT_THE_END,
        Action.HOLD_RECORDS: ANY,
        Action.VIEW_DISPOSALS: ANY,
        # Never of one's own opening: the rule of breaking the glass sees to that.
        Action.REVIEW_OPENING: ANY,
        Action.MANAGE_TEAMS: ANY,
        Action.CHANGE_MATRIX: ANY,
        Action.MIND_OUTBOX: ANY,
        # Exact counts take in what is restricted or walled: not for every handler.
        Action.PREPARE_FIGURES: ANY,
        Action.APPROVE_FIGURES: ANY,
    },
    # A signatory sees the case from sign-off until it is closed and holds the pen only while it waits for them.
    Role.SIGNATORY: {
        Action.ENTER_WORKSPACE: ANY,
        Action.VIEW_CASE: FROM_SIGN_OFF,
        Action.SEE_EVIDENCE: FROM_SIGN_OFF,
        # The letter that they sign shows to whom it goes.
        Action.SEE_CONTACT_DETAILS: FROM_SIGN_OFF,
        Action.SIGN_RESPONSE: AT_SIGN_OFF,
    },
    # Let in to one case to work on it; who else is let in, and when it ends, is not theirs.
    Role.INVESTIGATOR: {
        Action.ENTER_WORKSPACE: ANY,
        **_READ,
        Action.SEE_CONTACT_DETAILS: ANY,
        Action.RECORD_FINDINGS: ANY,
        Action.DRAFT_RESPONSE: ANY,
        Action.NOTE: ANY,
    },
    Role.VIEWER: {Action.ENTER_WORKSPACE: ANY, **_READ},
    # What they are besides (handler, signatory) counts as well; this is for those who are nothing.
    Role.NAMED: {
        Action.ENTER_WORKSPACE: ANY,
        **_READ,
        Action.SEE_CONTACT_DETAILS: ANY,
        Action.NOTE: ANY,
    },
    Role.GUARDIAN: {
        Action.ENTER_WORKSPACE: ANY,
        Action.BREAK_GLASS: ANY,
        **_READ,
        Action.SEE_CONTACT_DETAILS: ANY,
        Action.NOTE: ANY,
    },
}


class Reach(StrEnum):
    """Which cases a team's role speaks for without a grant."""

    OWNED = "owned by the team"
    BODY = "of the body"
    NONE = "none"


REACH: dict[Role, Reach] = {
    Role.HANDLER: Reach.OWNED,
    Role.GOVERNANCE: Reach.BODY,
    Role.SIGNATORY: Reach.BODY,
    Role.INVESTIGATOR: Reach.NONE,
    Role.VIEWER: Reach.NONE,
    Role.NAMED: Reach.NONE,
    Role.GUARDIAN: Reach.NONE,
}


def states_in_which(role: Role, action: Action) -> frozenset[str]:
    """The case states in which ``role`` may take ``action``; ``ANY`` for all, empty for none."""
    return MATRIX[role].get(action, frozenset())


def allows(role: Role, action: Action, state: str | None) -> bool:
    """Whether ``role`` may take ``action`` in ``state`` (None for things without a state)."""
    states = states_in_which(role, action)
    return states == ANY or state in states


def roles_allowing(action: Action) -> Iterable[Role]:
    """The roles that may take ``action`` in at least one state."""
    return [role for role in Role if states_in_which(role, action)]
