"""A version of a form as it goes onto paper."""

from django.utils import timezone

from feedback_forms.case_office import circumstances, promises_or_none
from feedback_forms.models import FormVersion
from feedback_forms.rules.kinds import DATES, WITH_CHOICES, QuestionKind
from feedback_forms.rules.on_paper import PrintedPage, PrintedQuestion, on_paper
from permissions.models import Body
from staff_workspace.documents.paper_form import Answer, PaperForm, PaperPage, PaperQuestion
from staff_workspace.documents.writing_boxes import LINE_HEIGHT

ANSWERS: dict[QuestionKind, Answer] = {
    QuestionKind.LONG_TEXT: "lines",
    QuestionKind.FILES: "enclosed",
    QuestionKind.DECLARATION: "tick",
    QuestionKind.SIGNATURE: "signature",
    **dict.fromkeys(WITH_CHOICES, "ticks"),
}
HEIGHTS = {QuestionKind.LONG_TEXT: 8 * LINE_HEIGHT, QuestionKind.ADDRESS: 4 * LINE_HEIGHT}
MOST_CHOICES = 30
LONG_STORY = 4000


def paper_form(version: FormVersion, body: Body) -> PaperForm:
    """Every page that the body could ask, as it stood when the version was published."""
    today = timezone.localdate()
    pages = on_paper(version.form, circumstances(promises_or_none(body, today), today))
    return PaperForm(
        title=version.title,
        lead=version.page.lead if version.page else "",
        version=version.number,
        published_on=timezone.localdate(version.published_at),
        pages=tuple(_page(page) for page in pages if not page.page.equality),
        apart=tuple(_page(page) for page in pages if page.page.equality),
    )


def _page(printed: PrintedPage) -> PaperPage:
    page = printed.page
    words = tuple(part for part in page.introduction.split("\n\n") if part)
    return PaperPage(
        heading=page.heading,
        words=words
        + tuple(f"{link.label}: {link.url}" for link in page.links if _is_far(link.url)),
        only_if=printed.only_if,
        urgent_help=page.urgent_help,
        questions=tuple(_question(question) for question in printed.questions),
    )


def _is_far(url: str) -> bool:
    return url.startswith("http")


def _question(printed: PrintedQuestion) -> PaperQuestion:
    question = printed.question
    hint = " ".join(part for part in (question.hint, question.why) if part)
    if question.kind is QuestionKind.SIGNATURE:
        hint = question.why  # the hint says how to sign on the screen
    if question.kind in DATES:
        hint = f"{hint} Day, month and year".strip()
    height = HEIGHTS.get(question.kind, LINE_HEIGHT)
    if question.max_length > LONG_STORY:
        height *= 2
    return PaperQuestion(
        label=question.label,
        answer=ANSWERS.get(question.kind, "line"),
        hint=hint,
        only_if=printed.only_if,
        choices=tuple(choice.label for choice in question.choices[:MOST_CHOICES]),
        statement=question.statement,
        optional=not question.required,
        height=height,
    )
