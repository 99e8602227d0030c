"""The forms of "your complaint"."""

from collections.abc import Sequence
from typing import Any

from feedback_forms.fields import (
    CheckboxesField,
    Choice,
    ConfirmField,
    EmailField,
    FilesField,
    LongTextField,
    NhsForm,
    PhoneField,
    RadioField,
    TextField,
)
from feedback_forms.rules.uploads import LIST

YES_NO = (Choice("yes", "Yes"), Choice("no", "No"))
FILE_HINT = f"{LIST} files smaller than 20MB each, one or several"


class OpenForm(NhsForm):
    """Reference and code, as they stand on the receipt."""

    reference = TextField(
        label="Reference",
        thing="your reference",
        hint="It is on your receipt and on our letters",
        spellcheck=False,
        autocomplete="off",
        width=20,
        max_length=80,
    )
    code = TextField(
        label="Code",
        thing="your code",
        hint="16 letters and numbers. It was shown when you sent the form, or we gave it to you",
        spellcheck=False,
        autocomplete="off",
        width=30,
        max_length=80,
    )


class MessageForm(NhsForm):
    """A message, with files where there are any."""

    text = LongTextField(
        label="Your message", thing="your message", rows=8, max_length=10000, required=False
    )
    file = FilesField(label="Add files", thing="a file", hint=FILE_HINT, required=False)
    marks_optional = False


class EvidenceForm(NhsForm):
    """Files that are added."""

    file = FilesField(label="Choose files", thing="a file", hint=FILE_HINT)
    note = LongTextField(
        label="What does it show?", thing="what it shows", rows=3, max_length=1000, required=False
    )


class SummaryForm(NhsForm):
    """Right, or what is not."""

    answer = RadioField(
        label="Did we get it right?",
        thing="whether we got it right",
        choices=[
            Choice("right", "Yes, this is my complaint"),
            Choice("wrong", "No, something is missing or wrong", reveals="corrections"),
        ],
    )
    corrections = LongTextField(
        label="What is missing or wrong?",
        thing="what is missing or wrong",
        rows=6,
        max_length=4000,
    )


class ConsentForm(NhsForm):
    """Yes or no for each organisation, and a typed name as the signature."""

    def __init__(self, *args: Any, organisations: Sequence[str], **kwargs: Any) -> None:
        self.organisations = list(organisations)
        super().__init__(*args, **kwargs)

    def add_fields(self) -> None:
        """A question for each organisation; one for the statement itself where it names none."""
        for place, organisation in enumerate(self.organisations or [""]):
            label = (
                f"May we share what we need to with {organisation}?"
                if organisation
                else "Do you agree to this statement?"
            )
            self.fields[f"answer_{place}"] = RadioField(
                label=label,
                thing=f"yes or no for {organisation}" if organisation else "yes or no",
                choices=YES_NO,
                inline=True,
            )
        self.fields["typed_name"] = TextField(
            label="Sign with your full name",
            thing="your full name",
            hint="Typing your name counts as your signature",
            autocomplete="name",
            spellcheck=False,
            width=30,
        )

    @property
    def answers(self) -> dict[str, bool]:
        """Organisation → agreed; "" stands for the statement itself."""
        return {
            organisation: self.cleaned_data[f"answer_{place}"] == "yes"
            for place, organisation in enumerate(self.organisations or [""])
        }


class WithdrawConsentForm(NhsForm):
    """Which organisations we may not talk to any more."""

    def __init__(self, *args: Any, organisations: Sequence[str], **kwargs: Any) -> None:
        self.organisations = list(organisations)
        super().__init__(*args, **kwargs)

    def add_fields(self) -> None:
        """A box for each organisation, where the consent names several."""
        if len(self.organisations) > 1:
            self.fields["organisations"] = CheckboxesField(
                label="Who may we not talk to any more?",
                thing="who we may not talk to any more",
                choices=[(name, name) for name in self.organisations],
            )


class ProposalForm(NhsForm):
    """Yes or no to a date."""

    answer = RadioField(
        label="Do you agree to this date?",
        thing="whether you agree to this date",
        choices=[
            Choice("yes", "Yes, I agree"),
            Choice("no", "No, I do not agree", reveals="words"),
        ],
    )
    words = LongTextField(
        label="Tell us why, or what would suit you better",
        thing="why",
        rows=4,
        max_length=2000,
        required=False,
    )


class ContactForm(NhsForm):
    """How we may reach the person, and what is not safe."""

    preference = RadioField(
        label="How do you prefer to hear from us?",
        thing="how you prefer to hear from us",
        choices=[
            Choice("email", "Email"),
            Choice("phone", "Phone"),
            Choice("post", "Letter"),
        ],
    )
    email = EmailField(
        label="Your email address",
        thing="your email address",
        hint="We need it to tell you that something waits for you here",
        autocomplete="email",
        required=False,
    )
    email_agreed = RadioField(
        label="May we write to you by email?",
        thing="whether we may write to you by email",
        hint="You can change this at any time",
        choices=YES_NO,
        inline=True,
    )
    phone = PhoneField(
        label="Your phone number", thing="your phone number", autocomplete="tel", required=False
    )
    not_safe = LongTextField(
        label="Is there anything that would not be safe?",
        thing="what would not be safe",
        hint="For example: do not leave voicemail, do not write to my home. "
        "If you write something here, we send no automatic emails",
        rows=3,
        max_length=1000,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        wants_email = data.get("preference") == "email" or data.get("email_agreed") == "yes"
        if wants_email and not data.get("email") and "email" not in self.errors:
            self.add_error("email", "Enter your email address")
        return data


class StopForm(NhsForm):
    """The last question before a complaint is stopped."""

    why = LongTextField(
        label="Why do you want to stop?",
        thing="why you want to stop",
        hint="You do not have to say",
        rows=4,
        max_length=2000,
        required=False,
    )
    sure = ConfirmField(
        label="Confirm",
        thing="that you want to stop",
        statement="I want to stop this",
        messages={"required": "Confirm that you want to stop"},
    )


class ReopenForm(NhsForm):
    """What is still open."""

    questions = LongTextField(
        label="What is still open for you?",
        thing="what is still open for you",
        hint="Say which part of our answer it is about",
        rows=8,
        max_length=4000,
    )
