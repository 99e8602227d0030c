"""The forms behind who is on the staff of the body."""

from feedback_forms.fields import EmailField, LongTextField, NhsForm, TextField


class AddStaffForm(NhsForm):
    """Which account, who they are, and why."""

    account = TextField(
        label="User name",
        thing="the user name",
        hint="Of an account that is there, as an editor of the website has one: type the user name "
        "or e-mail address exactly. If there is none, it is made",
        max_length=150,
        spellcheck=False,
        autocomplete="off",
    )
    email = EmailField(
        label="E-mail address, for a new account",
        thing="the e-mail address",
        hint="A link to set a password goes there",
        required=False,
    )
    name = TextField(label="Their name", thing="their name", max_length=120, spellcheck=False)
    job_title = TextField(label="Their job title", thing="their job title", max_length=120)
    reason = LongTextField(label="Why?", thing="why", rows=2, max_length=300)


class LeaveForm(NhsForm):
    """Why somebody is no longer on the staff."""

    reason = LongTextField(label="Why?", thing="why", rows=2, max_length=300)


class InviteForm(NhsForm):
    """Nothing to fill in: the address is the account's own."""
