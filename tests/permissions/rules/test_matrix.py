"""The matrix in sentences."""

import pytest

from permissions.rules.actions import Action
from permissions.rules.matrix import ANY, MATRIX, Role, allows, roles_allowing, states_in_which


def test_a_signatory_sees_a_case_from_sign_off_until_it_is_closed() -> None:
    assert not allows(Role.SIGNATORY, Action.VIEW_CASE, "investigating")
    assert allows(Role.SIGNATORY, Action.VIEW_CASE, "sign_off")
    assert allows(Role.SIGNATORY, Action.VIEW_CASE, "responded")
    assert not allows(Role.SIGNATORY, Action.VIEW_CASE, "closed")


def test_a_signatory_loses_the_pen_when_the_response_is_signed() -> None:
    assert allows(Role.SIGNATORY, Action.SIGN_RESPONSE, "sign_off")
    assert not allows(Role.SIGNATORY, Action.SIGN_RESPONSE, "signed")


def test_only_a_signatory_signs() -> None:
    assert list(roles_allowing(Action.SIGN_RESPONSE)) == [Role.SIGNATORY]


def test_a_draft_is_checked_by_governance_while_it_waits_for_the_check() -> None:
    assert list(roles_allowing(Action.APPROVE_DRAFT)) == [Role.GOVERNANCE]
    waiting = {"quality_check", "further_approval"}
    assert states_in_which(Role.GOVERNANCE, Action.APPROVE_DRAFT) == waiting


def test_only_governance_prepares_and_approves_figures_and_reads_the_audit() -> None:
    for action in (Action.PREPARE_FIGURES, Action.APPROVE_FIGURES, Action.SEE_AUDIT):
        assert list(roles_allowing(action)) == [Role.GOVERNANCE]


def test_a_viewer_reads_and_does_nothing_else() -> None:
    held = {action for action in Action if states_in_which(Role.VIEWER, action)}
    assert held == {Action.ENTER_WORKSPACE, Action.VIEW_CASE, Action.SEE_EVIDENCE}


@pytest.mark.parametrize("role", Role)
def test_every_role_has_a_row(role: Role) -> None:
    assert MATRIX[role][Action.ENTER_WORKSPACE] == ANY


def test_every_action_belongs_to_somebody() -> None:
    orphans = [action for action in Action if not list(roles_allowing(action))]
    assert orphans == []
