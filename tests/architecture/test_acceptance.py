"""The acceptance list is whole; what it calls proven is tried in a browser."""

from tests.architecture.catalogues import count, listed, named_in, strangers
from tests.architecture.house import ROOT

ITEMS = "acceptance"
HOW_MANY = {"F": 46, "S": 17, "E": 10}


def test_every_item_is_listed_once() -> None:
    expected = [f"{kind}{n}" for kind, last in HOW_MANY.items() for n in range(1, last + 1)]
    assert list(listed(ITEMS)) == expected
    assert count(ITEMS) == len(expected)


def test_every_marker_names_an_item() -> None:
    assert strangers(ITEMS, "acceptance") == {}


def test_a_browser_test_carries_the_number_of_each_item_that_is_called_proven() -> None:
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py")]
    tried = set().union(*(named_in(t, "acceptance") for t in texts if "mark.browser" in t))
    proven = {key for key, status in listed(ITEMS).items() if status == "proven"}
    assert proven - tried == set()
