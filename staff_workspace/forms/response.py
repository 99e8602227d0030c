"""The forms behind drafting, signing, sending back and sending the response."""

from feedback_forms.fields import (
    Choice,
    ConfirmField,
    DateField,
    LongTextField,
    NhsForm,
    RadioField,
    TextField,
)
from staff_workspace.forms.checking import capacity_field
from staff_workspace.policy.response_content import LetterElement


class ResponseForm(NhsForm):
    """The text, and for each element of the body's letter whether it is there or why not."""

    # The letter may be saved half done; what it lacks is said when it is passed on.
    marks_optional = False

    text = LongTextField(
        label="Text of the letter",
        thing="the text of the letter",
        hint="Leave an empty line between paragraphs. Greeting and signature are added for you",
        rows=18,
        max_length=20000,
    )

    def __init__(self, *args, checklist: tuple[LetterElement, ...], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.checklist = checklist
        for element in checklist:
            self.fields[f"has_{element.key}"] = RadioField(
                label=element.label,
                required=False,
                label_size="s",
                choices=[
                    Choice("yes", "It is in the letter"),
                    Choice("waived", "Not needed here", reveals=f"why_{element.key}"),
                ],
            )
            self.fields[f"why_{element.key}"] = TextField(
                label="Why is it not needed?",
                thing="why it is not needed",
                max_length=200,
                required=False,
            )

    def clean(self) -> dict:
        """Demand a reason for every element that is waived."""
        cleaned = super().clean() or self.cleaned_data
        for element in self.checklist:
            waived = cleaned.get(f"has_{element.key}") == "waived"
            if waived and not cleaned.get(f"why_{element.key}"):
                self.add_error(f"why_{element.key}", "Enter why it is not needed")
        return cleaned

    def elements(self) -> dict[str, bool | str]:
        """Per element: true, or the reason for its absence; open ones are left out."""
        chosen = {}
        for element in self.checklist:
            answer = self.cleaned_data.get(f"has_{element.key}")
            if answer == "yes":
                chosen[element.key] = True
            elif answer == "waived":
                chosen[element.key] = self.cleaned_data[f"why_{element.key}"]
        return chosen

    @staticmethod
    def initial_from(elements: dict[str, bool | str]) -> dict[str, str]:
        """What the radios show for a saved draft."""
        initial = {}
        for key, value in elements.items():
            initial[f"has_{key}"] = "yes" if value is True else "waived"
            if value is not True:
                initial[f"why_{key}"] = value
        return initial


class SignForm(NhsForm):
    """In which capacity, where deputies may sign, and the signatory's own declaration."""

    capacity = RadioField(label="In which capacity?", thing="in which capacity", choices=[])

    read = ConfirmField(
        label="Before you sign",
        thing="that you have read it",
        messages={
            "required": "Confirm that you have read the complaint, the findings and the letter"
        },
        statement="I have read the complaint, the findings and this letter, and I sign it",
    )

    def __init__(self, *args, title: str, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if title:
            self.fields["capacity"] = capacity_field(title)
        else:
            del self.fields["capacity"]


class ReturnForm(NhsForm):
    """Why the draft goes back."""

    reason = LongTextField(
        label="What needs to change?", thing="what needs to change", rows=4, max_length=2000
    )


class SendForm(NhsForm):
    """When and how the signed response went out."""

    channel = RadioField(
        label="How was it sent?",
        thing="how it was sent",
        choices=[Choice("post", "Post"), Choice("email", "Secure e-mail")],
    )
    sent_on = DateField(label="When was it sent?", thing="the date it was sent", past=True)
