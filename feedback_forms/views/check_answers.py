"""Check answers, and send."""

import logging
from datetime import timedelta

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from feedback_forms import opened_cases
from feedback_forms.actions.receive_submission import NotFinished, receive_submission
from feedback_forms.presenters.check_answers import sections
from feedback_forms.views.resume import explain_nothing_open
from feedback_forms.views.visit import CHECK, SENT, Visit
from permissions import throttle
from permissions.middleware import address_of

logger = logging.getLogger(__name__)
NOT_SENT = (
    "We could not send this just now. Your answers are kept: wait a few minutes and send again."
    " However often you send it, it counts once"
)
ASTRAY = (
    "Nothing was sent, because the answers you had in front of you are not open in this browser "
    "any more. These are: check them before you send"
)
TOO_MANY = (
    "A lot was sent from here in the last hour, so this was not sent. Your answers are kept:"
    " send again in an hour, or call us"
)
SENDINGS_PER_HOUR = {"session": 30, "address": 300}


def check_answers(visit: Visit) -> HttpResponse:
    """Show every answer that applies, or send them all; once, however often it is posted."""
    posting = visit.request.method == "POST"
    if posting and visit.was_sent():
        return redirect(visit.url(SENT))
    if visit.draft is None:
        if posting and visit.is_astray:
            return explain_nothing_open(visit)
        return redirect(visit.url(SENT if visit.sent else ""))
    if posting:
        if visit.is_astray:
            return show_answers(visit, problem=ASTRAY, status=409)
        try:
            if not may_send(visit):
                return show_answers(visit, problem=TOO_MANY, status=429)
            opened = opened_cases.open_in(visit.request.session, now=timezone.now())
            receive_submission(draft=visit.draft, opened=opened)
        except NotFinished as unfinished:
            return redirect(visit.url(unfinished.page_key))
        except DatabaseError as error:
            logger.error("draft %s was not received: %s", visit.draft.pk, type(error).__name__)
            return show_answers(visit, problem=NOT_SENT, status=503)
        visit.remember_sent(visit.draft)
        return redirect(visit.url(SENT))
    unfinished_page = visit.unfinished()
    return visit.go(unfinished_page) if unfinished_page else show_answers(visit)


def may_send(visit: Visit) -> bool:
    """Whether this session, and this address, have not sent too often in the last hour.

    Generous: a family, a surgery or a hospital may share one address.
    """
    now, hour = timezone.now(), timedelta(hours=1)
    limits = getattr(settings, "CANDOUR_SENDINGS_PER_HOUR", SENDINGS_PER_HOUR)
    keys = {
        "session": str(visit.request.session.session_key),
        "address": address_of(visit.request),
    }
    return all(
        throttle.allow(f"send {name} {key}", limit=limits[name], per=hour, now=now)
        for name, key in keys.items()
    )


def show_answers(visit: Visit, *, problem: str = "", status: int = 200) -> HttpResponse:
    """Draw the page; ``problem``: why nothing was sent."""
    assert visit.draft is not None
    last = visit.route.pages[-1]
    return visit.show(
        "check_answers",
        status=status,
        sections=sections(
            visit.draft, lambda key: visit.url(key, changing=True), visit.circumstances
        ),
        problem=problem,
        check_url=visit.url(CHECK),
        back_url=visit.url(last.key),
    )
