"""Which proven rules the product asks, and which stand ready but are asked by nothing yet.

A rule of `staff_workspace/policy` is asked when some file outside the policy imports its module,
straight or through another module of the policy. A test counts for a rule that is asked when it
names something of such a module, or when it reaches beyond the policy altogether.
"""

import ast
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from proof import ROOT, Proof

POLICY = "staff_workspace.policy"
PACKAGES = ("public_site", "staff_workspace", "feedback_forms", "permissions")
# The profile is data that every rule reads: naming it does not say which rule is tested.
DATA = {"profile", "profiles"}


def unasked(proofs: Iterable[Proof]) -> set[str]:
    """The numbers of the items whose tests all test a rule that nothing asks yet."""
    asked = asked_modules()
    return {p.item.key for p in proofs if p.tests and not any(_asks(t, asked) for t in _tests(p))}


def _tests(proof: Proof) -> set[str]:
    return {test.function for test in proof.tests}


def _asks(test: str, asked: frozenset[str]) -> bool:
    path, _, name = test.partition("::")
    named = _rules_named(ROOT / path, name.rpartition("::")[2])
    return not named or bool(named & asked)


@cache
def asked_modules() -> frozenset[str]:
    """The modules of the policy that the product imports, straight or through another."""
    inside = {path.stem: set(_imports(path)) for path in (ROOT / _folder()).rglob("*.py")}
    files = (path for name in PACKAGES for path in (ROOT / name).rglob("*.py"))
    outside = (path for path in files if ROOT / _folder() not in path.parents)
    found = {name for path in outside for name in _imports(path)}
    while more := {name for known in found for name in inside.get(known, ())} - found:
        found |= more
    return frozenset(found)


def _folder() -> Path:
    return Path(*POLICY.split("."))


@cache
def _rules_named(path: Path, function: str) -> frozenset[str]:
    """The modules of the policy that a test's body names; `read` stands for the clocks."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    home = {name: module for module, name in _imported(tree)} | {"read": "clocks"}
    body = (n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef) and n.name == function)
    used = {n.id for node in body for n in ast.walk(node) if isinstance(n, ast.Name)}
    return frozenset({home[name] for name in used & set(home)} - DATA)


def _imports(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inside = ROOT / _folder() in path.parents
    return {module for module, _ in _imported(tree, inside=inside)}


def _imported(tree: ast.Module, *, inside: bool = False) -> Iterator[tuple[str, str]]:
    """Module of the policy and the name that it gives, for every import of one.

    ``inside`` the policy imports go by dots; of a folder of it what is imported is itself a module.
    """
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level and inside:
            for alias in node.names:
                yield (node.module or alias.name).rpartition(".")[2], alias.asname or alias.name
                yield alias.name, alias.asname or alias.name
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith(POLICY):
            for alias in node.names:
                within = (node.module or "").removeprefix(POLICY).lstrip(".")
                yield (within or alias.name).rpartition(".")[2], alias.asname or alias.name
