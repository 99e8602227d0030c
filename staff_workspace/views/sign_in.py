"""Signing in and out of the workspace. Public: this is how somebody becomes known."""

from typing import Any

from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse

from permissions import kept_input, sessions
from permissions.models import StaffMember
from permissions.rules.actions import Action
from permissions.views import GuardedView
from staff_workspace.forms.sign_in import SignInForm
from staff_workspace.presenters.workspace import workspace_context


class SignInView(LoginView):
    """Username and password; what somebody typed before their session ended goes on with them."""

    template_name = "staff_workspace/sign_in.jinja"
    authentication_form = SignInForm

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Try to sign in; coming from the page that kept a form, show the empty fields first."""
        if "begin" in request.POST:
            return self.render_to_response(self.get_context_data(form=self.form_class_unbound()))
        return super().post(request, *args, **kwargs)

    def form_class_unbound(self) -> SignInForm:
        """The form before anything was typed into it."""
        return self.authentication_form(request=self.request)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Carry along what was kept, and where to go next."""
        return super().get_context_data(
            kept=self.request.POST.get("kept", ""), next=self.get_redirect_url(), **kwargs
        )

    def get_success_url(self) -> str:
        """Who is no member of staff can only be an editor of the website: there they go."""
        if StaffMember.objects.filter(user_id=self.request.user.pk).exists():
            return super().get_success_url()
        return reverse("wagtailadmin_home")

    def form_valid(self, form: SignInForm) -> HttpResponse:
        """Go where the person was going, or offer to send what they had typed."""
        kept = kept_input.unpack(self.request.POST.get("kept", ""))
        answer = super().form_valid(form)
        if kept is None:
            return answer
        context = {**workspace_context(self.request), "kept": kept}
        page = render(self.request, "staff_workspace/go_on.jinja", context)
        page.headers["Cache-Control"] = "private, no-store"
        return page


class SignOutView(LogoutView):
    """Ends the session."""

    next_page = "staff_workspace:sign_in"


class StayView(GuardedView):
    """Asked for by the warning before a session ends: this very question prolongs it."""

    action = Action.ENTER_WORKSPACE
    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> JsonResponse:
        """When the session ends now."""
        ends = sessions.ends_at(request)
        return JsonResponse({"ends": ends.isoformat() if ends else ""})
