"""Setting a first password with the link that was mailed. Public: the link is the gate."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.views import PasswordResetConfirmView
from django.http import HttpResponse
from django.urls import reverse_lazy

from permissions import audit
from permissions.models import StaffMember
from staff_workspace.actions.invite_to_staff import invitation_tokens
from staff_workspace.forms.sign_in import SetPasswordForm


class SetPasswordView(PasswordResetConfirmView):
    """Django's own: the token goes into the session and out of the address at once.

    A link that ended, was used or names nobody here is answered in one and the same way. Nobody is
    signed in by it: that is left to the sign-in, with its lock.
    """

    template_name = "staff_workspace/set_password.jinja"
    form_class = SetPasswordForm
    token_generator = invitation_tokens
    success_url = reverse_lazy("staff_workspace:sign_in")

    def get_user(self, uidb64: str) -> Any:
        """Whom the link names, as long as they are active staff of the body of this site."""
        user = super().get_user(uidb64)
        body = self.request.health_body
        staff = StaffMember.objects.filter(user=user, user__is_active=True)
        return user if user and body and staff.filter(body=body.pk).exists() else None

    def form_valid(self, form: SetPasswordForm) -> HttpResponse:
        """Save it, and say so in the audit and on the page to sign in."""
        answer = super().form_valid(form)
        audit.record(user=self.user, action="account.password_set", thing=self.user.staff_member)
        messages.success(self.request, "Your password is set. Sign in with it")
        return answer
