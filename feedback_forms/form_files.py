"""A form as a file: written from a page, read and judged, made into a draft again."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.text import slugify
from wagtail.models import Page
from wagtail.rich_text import expand_db_html
from wagtail.whitelist import Whitelister, allow_without_attributes, attribute_rule, check_url

from feedback_forms.blocks import definition_pages, stream_of, with_terms
from feedback_forms.builder.trials import as_data as trials_as_data
from feedback_forms.builder.trials import trials_stream
from feedback_forms.models import FormPage
from feedback_forms.models.vocabulary import Vocabulary
from feedback_forms.rules.form_shape import read_form

#: What a page says besides its questions, with what a file need not say.
PLAIN: dict[str, Any] = {
    "audience": "public",
    "on_behalf": False,
    "lead": "",
    "before_you_start": "",
    "minutes": 15,
    "exit_button": False,
}
SHAPE = ("kind", "audience", "on_behalf", "pages")
KNOWN = {"title", "kind", "pages", "tests", *PLAIN}
TEST_PARTS = {
    "name": str,
    "answers": list,
    "must_meet": list,
    "must_not_meet": list,
    "ends_at": str,
}


class FormFileError(ValueError):
    """A file that is no form; ``words`` name the page and the question of each fault."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = tuple(words)
        super().__init__("; ".join(self.words))


class _StartPageWords(Whitelister):
    """Keeps what an editor could have written: a file may come from anywhere."""

    element_rules = {
        "[document]": allow_without_attributes,
        **dict.fromkeys(("p", "b", "strong", "ul", "ol", "li", "br"), allow_without_attributes),
        "a": attribute_rule({"href": check_url}),
    }


def as_file(page: FormPage) -> dict[str, Any]:
    """The form as a file holds it: what ``draft_from`` reads back with no difference."""
    plain = {name: getattr(page, name) for name in PLAIN}
    plain["before_you_start"] = _safe(expand_db_html(page.before_you_start))
    said = {name: value for name, value in plain.items() if value != PLAIN[name]}
    tests = trials_as_data(page.trials)
    return {
        "title": page.title,
        "kind": page.kind,
        **said,
        "pages": definition_pages(page.pages),
        **({"tests": tests} if tests else {}),
    }


def read_file(content: bytes) -> dict[str, Any]:
    """The form that a file holds; raises FormFileError."""
    try:
        form = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise FormFileError(["The selected file must be a form in JSON"]) from None
    if not isinstance(form, dict):
        raise FormFileError(["The selected file must hold one form"])
    words = list(_faults(form))
    if words:
        raise FormFileError(words)
    return form


def draft_from(parent: Page, form: dict[str, Any], *, user: Any = None, slug: str = "") -> FormPage:
    """A draft below ``parent``; nothing of it is published."""
    page = page_from(form, slug=_free(parent, slug or slugify(form["title"]) or "form"))
    parent.add_child(instance=page)
    page.save_revision(user=user, clean=False, log_action=True)
    return page


def page_from(form: dict[str, Any], *, slug: str) -> FormPage:
    """The page that a form describes, not stored yet."""
    plain = {name: form.get(name, default) for name, default in PLAIN.items()}
    plain["before_you_start"] = _safe(plain["before_you_start"])
    return FormPage(
        title=form["title"],
        slug=slug,
        kind=form["kind"],
        **plain,
        search_description=plain["lead"],
        pages=stream_of(form["pages"]),
        trials=trials_stream(form.get("tests", [])),
        live=False,
    )


def _safe(html: str) -> str:
    return str(_StartPageWords().clean(html))


def _faults(form: dict[str, Any]) -> Iterator[str]:
    for name in sorted(set(form) - KNOWN):
        yield f"“{name}” is not known here"
    title = form.get("title")
    if not isinstance(title, str) or not title.strip() or len(title) > 255:
        yield "The form needs a title of 255 characters or less"
    for name, default in PLAIN.items():
        value = form.get(name, default)
        if type(value) is not type(default) or (name == "minutes" and not 0 < value < 1000):
            yield f"“{name}” cannot be read"
    yield from _test_faults(form.get("tests", []))
    shape = copy.deepcopy({name: form[name] for name in SHAPE if name in form})
    pages = shape.get("pages")
    if isinstance(pages, list) and all(_is_page(page) for page in pages):
        with_terms(pages, Vocabulary.choices_of)
    _, findings = read_form(shape)
    yield from (found.words for found in findings)


def _is_page(page: Any) -> bool:
    questions = page.setdefault("questions", []) if isinstance(page, dict) else None
    return isinstance(questions, list) and all(isinstance(q, dict) for q in questions)


def _test_faults(tests: Any) -> Iterator[str]:
    if not isinstance(tests, list):
        yield "“tests” must be a list"
        return
    for number, test in enumerate(tests, 1):
        whole = isinstance(test, dict) and set(test) <= set(TEST_PARTS)
        if not whole or not all(isinstance(test[name], TEST_PARTS[name]) for name in test):
            yield f"Test {number} cannot be read"
        elif not all(_is_answer(answer) for answer in test.get("answers", [])):
            yield f"Test {number}: an answer needs a question and an answer, both as text"


def _is_answer(answer: Any) -> bool:
    both = isinstance(answer, dict) and set(answer) == {"question", "answer"}
    return both and all(isinstance(part, str) for part in answer.values())


def _free(parent: Page, slug: str) -> str:
    """The slug, or the first with a number that no page below ``parent`` has."""
    taken = set(parent.get_children().values_list("slug", flat=True))
    numbered = (f"{slug[:240]}-{number}" for number in range(2, len(taken) + 3))
    return next(name for name in (slug[:250], *numbered) if name not in taken)
