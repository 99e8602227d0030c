"""Ask the person how it was for them, once, by a way that is safe (SV-1)."""

from datetime import datetime
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone

from feedback_forms.connectors.notifier import Message, get_notifier
from feedback_forms.rules.receipts import Means, Recipient
from permissions import outbox
from staff_workspace.actions.open_tasks import open_task
from staff_workspace.actions.step import Step
from staff_workspace.models import Case, Party, Task
from staff_workspace.models.case_event import SURVEY_ASKED
from staff_workspace.policy.survey import Moment, Way, is_asked, safe_way
from staff_workspace.queries.electronic_consents import against_email, email_address
from staff_workspace.queries.survey_page import survey_address


def ask_how_it_was(step: Step, moment: Moment) -> None:
    """Have an invitation mailed, or a task to post it, where the policy asks; inside an action."""
    case = step.case
    asked = is_asked(
        case.profile,
        kind=case.kind,
        moment=moment,
        anonymous=case.anonymous,
        asked_before=asked_before(case),
    )
    way = way_of(case, at=step.at) if asked else None
    if way is None or not survey_address(case.body):
        return
    if way is Way.EMAIL:
        outbox.put("invite_to_survey", {"case": case.pk}, body=case.body)
        step.happened(SURVEY_ASKED, f"Asked {way} how it was for them")
    else:
        open_task(case, Task.Kind.SURVEY, at=step.at)


def asked_before(case: Case) -> bool:
    """Whether the person was asked, or somebody has or had the task to ask them."""
    tasks = case.tasks.filter(kind=Task.Kind.SURVEY)
    return tasks.exists() or case.events.filter(name=SURVEY_ASKED).exists()


def way_of(case: Case, *, at: datetime) -> Way | None:
    """The way by which whoever complained may be asked at that moment; None: by none."""
    person = case.parties.filter(role=Party.Role.COMPLAINANT).first()
    return safe_way(
        safe_contact=case.safe_contact,
        against_email=against_email(case, at=at),
        address=person.address if person else "",
    )


@outbox.handles("invite_to_survey")
def invite_to_survey(payload: dict[str, Any]) -> None:
    """Send the invitation, unless e-mail is not safe any more or the survey is gone.

    Raises what the notifier raises. The message names no case: answers are kept apart from cases.
    """
    case = Case.objects.select_related("body__site").filter(pk=payload["case"]).first()
    address = survey_address(case.body) if case else ""
    if case is None or not address or way_of(case, at=timezone.now()) is not Way.EMAIL:
        return
    context = {"body": case.body, "address": address}
    get_notifier().send(
        Message(
            to=Recipient(Means.EMAIL, email_address(case)),
            subject=f"How was it for you? {case.body.name}",
            body=render_to_string("staff_workspace/mail/survey.jinja", context).strip() + "\n",
            key=f"survey {case.pk}",
        )
    )
