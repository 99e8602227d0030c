"""The staff's forms around "your complaint": a message, a proposed date, a code, a finished task."""

from feedback_forms.fields import (
    Choice,
    ConfirmField,
    DateField,
    LongTextField,
    NhsForm,
    RadioField,
    TextField,
)


class SendMessageForm(NhsForm):
    """What the person reads under the writer's name."""

    text = LongTextField(
        label="Your message",
        thing="your message",
        hint="Write nothing about anybody else. The person reads it with your name",
        rows=8,
        max_length=10000,
    )


class FinishTaskForm(NhsForm):
    """What was done, for the timeline."""

    note = LongTextField(
        label="What did you do?", thing="what you did", rows=3, max_length=1000, required=False
    )


class SurveyPostedForm(NhsForm):
    """Whether the survey went out; what was not sent is not counted as asked."""

    posted = RadioField(
        label="Have you posted the survey?",
        thing="whether you have posted the survey",
        choices=[
            Choice("yes", "Yes, it is in the post"),
            Choice(
                "no",
                "No, this person is not asked",
                hint="For example because they asked not to be written to",
                reveals="why_not",
            ),
        ],
    )
    why_not = TextField(
        label="Why are they not asked?", thing="why they are not asked", max_length=200
    )


class ProposeDateForm(NhsForm):
    """A day, and why, in words for the person."""

    new = DateField(label="By when do you propose to respond?", thing="the date you propose")
    reason = LongTextField(
        label="Why this date?",
        thing="why this date",
        hint="The person reads this",
        rows=4,
        max_length=1000,
    )


class IssueCodeForm(NhsForm):
    """How it was made sure who they are, and why they need a new code."""

    checked = RadioField(
        label="How did you make sure who they are?",
        thing="how you made sure who they are",
        choices=[
            Choice("asked what only they know", "I asked what only they know"),
            Choice("seen in person with proof", "I saw them, with proof of who they are"),
            Choice("called back on the number we hold", "I called them on the number we hold"),
            Choice("sent to the address we hold", "I send it to the address we hold"),
        ],
    )
    reason = TextField(label="Why do they need a new code?", thing="the reason", max_length=200)
    sure = ConfirmField(
        label="Before you go on",
        thing="that you have checked who they are",
        statement="I have checked who they are. The old code stops working",
        messages={"required": "Confirm that you have checked who they are"},
    )


class MatchForm(NhsForm):
    """The case that a form belongs to, or a new one."""

    where = RadioField(
        label="Where does it belong?",
        thing="where it belongs",
        choices=[
            Choice("case", "To a case that is there", reveals="reference"),
            Choice("new", "It is a new matter: open a case"),
        ],
    )
    reference = TextField(
        label="Reference of the case", thing="the reference of the case", width=20, max_length=40
    )
