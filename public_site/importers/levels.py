"""How deep each heading stands, so that headings nest without a gap."""

from dataclasses import dataclass, replace

from public_site.importers.elements import HEADING, ITEM, PARAGRAPH, Element
from public_site.importers.labels import is_control_label
from public_site.importers.sentences import is_title

TOP = 2
DEEPEST = 4
# A title takes two written lines at most; more were the lines of a narrow column.
_MAX_WRITTEN = 2


def find_plain_headings(elements: list[Element]) -> list[Element]:
    """Unnumbered titles that stand alone above text become headings."""
    out: list[Element] = []
    for index, element in enumerate(elements):
        following = elements[index + 1] if index + 1 < len(elements) else None
        if _stands_alone(element, following):
            element = replace(element, kind=HEADING)
        out.append(element)
    return out


def _stands_alone(element: Element, following: Element | None) -> bool:
    """Whether an unmarked line is the heading of what follows it."""
    if following is None or (following.kind == HEADING and following.appendix):
        return False
    if element.kind == ITEM:
        # A single item, all of it in bold, above plain text is a heading in disguise.
        bold = element.text.startswith("**") and element.text.endswith("**")
        return (
            bold
            and element.text.count("**") == 2
            and (following.kind == PARAGRAPH and is_title(element.text))
        )
    if element.kind != PARAGRAPH or element.label or element.is_title:
        return False
    if element.written > _MAX_WRITTEN or is_control_label(element.text):
        return False
    return is_title(element.text)


def assign(elements: list[Element]) -> list[Element]:
    """The headings with their levels, 2 to 4; none is more than one deeper than the last."""
    out: list[Element] = []
    state = _State()
    for element in elements:
        if element.kind == HEADING:
            element = replace(element, level=state.level(element, out))
        out.append(element)
    return out


@dataclass
class _State:
    """Where in the outline the reading stands."""

    last: int = TOP - 1
    base: int = TOP - 1
    last_number: int = 0
    # Inside an appendix, or a document bound in with this one, numbers begin again one deeper.
    shift: int = 0

    def level(self, heading: Element, out: list[Element]) -> int:
        """The level of the next heading; may lift the one right above it, which it opens."""
        if heading.appendix:
            self.shift, self.last_number = 1, 0
            wanted = TOP
        elif heading.label and not heading.outline:
            wanted = self._numbered(heading, out)
        else:
            wanted = self.base + 1
        if heading.outline:
            wanted = heading.outline + TOP - 1
        level = max(TOP, min(wanted, self.last + 1, DEEPEST))
        if heading.appendix or heading.label or heading.outline:
            self.base = level
        self.last = level
        return level

    def _numbered(self, heading: Element, out: list[Element]) -> int:
        """A number's depth: "3" and "3.0" stand at the top, "3.2" below, "3.2.1" below that."""
        parts = [int(part) for part in heading.label.split(".") if part.isdigit()]
        depth = len(parts) - 1 if len(parts) == 2 and parts[1] == 0 else len(parts)
        if depth <= 1 and parts:
            restarts = parts[0] <= self.last_number or (self.shift and not self.last_number)
            above = out[-1] if out else None
            opens = above is not None and above.kind == HEADING and not above.label
            if restarts and opens and above is not None and not above.appendix:
                out[-1] = replace(above, level=TOP)
                self.shift, self.last = 1, TOP
            self.last_number = parts[0]
        return TOP - 1 + depth + self.shift
