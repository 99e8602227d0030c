"""A case office for the tests of the forms: opens every case at once, promises three days."""

from datetime import date, timedelta
from typing import ClassVar

from feedback_forms.case_office import Advocate, OpenedCase, Promises
from feedback_forms.models import FormVersion, Submission
from permissions.models import Body


class PromptOffice:
    """Promises an answer three calendar days on; remembers what it opened."""

    opened: ClassVar[list[str]] = []
    added: ClassVar[list[tuple[str, str]]] = []

    def add_to_case(self, submission: Submission, reference: str) -> None:
        type(self).added.append((submission.reference, reference))

    def open_case(self, submission: Submission) -> OpenedCase:
        type(self).opened.append(submission.reference)
        return OpenedCase(hear_by=submission.received_at.date() + timedelta(days=3))

    def paper(self, version: FormVersion, body: Body, *, large_print: bool) -> bytes:
        return b"%PDF-"

    def promises(self, body: Body, on: date) -> Promises:
        return Promises(
            acknowledgement_working_days=3,
            hear_by=on + timedelta(days=3),
            phone="01632 960 001",
            phone_hours="Monday to Friday, 9am to 5pm",
            email="feedback@example.org",
            post_lines=("Patient Experience Team", "1 Example Street", "Exampleton"),
            advocacy=(Advocate("Example Advocacy", "01632 960 002", "", "Exampleshire"),),
            ombudsman="Parliamentary and Health Service Ombudsman, 0345 015 4033",
        )


class FailingOffice:
    """Fails at everything, as an office does whose database is away."""

    def add_to_case(self, submission: Submission, reference: str) -> None:
        raise ConnectionError("the office is away")

    def open_case(self, submission: Submission) -> OpenedCase:
        raise ConnectionError("the office is away")

    def paper(self, version: FormVersion, body: Body, *, large_print: bool) -> bytes:
        return b"%PDF-"

    def promises(self, body: Body, on: date) -> Promises:
        raise ConnectionError("the office is away")
