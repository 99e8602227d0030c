"""The policy's numbers in the words of a form: ``{eligibility.late_months}`` is never typed twice."""

import re
from typing import Any

from feedback_forms.rules.circumstances import Circumstances
from feedback_forms.rules.definition import PageDefinition

PLACE = re.compile(r"\{([a-z][A-Za-z0-9_.\-]*)\}")
FILLED = ("title", "introduction", "label", "hint", "why", "statement")


def quoted(text: str) -> set[str]:
    """The names in braces that a text quotes."""
    return {match[1] for match in PLACE.finditer(text)}


def filled(text: str, around: Circumstances) -> str:
    """The text with the values in words; a name that the policy does not know stays as it is."""
    return PLACE.sub(lambda match: around.words.get(match[1], match[0]), text)


def page_in_words(page: PageDefinition, around: Circumstances) -> PageDefinition:
    """The page as a person reads it on that day."""
    if not any(quoted(text) for text in _texts(page)):
        return page
    questions = tuple(
        question.model_copy(
            update={
                **_filled_parts(question, around),
                "choices": tuple(
                    choice.model_copy(update=_filled_parts(choice, around))
                    for choice in question.choices
                ),
            }
        )
        for question in page.questions
    )
    return page.model_copy(update={**_filled_parts(page, around), "questions": questions})


def _texts(page: PageDefinition) -> list[str]:
    parts: list[Any] = [page, *page.questions]
    parts += [choice for question in page.questions for choice in question.choices]
    return [getattr(part, name) for part in parts for name in FILLED if hasattr(part, name)]


def _filled_parts(part: Any, around: Circumstances) -> dict[str, str]:
    texts = {name: getattr(part, name) for name in FILLED if hasattr(part, name)}
    return {name: filled(text, around) for name, text in texts.items() if quoted(text)}
