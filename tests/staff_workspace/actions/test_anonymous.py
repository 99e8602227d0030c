"""An anonymous complaint is looked into although nobody can be written to (AN-1)."""

from collections.abc import Callable
from typing import Any

import pytest

from staff_workspace.actions.close_case import close_case, closure_reasons
from staff_workspace.actions.grade_case import grade_case
from staff_workspace.actions.record_finding import record_finding
from staff_workspace.models import Case
from staff_workspace.presenters.next_steps import next_steps
from tests.workspace_people import at


@pytest.mark.requirement("AN-1")
def test_an_anonymous_complaint_is_graded_looked_into_and_closed(
    make_case: Callable[..., Case], people: dict[str, Any]
) -> None:
    case = make_case(anonymous=True, on_behalf=False, representation="")
    officer = people["officer"]
    grade_case(case=case, by=officer, grade="moderate", reason="Several people say so", at=at(20))
    assert case.state == "investigating"
    record_finding(
        issue=case.issues.get(), by=officer, finding="upheld", explanation="So it is", at=at(24)
    )
    case = Case.objects.get(pk=case.pk)
    assert next_steps(case)[0].button == "Close"
    close_case(case=case, by=officer, because="nobody_to_answer", at=at(25))
    assert (case.state, case.outcome) == ("closed", "upheld")


@pytest.mark.requirement("CC-3")
def test_the_reasons_for_closing_fit_the_case(
    make_case: Callable[..., Case], people: dict[str, Any]
) -> None:
    assert list(closure_reasons(make_case(kind="compliment"))) == ["passed_on"]
    assert "nobody_to_answer" not in closure_reasons(make_case())
    assert "nobody_to_answer" in closure_reasons(make_case(anonymous=True))
    assert list(closure_reasons(make_case(state="responded"))) == ["responded"]
