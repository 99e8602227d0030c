"""Document control: title, version and dates for the page's fields; names of people left out."""

from dataclasses import replace

from public_site.importers import control_tables, labels
from public_site.importers.control import IN_FIELDS, Control
from public_site.importers.dates import after_date
from public_site.importers.elements import ITEM, PARAGRAPH, TABLE, Element
from public_site.importers.lines import Omission
from public_site.importers.names import (
    begins_with_name,
    is_role_or_body,
    looks_like_name,
    names_someone,
    scrub,
    without_names,
)

INSTEAD = "[name left out]"
# A paragraph of this many words is text: the front matter ends before it.
_LONG = 25
_VALUE = 15


def extract(elements: list[Element]) -> tuple[list[Element], Control]:
    """The elements without names of authors, owners and contacts, and what control says."""
    control = Control()
    elements = _pairs_on_two_lines(elements)
    front = _front_end(elements)
    kept: list[Element] = []
    for index, element in enumerate(elements):
        found: Element | None = element
        if element.kind == TABLE:
            found = control_tables.clean(element, control, in_front=index < front)
        elif element.kind == PARAGRAPH and not element.label:
            found = _paragraph(element, control, in_front=index < front)
        elif element.kind in (PARAGRAPH, ITEM):
            found = _without_person(element, control, in_front=False)
        if found is not None:
            kept.append(found)
    return [_scrubbed(element, control) for element in kept], control


def _front_end(elements: list[Element]) -> int:
    """Where the front matter ends: at the first numbered part or the first long paragraph."""
    for index, element in enumerate(elements):
        if element.label or element.appendix:
            return index
        long = element.kind == PARAGRAPH and len(element.text.split()) >= _LONG
        if long and not labels.is_control_label(element.text):
            return index
    return len(elements)


def _pairs_on_two_lines(elements: list[Element]) -> list[Element]:
    """In the front matter a label and the value on the line below it become one line."""
    front = _front_end(elements)
    out: list[Element] = []
    for index, element in enumerate(elements):
        above = out[-1] if out else None
        if (
            above is not None
            and index < front
            and above.kind == element.kind == PARAGRAPH
            and labels.names_control(above.text)
            and not labels.names_control(element.text)
            and not labels.split_pair(element.text)
            and len(element.text.split()) <= _VALUE
        ):
            out[-1] = replace(above, text=f"{above.text.rstrip(' :')}: {element.text}")
        else:
            out.append(element)
    return out


def _paragraph(element: Element, control: Control, in_front: bool) -> Element | None:
    """A control line is taken up or left out; any other paragraph stays."""
    version = labels.bare_version(element.text)
    if version:
        control.version = control.version or version
        control.removed.append(Omission(element.line, element.text, IN_FIELDS))
        return None
    found = _without_person(element, control, in_front)
    pair = labels.split_pair(element.text)
    if found is not element or pair is None:
        return found
    label, value = pair
    if in_front and labels.BODY_OR_PEOPLE.match(label):
        return _without_people(element, label, value, control)
    # Outside the front matter a line "Title: …" is a form's, or part of the text.
    if (in_front or not labels.TITLE.match(label)) and control.note(label, value):
        rest = after_date(value)
        written = element.text.removesuffix(rest) if rest else element.text
        control.removed.append(Omission(element.line, written, IN_FIELDS))
        return replace(element, text=rest) if rest else None
    return element


def _without_person(element: Element, control: Control, in_front: bool) -> Element | None:
    """None for "Author: …" and its like; outside the front matter only when a name follows."""
    pair = labels.split_pair(element.text)
    if pair is None and in_front:
        pair = labels.written_by(element.text)
    if pair is None:
        return element
    label, value = pair
    if not labels.is_personal(label) or not value or is_role_or_body(value):
        return element
    if in_front or begins_with_name(value):
        control.leave_out(element.line, label, value)
        return None
    return element


def _without_people(element: Element, label: str, value: str, control: Control) -> Element | None:
    """ "Approved by: …" with the body or the role, and without the person."""
    shown = value
    if names_someone(value) or looks_like_name(value):
        shown = without_names(value)
        control.leave_out(element.line, "", value)
    control.note_approver(label, shown)
    if shown == value:
        return element
    return replace(element, text=f"{label}: {shown}") if shown else None


def _scrubbed(element: Element, control: Control) -> Element:
    """The element without the names that document control gave away."""
    if not control.names:
        return element
    text = scrub(element.text, control.names, INSTEAD)
    rows = tuple(tuple(scrub(cell, control.names, INSTEAD) for cell in row) for row in element.rows)
    if text != element.text or rows != element.rows:
        control.removed.append(Omission(element.line, "", "such a name in the text", personal=True))
    return replace(element, text=text, rows=rows)
