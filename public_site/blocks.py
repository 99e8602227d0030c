"""The blocks that an editor can place, each drawn with a component of the NHS design system."""

from typing import Any

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

# No h1 in rich text: the page's title is the h1.
INLINE = ["bold", "italic", "link"]
PROSE = [*INLINE, "h2", "h3", "ol", "ul"]
LIST_STYLES = [
    ("bullet", "Bullets"),
    ("number", "1, 2, 3"),
    ("letter", "(a), (b), (c)"),
    ("roman", "(i), (ii), (iii)"),
]
_DRAWN = "public_site/blocks/{}.jinja"


class HeadingBlock(blocks.StructBlock):
    """A numbered heading of a policy; the page gives it its anchor."""

    number = blocks.CharBlock(required=False, max_length=20, help_text="For example 8.4")
    title = blocks.CharBlock(max_length=250)
    level = blocks.ChoiceBlock(
        choices=[(2, "Section"), (3, "Part of a section"), (4, "Smaller")], default=2
    )

    class Meta:
        icon = "title"
        label_format = "{number} {title}"


class ParagraphBlock(blocks.StructBlock):
    """A paragraph of a policy with the number under which people quote it."""

    number = blocks.CharBlock(required=False, max_length=20, help_text="For example 8.4.1")
    text = blocks.RichTextBlock(features=INLINE)

    class Meta:
        icon = "pilcrow"
        template = _DRAWN.format("paragraph")
        label_format = "{number} {text}"


class ListItemsBlock(blocks.StructBlock):
    """A list in one of the four styles that policies use."""

    style = blocks.ChoiceBlock(choices=LIST_STYLES, default="bullet")
    items = blocks.ListBlock(blocks.TextBlock(rows=1))

    class Meta:
        icon = "list-ul"
        template = _DRAWN.format("list")


class TableBlock(TypedTableBlock):
    """A table of text; its caption names it for people who cannot see it."""

    class Meta:
        icon = "table"
        template = _DRAWN.format("table")

    def render(self, value: Any, context: dict[str, Any] | None = None) -> str:
        """Draw with our template: Wagtail's own table value would bring its plain one."""
        return blocks.Block.render(self, value, context)


class DefinitionBlock(blocks.StructBlock):
    """One term and what it means here."""

    term = blocks.CharBlock()
    meaning = blocks.TextBlock(rows=2)


class DefinitionsBlock(blocks.StructBlock):
    """Terms and what they mean."""

    items = blocks.ListBlock(DefinitionBlock())

    class Meta:
        icon = "openquote"
        template = _DRAWN.format("definitions")


def policy_blocks() -> list[tuple[str, blocks.Block]]:
    """What a policy's body may hold: exactly what the importer of documents makes."""
    return [
        ("heading", HeadingBlock()),
        ("paragraph", ParagraphBlock()),
        ("list", ListItemsBlock()),
        ("table", TableBlock([("text", blocks.TextBlock(rows=1, required=False))])),
        ("definitions", DefinitionsBlock()),
    ]


class TextWithHeading(blocks.StructBlock):
    """A heading and some text."""

    heading = blocks.CharBlock()
    text = blocks.RichTextBlock(features=[*INLINE, "ul", "ol"])


class CareCardBlock(TextWithHeading):
    """What to do at once, above anything else on the page."""

    urgency = blocks.ChoiceBlock(
        choices=[("emergency", "Emergency"), ("urgent", "Urgent"), ("non-urgent", "Not urgent")],
        default="urgent",
    )


class TickListBlock(blocks.StructBlock):
    """Things to do, or not to do."""

    heading = blocks.CharBlock()
    items = blocks.ListBlock(blocks.CharBlock(), help_text="“Do not” is written for you")


class ContactBlock(blocks.StructBlock):
    """How to reach somebody, and when the details were last checked."""

    name = blocks.CharBlock()
    area = blocks.CharBlock(required=False, help_text="Who it is for, for example West Essex")
    about = blocks.TextBlock(required=False, rows=2)
    phone = blocks.CharBlock(required=False)
    email = blocks.EmailBlock(required=False)
    website = blocks.URLBlock(required=False)
    address = blocks.TextBlock(required=False, rows=3, help_text="One line of the address a line")
    last_verified = blocks.DateBlock(
        required=False, help_text="When somebody last tried these details"
    )


class LinkBlock(blocks.StructBlock):
    """A link to a page of this site."""

    text = blocks.CharBlock(help_text="What happens next, for example Make a complaint")
    page = blocks.PageChooserBlock()


class SummaryRowBlock(blocks.StructBlock):
    """A name and what stands beside it."""

    key = blocks.CharBlock()
    value = blocks.RichTextBlock(features=[*INLINE, "ul"])


def guidance_blocks() -> list[tuple[str, blocks.Block]]:
    """What a page of guidance may hold."""
    return [
        ("rich_text", blocks.RichTextBlock(features=PROSE, icon="pilcrow")),
        ("button", _drawn(LinkBlock, "button", "Button")),
        ("action_link", _drawn(LinkBlock, "action_link", "Action link")),
        ("inset", blocks.RichTextBlock(features=INLINE, template=_DRAWN.format("inset"))),
        ("warning", _drawn(TextWithHeading, "warning", "Warning callout")),
        ("care_card", _drawn(CareCardBlock, "care_card", "Care card")),
        ("do_list", _drawn(TickListBlock, "do_list", "Do")),
        ("dont_list", _drawn(TickListBlock, "dont_list", "Do not")),
        ("contact", _drawn(ContactBlock, "contact", "Contact card")),
        ("details", _drawn(TextWithHeading, "details", "Details to open")),
        (
            "summary_list",
            blocks.ListBlock(SummaryRowBlock(), template=_DRAWN.format("summary_list")),
        ),
        ("table", TableBlock([("text", blocks.TextBlock(rows=1, required=False))])),
    ]


def contact_blocks() -> list[tuple[str, blocks.Block]]:
    """Contact cards alone."""
    return [("contact", _drawn(ContactBlock, "contact", "Contact card"))]


def _drawn(block: type[blocks.StructBlock], name: str, label: str) -> blocks.StructBlock:
    return block(template=_DRAWN.format(name), label=label)
