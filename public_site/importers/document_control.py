"""Document control: title, version and dates for the page's fields; names of people left out."""

from dataclasses import dataclass, field, replace
from datetime import date

from public_site.importers import labels
from public_site.importers.dates import after_date, find_date
from public_site.importers.elements import HEADING, PARAGRAPH, TABLE, Element
from public_site.importers.lines import Omission
from public_site.importers.names import (
    is_role_or_body,
    looks_like_name,
    names_in,
    names_someone,
    scrub,
    without_names,
)
from public_site.importers.report import TITLE_PAGE

NAME_LEFT_OUT = "a person’s name in document control"
_LONG = 25
INSTEAD = "[name left out]"


@dataclass
class Control:
    """What document control says, and what was taken out of it."""

    title: str = ""
    version: str = ""
    approved_on: date | None = None
    review_on: date | None = None
    names: set[str] = field(default_factory=set)
    removed: list[Omission] = field(default_factory=list)

    def note(self, label: str, value: str) -> bool:
        """Takes the value of one label into its field, the first time; False if it is none."""
        if labels.VERSION.match(label) and value:
            self.version = self.version or labels.bare_version(value) or value
        elif labels.APPROVED_ON.match(label) and find_date(value):
            self.approved_on = self.approved_on or find_date(value)
        elif labels.REVIEW_ON.match(label) and find_date(value):
            self.review_on = self.review_on or find_date(value)
        elif labels.TITLE.match(label) and value:
            self.title = self.title or value
        else:
            return bool(labels.REFERENCE.match(label))
        return True

    def leave_out(self, line: int, label: str, value: str) -> None:
        """Records a removal whose words must not be printed, and remembers the names in it."""
        self.names |= names_in(value)
        text = f"{label} {value}".strip()
        self.removed.append(Omission(line, text, NAME_LEFT_OUT, personal=True))


def extract(elements: list[Element]) -> tuple[list[Element], Control]:
    """The elements without names of authors, owners and contacts, and what control says."""
    control = Control()
    front = _front_end(elements)
    kept: list[Element] = []
    for index, element in enumerate(elements):
        if element.kind == TABLE:
            found: Element | None = _table(element, control, in_front=index < front)
        elif element.kind == PARAGRAPH and not element.label:
            found = _paragraph(element, control, in_front=index < front)
        else:
            found = element
        if found is not None:
            kept.append(found)
    kept = [_scrubbed(element, control) for element in kept]
    return kept, control


def _front_end(elements: list[Element]) -> int:
    """Where the front matter ends: at the first numbered part or the first long paragraph."""
    for index, element in enumerate(elements):
        if element.label or element.appendix:
            return index
        long = element.kind == PARAGRAPH and len(element.text.split()) >= _LONG
        if long and not labels.is_control_label(element.text):
            return index
    return len(elements)


def _paragraph(element: Element, control: Control, in_front: bool) -> Element | None:
    """A control line is taken up or left out; any other paragraph stays."""
    version = labels.bare_version(element.text)
    if version:
        control.version = control.version or version
        control.removed.append(Omission(element.line, element.text, "in the page’s fields"))
        return None
    pair = labels.split_pair(element.text) or (in_front and labels.written_by(element.text)) or None
    if pair is None:
        return element
    label, value = pair
    personal = _is_personal(label)
    if personal and value and (in_front or _names_someone(value)):
        if is_role_or_body(value):
            return element
        control.leave_out(element.line, label, value)
        return None
    if in_front and labels.BODY_OR_PEOPLE.match(label):
        return _without_people(element, label, value, control)
    if (in_front or not labels.TITLE.match(label)) and control.note(label, value):
        rest = after_date(value)
        written = element.text.removesuffix(rest) if rest else element.text
        control.removed.append(Omission(element.line, written, "in the page’s fields"))
        return replace(element, text=rest) if rest else None
    return element


def _is_personal(label: str) -> bool:
    return bool(labels.PERSON.match(label) or labels.PERSON_NAME.match(label))


def _names_someone(value: str) -> bool:
    """Whether a value begins with a person's name."""
    return looks_like_name(value.split(",")[0].split("(")[0].split(" – ")[0])


def _without_people(element: Element, label: str, value: str, control: Control) -> Element | None:
    """ "Approved by: …" with the body or the role, and without the person."""
    if not names_someone(value):
        return element
    shown = without_names(value)
    control.leave_out(element.line, "", value)
    return replace(element, text=f"{label}: {shown}") if shown else None


def _table(table: Element, control: Control, in_front: bool) -> Element | None:
    """A table with its control values taken up and the people in it left out."""
    rows = table.rows
    if len(rows[0]) > 2 and _is_history(rows):
        rows = _history(table, control)
        return replace(table, rows=rows) if rows and rows[0] else None
    is_control = in_front or sum(labels.names_control(row[0]) for row in rows) >= 2
    kept = [row for row in rows if _keep_row(table, row, control, is_control)]
    kept = [_approver_row(table, row, control) if is_control else row for row in kept]
    return replace(table, rows=tuple(kept)) if kept else None


def _without(cell: str) -> str:
    return without_names(cell) if names_someone(cell) else cell


def _is_history(rows: tuple[tuple[str, ...], ...]) -> bool:
    """A table of versions: its head names versions or changes, dates and perhaps authors."""
    head = " ".join(rows[0]).casefold()
    return (
        len(rows) > 1
        and ("version" in head or "revision" in head or "change" in head)
        and ("date" in head or any(_is_personal(cell) for cell in rows[0]))
    )


def _history(table: Element, control: Control) -> tuple[tuple[str, ...], ...]:
    """The version history without its columns of people; its last row may give the version."""
    head, *body = table.rows
    drop = [i for i, cell in enumerate(head) if _is_personal(cell)]
    mixed = [i for i, cell in enumerate(head) if labels.BODY_OR_PEOPLE.match(cell)]
    rows: list[tuple[str, ...]] = []
    for row in table.rows:
        for i in drop:
            if i < len(row) and row[i]:
                if row is head:
                    control.removed.append(Omission(table.line, row[i], NAME_LEFT_OUT))
                else:
                    control.leave_out(table.line, "", row[i])
        cells = [_without(c) if i in mixed and row is not head else c for i, c in enumerate(row)]
        rows.append(tuple(c for i, c in enumerate(cells) if i not in drop))
    column = next((i for i, cell in enumerate(head) if labels.VERSION.match(cell)), None)
    if column is not None and body and not control.version:
        last = body[-1][column] if column < len(body[-1]) else ""
        control.version = labels.bare_version(last) or last
    return tuple(rows)


def _keep_row(table: Element, row: tuple[str, ...], control: Control, is_control: bool) -> bool:
    """Takes up the labels of one row; False when the row names a person and must go."""
    pairs: list[tuple[str, str]] = list(zip(row[::2], row[1::2], strict=False))
    for label, value in pairs:
        if not (_is_personal(label) and value) or is_role_or_body(value):
            control.note(label, value)
            continue
        # Outside document control a label such as "Lead" may head a duty, not a person.
        if is_control or ("name" in label.casefold() and _names_someone(value)):
            control.leave_out(table.line, label, " ".join(row[1:]))
            return False
    return True


def _approver_row(table: Element, row: tuple[str, ...], control: Control) -> tuple[str, ...]:
    """A row of approvers or of those consulted, without the people among them."""
    if len(row) < 2 or not labels.BODY_OR_PEOPLE.match(row[0]):
        return row
    if not any(names_someone(cell) for cell in row[1:]):
        return row
    shown = tuple(without_names(cell) for cell in row[1:])
    control.leave_out(table.line, "", " ".join(row[1:]))
    return (row[0], *shown)


def _scrubbed(element: Element, control: Control) -> Element:
    """The element without the names that document control gave away."""
    if not control.names:
        return element
    text = scrub(element.text, control.names, INSTEAD)
    rows = tuple(tuple(scrub(cell, control.names, INSTEAD) for cell in row) for row in element.rows)
    if text != element.text or rows != element.rows:
        control.removed.append(Omission(element.line, "", "a name again", personal=True))
    return replace(element, text=text, rows=rows)


def title_page(elements: list[Element]) -> tuple[list[Element], list[str], list[Omission]]:
    """The elements without the lines of the title page, those lines, and their record."""
    index = 0
    while index < len(elements) and _on_title_page(elements, index):
        index += 1
    page = elements[:index]
    record = [Omission(e.line, e.text, TITLE_PAGE) for e in page]
    return elements[index:], [e.text for e in page], record


_SECTION_NAMES = frozenset(
    ["introduction", "purpose", "scope", "background", "foreword", "aims", "definitions", "summary", "contents", "policy"]
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
