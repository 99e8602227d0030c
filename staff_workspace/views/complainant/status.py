"""Where it stands: first what is asked of the person, then the dates promised and why."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from feedback_forms.case_office import promises_or_none
from staff_workspace.presenters.public_asks import asked_of, asked_words
from staff_workspace.presenters.public_steps import public_steps
from staff_workspace.views.complainant.base import ComplainantView


class StatusView(ComplainantView):
    """The page behind the receipt."""

    screen = "status"
    needs_case = False

    def get(self, request: HttpRequest) -> HttpResponse:
        """Everything that the person is told, and nothing that is ours alone."""
        case = self.visit.case
        promises = promises_or_none(request.health_body, timezone.localdate(self.now))
        if case is None:
            return self.show("not_yet", submission=self.visit.submission, promises=promises)
        asks = asked_of(case)
        return self.show(
            "status",
            asks=asks,
            asked=asked_words(len(asks)),
            steps=public_steps(case, now=self.now),
            consents=[c for c in case.consents.all() if c.answer != "waiting"],
            promises=promises,
            contact=case.handler.staff_member if case.handler else None,
            may_stop=case.is_open and case.withdrawn_at is None and not case.responded_at,
            may_reopen=case.state in ("responded", "closed") and case.responded_at is not None,
        )
