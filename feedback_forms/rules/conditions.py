"""When something is shown: a tree of all / any / not, evaluated and put in words.

Its leaves look at answers, at what the body's policy promises, and at how long ago a date was.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, TypeAdapter

from feedback_forms.rules.circumstances import UNKNOWN, Circumstances
from feedback_forms.rules.dates import PartialDate, months_after

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


class PromiseIs(_Node):
    """The body's policy holds one of the values under that name, like ``eligibility.gp_in_scope``.

    Yes and no are written "yes" and "no"; a list holds each of its words. A value that is not
    known equals nothing.
    """

    written_as: ClassVar[tuple[str, ...]] = ("promise",)
    promise: str = Field(pattern=r"^[a-z][A-Za-z0-9_.\-]{0,79}$")
    values: tuple[str, ...] = Field(alias="is", min_length=1)


class OlderThan(_Node):
    """The date was given, and every day that it could be lies further back than so many months.

    The corresponding day itself is not yet older. A number may be the name of a value of the
    body's policy, so that the policy's months are never typed twice.
    """

    written_as: ClassVar[tuple[str, ...]] = ("older_than_months",)
    question: str
    months: int | str = Field(alias="older_than_months")


WRITTEN_AS = ("all", "any", "not", "promise", "older_than_months", "is", "answered")


def _kind(value: Any) -> str:
    keys = value if isinstance(value, dict) else getattr(type(value), "written_as", ())
    return next((key for key in WRITTEN_AS if key in keys), "is")


Condition = Annotated[
    Annotated[AllOf, Tag("all")]
    | Annotated[AnyOf, Tag("any")]
    | Annotated[Not, Tag("not")]
    | Annotated[PromiseIs, Tag("promise")]
    | Annotated[OlderThan, Tag("older_than_months")]
    | Annotated[AnswerIs, Tag("is")]
    | Annotated[IsAnswered, Tag("answered")],
    Discriminator(_kind),
]

Leaf = PromiseIs | OlderThan | AnswerIs | IsAnswered

_adapter: TypeAdapter[Condition] = TypeAdapter(Condition)


def read_condition(tree: Any) -> Condition:
    """The condition that the JSON ``tree`` writes; raises pydantic's ValidationError."""
    return _adapter.validate_python(tree)


def holds(condition: Condition | None, facts: Facts, around: Circumstances = UNKNOWN) -> bool:
    """Whether the condition holds for the answers, on the day and under the policy ``around``."""
    if condition is None:
        return True
    if isinstance(condition, AllOf):
        return all(holds(part, facts, around) for part in condition.parts)
    if isinstance(condition, AnyOf):
        return any(holds(part, facts, around) for part in condition.parts)
    if isinstance(condition, Not):
        return not holds(condition.part, facts, around)
    if isinstance(condition, PromiseIs):
        return around.holds(condition.promise, condition.values)
    if isinstance(condition, OlderThan):
        return _is_older(condition, facts.get(condition.question), around)
    if isinstance(condition, IsAnswered):
        return bool(facts.get(condition.question)) is condition.answered
    return not set(_values(facts.get(condition.question))).isdisjoint(condition.values)


def _is_older(condition: OlderThan, given: Any, around: Circumstances) -> bool:
    months = around.number(condition.months)
    if around.today is None or months is None or not isinstance(given, PartialDate):
        return False
    return around.today > months_after(given.latest, months)


def questions_asked(condition: Condition | None) -> Iterator[str]:
    """The keys of the questions that the condition looks at."""
    for leaf in leaves(condition):
        if not isinstance(leaf, PromiseIs):
            yield leaf.question


def promises_asked(condition: Condition | None) -> Iterator[str]:
    """The names of the policy's values that the condition looks at."""
    for leaf in leaves(condition):
        if isinstance(leaf, PromiseIs):
            yield leaf.promise
        elif isinstance(leaf, OlderThan) and isinstance(leaf.months, str):
            yield leaf.months


def leaves(condition: Condition | None) -> Iterator[Leaf]:
    """What the tree asks at its ends, from the left."""
    if isinstance(condition, AllOf | AnyOf):
        for part in condition.parts:
            yield from leaves(part)
    elif isinstance(condition, Not):
        yield from leaves(condition.part)
    elif condition is not None:
        yield condition


def in_words(condition: Condition | None, labels: Labels) -> str:
    """The condition as a sentence part. ``labels``: question key → its label; values stay."""
    if condition is None:
        return "always"
    if isinstance(condition, AllOf):
        return " and ".join(_grouped(part, labels) for part in condition.parts) or "always"
    if isinstance(condition, AnyOf):
        return " or ".join(_grouped(part, labels) for part in condition.parts) or "never"
    if isinstance(condition, Not):
        words = in_words(condition.part, labels)
        if isinstance(condition.part, AnswerIs):
            return words.replace("” is “", "” is not “", 1)
        return f"not ({words})"
    if isinstance(condition, PromiseIs):
        return f"the policy’s {condition.promise} is {' or '.join(condition.values)}"
    label = f"“{labels.get(condition.question, condition.question)}”"
    if isinstance(condition, OlderThan):
        return f"{label} is more than {_months(condition.months)} ago"
    if isinstance(condition, IsAnswered):
        return f"{label} is {'answered' if condition.answered else 'not answered'}"
    return f"{label} is {' or '.join(f'“{value}”' for value in condition.values)}"


def _months(months: int | str) -> str:
    return f"{months} months" if isinstance(months, int) else f"the policy’s {months} (months)"


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
