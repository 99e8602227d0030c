"""What could not be delivered, and the button that has it tried again."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from permissions.rules.actions import Action
from permissions.views import GuardedView
from staff_workspace.actions.try_item_again import try_item_again
from staff_workspace.presenters.undelivered import rows
from staff_workspace.presenters.workspace import workspace_context
from staff_workspace.queries.undelivered import without_case


class UndeliveredView(GuardedView):
    """Topics, ages and errors; never to whom, nor what."""

    action = Action.MIND_OUTBOX

    def get(self, request: HttpRequest) -> HttpResponse:
        """The list of the body."""
        found = rows(self.body, now=timezone.now())
        self.looked["rows"] = len(found)
        context = {
            **workspace_context(request, current="undelivered"),
            "rows": found,
            "without_case": without_case(self.body),
        }
        return render(request, "staff_workspace/undelivered.jinja", context)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Have one item tried again with the worker's next round."""
        number = request.POST.get("item", "")
        pk = int(number) if number.isascii() and number.isdigit() and len(number) < 19 else 0
        item = try_item_again(pk=pk, body=self.body, by=request.user, at=timezone.now())
        words = "It is tried again now" if item else "It was delivered meanwhile"
        messages.success(request, words)
        return redirect("staff_workspace:undelivered")
