"""The queue as a file: the same filters, through the same gate, and never a contact detail."""

from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from permissions import audit
from permissions.gate import under_what, visible_to
from permissions.rules.actions import Action
from permissions.views import GuardedView
from staff_workspace.documents.case_table import table_file
from staff_workspace.models import Case
from staff_workspace.presenters.case_tags import grade_label
from staff_workspace.queries.queue import ORDERS, narrowed
from staff_workspace.views.case_list import read_filters

MOST_ROWS = 5000
HEADS = (
    "Reference",
    "Kind",
    "What it is about",
    "Where it stands",
    "Grade",
    "Received",
    "Acknowledged",
    "Response due (policy)",
    "Six months (law)",
    "Responded",
    "Closed",
)


class CaseExportView(GuardedView):
    """Whoever enters may ask; in the file are the cases that they may export.

    Each case's own history tells that it left the house.
    """

    action = Action.ENTER_WORKSPACE

    def get(self, request: HttpRequest) -> HttpResponse:
        """At most 5,000 rows; which went out, and by which filters, is in the audit."""
        filters = read_filters(request)
        order = ORDERS[filters.order]
        keys = [f"-{order.field}", "-pk"] if order.down else [order.field, "pk"]
        found = visible_to(request.user, narrowed(self.body, filters), Action.EXPORT)
        rows = found.select_related("body", "profile_version").defer("profile_version__data")
        cases = list(rows.order_by(*keys)[:MOST_ROWS])
        self.under = under_what(request.user, Action.EXPORT, cases)
        self.cases = [case for case in cases if case.pk in self.under]
        self.looked |= {"filters": asdict(filters), "exported": len(self.cases)}
        name = f"{self.body.key}-cases-{timezone.localdate():%Y-%m-%d}.csv"
        response = HttpResponse(
            table_file(HEADS, map(row_of, self.cases)), content_type="text/csv; charset=utf-8"
        )
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        return response

    def record_look(self, thing: Model) -> None:
        """A row for each case that went out, and one for the file, or none of them."""
        own = {"looked_at": self.request.path, "screen": "export", "exported": len(self.cases)}
        with transaction.atomic():
            audit.record_each(
                user=self.request.user,
                action=Action.EXPORT,
                things=self.cases,
                under=self.under,
                detail=own,
            )
            super().record_look(thing)


def row_of(case: Case) -> tuple[str, ...]:
    """The cells of one case: what the queue shows of it, and no more."""
    return (
        case.reference,
        case.get_kind_display(),
        case.headline,
        case.state_label,
        grade_label(case),
        *map(
            day_of,
            (
                case.received_at,
                case.acknowledged_at,
                case.response_due,
                case.statutory_due,
                case.responded_at,
                case.closed_at,
            ),
        ),
    )


def day_of(moment: Any) -> str:
    """The day in London as 2026-11-19; empty for none."""
    if isinstance(moment, datetime):
        moment = timezone.localtime(moment).date()
    return moment.isoformat() if isinstance(moment, date) else ""
