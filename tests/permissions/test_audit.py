"""The audit only grows."""

from typing import Any

import pytest

from permissions import audit
from permissions.models import AuditEvent, AuditRowsAreFinal
from staff_workspace.models import Case


def test_a_row_says_who_did_what_to_which_case_under_which_role(
    case: Case, people: dict[str, Any]
) -> None:
    row = audit.record(
        user=people["officer"], action="case.grade", thing=case.issues.get(), under="team Nursing"
    )
    assert (row.actor_name, row.action, row.under) == ("hwe.officer", "case.grade", "team Nursing")
    assert (row.object_type, row.object_ref) == ("staff_workspace.Issue", case.reference)
    assert row.body_key == "hwe"


def test_the_product_cannot_change_or_delete_a_row(case: Case, people: dict[str, Any]) -> None:
    row = audit.record(user=people["officer"], action="case.view", thing=case)
    for attempt in (
        row.save,
        row.delete,
        AuditEvent.objects.all().delete,
        lambda: AuditEvent.objects.update(action="nothing"),
    ):
        with pytest.raises(AuditRowsAreFinal):
            attempt()
    assert AuditEvent.objects.get().action == "case.view"
