"""Ask the person how it was for them, once, by a way that is safe (SV-1)."""

from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone

from feedback_forms.connectors.notifier import Message, get_notifier
from feedback_forms.rules.receipts import Means, Recipient
from permissions import outbox
from permissions.models import OutboxItem
from staff_workspace.actions.open_tasks import open_task
from staff_workspace.actions.step import Step, display_name
from staff_workspace.models import Case, CaseEvent, Party, Task
from staff_workspace.models.case_event import SURVEY_ASKED
from staff_workspace.policy.survey import ENDS_CONTACT, Moment, Way, is_asked, safe_way
from staff_workspace.queries.contact_restrictions import restriction_shown
from staff_workspace.queries.electronic_consents import against_email, email_address
from staff_workspace.queries.survey_page import survey_address

INVITATION = "invite_to_survey"


def ask_how_it_was(step: Step, moment: Moment) -> None:
    """Have an invitation mailed, or a task to post it, where the policy asks; inside an action.

    Nobody counts as asked yet: that is written down once the mail has gone, or was posted.
    """
    case = step.case
    asked = is_asked(
        case.profile,
        kind=case.kind,
        moment=moment,
        anonymous=case.anonymous,
        asked_before=asked_before(case),
        closed_because=case.closed_because,
    )
    way = way_of(case, at=step.at) if asked else None
    if way is None or not survey_address(case.body):
        return
    if way is Way.EMAIL:
        outbox.put(INVITATION, {"case": case.pk, "by": step.by.pk}, body=case.body)
    else:
        open_task(case, Task.Kind.SURVEY, at=step.at)


def asked_before(case: Case) -> bool:
    """Whether the person was asked, an invitation waits, or somebody has or had the task to."""
    waiting = OutboxItem.objects.filter(topic=INVITATION, payload__case=case.pk, done_at=None)
    return _asked_or_task(case) or waiting.exists()


def way_of(case: Case, *, at: datetime) -> Way | None:
    """The way by which whoever complained may be asked at that moment; None: by none."""
    person = case.parties.filter(role=Party.Role.COMPLAINANT).first()
    restriction = restriction_shown(case, today=timezone.localdate(at))
    return safe_way(
        safe_contact=case.safe_contact,
        restricted=case.closed_because in ENDS_CONTACT or bool(restriction),
        preference=case.contact_preference,
        against_email=against_email(case, at=at),
        address=person.address if person else "",
    )


@outbox.handles(INVITATION)
def invite_to_survey(payload: dict[str, Any]) -> None:
    """Send the invitation by what is safe now, and write down that it went; may be done twice.

    Where only post is left, somebody gets the task; where nothing is, or the survey is gone,
    nobody counts as asked. Raises what the notifier raises.
    """
    case = Case.objects.select_related("body__site").filter(pk=payload["case"]).first()
    address = survey_address(case.body) if case else ""
    if case is None or not address or _asked_or_task(case):
        return
    now = timezone.now()
    way = way_of(case, at=now)
    if way is Way.EMAIL:
        _send(case, address)
    with transaction.atomic():
        # The lock keeps a second try, or an action that goes on meanwhile, from writing it too.
        Case.objects.select_for_update().get(pk=case.pk)
        if way is None or _asked_or_task(case):
            return
        if way is Way.EMAIL:
            _write_down(case, by=payload.get("by"), at=now)
        else:
            open_task(case, Task.Kind.SURVEY, at=now)


def _asked_or_task(case: Case) -> bool:
    tasks = case.tasks.filter(kind=Task.Kind.SURVEY)
    return tasks.exists() or case.events.filter(name=SURVEY_ASKED).exists()


def _send(case: Case, address: str) -> None:
    """The message names no case: answers are kept apart from cases."""
    context = {"body": case.body, "address": address}
    get_notifier().send(
        Message(
            to=Recipient(Means.EMAIL, email_address(case)),
            subject=f"How was it for you? {case.body.name}",
            body=render_to_string("staff_workspace/mail/survey.jinja", context).strip() + "\n",
            key=f"survey {case.pk}",
        )
    )


def _write_down(case: Case, *, by: int | None, at: datetime) -> None:
    """In the name of whoever took the step that had the person asked."""
    user = get_user_model().objects.filter(pk=by).first()
    CaseEvent.objects.create(
        case=case,
        name=SURVEY_ASKED,
        title=f"Asked {Way.EMAIL} how it was for them",
        at=at,
        recorded_at=at,
        by=user,
        by_name=display_name(user),
    )
