"""What document control says, collected while a document is read."""

from dataclasses import dataclass, field
from datetime import date

from public_site.importers import labels
from public_site.importers.dates import find_date
from public_site.importers.lines import Omission
from public_site.importers.names import has_role, names_in

NAME_LEFT_OUT = "a person’s name in document control"
IN_FIELDS = "in the page’s fields"
# How long a version or a reference number, and the name of an approving body, may be.
_SHORT = 40
_BODY = 200


@dataclass
class Control:
    """Values for the page's fields, names that must not appear, and what was taken out."""

    title: str = ""
    version: str = ""
    reference: str = ""
    approved_on: date | None = None
    approved_by: str = ""
    review_on: date | None = None
    names: set[str] = field(default_factory=set)
    removed: list[Omission] = field(default_factory=list)

    def note(self, label: str, value: str) -> bool:
        """Takes the value of one label into its field, the first time; False if it is none."""
        found = find_date(value)
        if labels.VERSION.match(label) and value:
            self.version = self.version or (labels.bare_version(value) or value)[:_SHORT]
        elif labels.REFERENCE.match(label) and value:
            self.reference = self.reference or value[:_SHORT]
        elif labels.APPROVED_ON.match(label) and found:
            self.approved_on = self.approved_on or found
        elif labels.REVIEW_ON.match(label) and found:
            self.review_on = self.review_on or found
        elif labels.TITLE.match(label) and value:
            self.title = self.title or value
        else:
            return False
        return True

    def note_approver(self, label: str, value: str) -> None:
        """Takes the approving role or body, from a value that holds no names any more."""
        if labels.APPROVED_BY.match(label) and has_role(value):
            self.approved_by = self.approved_by or value[:_BODY]

    def leave_out(self, line: int, label: str, value: str) -> None:
        """Records a removal whose words must not be printed, and remembers the names in it."""
        self.names |= names_in(value)
        text = f"{label} {value}".strip()
        self.removed.append(Omission(line, text, NAME_LEFT_OUT, personal=True))
