"""Signing in and out of the workspace. Public: this is how somebody becomes known."""

from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpResponse

from staff_workspace.forms.sign_in import SignInForm

WORKING_DAY_SECONDS = 10 * 3600


class SignInView(LoginView):
    """Username and password; a staff session ends with the working day."""

    template_name = "staff_workspace/sign_in.jinja"
    authentication_form = SignInForm

    def form_valid(self, form: SignInForm) -> HttpResponse:
        response = super().form_valid(form)
        self.request.session.set_expiry(WORKING_DAY_SECONDS)
        return response


class SignOutView(LogoutView):
    """Ends the session."""

    next_page = "staff_workspace:sign_in"
