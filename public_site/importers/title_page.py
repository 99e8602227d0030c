"""The title page: its lines name the policy and its body, and are no part of its text."""

from public_site.importers import labels
from public_site.importers.elements import HEADING, PARAGRAPH, TABLE, Element
from public_site.importers.lines import Omission
from public_site.importers.report import TITLE_PAGE

# A paragraph of this many words is text, not a line of a title page.
_LONG = 25


def split(elements: list[Element]) -> tuple[list[Element], list[str], list[Omission]]:
    """The elements without the lines of the title page, those lines, and their record."""
    index = 0
    while index < len(elements) and _on_title_page(elements, index):
        index += 1
    page = elements[:index]
    record = [Omission(e.line, e.text, TITLE_PAGE) for e in page]
    return elements[index:], [e.text for e in page], record


_SECTION_NAMES = frozenset(
    [
        "introduction",
        "purpose",
        "scope",
        "background",
        "foreword",
        "aims",
        "definitions",
        "summary",
        "contents",
        "policy",
    ]
)


def _on_title_page(elements: list[Element], index: int) -> bool:
    """Whether a short line at the very start belongs to the title page."""
    element = elements[index]
    if element.is_title:
        return True
    if element.kind != PARAGRAPH or element.label or len(element.text) > 120:
        return False
    if labels.split_pair(element.text) or element.text.rstrip().endswith((".", ":", ";")):
        return False
    following = elements[index + 1] if index + 1 < len(elements) else None
    if element.text.casefold() in _SECTION_NAMES:
        return False
    if following is None or following.kind in (TABLE,):
        return index == 0 and following is not None and "policy" in element.text.casefold()
    opens_text = following.kind == PARAGRAPH and len(following.text.split()) >= _LONG
    return index == 0 or not opens_text or following.kind == HEADING
