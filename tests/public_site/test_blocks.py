"""Blocks as the reader gets them."""

from typing import Any

import pytest
from bs4 import BeautifulSoup

from public_site.blocks import guidance_blocks, policy_blocks

BLOCKS = dict(policy_blocks()) | dict(guidance_blocks())


def drawn(name: str, raw: Any) -> BeautifulSoup:
    block = BLOCKS[name]
    return BeautifulSoup(block.render(block.to_python(raw)), "html.parser")


@pytest.mark.parametrize(
    ("style", "tag", "classes"),
    [
        ("bullet", "ul", "nhsuk-list--bullet"),
        ("number", "ol", "candour-list--number"),
        ("letter", "ol", "candour-list--letter"),
        ("roman", "ol", "candour-list--roman"),
    ],
)
def test_a_list_is_drawn_in_its_style(style: str, tag: str, classes: str) -> None:
    soup = drawn("list", {"style": style, "items": ["one", "a < b"]})
    assert classes in soup.find(tag)["class"]
    assert [item.get_text() for item in soup.find_all("li")] == ["one", "a < b"]


def test_a_numbered_paragraph_can_be_linked_by_its_number() -> None:
    soup = drawn("paragraph", {"number": "8.10.1", "text": "<p>First.</p>"})
    assert soup.find(id="p-8-10-1").get_text(" ", strip=True) == "8.10.1 First."


def test_a_table_has_a_caption_and_column_headings_in_a_region_the_keyboard_reaches() -> None:
    soup = drawn(
        "table",
        {
            "columns": [{"type": "text", "heading": "Step"}, {"type": "text", "heading": "When"}],
            "rows": [{"values": ["Answer", "40\n(working days)"]}],
            "caption": "Times",
        },
    )
    region = soup.find(role="region")
    assert (region["tabindex"], region["aria-label"]) == ("0", "Times")
    assert [cell.get_text() for cell in soup.find_all("th", scope="col")] == ["Step", "When"]
    assert soup.find_all("td")[1].br


def test_what_an_editor_types_is_never_taken_for_html() -> None:
    soup = drawn("definitions", {"items": [{"term": "<script>", "meaning": "<b>x</b>\ny"}]})
    assert soup.script is None
    assert soup.b is None
    assert soup.dt.get_text() == "<script>"


@pytest.mark.acceptance("E6")
def test_no_rich_text_of_a_block_can_hold_an_h1() -> None:
    features = [
        block.features for block in BLOCKS.values() if getattr(block, "features", None) is not None
    ]
    assert features
    assert not any("h1" in names for names in features)


@pytest.mark.requirement("PG-7")
def test_a_contact_says_when_it_was_checked_or_that_it_was_not() -> None:
    checked = drawn(
        "contact", {"name": "Help", "email": "help@example.org", "last_verified": "2026-10-01"}
    )
    assert "We last checked these details on 1 October 2026." in checked.get_text()
    unchecked = drawn("contact", {"name": "Help", "phone": "01632 960001"})
    assert "We have not checked them since." in unchecked.get_text()
    unknown = drawn("contact", {"name": "Help"})
    assert "without saying how to reach it" in unknown.get_text()
    assert unknown.dl is None
