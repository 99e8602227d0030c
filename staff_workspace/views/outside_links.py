"""The staff's side of links for people outside: the list, a new one, withdrawing."""

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from feedback_forms.fields import Choice, NhsForm
from permissions.rules.actions import Action
from staff_workspace.actions.ask_outside import ask_outside, withdraw_link
from staff_workspace.forms.moments import end_of
from staff_workspace.forms.outside import AskForm
from staff_workspace.models import CaseEvidence, OutsideLink
from staff_workspace.policy import outside_links
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.views.case_action import CaseActionView
from staff_workspace.views.case_base import CaseView


class OutsideLinksView(CaseView):
    """Every link of the case and what became of it."""

    action = Action.SHARE_CASE

    def get(self, request: HttpRequest, reference: str) -> HttpResponse:
        """The links, newest first."""
        now = timezone.now()
        links = self.case.outside_links.select_related("case", "made_by__staff_member")
        rows = [
            (link, outside_links.standing(link.facts, now=now), link.facts)
            for link in links.prefetch_related("points", "files__evidence")
        ]
        context = self.context(
            tab="access",
            links=[(k, words, outside_links.works(f, now=now)) for k, words, f in rows],
        )
        return render(request, "staff_workspace/case/outside.jinja", context)


class AskOutsideView(CaseActionView):
    """Make a link; its code is shown once, on the page that follows."""

    action = Action.SHARE_CASE
    form_class = AskForm
    title = "Ask somebody outside"
    button = "Make the link"

    def form_options(self) -> dict[str, Any]:
        return {
            "points": [Choice(str(p.pk), str(p)) for p in self.case.issues.all()],
            "files": [Choice(str(f.pk), str(f)) for f in self.files()],
        }

    def files(self) -> Iterable[CaseEvidence]:
        """What can be passed on: nothing that the person may not open themselves."""
        if Action.SEE_EVIDENCE not in self.allowed:
            return []
        return self.case.evidence.filter(evidence__state="clean").select_related("evidence")

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The link and its code, or the form with what is wrong."""
        form = self.form_class(request.POST, **self.form_options())
        if not form.is_valid():
            return self.show(form)
        data = form.cleaned_data
        try:
            made = ask_outside(
                case=self.case,
                by=request.user,
                name=data["name"],
                organisation=data["organisation"],
                questions=data["questions"],
                points=self.case.issues.filter(pk__in=data.get("points", [])),
                files=self.case.evidence.filter(pk__in=data.get("files", [])),
                ends_at=end_of(data["ends_on"]),
            )
        except NotAllowed as refusal:
            form.add_error(None, str(refusal))
            return self.show(form)
        path = reverse("staff_workspace:outside", args=[made.link.key])
        context = self.context(made=made, address=request.build_absolute_uri(path))
        return render(request, "staff_workspace/case/outside_made.jinja", context)


class WithdrawLinkView(CaseActionView):
    """Make a link useless."""

    action = Action.SHARE_CASE
    form_class = NhsForm
    title = "Withdraw the link"
    button = "Withdraw the link"
    done = "The link does not work any more"

    @property
    def link(self) -> OutsideLink:
        """The link that the address names, of this case alone."""
        link = self.case.outside_links.filter(pk=self.kwargs["pk"]).first()
        if link is None:
            raise Http404
        return link

    def details(self) -> list[tuple[str, str]]:
        return [("For", str(self.link)), ("Asked", self.link.questions)]

    def perform(self, form: NhsForm) -> None:
        withdraw_link(link=self.link, by=self.request.user)

    def after(self) -> str:
        return reverse("staff_workspace:outside_links", args=[self.case.reference])
