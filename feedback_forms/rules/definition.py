"""A form as data: its pages and questions, checked when read. A version is one of these, frozen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from feedback_forms.rules.conditions import Condition, questions_asked, read_condition
from feedback_forms.rules.meanings import Meaning


class FormKind(StrEnum):
    """What a form is for."""

    COMPLAINT = "complaint"
    CONCERN = "concern"
    COMPLIMENT = "compliment"


class QuestionKind(StrEnum):
    """The types of question."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    NAME = "name"
    EMAIL = "email"
    PHONE = "phone"
    ADDRESS = "address"
    DATE = "date"
    APPROXIMATE_DATE = "approximate_date"
    RADIOS = "radios"
    CHECKBOXES = "checkboxes"
    SELECT = "select"
    NHS_NUMBER = "nhs_number"
    FILES = "files"
    DECLARATION = "declaration"


class Purpose(StrEnum):
    """What a file is sent for."""

    AUTHORITY = "authority"
    SUPPORTING = "supporting"


WITH_CHOICES = {QuestionKind.RADIOS, QuestionKind.CHECKBOXES, QuestionKind.SELECT}
RESERVED = {"check-answers", "sent"}
KEY = r"^[a-z][a-z0-9_]{0,39}$"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ChoiceDefinition(_Part):
    """One option; ``reveals`` is the key of the question on the same page that it opens."""

    value: str = Field(pattern=KEY)
    label: str = Field(min_length=1)
    hint: str = ""
    reveals: str = ""
    divider: str = ""
    exclusive: bool = False


class _Conditional(_Part):
    show_if: Condition | None = None

    @field_validator("show_if", mode="before")
    @classmethod
    def _empty_is_always(cls, tree: Any) -> Any:
        return read_condition(tree) if tree else None


class QuestionDefinition(_Conditional):
    """One question. ``thing`` is what messages call the answer."""

    key: str = Field(pattern=KEY)
    kind: QuestionKind
    label: str = Field(min_length=1)
    thing: str = ""
    hint: str = ""
    required: bool = True
    missing: str = ""
    meaning: Meaning | None = None
    choices: tuple[ChoiceDefinition, ...] = ()
    statement: str = ""
    purpose: Purpose = Purpose.SUPPORTING
    max_length: int = 0
    width: int = 0
    autocomplete: str = ""
    past: bool = True

    @field_validator("meaning", mode="before")
    @classmethod
    def _empty_is_none(cls, value: Any) -> Any:
        return value or None

    @model_validator(mode="after")
    def _fits_its_kind(self) -> Self:
        if (self.kind in WITH_CHOICES) is not bool(self.choices):
            raise ValueError(f"question {self.key}: choices do not fit the kind {self.kind}")
        if self.kind is QuestionKind.DECLARATION and not self.statement:
            raise ValueError(f"question {self.key}: a declaration needs its statement")
        return self

    def choice_label(self, value: str) -> str:
        """The label of a value, or the value itself."""
        return next((c.label for c in self.choices if c.value == value), value)


class PageDefinition(_Conditional):
    """One page: one or a few questions, with words above them."""

    key: str = Field(pattern=r"^[a-z][a-z0-9-]{0,59}$")
    section: str = ""
    title: str = ""
    introduction: str = ""
    urgent_help: bool = False
    questions: tuple[QuestionDefinition, ...] = Field(min_length=1)

    @property
    def heading(self) -> str:
        """The h1: the title, or the only question."""
        return self.title or self.questions[0].label

    @property
    def files_question(self) -> QuestionDefinition | None:
        """The question that asks for files, if this is its page."""
        first = self.questions[0]
        return first if first.kind is QuestionKind.FILES else None

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
        lost = set(self.revealed) - {question.key for question in self.questions}
        if lost:
            raise ValueError(f"page {self.key}: reveals {sorted(lost)}, which it does not have")
        return self


class FormDefinition(_Part):
    """A whole form."""

    kind: FormKind
    on_behalf: bool = False
    pages: tuple[PageDefinition, ...] = Field(min_length=1)

    @property
    def questions(self) -> Iterator[QuestionDefinition]:
        """All questions in order."""
        return (question for page in self.pages for question in page.questions)

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
            asked |= {question.key for question in page.questions}
        return self
