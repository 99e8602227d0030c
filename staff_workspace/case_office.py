"""What the forms ask of the workspace: open a case, and say what the body promises."""

from datetime import date

from django.utils import timezone

from feedback_forms.case_office import OpenedCase, Promises
from feedback_forms.models import FormVersion, Submission
from permissions.models import Body
from staff_workspace.actions.add_to_case import add_to_case
from staff_workspace.actions.open_case import open_case
from staff_workspace.documents.paper_form import render
from staff_workspace.queries.letterhead import branding_of
from staff_workspace.queries.paper_forms import paper_form
from staff_workspace.queries.profile_in_force import policy_of
from staff_workspace.queries.promises import promises_of


class WorkspaceCaseOffice:
    """The case office of an install with a staff workspace."""

    def open_case(self, submission: Submission) -> OpenedCase:
        """Open the submission's case; asking again gives the same answer."""
        return OpenedCase(hear_by=open_case(submission=submission).acknowledgement_due)

    def paper(self, version: FormVersion, body: Body, *, large_print: bool) -> bytes:
        """The version of a form as a blank, tagged PDF to fill in with a pen."""
        profile = policy_of(body, timezone.now())
        branding = branding_of(body, profile)
        return render(paper_form(version, body), branding, large_print=large_print)

    def add_to_case(self, submission: Submission, reference: str) -> None:
        """Attach a form about a case; one whose reference is unknown waits for staff."""
        add_to_case(submission=submission, reference=reference)

    def promises(self, body: Body, on: date) -> Promises:
        """What ``body`` promises to somebody who writes on the day ``on``."""
        return promises_of(body, on)
