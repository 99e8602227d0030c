"""What the forms ask of the workspace: open a case, and say what the body promises."""

from datetime import date

from feedback_forms.case_office import OpenedCase, Promises
from feedback_forms.models import Submission
from permissions.models import Body
from staff_workspace.actions.open_case import open_case
from staff_workspace.queries.promises import promises_of


class WorkspaceCaseOffice:
    """The case office of an install with a staff workspace."""

    def open_case(self, submission: Submission) -> OpenedCase:
        """Open the submission's case; asking again gives the same answer."""
        return OpenedCase(hear_by=open_case(submission=submission).acknowledgement_due)

    def promises(self, body: Body, on: date) -> Promises:
        """What ``body`` promises to somebody who writes on the day ``on``."""
        return promises_of(body, on)
