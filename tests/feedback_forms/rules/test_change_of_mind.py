"""An old answer to a question that no longer applies opens nothing and hides nothing."""

from feedback_forms.rules.definition import FormDefinition
from feedback_forms.rules.routing import Progress, first_unfinished, questions_to_draw, route

FORM = FormDefinition.model_validate(
    {
        "kind": "concern",
        "pages": [
            {
                "key": "who",
                "questions": [
                    {
                        "kind": "radios",
                        "key": "who",
                        "label": "Who?",
                        "choices": [
                            {"value": "me", "label": "I"},
                            {"value": "other", "label": "O"},
                        ],
                    }
                ],
            },
            {
                "key": "more",
                "title": "More",
                "questions": [
                    {
                        "kind": "yes_no",
                        "key": "asked",
                        "label": "Did they ask you?",
                        "show_if": {"question": "who", "is": ["other"]},
                        "choices": [
                            {"value": "yes", "label": "Yes", "reveals": "how"},
                            {"value": "no", "label": "No"},
                        ],
                    },
                    {
                        "kind": "yes_no",
                        "key": "how",
                        "label": "In writing?",
                        "choices": [
                            {"value": "yes", "label": "Yes", "reveals": "when"},
                            {"value": "no", "label": "No"},
                        ],
                    },
                    {"kind": "text", "key": "when", "label": "When?"},
                    {"kind": "text", "key": "name", "label": "Name?", "required": False},
                ],
            },
            {
                "key": "last",
                "title": "Last",
                "questions": [
                    {
                        "kind": "text",
                        "key": "old",
                        "label": "Old?",
                        "show_if": {"question": "asked", "is": ["yes"]},
                    },
                    {"kind": "text", "key": "end", "label": "End?"},
                ],
            },
        ],
    }
)
BEFORE = {"who": "other", "asked": "yes", "how": "yes", "when": "May", "old": "x", "end": "y"}


def keys_on(page: str, answers: dict[str, str]) -> list[str]:
    """The questions that stand on the page."""
    return [question.key for question in route(FORM, answers).questions[page]]


def test_each_option_opens_its_question_and_that_one_the_next() -> None:
    assert keys_on("more", BEFORE) == ["asked", "how", "when", "name"]
    assert keys_on("more", {**BEFORE, "how": "no"}) == ["asked", "how", "name"]
    assert keys_on("more", {**BEFORE, "asked": "no"}) == ["asked", "name"]


def test_after_a_change_of_mind_nothing_hidden_is_asked_for() -> None:
    changed = {**BEFORE, "who": "me"}
    del changed["when"]
    assert keys_on("more", changed) == ["name"]
    assert keys_on("last", changed) == ["end"]
    assert first_unfinished(FORM, Progress(changed, done=("who", "more", "last"))) is None


def test_what_is_drawn_follows_the_answers_that_count() -> None:
    last = FORM.pages[-1]
    changed = {**BEFORE, "who": "me"}
    assert [q.key for q in questions_to_draw(last, route(FORM, changed).facts)] == ["end"]
    assert [q.key for q in questions_to_draw(last, route(FORM, BEFORE).facts)] == ["old", "end"]
