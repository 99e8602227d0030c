"""Questions with usual answers, pages that only tell, pages that end, and pages kept apart."""

from datetime import UTC, datetime, time
from typing import Any

import pytest
from pydantic import ValidationError

from feedback_forms.rules.answers import shown, to_json, typed
from feedback_forms.rules.dates import PartialDate
from feedback_forms.rules.definition import FormDefinition
from feedback_forms.rules.kinds import NOUNS, FormKind
from feedback_forms.rules.questions_asked import by_meaning
from feedback_forms.rules.received import read_time, when_received
from feedback_forms.rules.routing import Progress, first_unfinished, route


def form(*pages: dict[str, Any], **more: Any) -> FormDefinition:
    """A form of these pages."""
    return FormDefinition.model_validate({"kind": "complaint", "pages": list(pages), **more})


def asks(key: str, kind: str = "text", **more: Any) -> dict[str, Any]:
    """A page with one question."""
    return {"key": key.replace("_", "-"), "questions": [question(key, kind, **more)]}


def question(key: str, kind: str = "text", **more: Any) -> dict[str, Any]:
    """One question."""
    return {"kind": kind, "key": key, "label": f"{key}?", **more}


TELLS = {"key": "tells", "title": "Read this", "introduction": "Words."}


def test_a_yes_or_no_question_has_yes_and_no() -> None:
    asked = next(form(asks("sure", "yes_no")).questions)
    assert [(c.value, c.label) for c in asked.choices] == [("yes", "Yes"), ("no", "No")]


@pytest.mark.acceptance("F40")
@pytest.mark.parametrize(
    ("need", "offers"),
    [
        ("contact_method", "text_relay"),
        ("information_format", "easy_read"),
        ("professional", "bsl"),
        ("support", "more_time"),
    ],
)
def test_each_part_of_the_accessible_information_standard_is_offered(
    need: str, offers: str
) -> None:
    asked = next(form(asks("needs", "communication_needs", need=need)).questions)
    values = [choice.value for choice in asked.choices]
    assert offers in values
    assert asked.choices[-1].exclusive
    assert typed([asked], {"needs": [offers]}) == {"needs": (offers,)}


@pytest.mark.parametrize(
    "wrong",
    [
        asks("needs", "communication_needs"),
        asks("name", need="support"),
        asks("agree", "consent"),
        asks("sign", "signature"),
        {"key": "empty", "title": "Nothing", "questions": []},
        {**TELLS, "title": "", "introduction": ""},
        {**asks("end"), "ends": True},
        {**asks("files", "files"), "equality": True},
        {"key": "equality", **{k: v for k, v in asks("x").items() if k != "key"}},
        asks("way", "radios", choices=[{"value": "post", "label": "Post", "needs": "gone"}]),
    ],
)
def test_what_could_not_be_asked_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        form(asks("first"), wrong)


def test_a_form_that_only_tells_is_refused() -> None:
    with pytest.raises(ValidationError, match="asks nothing"):
        form(TELLS)


def test_a_page_that_only_tells_is_gone_through_like_others() -> None:
    told = form(asks("first"), TELLS, asks("last"))
    answers = {"first": "a", "last": "b"}
    assert [page.key for page in route(told, answers).pages] == ["first", "tells", "last"]
    page = first_unfinished(told, Progress(answers, done=("first", "last")))
    assert page
    assert page.key == "tells"
    assert first_unfinished(told, Progress(answers, done=("first", "tells", "last"))) is None


def test_after_a_page_that_ends_the_form_nothing_comes_and_nothing_is_sent() -> None:
    ended = form(asks("first"), {**TELLS, "ends": True}, asks("last"))
    assert [page.key for page in route(ended, {}).pages] == ["first", "tells"]
    page = first_unfinished(ended, Progress({"first": "a"}, done=("first", "tells")))
    assert page
    assert page.ends


@pytest.mark.acceptance("F35")
def test_equality_pages_are_on_no_way_and_no_condition_looks_at_them() -> None:
    apart = form(asks("first"), {**asks("age"), "equality": True})
    assert [page.key for page in route(apart, {"age": "40"}).pages] == ["first"]
    assert [page.key for page in apart.equality_pages] == ["age"]
    with pytest.raises(ValidationError, match="not asked before"):
        form(
            {**asks("age"), "equality": True},
            {**asks("last"), "show_if": {"question": "age", "answered": True}},
        )


def test_consent_and_signature_are_read_back_as_they_were_given() -> None:
    signed = form(
        asks("agree", "consent", statement="We may share it."),
        asks("signed", "signature", statement="It is true."),
    )
    agree, signature = signed.questions
    assert shown(agree, "yes") == ("Yes, I agree",)
    assert shown(signature, "Ana O’Brien") == ("Ana O’Brien",)
    assert to_json("no") == "no"


def test_what_several_questions_say_of_the_same_stands_line_by_line() -> None:
    needs = form(
        asks("a", meaning="complainant.needs"),
        asks("b", meaning="complainant.needs"),
    )
    assert by_meaning(needs, {"a": "Large print", "b": "More time"}) == {
        "complainant.needs": "Large print\nMore time"
    }


def test_every_kind_of_form_has_a_word_for_what_is_sent() -> None:
    assert set(NOUNS) == set(FormKind)


@pytest.mark.requirement("IN-6")
@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("9:30", time(9, 30)),
        ("14.05", time(14, 5)),
        ("2:05pm", time(14, 5)),
        ("12:10 AM", time(0, 10)),
        ("13:00pm", None),
        ("24:00", None),
        ("9:60", None),
        ("noon", None),
    ],
)
def test_a_time_is_read_as_people_write_it(text: str, read: time | None) -> None:
    assert read_time(text) == read


STAFF = [
    asks("day", "date", meaning="received.date"),
    asks("clock", "time", meaning="received.time", required=False),
]
WRITTEN = datetime(2026, 6, 10, 15, 0, tzinfo=UTC)


@pytest.mark.requirement("IN-6", "T-03")
@pytest.mark.parametrize(
    ("answers", "received"),
    [
        ({"day": PartialDate(2026, 6, 8), "clock": "9:30"}, "2026-06-08T08:30:00+00:00"),
        ({"day": PartialDate(2026, 6, 8)}, "2026-06-08T15:00:00+00:00"),
        ({"day": PartialDate(2026, 6, 10), "clock": "23:00"}, "2026-06-10T15:00:00+00:00"),
        ({"day": PartialDate(2026, 6)}, "2026-06-10T15:00:00+00:00"),
        ({}, "2026-06-10T15:00:00+00:00"),
    ],
)
def test_what_staff_write_down_was_received_when_they_say(
    answers: dict[str, Any], received: str
) -> None:
    told = when_received(form(*STAFF, audience="staff"), answers, WRITTEN)
    assert told == datetime.fromisoformat(received)


def test_a_form_for_the_public_is_received_when_it_is_sent() -> None:
    answers = {"day": PartialDate(2020, 1, 1)}
    assert when_received(form(*STAFF), answers, WRITTEN) == WRITTEN


def test_a_form_says_which_values_of_the_policy_it_looks_at() -> None:
    looking = form(
        {**asks("first"), "show_if": {"promise": "eligibility.gp_in_scope", "is": ["yes"]}},
        {
            "key": "last",
            "title": "Last",
            "questions": [
                question("when", "approximate_date"),
                question(
                    "why", show_if={"question": "first", "older_than_months": "eligibility.months"}
                ),
            ],
        },
    )
    assert looking.promises_asked == {"eligibility.gp_in_scope", "eligibility.months"}
