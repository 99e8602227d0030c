"""What every page of a journey is held to, whoever walks it."""

import os
import re
from collections.abc import Callable
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Error, Page

Look = Callable[[Page], None]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# Upstream's: the design system's conditional radios carry aria-expanded. Excepted there alone.
CONDITIONAL = (
    "input.nhsuk-radios__input[aria-controls], input.nhsuk-checkboxes__input[aria-controls]"
)

# Axe takes a second: a page that was looked at is looked at again in `make prove` only.
AGAIN = bool(os.environ.get("CANDOUR_PROVE"))
looked_at: set[tuple[str, str, int, int]] = set()

PAGE_WAS_LEFT = ("reading 'documentElement'", "Execution context was destroyed")


def look(page: Page) -> None:
    """Assert that axe finds nothing, that nothing scrolls sideways, and that there is one h1."""
    page.wait_for_load_state()
    keep_picture(page)
    assert page.locator("h1").count() == 1, page.url
    if AGAIN or is_new(page):
        assert [line for v in violations(page) for line in faults(page, v)] == []
    fits = page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert fits, f"{page.url} scrolls sideways"


def is_new(page: Page) -> bool:
    """Whether no page of this kind was looked at before.

    The kind is its address and heading without numbers, whether something is wrong, and how wide
    the window is.
    """
    address, heading = (
        re.sub(r"\d+", "", text)
        for text in (page.url.split("?")[0], page.locator("h1").inner_text())
    )
    problems = page.locator(".nhsuk-error-summary").count()
    width = page.evaluate("window.innerWidth")
    kind = (address, heading, problems, width)
    new = kind not in looked_at
    looked_at.add(kind)
    return new


def violations(page: Page) -> list[dict]:
    """What axe finds; asked once more if the page was left while it looked."""
    try:
        return run_axe(page)
    except Error as error:
        if not any(words in str(error) for words in PAGE_WAS_LEFT):
            raise
    page.wait_for_load_state()
    return run_axe(page)


def run_axe(page: Page) -> list[dict]:
    """What axe finds on the page that is there."""
    only = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
    found = Axe().run(page, options=only)
    return found.response["violations"]


def faults(page: Page, violation: dict) -> list[str]:
    """The violation's nodes as lines, without the excepted ones."""
    lines = []
    for node in violation["nodes"]:
        target = node["target"][0]
        if violation["id"] == "aria-allowed-attr" and page.locator(target).first.evaluate(
            "(element, excepted) => element.matches(excepted)", CONDITIONAL
        ):
            continue
        lines.append(f"{page.url} {violation['id']}: {target} {node['failureSummary'][:200]}")
    return lines


def only_picture(page: Page) -> None:
    """Without JavaScript axe cannot run; what it finds is the same page's with it."""
    assert page.locator("h1").count() == 1, page.url


def keep_picture(page: Page) -> None:
    """Keep a screenshot where CANDOUR_PICTURES names a folder, for people to look through."""
    folder = os.environ.get("CANDOUR_PICTURES")
    if not folder:
        return
    number = len(list(Path(folder).glob("*.png"))) + 1
    name = re.sub(r"[^a-z0-9]+", "-", page.url.split("/", 3)[-1].lower()).strip("-") or "home"
    page.screenshot(path=Path(folder) / f"{number:03d}-{name[:60]}.png", full_page=True)
