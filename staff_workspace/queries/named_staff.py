"""Staff who are named in a complaint: what is on record for each, read from the timeline."""

from dataclasses import dataclass, field

from staff_workspace.models import Case, CaseEvent
from staff_workspace.policy.investigation import DONE_FOR_STAFF

PREFIX = "staff_"


@dataclass
class NamedPerson:
    """Somebody who is named: what was done for them, oldest first."""

    name: str
    events: list[CaseEvent] = field(default_factory=list)

    @property
    def done(self) -> frozenset[str]:
        """The keys of what is on record for them."""
        return frozenset(event.name.removeprefix(PREFIX) for event in self.events)


def event_name(key: str) -> str:
    """How the timeline calls what was done."""
    return f"{PREFIX}{key}"


def detail_of(person: str, *, told_by: str, note: str) -> str:
    """What the timeline says of it; the first line names the person, and tells them apart."""
    by = f"By {told_by}" if told_by.strip() else ""
    return "\n".join(filter(None, [person, by, note.strip()]))


def named_staff(case: Case) -> list[NamedPerson]:
    """Everybody who is named, by name; one query."""
    names = [event_name(key) for key in DONE_FOR_STAFF]
    found: dict[str, NamedPerson] = {}
    for event in case.events.filter(name__in=names).order_by("at", "pk"):
        name = event.detail.partition("\n")[0]
        found.setdefault(name, NamedPerson(name)).events.append(event)
    return [found[name] for name in sorted(found)]
