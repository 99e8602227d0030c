"""Signing in to the workspace."""

from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.forms import SetPasswordForm as DjangoSetPasswordForm

from feedback_forms.fields import NhsForm, PasswordField, TextField


class SignInForm(NhsForm, AuthenticationForm):
    """Username and password; a password manager may fill both."""

    error_messages = {
        "invalid_login": "The username or password is not right. Check both and try again",
        "inactive": "This account is switched off. Ask Governance",
    }

    username = TextField(
        label="Username", thing="your username", autocomplete="username", spellcheck=False, width=20
    )
    password = PasswordField(
        label="Password", thing="your password", autocomplete="current-password"
    )


class SetPasswordForm(NhsForm, DjangoSetPasswordForm):
    """A password, twice."""

    error_messages = {"password_mismatch": "Type the same password in both boxes"}

    new_password1 = PasswordField(label="Password", thing="a password", autocomplete="new-password")
    new_password2 = PasswordField(
        label="Password again", thing="the password again", autocomplete="new-password"
    )
