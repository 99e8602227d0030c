"""A form as data: its pages and questions, checked when read. A version is one of these, frozen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from feedback_forms.rules.conditions import (
    Condition,
    promises_asked,
    questions_asked,
    read_condition,
)
from feedback_forms.rules.kinds import (
    STATED,
    WITH_CHOICES,
    Audience,
    FormKind,
    NeedGroup,
    Purpose,
    QuestionKind,
)
from feedback_forms.rules.meanings import Meaning
from feedback_forms.rules.standard_choices import standard_choices

RESERVED = {
    "check-answers",
    "sent",
    "equality",
    "paper",
    "save-for-later",
    "resume",
    "exit",
}
KEY = r"^[a-z][a-z0-9_]{0,39}$"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ChoiceDefinition(_Part):
    """One option; ``reveals`` is the key of the question on the same page that it opens.

    ``needs`` is the key of a question on the same page that must be answered if it is chosen.
    """

    value: str = Field(pattern=KEY)
    label: str = Field(min_length=1)
    hint: str = ""
    reveals: str = ""
    needs: str = ""
    divider: str = ""
    exclusive: bool = False


class Conditional(_Part):
    """What is shown under a condition; always, without one."""

    show_if: Condition | None = None

    @field_validator("show_if", mode="before")
    @classmethod
    def _empty_is_always(cls, tree: Any) -> Any:
        return read_condition(tree) if tree else None


class QuestionDefinition(Conditional):
    """One question. ``thing`` is what messages call the answer, ``why`` the reason for asking.

    ``vocabulary`` names the managed list that the choices were taken from when it was frozen.
    """

    key: str = Field(pattern=KEY)
    kind: QuestionKind
    label: str = Field(min_length=1)
    thing: str = ""
    hint: str = ""
    why: str = ""
    required: bool = True
    missing: str = ""
    meaning: Meaning | None = None
    choices: tuple[ChoiceDefinition, ...] = ()
    vocabulary: str = ""
    need: NeedGroup | None = None
    statement: str = ""
    purpose: Purpose = Purpose.SUPPORTING
    max_length: int = 0
    width: int = 0
    autocomplete: str = ""
    past: bool = True

    @model_validator(mode="before")
    @classmethod
    def _standard_choices(cls, given: Any) -> Any:
        if isinstance(given, dict) and not given.get("choices"):
            return {**given, "choices": standard_choices(given.get("kind"), given.get("need"))}
        return given

    @field_validator("meaning", "need", mode="before")
    @classmethod
    def _empty_is_none(cls, value: Any) -> Any:
        return value or None

    @model_validator(mode="after")
    def _fits_its_kind(self) -> Self:
        if (self.kind in WITH_CHOICES) is not bool(self.choices):
            raise ValueError(f"question {self.key}: choices do not fit the kind {self.kind}")
        if self.kind in STATED and not self.statement:
            article = "a declaration" if self.kind is QuestionKind.DECLARATION else f"a {self.kind}"
            raise ValueError(f"question {self.key}: {article} needs its statement")
        if (self.kind is QuestionKind.COMMUNICATION_NEEDS) is not (self.need is not None):
            raise ValueError(f"question {self.key}: say which communication needs it asks for")
        return self

    def choice_label(self, value: str) -> str:
        """The label of a value, or the value itself."""
        return next((c.label for c in self.choices if c.value == value), value)


class LinkDefinition(_Part):
    """A link below the words of a page: to who can help, or to a paper to print and sign."""

    label: str = Field(min_length=1)
    url: str = Field(pattern=r"^(https?://|mailto:|tel:|/|paper$)")


class PageDefinition(Conditional):
    """One page: one or a few questions, with words above them; or words alone.

    ``ends``: there is no way on from here, somebody else can help. ``equality``: asked after
    sending, and kept apart from what was sent. ``screen_only``: not printed on paper.
    """

    key: str = Field(pattern=r"^[a-z][a-z0-9-]{0,59}$")
    section: str = ""
    title: str = ""
    introduction: str = ""
    links: tuple[LinkDefinition, ...] = ()
    urgent_help: bool = False
    ends: bool = False
    equality: bool = False
    screen_only: bool = False
    questions: tuple[QuestionDefinition, ...] = ()

    @property
    def heading(self) -> str:
        """The h1: the title, or the only question."""
        return self.title or self.questions[0].label

    @property
    def files_question(self) -> QuestionDefinition | None:
        """The question that asks for files, if this is its page."""
        first = next(iter(self.questions), None)
        return first if first and first.kind is QuestionKind.FILES else None

    @property
    def is_information(self) -> bool:
        """Whether it asks nothing and only tells."""
        return not self.questions

    @property
    def revealed(self) -> dict[str, tuple[str, str]]:
        """Question key → the question and value that reveal it."""
        return {
            choice.reveals: (question.key, choice.value)
            for question in self.questions
            for choice in question.choices
            if choice.reveals
        }

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        kinds = [question.kind for question in self.questions]
        if QuestionKind.FILES in kinds and len(kinds) > 1:
            raise ValueError(f"page {self.key}: a question for files stands alone on its page")
        if len(self.questions) - len(self.revealed) > 1 and not self.title:
            raise ValueError(f"page {self.key}: several questions need a title")
        if self.introduction and not self.title:
            raise ValueError(f"page {self.key}: an introduction needs a title")
        if self.key in RESERVED:
            raise ValueError(f"page {self.key}: that address is taken")
        if self.is_information and not (self.title and (self.introduction or self.urgent_help)):
            raise ValueError(f"page {self.key}: a page without questions needs a title and words")
        if self.ends and self.questions:
            raise ValueError(f"page {self.key}: a page that ends the form asks nothing")
        if self.equality and QuestionKind.FILES in kinds:
            raise ValueError(f"page {self.key}: equality questions take no files")
        needed = {c.needs for q in self.questions for c in q.choices if c.needs}
        lost = (set(self.revealed) | needed) - {question.key for question in self.questions}
        if lost:
            raise ValueError(
                f"page {self.key}: reveals or needs {sorted(lost)}, which it does not have"
            )
        return self


class FormDefinition(_Part):
    """A whole form."""

    kind: FormKind
    audience: Audience = Audience.PUBLIC
    on_behalf: bool = False
    pages: tuple[PageDefinition, ...] = Field(min_length=1)

    @property
    def questions(self) -> Iterator[QuestionDefinition]:
        """All questions in order."""
        return (question for page in self.pages for question in page.questions)

    @property
    def equality_pages(self) -> tuple[PageDefinition, ...]:
        """The pages that are asked after sending and kept apart."""
        return tuple(page for page in self.pages if page.equality)

    @property
    def promises_asked(self) -> set[str]:
        """The names of the policy's values that its conditions look at."""
        return {name for tree in self._conditions() for name in promises_asked(tree)}

    def _conditions(self) -> Iterator[Condition | None]:
        for page in self.pages:
            yield page.show_if
            yield from (question.show_if for question in page.questions)

    def page(self, key: str) -> PageDefinition | None:
        """The page of that key, or None."""
        return next((page for page in self.pages if page.key == key), None)

    @model_validator(mode="after")
    def _keys_are_unique(self) -> Self:
        # A meaning may be there twice, on routes that exclude each other.
        pages = [page.key for page in self.pages]
        questions = [question.key for question in self.questions]
        for what, keys in (("page", pages), ("question", questions)):
            twice = sorted(key for key, count in Counter(keys).items() if count > 1)
            if twice:
                raise ValueError(f"{what} {', '.join(twice)} is there twice")
        return self

    @model_validator(mode="after")
    def _conditions_look_back(self) -> Self:
        asked: set[str] = set()
        for page in self.pages:
            conditions = [page.show_if, *(question.show_if for question in page.questions)]
            for key in (key for condition in conditions for key in questions_asked(condition)):
                if key not in asked:
                    raise ValueError(f"page {page.key}: depends on {key}, not asked before it")
            if not page.equality:
                asked |= {question.key for question in page.questions}
        return self

    @model_validator(mode="after")
    def _something_is_asked(self) -> Self:
        if all(page.equality or page.is_information for page in self.pages):
            raise ValueError("the form asks nothing that could be sent")
        return self
