"""Conditions and words that look at the body's policy and at how long ago something was."""

from datetime import date

import pytest
from pydantic import ValidationError

from feedback_forms.rules.circumstances import UNKNOWN, Circumstances
from feedback_forms.rules.conditions import (
    holds,
    in_words,
    promises_asked,
    questions_asked,
    read_condition,
)
from feedback_forms.rules.dates import PartialDate, months_after
from feedback_forms.rules.definition import PageDefinition
from feedback_forms.rules.quoting import filled, page_in_words

LATE = read_condition({"question": "event", "older_than_months": "eligibility.late_months"})
GP_OUT = read_condition({"promise": "eligibility.gp_in_scope", "is": ["no"]})
POLICY = {"eligibility.late_months": "12", "eligibility.gp_in_scope": "no", "scope": "mp peer"}
WORDS = {"eligibility.late_months": "12 months"}


def on(day: str) -> Circumstances:
    """That day under the policy above."""
    return Circumstances(date.fromisoformat(day), POLICY, WORDS)


@pytest.mark.requirement("OT-1", "T-05")
@pytest.mark.parametrize(
    ("event", "today", "late"),
    [
        ("2025-06-10", "2026-06-10", False),
        ("2025-06-10", "2026-06-11", True),
        ("2024-02-29", "2025-02-28", False),
        ("2024-02-29", "2025-03-01", True),
        ("2025-06", "2026-06-30", False),
        ("2025", "2026-12-31", False),
        ("2025", "2027-01-01", True),
    ],
)
def test_a_date_is_late_after_the_corresponding_day(event: str, today: str, late: bool) -> None:
    assert holds(LATE, {"event": PartialDate.from_text(event)}, on(today)) is late


def test_nothing_is_late_where_the_day_the_policy_or_the_answer_is_not_known() -> None:
    event = {"event": PartialDate(1999)}
    assert holds(LATE, event, on("2026-01-01"))
    assert not holds(LATE, event, UNKNOWN)
    assert not holds(LATE, event, Circumstances(date(2026, 1, 1)))
    assert not holds(LATE, {}, on("2026-01-01"))
    assert not holds(LATE, {"event": "long ago"}, on("2026-01-01"))


def test_months_may_be_written_as_a_number() -> None:
    tree = read_condition({"question": "event", "older_than_months": 6})
    assert holds(tree, {"event": PartialDate(2025, 1, 1)}, Circumstances(date(2025, 7, 2)))
    assert in_words(tree, {"event": "When?"}) == "“When?” is more than 6 months ago"


@pytest.mark.requirement("EX-1")
def test_a_page_may_depend_on_what_the_bodys_policy_covers() -> None:
    assert holds(GP_OUT, {}, on("2026-01-01"))
    assert not holds(GP_OUT, {}, UNKNOWN)
    scope = read_condition({"promise": "scope", "is": ["peer"]})
    assert holds(scope, {}, on("2026-01-01"))
    assert in_words(GP_OUT, {}) == "the policy’s eligibility.gp_in_scope is no"


def test_a_condition_says_what_it_looks_at() -> None:
    tree = read_condition(
        {"all": [{"not": {"promise": "scope", "is": ["mp"]}}, LATE.model_dump(by_alias=True)]}
    )
    assert list(questions_asked(tree)) == ["event"]
    assert list(promises_asked(tree)) == ["scope", "eligibility.late_months"]
    assert "the policy’s eligibility.late_months (months)" in in_words(tree, {})


def test_a_name_that_no_policy_could_have_is_refused() -> None:
    with pytest.raises(ValidationError):
        read_condition({"promise": "Eligibility!", "is": ["no"]})


def test_what_was_relied_on_is_stored_and_read_back() -> None:
    kept = on("2026-03-04").only({"scope"})
    assert Circumstances.from_json(kept.to_json()) == Circumstances(
        date(2026, 3, 4), {"scope": "mp peer"}
    )
    assert Circumstances.from_json({}) == UNKNOWN


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        ("2025-01-31", 1, "2025-02-28"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2025-12-15", 1, "2026-01-15"),
        ("2025-08-31", 6, "2026-02-28"),
    ],
)
def test_months_end_where_the_shorter_month_ends(day: str, months: int, then: str) -> None:
    assert months_after(date.fromisoformat(day), months) == date.fromisoformat(then)


def test_a_page_quotes_the_policy_in_words() -> None:
    page = PageDefinition.model_validate(
        {
            "key": "when",
            "title": "When",
            "introduction": "Within {eligibility.late_months}, or {unknown.name}.",
            "questions": [
                {
                    "kind": "radios",
                    "key": "when",
                    "label": "When?",
                    "hint": "Up to {eligibility.late_months}",
                    "choices": [{"value": "late", "label": "Over {eligibility.late_months}"}],
                }
            ],
        }
    )
    read = page_in_words(page, on("2026-01-01"))
    assert read.introduction == "Within 12 months, or {unknown.name}."
    assert read.questions[0].hint == "Up to 12 months"
    assert read.questions[0].choices[0].label == "Over 12 months"
    assert page_in_words(read.model_copy(update={"introduction": ""}), on("2026-01-01")).title
    assert filled("no braces", UNKNOWN) == "no braces"


def test_months_that_are_a_number_are_no_value_of_the_policy() -> None:
    assert list(promises_asked(read_condition({"question": "event", "older_than_months": 6}))) == []
    assert list(promises_asked(read_condition({"question": "event", "answered": True}))) == []
    assert list(promises_asked(None)) == []
