"""Record that the person was told how their complaint goes on, and when they hear next."""

from datetime import date, datetime

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone

from permissions.rules.actions import Action
from staff_workspace.actions.record_email_consent import require_email_consent
from staff_workspace.actions.step import case_step
from staff_workspace.models import Case
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.policy.news import against_news
from staff_workspace.policy.reasons import say

CHANNELS = {"phone": "telephone", "in_person": "a visit", "email": "e-mail", "letter": "letter"}


def give_news(
    *,
    case: Case,
    by: AbstractBaseUser,
    told_at: datetime,
    channel: str,
    news: str,
    next_on: date,
    at: datetime | None = None,
) -> None:
    """Record the ``news`` and the day of the next (regulation 14).

    No policy names an interval, so that whoever handles the case promises each time the next day.
    Raises NotAllowed for an anonymous case, without consent to e-mail, and for wrong days.
    """
    with case_step(
        case=case, by=by, action=Action.RECORD_CONTACT, verb="give_news", at=at or told_at
    ) as step:
        if step.case.anonymous:
            raise NotAllowed("The complaint is anonymous: nobody is known who could be told")
        step.require_in_time(told_at, what="The news")
        require_email_consent(step.case, channel=channel, at=told_at)
        refused = against_news(told=timezone.localdate(told_at), next_on=next_on)
        if refused:
            raise NotAllowed(refused)
        step.case.next_news_on = next_on
        title = f"Told by {CHANNELS[channel]} how it goes on; next news by {say(next_on)}"
        step.happened("news", title, at=told_at, detail=news, second_date=next_on)
