"""What of a form goes onto paper, and when to answer it."""

from datetime import date
from typing import Any

from feedback_forms.rules.circumstances import UNKNOWN, Circumstances
from feedback_forms.rules.conditions import read_condition
from feedback_forms.rules.definition import FormDefinition
from feedback_forms.rules.on_paper import ALWAYS, NEVER, on_paper, settled

YES = {"promise": "covers", "is": ["yes"]}
NO = {"promise": "covers", "is": ["no"]}
WHY = {"question": "why", "is": ["asked"]}
LONG = {"question": "when", "older_than_months": "late_months"}
AROUND = Circumstances(date(2026, 3, 2), {"covers": "yes", "late_months": "12"})


def printed(**show_if: Any) -> list[str]:
    """What the paper says of a page that is shown under the condition; nothing: not printed."""
    form = FormDefinition.model_validate(
        {
            "kind": "complaint",
            "pages": [
                {
                    "key": "why",
                    "title": "Why",
                    "questions": [
                        {
                            "kind": "radios",
                            "key": "why",
                            "label": "Why?",
                            "choices": [
                                {"value": "asked", "label": "They asked"},
                                {"value": "other", "label": "Other", "reveals": "more"},
                            ],
                        },
                        {"kind": "text", "key": "more", "label": "What?"},
                        {"kind": "approximate_date", "key": "when", "label": "When?"},
                        {"kind": "text", "key": "odd", "label": "Odd?", "show_if": NO},
                    ],
                },
                {
                    "key": "next",
                    "show_if": show_if["under"],
                    "questions": [{"kind": "text", "key": "next", "label": "Next?"}],
                },
            ],
        }
    )
    pages = on_paper(form, AROUND)
    assert [q.only_if for q in pages[0].questions] == ["", "“Why?” is “Other”", ""]
    return [page.only_if for page in pages[1:]]


def test_a_condition_on_an_answer_is_said_with_the_words_of_the_options() -> None:
    assert printed(under=WHY) == ["“Why?” is “They asked”"]
    assert printed(under={"not": WHY}) == ["“Why?” is not “They asked”"]
    assert printed(under={"any": [WHY, {"question": "more", "answered": True}]}) == [
        "“Why?” is “They asked” or “What?” is answered"
    ]


def test_what_the_policy_decides_is_decided_before_printing() -> None:
    assert printed(under=None) == [""]
    assert printed(under=YES) == [""]
    assert printed(under=NO) == []
    assert printed(under={"all": [YES, WHY]}) == ["“Why?” is “They asked”"]
    assert printed(under={"any": [NO, WHY]}) == ["“Why?” is “They asked”"]
    assert printed(under={"all": [NO, WHY]}) == []
    assert printed(under={"any": [YES, WHY]}) == [""]
    assert printed(under=LONG) == ["“When?” is more than 12 months ago"]


def test_what_is_asked_on_the_screen_alone_is_not_printed_and_counts_as_not_answered() -> None:
    on_screen = {"question": "screen", "is": ["yes"]}
    for tree, expected in (
        (on_screen, NEVER),
        ({"not": on_screen}, ALWAYS),
        ({"question": "screen", "answered": False}, ALWAYS),
        ({"question": "screen", "answered": True}, NEVER),
        ({"question": "screen", "older_than_months": 1}, NEVER),
    ):
        assert settled(read_condition(tree), AROUND, {"why"}) == expected


def test_not_turns_what_is_settled_round() -> None:
    assert settled(read_condition({"not": YES}), AROUND) == NEVER
    assert settled(read_condition({"not": NO}), AROUND) == ALWAYS
    late = read_condition(LONG)
    assert settled(late, UNKNOWN) == late
