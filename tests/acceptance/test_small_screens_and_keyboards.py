"""Narrow screens, wide spacing and no mouse, on every page of every form."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.acceptance.walking import Walk
from tests.demonstration import DemoSite

pytestmark = pytest.mark.browser
NARROW = (Path(__file__).parent / "narrow.js").read_text(encoding="utf-8")
FOCUS = (Path(__file__).parent / "focus.js").read_text(encoding="utf-8")
MOST_STOPS = 150


Found = list[tuple[str, ...]]


@dataclass
class Narrow:
    """What a window of 320 pixels loses, and where the focus is not seen."""

    pages: int = 0
    lost: Found = field(default_factory=list)
    unseen: Found = field(default_factory=list)


@pytest.fixture(scope="module")
def narrow(filled: BrowserContext, walk: Walk, demo_site: DemoSite) -> Narrow:
    """Every page once; a step of the same name in another form counts as the same."""
    found, page = Narrow(), filled.new_page()
    page.set_viewport_size({"width": 320, "height": 640})
    steps = {one.step: f"{one.form}{one.step}/" for one in walk.of("empty", "filled") if one.step}
    for path in steps.values():
        page.goto(demo_site.url(path))
        found.pages += 1
        found.unseen += [(path, *flaw) for flaw in tab_through(page)]
        found.lost += [(path, loss) for loss in page.evaluate(NARROW)]
    page.close()
    return found


@pytest.mark.acceptance("F3")
def test_nothing_scrolls_sideways_or_is_cut_off_at_320_pixels(narrow: Narrow) -> None:
    assert narrow.pages > 25
    assert narrow.lost == []


@pytest.mark.acceptance("F4")
def test_the_focus_is_seen_on_every_stop_and_never_caught(narrow: Narrow) -> None:
    assert narrow.unseen == []


def tab_through(page: Page) -> Found:
    """Press Tab until the page is left; where the focus is not seen, or covered, or caught."""
    stops: list[int] = []
    wrong: Found = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop is None or stop["number"] in stops:
            break
        stops.append(stop["number"])
        wrong += [(stop["what"], flaw) for flaw in stop["flaws"]]
    expected = page.evaluate("() => window.candourStops")
    if sorted(stops) != expected:
        wrong.append(("Tab", f"reached {sorted(stops)} of {expected}"))
    return wrong
