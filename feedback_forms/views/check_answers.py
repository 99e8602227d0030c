"""Check answers, and send."""

import logging

from django.db import DatabaseError
from django.http import HttpResponse
from django.shortcuts import redirect

from feedback_forms.actions.receive_submission import NotFinished, receive_submission
from feedback_forms.presenters.check_answers import sections
from feedback_forms.views.resume import explain_nothing_open
from feedback_forms.views.visit import CHECK, SENT, Visit

logger = logging.getLogger(__name__)
NOT_SENT = (
    "We could not send this just now. Your answers are kept: wait a few minutes and send again."
    " However often you send it, it counts once"
)
ASTRAY = (
    "Nothing was sent, because the answers you had in front of you are not open in this browser "
    "any more. These are: check them before you send"
)


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
            receive_submission(draft=visit.draft)
        except NotFinished as unfinished:
            return redirect(visit.url(unfinished.page_key))
        except DatabaseError as error:
            logger.error("draft %s was not received: %s", visit.draft.pk, type(error).__name__)
            return show_answers(visit, problem=NOT_SENT, status=503)
        visit.remember_sent(visit.draft)
        return redirect(visit.url(SENT))
    unfinished_page = visit.unfinished()
    return visit.go(unfinished_page) if unfinished_page else show_answers(visit)


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
