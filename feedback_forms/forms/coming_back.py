"""Coming back to answers: where to mail the link, and the code."""

from feedback_forms.fields import Choice, EmailField, NhsForm, RadioField, TextField


class MailLinkForm(NhsForm):
    """An address, and whether a message to it is safe: asked before any message is sent."""

    email = EmailField(
        label="Email address",
        thing="your email address",
        hint="We use it to send you this link, and for nothing else",
        autocomplete="email",
        max_length=254,
    )
    safe = RadioField(
        label="Is it safe to send a message to this address?",
        thing="yes if it is safe to send a message to this address",
        hint="Think of who else may read it, or see it on a screen. "
        "The message does not say what you wrote",
        choices=[
            Choice("yes", "Yes"),
            Choice("no", "No, or I am not sure", "Use the code instead: nothing is sent"),
        ],
    )


class CodeForm(NhsForm):
    """The code as it was written down."""

    code = TextField(
        label="Your code",
        thing="your code",
        hint="16 letters and numbers, like K7QM-3XTC-9PDR-W4HN. "
        "Spaces, dashes and capital letters do not matter",
        autocomplete="off",
        spellcheck=False,
        width=20,
        max_length=100,
    )

    def refuse(self, message: str) -> None:
        """Say why the code opens nothing."""
        self.add_error("code", message)
