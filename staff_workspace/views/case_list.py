"""The queue of cases."""

from dataclasses import asdict
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from permissions import gate
from permissions.models import Body
from permissions.pages import count_of, page_of
from permissions.rules.actions import Action
from permissions.views import GuardedView
from staff_workspace.models import Case
from staff_workspace.policy import lifecycle
from staff_workspace.presenters.case_tags import grade_label, state_tag
from staff_workspace.presenters.sorting import sort_links
from staff_workspace.presenters.workspace import workspace_context
from staff_workspace.queries.queue import DEFAULT_ORDER, ORDERS, Filters, narrowed

PAGE_SIZE = 25


class CaseListView(GuardedView):
    """Filters, order and page come from the address alone."""

    action = Action.ENTER_WORKSPACE

    def get(self, request: HttpRequest) -> HttpResponse:
        """One page of the visible cases."""
        filters = read_filters(request)
        found = narrowed(self.body, filters)
        page = page_of(
            request.user,
            found.select_related("handler__staff_member", "profile_version").defer(
                "profile_version__data"
            ),
            Action.VIEW_CASE,
            order=ORDERS[filters.order],
            at=request.GET.get("page", ""),
            size=PAGE_SIZE,
        )
        # What was sought and how many were shown, in the one row that is written for this page.
        self.looked |= {"filters": asdict(filters), "listed": len(page.rows)}
        context = {
            **workspace_context(request, current="cases"),
            "filters": filters,
            "page": page,
            "count": count_of(request.user, found, Action.VIEW_CASE),
            "rows": [(case, state_tag(case), grade_label(case)) for case in page.rows],
            "states": [("open", "All open"), ("all", "All, closed ones too")]
            + [(key, state.label) for key, state in lifecycle.STATES.items()],
            "kinds": [("", "All kinds"), *Case.Kind.choices],
            "sorting": sort_links(request, filters.order),
            "today": timezone.localdate(),
            "page_url": partial(page_url, request),
            "export_query": export_query(request, self.body),
        }
        return render(request, "staff_workspace/case_list.jinja", context)


def page_url(request: HttpRequest, place: str) -> str:
    """The same list at another page."""
    query = request.GET.copy()
    query["page"] = place
    return f"?{query.urlencode()}"


def export_query(request: HttpRequest, body: Body) -> str | None:
    """The filters for the same list as a file; None for those who export no case of the body."""
    if not gate.may(request.user, Action.EXPORT, body):
        return None
    query = request.GET.copy()
    query.pop("page", None)
    return query.urlencode()


def read_filters(request: HttpRequest) -> Filters:
    """The filters of the address; anything unknown counts as not given."""
    given: Any = request.GET
    state = given.get("state", "open")
    kind = given.get("kind", "")
    order = given.get("order", DEFAULT_ORDER)
    return Filters(
        state=state if state in {"open", "all", *lifecycle.STATES} else "open",
        kind=kind if kind in Case.Kind.values else "",
        text=given.get("q", "").replace("\x00", "")[:80],
        order=order if order in ORDERS else DEFAULT_ORDER,
    )
