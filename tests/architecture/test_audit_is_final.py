"""No code of the product changes or deletes a row of the audit, nor takes its triggers down."""

import pytest

from tests.architecture.house import Module, modules, names, strings
from tests.architecture.test_one_door import writes_to

TRIGGERS = "permissions/append_only.py"
# It has triggers of its own, which are of no audit.
COPIES = "permissions/copied_keys.py"
# The names of the tables, and what would pass the triggers by.
SQL = ("permissions_auditevent", "permissions_auditseal", "session_replication_role")
SQL_OF_TRIGGERS = ("drop trigger", "disable trigger", "truncate")


def speaks_to_the_tables(module: Module) -> list[str]:
    """SQL in the module that names a table of the audit or takes triggers down."""
    forbidden = SQL if module.path in {TRIGGERS, COPIES} else SQL + SQL_OF_TRIGGERS
    return [
        text for text in strings(module.tree) if any(part in text.lower() for part in forbidden)
    ]


def test_no_code_speaks_to_the_tables_of_the_audit_past_their_models() -> None:
    assert {m.path: found for m in modules() if (found := speaks_to_the_tables(m))} == {}


def test_only_a_migration_that_goes_back_takes_the_triggers_down() -> None:
    assert {m.path for m in modules() if "allow_changes" in names(m.tree)} == {TRIGGERS}


def test_only_the_sealing_writes_seals() -> None:
    assert {m.path for m in modules() if writes_to(m, "AuditSeal")} == {"permissions/sealing.py"}


@pytest.mark.parametrize(
    "source", ["run('DELETE FROM permissions_auditevent')", "run('DROP TRIGGER x')"]
)
def test_going_around_is_noticed(source: str) -> None:
    assert speaks_to_the_tables(Module("x.py", source))
