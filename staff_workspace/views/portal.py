"""The staff's side of "your complaint": messages, tasks from outside, a proposed date, a new code."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from feedback_forms.actions.open_receipt import open_receipt
from permissions.rules.actions import Action
from staff_workspace.actions.agree_date import promised_date
from staff_workspace.actions.finish_task import finish_task
from staff_workspace.actions.issue_code import issue_code
from staff_workspace.actions.propose_date import propose_date
from staff_workspace.actions.record_survey_posted import record_survey_posted
from staff_workspace.actions.send_message import send_message
from staff_workspace.actions.tell_of_message import may_be_told
from staff_workspace.documents import code_sheet
from staff_workspace.forms.portal import (
    FinishTaskForm,
    IssueCodeForm,
    ProposeDateForm,
    SendMessageForm,
    SurveyPostedForm,
)
from staff_workspace.models import CaseForm, Task
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.policy.reasons import say
from staff_workspace.presenters.tasks import NOT_HERE
from staff_workspace.queries.letterhead import branding_of
from staff_workspace.queries.portal_address import portal_address
from staff_workspace.queries.survey_page import survey_address
from staff_workspace.views.case_action import CaseActionView
from staff_workspace.views.case_base import CaseView
from staff_workspace.views.files import locked_down


class MessagesView(CaseActionView):
    """What the person and the body wrote to each other, and an answer."""

    action = Action.MESSAGE
    form_class = SendMessageForm
    title = "Messages"
    button = "Send the message"
    done = "The message is sent"
    template = "staff_workspace/case/messages.jinja"

    def context(self, **more: Any) -> dict[str, Any]:
        thread = self.case.messages.prefetch_related("files__evidence")
        waiting = self.case.tasks.filter(kind=Task.Kind.MESSAGE, done_at=None).first()
        forms = self.case.forms.select_related("submission__form_version")
        return super().context(
            tab="messages",
            thread=list(thread),
            waiting=waiting,
            forms=list(forms),
            told_by_email=may_be_told(self.case),
            may_be_read=self.case.submission_id is not None,
            **more,
        )

    def perform(self, form: SendMessageForm) -> None:
        send_message(case=self.case, by=self.request.user, text=form.cleaned_data["text"])

    def after(self) -> str:
        return reverse("staff_workspace:messages", args=[self.case.reference])


class TaskView(CaseActionView):
    """Look at what somebody outside did, and take it off Today."""

    action = Action.MESSAGE
    form_class = FinishTaskForm
    button = "Done"
    done = "It is done"
    title = "Look at what came in"

    @property
    def task(self) -> Task:
        """The task that the address names, of this case alone; 404 where another screen ends it."""
        tasks = self.case.tasks.exclude(kind__in=NOT_HERE)
        task = tasks.filter(pk=self.kwargs["pk"]).first()
        if task is None:
            raise Http404
        return task

    def details(self) -> list[tuple[str, str]]:
        task = self.task
        since = self.case.events.filter(recorded_at__gte=task.made_at, by=None)
        happened = [(event.title, event.detail or "–") for event in since.order_by("at", "pk")]
        return [("What waits", task.get_kind_display()), *happened]

    def perform(self, form: FinishTaskForm) -> None:
        finish_task(task=self.task, by=self.request.user, note=form.cleaned_data["note"])


class SurveyPostedView(CaseActionView):
    """Post the survey to somebody who is not written to by e-mail."""

    action = Action.MESSAGE
    form_class = SurveyPostedForm
    title = "Send the survey by post"
    button = "Write it down"
    done = "It is written down"
    template = "staff_workspace/case/survey_posted.jinja"

    def context(self, **more: Any) -> dict[str, Any]:
        return super().context(survey=survey_address(self.case.body), **more)

    def perform(self, form: SurveyPostedForm) -> None:
        data = form.cleaned_data
        record_survey_posted(
            case=self.case,
            by=self.request.user,
            posted=data["posted"] == "yes",
            note=data.get("why_not") or "",
        )


class ProposeDateView(CaseActionView):
    """Propose a day for the response, for the person to answer online."""

    action = Action.AGREE_DATES
    form_class = ProposeDateForm
    title = "Propose a date for the response"
    button = "Ask the person"
    done = "The person is asked on “your complaint”"

    def details(self) -> list[tuple[str, str]]:
        promised, limit = promised_date(self.case), self.case.statutory_due
        rows = [("Response due now", say(promised) if promised else "no date yet")]
        return [*rows, ("Legal limit", say(limit))] if limit else rows

    def perform(self, form: ProposeDateForm) -> None:
        data = form.cleaned_data
        propose_date(case=self.case, by=self.request.user, new=data["new"], reason=data["reason"])


class IssueCodeView(CaseActionView):
    """Give the person a new code; it is shown once, on the page that follows."""

    action = Action.ISSUE_CODE
    form_class = IssueCodeForm
    title = "Issue a new code"
    button = "Make a new code"

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The code, or the form with what is wrong."""
        form = self.form_class(request.POST)
        if not form.is_valid():
            return self.show(form)
        data = form.cleaned_data
        try:
            code = issue_code(
                case=self.case, by=request.user, checked=data["checked"], reason=data["reason"]
            )
        except NotAllowed as refusal:
            form.add_error(None, str(refusal))
            return self.show(form)
        context = self.context(code=code, address=portal_address(self.case.body))
        return render(request, "staff_workspace/case/code_issued.jinja", context)


class CodeSheetView(CaseView):
    """The sheet to hand over: reference, code, and a QR code that holds the reference alone."""

    action = Action.ISSUE_CODE
    http_method_names = ["post"]

    def post(self, request: HttpRequest, reference: str) -> HttpResponse:
        """The PDF, made from the code that was just shown; 404 for any other code."""
        code, now = request.POST.get("code", ""), timezone.now()
        fits = open_receipt(reference=reference, code=code, now=now)
        if fits is None or fits.pk != self.case.submission_id:
            raise Http404
        sheet = code_sheet.CodeSheet(
            reference=self.case.reference,
            code=code,
            address=portal_address(self.case.body),
            address_with_reference=portal_address(self.case.body, reference=self.case.reference),
            made_on=timezone.localdate(now),
        )
        content = code_sheet.render(sheet, branding_of(self.case.body, self.case.profile))
        response = HttpResponse(content, content_type="application/pdf")
        name = f"{self.case.reference}-code.pdf".replace("/", "-")
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        return locked_down(response)


class CaseFormView(CaseView):
    """A form that came about the case, with its questions as they were asked."""

    action = Action.SEE_CONTACT_DETAILS

    def get(self, request: HttpRequest, reference: str, pk: int) -> HttpResponse:
        """Questions and answers."""
        form: CaseForm | None = (
            self.case.forms.filter(pk=pk).select_related("submission__form_version").first()
        )
        if form is None:
            raise Http404
        context = self.context(
            tab="messages", case_form=form, answers=form.submission.questions_and_answers()
        )
        return render(request, "staff_workspace/case/form_read.jinja", context)
