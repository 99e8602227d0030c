"""A walk through a form that notes what each page shows: empty, refused and filled in."""

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page

from tests.acceptance.answers import answer, give_file
from tests.journeys.filling import follow
from tests.journeys.looking import faults, violations

FACTS = (Path(__file__).parent / "facts.js").read_text(encoding="utf-8")
LAST = "check-answers"
MOST_PAGES = 40
#: All that axe is asked: in `make acceptance` and `make prove`. Each change does without what it
#: says of pages filled in, since they differ from empty ones by what stands in their boxes alone.
EVERYTHING = bool(os.environ.get("CANDOUR_PROVE"))


@dataclass(frozen=True)
class Seen:
    """One page in one state: empty, left empty, wrong or filled."""

    form: str
    step: str
    state: str
    known: bool
    """Whether another form showed the same, word for word."""
    facts: dict[str, Any]
    axe: list[str]

    def __str__(self) -> str:
        return f"{self.form}{self.step} ({self.state})"


@dataclass
class Walk:
    """Everything that was seen. What two forms share word for word is tried in the first alone."""

    seen: list[Seen] = field(default_factory=list)
    judged: set[tuple[str, str]] = field(default_factory=set)

    def note(self, page: Page, form: str, state: str, *, judge: bool = True) -> Seen:
        """Note what the page shows now; ``judge``: by axe too, which takes its time."""
        facts = facts_of(page)
        step = urlsplit(page.url).path.rstrip("/").rpartition("/")[2]
        words = " ".join(facts["text"].split("\n")[1:])
        known = (state, words) in self.judged
        self.judged.add((state, words))
        judge = judge and not known and (EVERYTHING or state != "filled" or step == LAST)
        found = violations(page) if judge else []
        axe = [line for violation in found for line in faults(page, violation)]
        seen = Seen(form, step, state, known, facts, axe)
        self.seen.append(seen)
        return seen

    def of(self, *states: str) -> list[Seen]:
        """The pages in one of the states."""
        return [one for one in self.seen if one.state in states]

    def through(self, page: Page, address: str, form: str, file: Path) -> None:
        """Walk the form from its start page to check answers."""
        page.goto(address)
        self.note(page, form, "empty")
        follow(page.get_by_role("main").get_by_role("button", name="Start now"))
        for _ in range(MOST_PAGES):
            if urlsplit(page.url).path.rstrip("/").endswith(LAST):
                self.note(page, form, "filled")
                return
            self.step(page, form, file)
        raise AssertionError(f"{form} does not end: {page.url}")

    def step(self, page: Page, form: str, file: Path) -> None:
        """One page: empty, left empty, wrong, filled in, and on."""
        here = page.url
        empty = self.note(page, form, "empty")
        if empty.known or not empty.facts["controls"]:
            answer_and_go_on(page, file)
            return
        files = page.locator("main input[type=file]").count()
        press(page, "Add this file" if files else "Continue")
        refused = page.url == here
        if refused:
            self.note(page, form, "left empty")
        else:
            page.goto(here)
        if files:
            give_file(page, file)
            press(page, "Add this file")
        else:
            self.wrong(page, form, here, judge=not refused)
            answer(page)
        self.note(page, form, "filled")
        press(page, "Continue")
        assert page.url != here, (here, page.get_by_role("main").inner_text())

    def wrong(self, page: Page, form: str, here: str, *, judge: bool) -> None:
        """Answer wrongly, where the page has anything to get wrong."""
        answer(page, wrong=True)
        before = typed(page)
        press(page, "Continue")
        if page.url == here:
            seen = self.note(page, form, "wrong", judge=judge)
            seen.facts["typed"] = before
        else:
            page.goto(here)


def facts_of(page: Page) -> dict[str, Any]:
    """What the page shows, as `facts.js` reads it."""
    found: dict[str, Any] = page.evaluate(FACTS)
    return found


def controls_of(page: Page) -> list[dict[str, Any]]:
    """The controls of the page; Playwright reads them without the page's own JavaScript too."""
    return list(facts_of(page)["controls"])


def typed(page: Page) -> dict[str, str]:
    """What stands in each control, by its id: the words, or whether it is chosen."""
    return {c["id"]: as_typed(c) for c in facts_of(page)["controls"] if c["type"] != "file"}


def as_typed(control: dict[str, Any]) -> str:
    """The words in a control, or whether it is chosen."""
    chosen = control["type"] in {"radio", "checkbox"}
    return str(control["checked"]) if chosen else str(control["value"])


def press(page: Page, button: str) -> None:
    """Press a button of the page and wait for what comes."""
    follow(page.get_by_role("main").get_by_role("button", name=button, exact=True).first)


def fill_in(page: Page, address: str, *files: Path) -> list[dict[str, Any]]:
    """Fill in the form from its start page to check answers; the controls that were asked with."""
    asked: list[dict[str, Any]] = []
    page.goto(address)
    follow(page.get_by_role("main").get_by_role("button", name="Start now"))
    for _ in range(MOST_PAGES):
        if urlsplit(page.url).path.rstrip("/").endswith(LAST):
            return asked
        asked += controls_of(page)
        answer_and_go_on(page, *files)
    raise AssertionError(f"{address} does not end: {page.url}")


def answer_and_go_on(page: Page, *files: Path) -> None:
    """Answer the page, with the files if it asks for some, and continue."""
    if page.locator("main input[type=file]").count():
        for file in files:
            give_file(page, file)
            press(page, "Add this file")
    else:
        answer(page)
    press(page, "Continue")


def refusals(page: Page) -> list[str]:
    """The messages at the questions of the page."""
    return list(facts_of(page)["inline"])
