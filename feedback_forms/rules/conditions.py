"""When something is shown: a tree of all / any / not over answers, evaluated and put in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, TypeAdapter

Facts = Mapping[str, Any]
Labels = Mapping[str, Any]


class _Node(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class AllOf(_Node):
    """Every part holds; an empty list holds."""

    written_as: ClassVar[tuple[str, ...]] = ("all",)
    parts: tuple[Condition, ...] = Field(alias="all")


class AnyOf(_Node):
    """At least one part holds; an empty list does not hold."""

    written_as: ClassVar[tuple[str, ...]] = ("any",)
    parts: tuple[Condition, ...] = Field(alias="any")


class Not(_Node):
    """The part does not hold."""

    written_as: ClassVar[tuple[str, ...]] = ("not",)
    part: Condition = Field(alias="not")


class AnswerIs(_Node):
    """The question is answered with one of the values (for checkboxes: at least one of them)."""

    written_as: ClassVar[tuple[str, ...]] = ("is",)
    question: str
    values: tuple[str, ...] = Field(alias="is", min_length=1)


class IsAnswered(_Node):
    """The question has any answer (``answered`` true) or none."""

    written_as: ClassVar[tuple[str, ...]] = ("answered",)
    question: str
    answered: bool


def _kind(value: Any) -> str:
    keys = value if isinstance(value, dict) else getattr(type(value), "written_as", ())
    return next((key for key in ("all", "any", "not", "is", "answered") if key in keys), "is")


Condition = Annotated[
    Annotated[AllOf, Tag("all")]
    | Annotated[AnyOf, Tag("any")]
    | Annotated[Not, Tag("not")]
    | Annotated[AnswerIs, Tag("is")]
    | Annotated[IsAnswered, Tag("answered")],
    Discriminator(_kind),
]

_adapter: TypeAdapter[Condition] = TypeAdapter(Condition)


def read_condition(tree: Any) -> Condition:
    """The condition that the JSON ``tree`` writes; raises pydantic's ValidationError."""
    return _adapter.validate_python(tree)


def holds(condition: Condition | None, facts: Facts) -> bool:
    """Whether the condition holds for the answers; None always holds."""
    if condition is None:
        return True
    if isinstance(condition, AllOf):
        return all(holds(part, facts) for part in condition.parts)
    if isinstance(condition, AnyOf):
        return any(holds(part, facts) for part in condition.parts)
    if isinstance(condition, Not):
        return not holds(condition.part, facts)
    if isinstance(condition, IsAnswered):
        return bool(facts.get(condition.question)) is condition.answered
    return not set(_values(facts.get(condition.question))).isdisjoint(condition.values)


def questions_asked(condition: Condition | None) -> Iterator[str]:
    """The keys of the questions that the condition looks at."""
    if isinstance(condition, AllOf | AnyOf):
        for part in condition.parts:
            yield from questions_asked(part)
    elif isinstance(condition, Not):
        yield from questions_asked(condition.part)
    elif condition is not None:
        yield condition.question


def in_words(condition: Condition | None, labels: Labels) -> str:
    """The condition as a sentence part. ``labels``: question key → its label; values stay."""
    if condition is None:
        return "always"
    if isinstance(condition, AllOf):
        return " and ".join(_grouped(part, labels) for part in condition.parts) or "always"
    if isinstance(condition, AnyOf):
        return " or ".join(_grouped(part, labels) for part in condition.parts) or "never"
    if isinstance(condition, Not):
        return f"not ({in_words(condition.part, labels)})"
    label = f"“{labels.get(condition.question, condition.question)}”"
    if isinstance(condition, IsAnswered):
        return f"{label} is {'answered' if condition.answered else 'not answered'}"
    return f"{label} is {' or '.join(f'“{value}”' for value in condition.values)}"


def _grouped(part: Condition, labels: Labels) -> str:
    words = in_words(part, labels)
    return f"({words})" if isinstance(part, AllOf | AnyOf) and len(part.parts) > 1 else words


def _values(answer: Any) -> tuple[str, ...]:
    if isinstance(answer, str):
        return (answer,)
    if isinstance(answer, bool):
        return ("yes",) if answer else ()
    return tuple(answer) if isinstance(answer, tuple | list) else ()


AllOf.model_rebuild()
AnyOf.model_rebuild()
Not.model_rebuild()
