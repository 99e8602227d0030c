"""The access history of a case: who looked, who changed something, who was refused."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from permissions.rules.actions import Action
from staff_workspace.presenters.access_history import NOBODY, line
from staff_workspace.queries.access_history import (
    KINDS,
    Wanted,
    accounts,
    history,
    names_of,
    titles_of,
)
from staff_workspace.views.case_base import CaseView

PAGE_SIZE = 50


class CaseHistoryView(CaseView):
    """For those who may see the audit; that they looked is in it too."""

    action = Action.SEE_AUDIT

    def enter(self) -> None:
        """The look comes first, so that the page shows it already."""
        super().enter()
        self.record_look(self.case)

    def leave(self, response: HttpResponse) -> None:
        """It is written down."""

    def fail(self) -> None:
        """It is written down."""

    def get(self, request: HttpRequest, reference: str) -> HttpResponse:
        """One page, newest first; the filters come from the address alone."""
        people = accounts(self.case)
        names = names_of(people)
        wanted = read_wanted(request, people)
        rows, older = history(self.case, wanted, size=PAGE_SIZE)
        titles = titles_of(rows)
        context = self.context(
            tab="history",
            lines=[line(row, names=names, titles=titles) for row in rows],
            wanted=wanted,
            kinds=[(key, label) for key, (label, _) in KINDS.items()],
            people=[("", "Everybody")]
            + [(account, names.get(account) or NOBODY.get(account, account)) for account in people],
            older_url=page_url(request, rows[-1].pk) if older else "",
            newest_url=page_url(request, None) if wanted.before is not None else "",
        )
        return render(request, "staff_workspace/case/history.jinja", context)


def read_wanted(request: HttpRequest, people: list[str]) -> Wanted:
    """The filters of the address; anything unknown counts as not given."""
    given: Any = request.GET
    person, kind, before = (given.get(name, "") for name in ("person", "kind", "before"))
    return Wanted(
        person=person if person in people else "",
        kind=kind if kind in KINDS else "",
        before=int(before) if before.isdecimal() and len(before) < 19 else None,
    )


def page_url(request: HttpRequest, before: int | None) -> str:
    """The same history from another row on."""
    query = request.GET.copy()
    query.pop("before", None)
    if before is not None:
        query["before"] = str(before)
    return f"?{query.urlencode()}" if query else request.path
