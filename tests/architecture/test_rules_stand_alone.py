"""Rules run with Django uninstalled, with today passed in, and know bodies by profile only."""

import ast
import subprocess
import sys

import pytest

from tests.architecture.house import ROOT, Module, modules

ROOMS = ("permissions/rules/", "feedback_forms/rules/", "staff_workspace/policy/")
ALLOWED = {"pydantic", "pydantic_core", "dateutil", "holidays"}
CLOCKS = {("date", "today"), ("datetime", "now"), ("datetime", "utcnow"), ("timezone", "now")}
CLOCKS |= {("datetime", "today"), ("time", "time"), ("timezone", "localdate")}
BODIES = ("hwe", "hwe_icb", "west_essex_ccg", "millbrook")

WITHOUT_DJANGO = """
import importlib, sys

class NoDjango:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"django", "wagtail", "guardian"}:
            raise ImportError(f"{name} is uninstalled")

sys.meta_path.insert(0, NoDjango())
for name in sys.argv[1:]:
    importlib.import_module(name)
"""


def rule_modules() -> list[Module]:
    """Every module of the three rooms of rules."""
    return [m for m in modules() if m.path.startswith(ROOMS)]


def foreign_imports(module: Module) -> list[str]:
    """What a rule imports besides the standard library, pydantic and its floor's own rules."""
    found = []
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ImportFrom) and not node.level:
            found += [node.module or ""]
        elif isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
    own = tuple(room.replace("/", ".") for room in ROOMS)
    return [
        name
        for name in found
        if name.partition(".")[0] not in ALLOWED | set(sys.stdlib_module_names)
        and not f"{name}.".startswith(own)
    ]


def clocks_read(module: Module) -> list[str]:
    """Where a rule asks what time it is instead of being told."""
    return [
        f"{module.path}:{node.lineno}"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and (node.value.id, node.attr) in CLOCKS
    ]


def bodies_named(module: Module) -> list[str]:
    """Where code decides by a body's name: differences between bodies belong in its profile."""
    deciding: list[ast.AST] = []
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Compare):
            deciding += [node.left, *node.comparators]
        elif isinstance(node, ast.Dict):
            deciding += [key for key in node.keys if key]
        elif isinstance(node, ast.MatchValue):
            deciding += [node.value]
    constants = [inner for node in deciding for inner in ast.walk(node)]
    return [c.value for c in constants if isinstance(c, ast.Constant) and c.value in BODIES]


def test_there_are_rules() -> None:
    assert len(rule_modules()) > 30


def test_every_rule_can_be_imported_with_django_uninstalled() -> None:
    names = [m.path.removesuffix(".py").replace("/", ".") for m in rule_modules()]
    names = [name.removesuffix(".__init__") for name in names]
    command = [sys.executable, "-c", WITHOUT_DJANGO, *names]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_rules_need_the_standard_library_and_pydantic_only() -> None:
    assert [name for m in rule_modules() for name in foreign_imports(m)] == []


def test_rules_are_told_what_day_it_is() -> None:
    assert [place for m in rule_modules() for place in clocks_read(m)] == []


def test_no_code_singles_out_a_body() -> None:
    code = [m for m in modules() if not m.path.startswith("public_site/demo/")]
    assert [(m.path, bodies_named(m)) for m in code if bodies_named(m)] == []


@pytest.mark.parametrize("source", ["import django.db", "from staff_workspace.models import Case"])
def test_a_foreign_import_in_a_rule_is_noticed(source: str) -> None:
    assert foreign_imports(Module("x.py", source))


def test_a_rule_that_reads_the_clock_is_noticed() -> None:
    assert clocks_read(Module("x.py", "from datetime import date\nlate = date.today()\n"))


@pytest.mark.parametrize(
    "source", ["if body.key == 'millbrook': pass", "days = {'hwe': 3}", "a = key in ('hwe', 'x')"]
)
def test_a_body_singled_out_is_noticed(source: str) -> None:
    assert bodies_named(Module("x.py", source))
