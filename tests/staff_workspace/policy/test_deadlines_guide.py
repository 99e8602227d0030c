"""The guide to the commands: its examples are run, and its lists are those of the code."""

from __future__ import annotations

import io
import re
import shlex
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from staff_workspace.management.commands.compare_profiles import Command as CompareProfiles
from staff_workspace.management.commands.explain_deadlines import CASE
from staff_workspace.management.commands.explain_deadlines import Command as ExplainDeadlines
from staff_workspace.policy.case_facts import CHANNELS, EVENTS, KINDS, TWO_DATES
from staff_workspace.policy.clocks import CLOCKS
from tests.architecture.house import ROOT

GUIDE = (ROOT / "docs" / "deadlines.md").read_text(encoding="utf-8")
COMMANDS = {"explain_deadlines": ExplainDeadlines, "compare_profiles": CompareProfiles}
BLOCKS = re.findall(r"^```console\n(.*?)^```$", GUIDE, re.DOTALL | re.MULTILINE)


def examples() -> list[tuple[str, str]]:
    """Every command of the guide with what it prints."""
    found = [re.split(r"^\$ (.*)\n", block, flags=re.MULTILINE)[1:] for block in BLOCKS]
    return [pair for parts in found for pair in zip(parts[::2], parts[1::2], strict=True)]


def printed(command: str) -> str:
    """What a command prints, with the message of a failure at its end as a terminal shows it."""
    name, *arguments = shlex.split(command.partition("manage.py ")[2])
    out = io.StringIO()
    try:
        call_command(COMMANDS[name](stdout=out), *arguments)
    except CommandError as error:
        return f"{out.getvalue()}CommandError: {error}\n"
    return out.getvalue()


def agrees(shown: str, said: str) -> bool:
    """Whether the output is what the guide shows; an ellipsis stands for anything."""
    pattern = ".*?".join(re.escape(part) for part in shown.replace("…\n", "…").split("…"))
    return re.fullmatch(pattern, said, re.DOTALL) is not None


def table(heading: str) -> dict[str, str]:
    """The two-column table under a heading, without its first two lines."""
    section = GUIDE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return dict(re.findall(r"^\| `([a-z_]+)` \| (.+) \|$", section, re.MULTILINE))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder as the working directory, for the files that the guide shows."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_examples_print_what_the_guide_shows(folder: Path) -> None:
    ran = 0
    for command, shown in examples():
        if command.startswith("cat "):
            (folder / command.removeprefix("cat ")).write_text(shown, encoding="utf-8")
            continue
        assert agrees(shown, printed(command)), (command, printed(command))
        ran += 1
    assert ran == 4


def test_an_example_that_shows_something_else_is_noticed() -> None:
    assert agrees("a\n…\nc\n", "a\nb\nc\n")
    assert not agrees("a\n…\nd\n", "a\nb\nc\n")
    assert not agrees("a\n", "a\nb\n")


def test_every_clock_event_and_state_is_named_and_no_other() -> None:
    assert list(table("Clocks")) == list(CLOCKS)
    two = {name: f"{meaning} (two dates)" for name, meaning in EVENTS.items() if name in TWO_DATES}
    assert table("Events") == EVENTS | two
    states = {"running", "met", "breached", "paused", "not_started", "not_applicable"}
    assert set(table("States")) == states


def test_every_option_is_named_with_its_key_and_its_words() -> None:
    section = GUIDE.partition("\n## One case\n")[2].partition("\n## ")[0]
    rows = dict(re.findall(r"^\| `(--[a-z-]+)` \| (?:`([a-z_]+)`)? ?\|", section, re.MULTILINE))
    assert set(CASE) | {"events", ""} == set(rows.values())
    parser = ExplainDeadlines().create_parser("manage.py", "explain_deadlines")
    ours = {option for action in parser._actions for option in action.option_strings}
    assert set(rows) <= ours
    assert {"--json", "--batch", "--event"} <= set(rows)
    for word in (*KINDS, *CHANNELS):
        assert f"`{word}`" in section
