"""The kinds of question that an editor can place, with the help beside each field.

Field names are those of the form's definition.
"""

from wagtail import blocks
from wagtail.blocks import BlockGroup

from feedback_forms.builder.draft_blocks import ConditionBlock, KeyBlock, PartBlock
from feedback_forms.rules.kinds import NeedGroup, Purpose
from feedback_forms.rules.meaning_words import meaning_choices

KEY_HELP = (
    "Comes from the words above. Rules and answers go by it: once published it cannot be changed."
)
PURPOSES = {
    Purpose.AUTHORITY: "Proof that somebody may act for the patient",
    Purpose.SUPPORTING: "Letters, photos and other files about what happened",
    Purpose.SIGNED: "A paper that was printed, signed and sent back",
}


def _layout(*own: str) -> BlockGroup:
    """What everybody fills in first; two closed groups for the rest. ``own``: of that kind only."""
    return BlockGroup(
        [
            "label",
            "key",
            "hint",
            *own,
            "required",
            BlockGroup(
                ["show_if", "meaning"],
                heading="When it is asked, and what it is about",
                icon="view",
                classname="collapsed",
                label_format="",
            ),
            BlockGroup(
                ["why", "thing", "missing"],
                heading="Reason for asking, and messages",
                icon="comment",
                classname="collapsed",
                label_format="",
            ),
        ]
    )


class QuestionBlock(blocks.StructBlock):
    """What all questions have."""

    label = blocks.CharBlock(label="Question", help_text="As the person reads it")
    key = KeyBlock("label", label="Key", help_text=KEY_HELP)
    hint = blocks.CharBlock(
        required=False, help_text="How to answer, in a sentence below the question"
    )
    required = blocks.BooleanBlock(
        required=False,
        default=True,
        label="Must be answered",
        help_text="Otherwise “(optional)” is written after the question",
    )
    show_if = ConditionBlock(
        label="When it is asked", help_text="Rules look at answers of earlier pages"
    )
    meaning = blocks.ChoiceBlock(
        choices=meaning_choices,
        required=False,
        label="What it is about",
        help_text="So that the answer arrives at its place in the case",
    )
    why = blocks.CharBlock(
        required=False, label="Reason for asking", help_text="A sentence that the person reads"
    )
    thing = blocks.CharBlock(
        required=False,
        label="What messages call it",
        help_text="After “Enter …” or “Select …”, like: your full name",
    )
    missing = blocks.CharBlock(
        required=False,
        label="Message when it is not answered",
        help_text="Only where “Enter …” with the words above would not do",
    )

    class Meta:
        label_format = "{label}"
        form_layout = _layout()


class TextBlock(QuestionBlock):
    """One line of text, or a name, or anything else that is typed."""

    max_length = blocks.IntegerBlock(
        required=False,
        default=0,
        label="Longest answer",
        help_text="Characters; 0 for the usual limit",
    )
    width = blocks.IntegerBlock(
        required=False,
        default=0,
        label="Width of the box",
        help_text="Characters that fit in: 2, 3, 4, 5, 10, 20 or 30; 0 for the whole width",
    )
    autocomplete = blocks.CharBlock(
        required=False,
        label="Filled in by the browser",
        help_text="Only for the writer’s own details: name, email, tel, bday",
    )

    class Meta:
        form_layout = _layout("max_length", "width", "autocomplete")


class DateBlock(QuestionBlock):
    """A date, exact or approximate."""

    past = blocks.BooleanBlock(
        required=False, default=True, label="In the past", help_text="Later dates are refused"
    )
    autocomplete = blocks.CharBlock(
        required=False,
        label="Filled in by the browser",
        help_text="Only for the writer’s own date of birth: bday",
    )

    class Meta:
        form_layout = _layout("past", "autocomplete")


class OptionBlock(blocks.StructBlock):
    """One option of radios, checkboxes or a select."""

    label = blocks.CharBlock(label="Option", help_text="As the person reads it")
    value = KeyBlock("label", label="Key", help_text=KEY_HELP)
    hint = blocks.CharBlock(required=False, help_text="A sentence below the option")
    reveals = PartBlock(
        "opened",
        label="Opens the question",
        help_text="A question of this page, asked only of those who choose this option",
    )
    needs = PartBlock(
        "opened",
        label="Needs an answer to",
        help_text="A question of this page that must then be answered",
    )
    divider = blocks.CharBlock(
        required=False, label="Word before it", help_text="Like “or”, before the last option"
    )
    exclusive = blocks.BooleanBlock(
        required=False, label="None of the others", help_text="Takes the other boxes away"
    )

    class Meta:
        icon = "radio-empty"
        label_format = "{label}"
        form_layout = BlockGroup(
            [
                "label",
                "value",
                BlockGroup(
                    ["hint", "reveals", "needs", "divider", "exclusive"],
                    heading="Hint, and the question it opens",
                    icon="list-ul",
                    classname="collapsed",
                    label_format="",
                ),
            ]
        )


class ChoicesBlock(QuestionBlock):
    """A question with options: written here, or taken from a list that the body manages."""

    vocabulary = blocks.CharBlock(
        required=False,
        label="Managed list",
        help_text="Key of a list kept under Settings, whose terms are the options; then add none",
    )
    choices = blocks.ListBlock(OptionBlock(), min_num=0, default=[], label="Options")

    class Meta:
        form_layout = _layout("choices", "vocabulary")


class YesNoBlock(QuestionBlock):
    """Yes or no, each of which may open a question of the same page."""

    yes_reveals = PartBlock("opened", label="Yes opens the question")
    no_reveals = PartBlock("opened", label="No opens the question")

    class Meta:
        form_layout = _layout("yes_reveals", "no_reveals")


class StatementBlock(QuestionBlock):
    """A statement to agree to or not, or to sign with one's name."""

    statement = blocks.TextBlock(rows=4, help_text="What the person agrees to or signs")

    class Meta:
        form_layout = _layout("statement")


class NeedsBlock(QuestionBlock):
    """Communication needs; the options are those of the Accessible Information Standard."""

    need = blocks.ChoiceBlock(
        choices=[(n.value, n.value.replace("_", " ").capitalize()) for n in NeedGroup],
        label="Which needs",
    )
    choices = blocks.ListBlock(
        OptionBlock(),
        min_num=0,
        default=[],
        label="Options",
        help_text="Only to replace the usual ones",
    )

    class Meta:
        form_layout = _layout("need", "choices")


class FilesBlock(QuestionBlock):
    """Files; stands alone on its page."""

    purpose = blocks.ChoiceBlock(
        choices=[(purpose.value, words) for purpose, words in PURPOSES.items()],
        default="supporting",
        label="What the files are",
    )

    class Meta:
        form_layout = _layout("purpose")


class DeclarationBlock(QuestionBlock):
    """One box to tick."""

    statement = blocks.CharBlock(help_text="The words beside the box")

    class Meta:
        form_layout = _layout("statement")


def _kind(block: type[QuestionBlock], label: str, icon: str, group: str) -> QuestionBlock:
    return block(label=label, icon=icon, group=group)


TYPED, CHOSEN, PERSON, AGREED = "Typed", "Chosen", "About a person", "Agreed, signed or sent"


class QuestionsBlock(blocks.StreamBlock):
    """The questions of one page."""

    text = _kind(TextBlock, "One line of text", "pilcrow", TYPED)
    long_text = _kind(TextBlock, "Long text, with a count", "doc-full", TYPED)
    date = _kind(DateBlock, "Exact date", "date", TYPED)
    approximate_date = _kind(DateBlock, "Date, also approximate", "date", TYPED)
    time = _kind(QuestionBlock, "Time of day", "time", TYPED)
    yes_no = _kind(YesNoBlock, "Yes or no", "circle-check", CHOSEN)
    radios = _kind(ChoicesBlock, "One of several options", "radio-full", CHOSEN)
    checkboxes = _kind(ChoicesBlock, "Any of several options", "tick", CHOSEN)
    select = _kind(ChoicesBlock, "One from a long list", "list-ul", CHOSEN)
    name = _kind(TextBlock, "Name", "user", PERSON)
    email = _kind(TextBlock, "Email address", "mail", PERSON)
    phone = _kind(TextBlock, "Phone number", "mobile-alt", PERSON)
    address = _kind(QuestionBlock, "Postal address", "home", PERSON)
    nhs_number = _kind(QuestionBlock, "NHS number", "hashtag", PERSON)
    communication_needs = _kind(NeedsBlock, "Communication needs", "comment", PERSON)
    files = _kind(FilesBlock, "Files", "upload", AGREED)
    declaration = _kind(DeclarationBlock, "Declaration to tick", "check", AGREED)
    consent = _kind(StatementBlock, "Consent to a statement", "clipboard-list", AGREED)
    signature = _kind(StatementBlock, "Signature, a typed name", "edit", AGREED)
