"""The forms of a link for somebody outside: asking, the code, the answer."""

from collections.abc import Sequence
from typing import Any

from feedback_forms.fields import (
    CheckboxesField,
    Choice,
    DateField,
    LongTextField,
    NhsForm,
    TextField,
)


class AskForm(NhsForm):
    """Who is asked, what, what they are shown, and until when."""

    name = TextField(label="Who is asked?", thing="the name", width=20, max_length=120)
    organisation = TextField(
        label="Where do they work?", thing="where they work", width=30, max_length=160
    )
    questions = LongTextField(
        label="What do you ask them?",
        thing="your questions",
        hint="They see this text word for word. Say no more about the patient than they need",
        rows=6,
        max_length=4000,
    )

    def __init__(
        self, *args: Any, points: Sequence[Choice], files: Sequence[Choice], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for name, label, choices in (
            ("points", "Which points may they read?", points),
            ("files", "Which files may they open?", files),
        ):
            if choices:
                self.fields[name] = CheckboxesField(
                    label=label,
                    thing=label,
                    hint="They see nothing else of the case",
                    choices=list(choices),
                    required=False,
                )
        self.fields["ends_on"] = DateField(
            label="Until when?",
            thing="the last day",
            hint="The link stops at the end of this day, after 60 days at the most",
        )


class CodeForm(NhsForm):
    """The code that came another way than the link."""

    code = TextField(
        label="Code",
        thing="the code",
        hint="8 letters and figures, for example ACDE-3467. Whoever sent you the link gave it to you",
        autocomplete="one-time-code",
        spellcheck=False,
        width=10,
        max_length=20,
    )


class AnswerForm(NhsForm):
    """The answer, given once."""

    answer = LongTextField(label="Your answer", thing="your answer", rows=12, max_length=20000)
