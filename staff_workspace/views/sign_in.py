"""Signing in and out of the workspace. Public: this is how somebody becomes known."""

from django.contrib.auth.views import LoginView, LogoutView

from staff_workspace.forms.sign_in import SignInForm


class SignInView(LoginView):
    """Username and password."""

    template_name = "staff_workspace/sign_in.jinja"
    authentication_form = SignInForm


class SignOutView(LogoutView):
    """Ends the session."""

    next_page = "staff_workspace:sign_in"
