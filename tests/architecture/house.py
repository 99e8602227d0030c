"""What the tests of the house read: our own Python files and templates, parsed once."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
FLOORS = ("permissions", "feedback_forms", "staff_workspace", "public_site")


@dataclass(frozen=True)
class Module:
    """A Python file: where it is, what it says, and its syntax tree."""

    path: str
    text: str

    @property
    def tree(self) -> ast.Module:
        return parsed(self.text)

    @property
    def lines(self) -> int:
        return self.text.count("\n")


@cache
def parsed(text: str) -> ast.Module:
    """The syntax tree of a source text."""
    return ast.parse(text)


@cache
def modules(*floors: str) -> tuple[Module, ...]:
    """Our modules on ``floors`` (all four by default), without migrations."""
    found = [
        path
        for floor in floors or FLOORS
        for path in sorted((ROOT / floor).rglob("*.py"))
        if "migrations" not in path.parts
    ]
    return tuple(Module(str(path.relative_to(ROOT)), path.read_text()) for path in found)


@cache
def templates() -> tuple[Module, ...]:
    """Our Jinja2 templates, by path."""
    found = [path for floor in FLOORS for path in sorted((ROOT / floor).rglob("*.jinja"))]
    return tuple(Module(str(path.relative_to(ROOT)), path.read_text()) for path in found)


def template_name(path: str) -> str:
    """The name under which Jinja2 knows the template at ``path``."""
    return path.split("/jinja2/", 1)[1]


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def strings(tree: ast.Module) -> Iterator[str]:
    """Every string that is not a docstring."""
    documentation = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in documentation
        ):
            yield node.value


def names(tree: ast.Module) -> Iterator[str]:
    """Every name and attribute that the code mentions, imported ones included."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.ImportFrom | ast.Import):
            yield from (alias.name for alias in node.names)
