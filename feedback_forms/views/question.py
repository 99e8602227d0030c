"""One question page: shown, answered, and on to the next that applies."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from feedback_forms.actions.save_answers import save_answers
from feedback_forms.forms.question_page import QuestionPageForm
from feedback_forms.rules.definition import PageDefinition
from feedback_forms.rules.routing import page_after
from feedback_forms.views.visit import CHECK, SAVE, SENT, Visit

ASTRAY = (
    "Your answer was not saved, because this page belongs to answers that are not open in this "
    "browser any more. What you typed is still here: continue to give it again"
)


def question_page(visit: Visit, asked: PageDefinition) -> HttpResponse:
    """Show the page, or keep what was posted and go on."""
    if visit.request.method != "POST":
        return elsewhere(visit, asked) or show_question(visit, asked, _form(visit, asked))
    if visit.was_sent():
        return redirect(visit.url(SENT))
    form = _form(visit, asked, posted=True)
    if visit.is_astray:
        form.keep_unjudged(ASTRAY)
        return show_question(visit, asked, form, status=409)
    if not form.is_valid():
        return _leave_half_way(visit, asked, form) or show_question(visit, asked, form)
    visit.draft = save_answers(
        draft=visit.draft_to_fill(), page_key=asked.key, given=form.answers(), at=timezone.now()
    )
    return go_on(visit, asked)


def elsewhere(visit: Visit, asked: PageDefinition) -> HttpResponse | None:
    """Where somebody must go first who asks for a page that is not yet, or no longer, theirs."""
    pages = visit.route.pages
    if visit.draft is None:
        if asked.key == pages[0].key:
            return None
        return redirect(visit.url(SENT if visit.sent else ""))
    unfinished = visit.unfinished()
    keys = [page.key for page in pages]
    if asked.key not in keys:
        return visit.go(unfinished)
    if unfinished and keys.index(asked.key) > keys.index(unfinished.key):
        return visit.go(unfinished)
    return None


def go_on(visit: Visit, asked: PageDefinition) -> HttpResponse:
    """To the next page, or where to come back later; to check answers after a change."""
    if visit.is_leaving:
        return redirect(visit.url(SAVE))
    progress = visit.progress
    keys = [page.key for page in visit.route.pages]
    if asked.key not in keys:
        return visit.go(visit.unfinished())
    changing = is_changing(visit)
    next_page = page_after(visit.form, progress, asked.key, changing=changing)
    return visit.go(next_page, changing=changing)


def show_question(
    visit: Visit, asked: PageDefinition, form: QuestionPageForm, *, status: int = 200
) -> HttpResponse:
    """Draw the page."""
    return visit.show(
        "question", status=status, asked=asked, form=form, back_url=back_url(visit, asked)
    )


def back_url(visit: Visit, asked: PageDefinition) -> str:
    """Where Back leads: the page before that applies, or where the change was begun."""
    if is_changing(visit):
        return visit.url(CHECK)
    found = visit.route
    known = asked.key in [page.key for page in found.pages]
    before = found.before(asked.key) if known else None
    return visit.url(before.key if before else "")


def is_changing(visit: Visit) -> bool:
    """Whether somebody came from check answers to change this answer."""
    return visit.request.GET.get("change") == "1"


def _leave_half_way(
    visit: Visit, asked: PageDefinition, form: QuestionPageForm
) -> HttpResponse | None:
    """Keep what was answered on a page that somebody leaves; None: something there is wrong.

    What is only missing can wait; what was typed and cannot be kept must be said.
    """
    if not visit.is_leaving or form.wrong():
        return None
    if given := form.answers_given():
        visit.draft = save_answers(
            draft=visit.draft_to_fill(),
            page_key=asked.key,
            given=given,
            at=timezone.now(),
            done=False,
        )
    return redirect(visit.url(SAVE))


def _form(visit: Visit, asked: PageDefinition, *, posted: bool = False) -> QuestionPageForm:
    data = visit.request.POST if posted else None
    return QuestionPageForm(
        asked, visit.progress.answers, data, around=visit.circumstances, facts=visit.route.facts
    )
