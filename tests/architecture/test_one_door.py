"""Access goes through the gate, the audit through its one writer, the outbox through its queue."""

import ast

import pytest

from tests.architecture.house import Module, modules, names, strings

GATE = {"permissions/standing.py", "permissions/gate.py"}
ASKS_GUARDIAN = {"has_perm", "has_perms", "get_objects_for_user", "ObjectPermissionChecker"}
ASKS_GUARDIAN |= {"assign_perm", "remove_perm", "permission_required", "user_passes_test"}


MAKES = {"create", "bulk_create", "get_or_create", "update_or_create"}


def says(module: Module, wanted: set[str]) -> set[str]:
    """Which of the ``wanted`` names the module's code mentions."""
    return wanted & set(names(module.tree))


def writes_to(module: Module, model: str) -> bool:
    """Whether the module creates rows of ``model``: ``Model.objects.create`` or ``Model(…)``."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            if called == model or called.startswith(f"{model}.objects."):
                method = called.rpartition(".")[2]
                if method in {model, *MAKES, "update"}:
                    return True
    return False


def calls_of(module: Module, function: str) -> list[ast.Call]:
    """Every call of ``function`` in the module."""
    found = [node for node in ast.walk(module.tree) if isinstance(node, ast.Call)]
    return [call for call in found if ast.unparse(call.func) == function]


def says_under_what(call: ast.Call) -> bool:
    """Whether the call names what something was done under."""
    return any(keyword.arg == "under" for keyword in call.keywords)


def names_a_floor_above(module: Module) -> list[str]:
    """Strings that reach upward where an import would be caught: addresses, templates, models."""
    floors = ("permissions", "feedback_forms", "staff_workspace", "public_site")
    own = floors.index(module.path.split("/")[0])
    above = tuple(f"{floor}{mark}" for floor in floors[own + 1 :] for mark in (":", "/", "."))
    return [text for text in strings(module.tree) if text.startswith(above)]


def test_nobody_asks_guardian_or_django_who_may() -> None:
    assert {m.path: said for m in modules() if (said := says(m, ASKS_GUARDIAN))} == {}


def test_only_the_gate_reads_who_was_granted_what() -> None:
    readers = {m.path for m in modules("permissions") if says(m, {"UserGrant", "TeamGrant"})}
    assert readers <= GATE | {"permissions/models/__init__.py", "permissions/models/guarded.py"}


def test_only_the_audit_writes_audit_events() -> None:
    assert {m.path for m in modules() if writes_to(m, "AuditEvent")} == {"permissions/audit.py"}


def test_whatever_was_done_says_under_which_role_grant_or_form() -> None:
    without = {
        m.path
        for m in modules("staff_workspace", "feedback_forms", "public_site")
        if any(not says_under_what(call) for call in calls_of(m, "audit.record"))
    }
    # Signing in and out, and setting one's own password, is done under nothing.
    assert without == {"staff_workspace/signals.py", "staff_workspace/views/set_password.py"}


def test_only_the_outbox_queues_work() -> None:
    assert {m.path for m in modules() if writes_to(m, "OutboxItem")} == {"permissions/outbox.py"}


def test_a_body_is_only_made_with_the_team_that_owns_what_arrives() -> None:
    # The demonstration, which is nobody's body, gives its own the teams of their policy itself.
    own = [m for m in modules() if "/policy/" not in m.path and "/demo/" not in m.path]
    assert {m.path for m in own if writes_to(m, "Body")} == {"permissions/bodies.py"}


def test_no_floor_names_the_one_above_in_a_string() -> None:
    lower = modules("permissions", "feedback_forms", "staff_workspace")
    assert {m.path: named for m in lower if (named := names_a_floor_above(m))} == {}


def test_being_a_superuser_opens_nothing() -> None:
    assert {m.path for m in modules() if says(m, {"is_superuser"})} <= {
        m.path for m in modules("public_site") if "/demo" in m.path
    }


@pytest.mark.parametrize(
    ("source", "model"),
    [
        ("AuditEvent.objects.create(action='x')", "AuditEvent"),
        ("OutboxItem(topic='x')", "OutboxItem"),
        ("Body.objects.update_or_create(key='x')", "Body"),
    ],
)
def test_a_second_writer_is_noticed(source: str, model: str) -> None:
    assert writes_to(Module("x.py", source), model)


def test_a_row_without_what_it_was_done_under_is_noticed() -> None:
    (bare,) = calls_of(Module("x.py", "audit.record(user=by, action='x')"), "audit.record")
    assert not says_under_what(bare)


def test_asking_guardian_is_noticed() -> None:
    assert says(Module("x.py", "user.has_perm('view_case', case)"), ASKS_GUARDIAN)


def test_reaching_upward_in_a_string_is_noticed() -> None:
    assert names_a_floor_above(Module("permissions/x.py", "reverse('staff_workspace:today')"))
