"""Come back to answers: by the code, or by the link that was mailed.

Following the link shows a button, and only the button uses the link up: mail scanners open every
link, but press nothing. The button sends the token to an address that does not hold it.
"""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from feedback_forms.actions.open_by_code import open_by_code
from feedback_forms.actions.save_answers import keep_longer
from feedback_forms.actions.use_resume_link import Followed, look_at_link, use_resume_link
from feedback_forms.evidence.keeping import drafts_kept
from feedback_forms.forms.coming_back import CodeForm
from feedback_forms.models import Draft
from feedback_forms.rules.coming_back import Use
from feedback_forms.views.save_for_later import TOO_MANY, mail_link
from feedback_forms.views.visit import RESUME, Visit
from permissions import throttle
from permissions.middleware import address_of

TRIES, WHILE = 10, timedelta(minutes=15)
TOO_OFTEN = "You have tried too many times. Wait 15 minutes, then try again"
NOT_FOUND = (
    "No saved answers were found with this code. Check all 16 letters and numbers. "
    "They may have been deleted: answers are kept for some days only"
)
WAS_SENT = "The answers of this code were sent already. They cannot be changed here"
NOTHING_OPEN = (
    "Nothing was saved or sent, because your answers are not open in this browser any more. "
    "Give your code to carry on"
)


def resume_page(visit: Visit) -> HttpResponse:
    """Ask for the code, or take what a button or the form sent."""
    if visit.request.method != "POST":
        return _show_code(visit, CodeForm())
    token = visit.request.POST.get("token", "")[:100]
    if token:
        return _mail_again(visit, token) if _asks_again(visit) else _follow(visit, token)
    form = CodeForm(visit.request.POST)
    if not form.is_valid():
        return _show_code(visit, form)
    if not _may_try(visit):
        form.refuse(TOO_OFTEN)
        return _show_code(visit, form, status=429)
    draft = open_by_code(code=form.cleaned_data["code"], body=visit.body, now=timezone.now())
    if draft is None or draft.sent_at:
        form.refuse(WAS_SENT if draft else NOT_FOUND)
        return _show_code(visit, form)
    return _carry_on(visit, draft)


def link_page(visit: Visit, token: str) -> HttpResponse:
    """What a mailed link leads to: the button, or why it opens nothing."""
    followed = look_at_link(token=token[:100], body=visit.body, now=timezone.now())
    return _show_link(visit, token, followed)


def explain_nothing_open(visit: Visit) -> HttpResponse:
    """For somebody who posted a page of answers that this browser has forgotten."""
    form = CodeForm({})
    form.keep_unjudged(NOTHING_OPEN)
    return _show_code(visit, form, status=409)


def _follow(visit: Visit, token: str) -> HttpResponse:
    if not _may_try(visit):
        form = CodeForm({})
        form.keep_unjudged(TOO_OFTEN)
        return _show_code(visit, form, status=429)
    followed = use_resume_link(token=token, body=visit.body, now=timezone.now())
    if followed.use is Use.OPENS and followed.draft:
        return _carry_on(visit, followed.draft)
    return _show_link(visit, token, followed)


def _mail_again(visit: Visit, token: str) -> HttpResponse:
    """A new link to the address that the old one went to, and to no other."""
    followed = look_at_link(token=token, body=visit.body, now=timezone.now())
    if not followed.can_be_mailed_again or followed.link is None:
        return _show_link(visit, token, followed)
    told = mail_link(visit, followed.link.draft, followed.link.email)
    if told is None:
        messages.info(visit.request, TOO_MANY)
        return redirect(visit.url(RESUME))
    messages.success(visit.request, f"{told}. It goes to the address that you gave us before")
    return redirect(visit.url(RESUME))


def _carry_on(visit: Visit, draft: Draft) -> HttpResponse:
    """Open the draft in this browser, on the form that it belongs to."""
    keep_longer(draft=draft, at=timezone.now())
    there = Visit(visit.request, draft.form_version.page)
    there.take_up(draft)
    return there.go(there.unfinished())


def _asks_again(visit: Visit) -> bool:
    return visit.request.POST.get("next") == "again"


def _may_try(visit: Visit) -> bool:
    key = f"coming back from {address_of(visit.request)}"
    return throttle.allow(key, limit=TRIES, per=WHILE, now=timezone.now())


def _show_code(visit: Visit, form: CodeForm, *, status: int = 200) -> HttpResponse:
    return visit.show("resume", form=form, status=status, back_url=visit.url())


def _show_link(visit: Visit, token: str, followed: Followed) -> HttpResponse:
    here = visit.draft is not None and visit.draft == followed.draft
    response = visit.show(
        "resume_link",
        token=token,
        use=followed.use.value,
        days_kept=drafts_kept().days,
        can_be_mailed_again=followed.can_be_mailed_again,
        open_here=here,
        resume_url=visit.url(RESUME),
    )
    # The address of this page holds the token, which no other site is told. With "no-referrer" a
    # browser would not say either whose form it sends, and the button would be refused.
    response.headers["Referrer-Policy"] = "same-origin"
    return response
