"""Save and come back later: the code to write down, and a link by e-mail for whom that is safe."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.formats import date_format

from feedback_forms.actions.code_for_draft import code_for_draft
from feedback_forms.actions.mail_resume_link import mail_resume_link
from feedback_forms.evidence.keeping import drafts_kept
from feedback_forms.forms.coming_back import MailLinkForm
from feedback_forms.models import Draft
from feedback_forms.views.visit import CHECK, RESUME, SAVE, SENT, Visit
from permissions import throttle

UNSAFE = "No message is sent. Use the code to come back"
TOO_MANY = (
    "Links were sent to this address several times today. Use the code, or try again tomorrow"
)
MAILS_A_DAY = 5


def save_page(visit: Visit) -> HttpResponse:
    """Show how to come back, or have the link mailed."""
    if visit.draft is None:
        return redirect(visit.url(SENT if visit.sent else ""))
    if visit.request.method != "POST":
        return _show(visit, visit.draft, MailLinkForm())
    if "email" not in visit.request.POST:
        # From a page with no answers of its own to save first.
        return redirect(visit.url(SAVE))
    form = MailLinkForm(visit.request.POST)
    if not form.is_valid():
        return _show(visit, visit.draft, form)
    if form.cleaned_data["safe"] != "yes":
        messages.success(visit.request, UNSAFE)
        return redirect(visit.url(SAVE))
    told = mail_link(visit, visit.draft, form.cleaned_data["email"])
    if told is None:
        form.add_error("email", TOO_MANY)
        return _show(visit, visit.draft, form)
    messages.success(visit.request, told)
    return redirect(visit.url(SAVE))


def mail_link(visit: Visit, draft: Draft, email: str) -> str | None:
    """Have a link mailed and say so; None when that address has had too many today."""
    now = timezone.now()
    day = timedelta(days=1)
    key = f"resume link to {email.lower()}"
    if not throttle.allow(key, limit=MAILS_A_DAY, per=day, now=now):
        return None
    address = visit.request.build_absolute_uri(visit.url(RESUME))
    link = mail_resume_link(draft=draft, email=email, address=address, now=now)
    until = date_format(timezone.localtime(link.expires_at), "l j F Y")
    return f"We are sending the link. It works once, until {until}"


def _show(visit: Visit, draft: Draft, form: MailLinkForm) -> HttpResponse:
    unfinished = visit.unfinished()
    return visit.show(
        "save_for_later",
        form=form,
        code=code_for_draft(draft=draft, now=timezone.now()),
        kept_until=draft.updated_at + drafts_kept(),
        resume_address=visit.request.build_absolute_uri(visit.url(RESUME)),
        save_url=visit.url(SAVE),
        back_url=visit.url(unfinished.key if unfinished else CHECK),
    )
