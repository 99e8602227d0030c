"""Tables of document control: labels and values, version histories, lists of approvers."""

from dataclasses import replace

from public_site.importers import labels
from public_site.importers.control import NAME_LEFT_OUT, Control
from public_site.importers.elements import Element
from public_site.importers.lines import Omission
from public_site.importers.names import (
    begins_with_name,
    is_role_or_body,
    looks_like_name,
    names_someone,
    without_names,
)

Row = tuple[str, ...]


def clean(table: Element, control: Control, in_front: bool) -> Element | None:
    """The table with its values taken up and the people in it left out; None if nothing is left."""
    labelled = sum(labels.names_control(row[0]) for row in table.rows)
    by_label = labelled >= max(2, len(table.rows) // 2) or len(table.rows[0]) <= 2
    if not by_label and (_is_history(table.rows) or in_front):
        rows = _by_column(table, control)
        return replace(table, rows=rows) if any(any(row) for row in rows) else None
    is_control = in_front or labelled >= 2
    kept = [row for row in table.rows if _keep_row(table, row, control, is_control)]
    if is_control:
        kept = [_approver_row(table, row, control) for row in kept]
    return replace(table, rows=tuple(kept)) if kept else None


def _is_history(rows: tuple[Row, ...]) -> bool:
    """A table of versions: its head names versions or changes, dates and perhaps authors."""
    head = " ".join(rows[0]).casefold()
    changes = any(word in head for word in ("version", "revision", "change", "amendment"))
    dated = "date" in head or any(labels.is_personal(cell) for cell in rows[0])
    return len(rows) > 1 and changes and dated


def _by_column(table: Element, control: Control) -> tuple[Row, ...]:
    """A table with a head, without its columns of people; a history's last row has the version."""
    head, *body = table.rows
    people = {i for i, cell in enumerate(head) if labels.is_personal(cell)}
    mixed = {i for i, cell in enumerate(head) if labels.BODY_OR_PEOPLE.match(cell)}
    for i in people:
        control.removed.append(Omission(table.line, head[i], NAME_LEFT_OUT))
    rows = [tuple(cell for i, cell in enumerate(head) if i not in people)]
    for row in body:
        cells = []
        for i, cell in enumerate(row):
            if i in people:
                if cell:
                    control.leave_out(table.line, "", cell)
                continue
            cells.append(_without_people(table, cell, control) if i in mixed else cell)
        rows.append(tuple(cells))
    column = next((i for i, cell in enumerate(head) if labels.VERSION.match(cell)), None)
    if column is not None and body and column < len(body[-1]):
        control.note("Version", body[-1][column])
    return tuple(rows)


def _keep_row(table: Element, row: Row, control: Control, is_control: bool) -> bool:
    """Takes up the labels of one row; False when the row names a person and must go."""
    for label, value in zip(row[::2], row[1::2], strict=False):
        personal = labels.is_personal(label) and value and not is_role_or_body(value)
        # Outside document control a label such as "Lead" may head a duty, not a person.
        named = is_control or ("name" in label.casefold() and begins_with_name(value))
        whole_name = (
            is_control
            and looks_like_name(value)
            and not labels.names_control(label)
            and bool(label)
        )
        if (personal and named) or whole_name:
            control.leave_out(table.line, label, " ".join(row[1:]))
            return False
        control.note(label, value)
    return True


def _approver_row(table: Element, row: Row, control: Control) -> Row:
    """A row of approvers or of those consulted, without the people among them."""
    if len(row) < 2 or not labels.BODY_OR_PEOPLE.match(row[0]):
        return row
    shown = tuple(_without_people(table, cell, control) for cell in row[1:])
    control.note_approver(row[0], shown[0])
    return (row[0], *shown)


def _without_people(table: Element, cell: str, control: Control) -> str:
    """A cell's bodies and roles."""
    if not names_someone(cell):
        return cell
    control.leave_out(table.line, "", cell)
    return without_names(cell)
