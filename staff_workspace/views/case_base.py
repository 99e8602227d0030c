"""What every screen of one case has in common."""

from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from permissions import gate
from permissions.rules.actions import Action
from permissions.views import GuardedObjectView
from staff_workspace.models import Case
from staff_workspace.presenters.case_actions import rarer_actions, usual_actions
from staff_workspace.presenters.case_tags import case_tags
from staff_workspace.presenters.next_steps import PREFETCH, next_steps
from staff_workspace.presenters.tasks import steps_of
from staff_workspace.presenters.workspace import workspace_context
from staff_workspace.queries.contact_restrictions import restriction_shown


class CaseView(GuardedObjectView):
    """A screen of the case that the address names."""

    def get_queryset(self) -> QuerySet[Case]:
        """The body's cases, with what every screen draws."""
        return (
            Case.objects.filter(body=self.body)
            .select_related("body", "profile_version", "handler__staff_member", "owner_team")
            .prefetch_related(*PREFETCH, "parties", "legal_holds")
        )

    @property
    def case(self) -> Case:
        """The case, found through the gate."""
        return self.object

    @cached_property
    def allowed(self) -> frozenset[Action]:
        """Every action that the person may take on the case."""
        return gate.actions_open_to(self.request.user, self.case)

    def shows_safe_contact(self) -> bool:
        """Whether the person may read the note on safe contact, and there is one."""
        return bool(self.case.safe_contact) and Action.SEE_CONTACT_DETAILS in self.allowed

    def context(self, **more: Any) -> dict[str, Any]:
        """Title, tags, tabs and the steps that the person may take."""
        allowed = self.allowed
        steps = [*steps_of(self.case), *next_steps(self.case)]
        steps = [step for step in steps if step.action in allowed]
        return {
            **workspace_context(self.request, current="cases"),
            "case": self.case,
            "tags": case_tags(self.case),
            "steps": steps,
            "allowed": {action.name for action in allowed},
            "usual_actions": usual_actions(self.case, allowed),
            "rarer_actions": rarer_actions(self.case, allowed),
            "unread": self.case.messages.filter(from_person=True, read_at=None).count(),
            "restriction": restriction_shown(self.case, today=timezone.localdate()),
            "parties": {party.role: party for party in self.case.parties.all()},
            **more,
        }
