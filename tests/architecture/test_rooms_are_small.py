"""Small rooms with telling names: what a newcomer has to read at once stays short."""

import ast
from statistics import median

import pytest

from tests.architecture.house import Module, functions, modules, parsed

LONGEST_FILE = 300
MEDIAN_FILE = 80
LONGEST_FUNCTION = 40
LARGE = 200
SHARE_OF_LARGE = 0.05
BANNED_NAMES = {"utils", "util", "helpers", "helper", "core", "common", "misc", "stuff", "lib"}


def long_functions(module: Module) -> list[str]:
    """The functions whose body, docstring apart, takes more lines than a screen."""
    return [
        f"{module.path}:{node.lineno} {node.name}"
        for node in functions(module.tree)
        if body_lines(node) > LONGEST_FUNCTION
    ]


def body_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """How many lines a function takes without its signature and its docstring."""
    statements = node.body[1:] if ast.get_docstring(node) else node.body
    return (node.end_lineno or 0) - statements[0].lineno + 1 if statements else 0


def badly_named(module: Module) -> bool:
    """Whether a part of the path says nothing about what is decided there."""
    return bool(BANNED_NAMES & set(module.path.removesuffix(".py").split("/")))


def undocumented(module: Module) -> bool:
    """Whether a module with code does not say what it decides."""
    return bool(module.tree.body) and not ast.get_docstring(module.tree)


def test_no_file_is_longer_than_300_lines() -> None:
    assert [m.path for m in modules() if m.lines > LONGEST_FILE] == []


def test_few_files_are_longer_than_200_lines() -> None:
    large = [m.path for m in modules() if m.lines > LARGE]
    assert len(large) <= SHARE_OF_LARGE * len(modules()), large


def test_the_usual_file_is_short() -> None:
    assert median(m.lines for m in modules() if m.lines) <= MEDIAN_FILE


def test_every_function_fits_on_a_screen() -> None:
    assert [name for m in modules() for name in long_functions(m)] == []


def test_every_file_is_named_after_what_it_decides() -> None:
    assert [m.path for m in modules() if badly_named(m)] == []


def test_every_module_says_what_it_decides() -> None:
    assert [m.path for m in modules() if undocumented(m)] == []


def test_a_long_function_is_noticed() -> None:
    text = '"""Long."""\n\n\ndef long() -> None:\n' + "    print()\n" * 41
    assert long_functions(Module("x.py", text)) == ["x.py:4 long"]


@pytest.mark.parametrize("path", ["permissions/utils.py", "feedback_forms/common/dates.py"])
def test_a_name_that_says_nothing_is_noticed(path: str) -> None:
    assert badly_named(Module(path, ""))


def test_a_module_without_docstring_is_noticed() -> None:
    assert undocumented(Module("x.py", "a = 1\n"))
    assert parsed("a = 1\n")
