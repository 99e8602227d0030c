"""What the case reads of an answer: its words with what was added, and nothing for none."""

from feedback_forms.rules.definition import FormDefinition
from feedback_forms.rules.questions_asked import by_meaning

FORM = FormDefinition.model_validate(
    {
        "kind": "concern",
        "pages": [
            {
                "key": "needs",
                "title": "What you need",
                "questions": [
                    {
                        "key": "needs",
                        "kind": "checkboxes",
                        "label": "What do you need?",
                        "meaning": "complainant.needs",
                        "choices": [
                            {"value": "large_print", "label": "Large print"},
                            {"value": "other", "label": "Something else", "reveals": "other_need"},
                            {"value": "none", "label": "None of these", "exclusive": True},
                        ],
                    },
                    {"key": "other_need", "kind": "text", "label": "What is needed?"},
                ],
            }
        ],
    }
)


def test_needs_are_read_with_what_the_person_added() -> None:
    answers = {"needs": ("large_print", "other"), "other_need": "Calls after 4pm"}
    assert by_meaning(FORM, answers) == {
        "complainant.needs": "Large print\nSomething else: Calls after 4pm"
    }


def test_none_of_these_is_no_need() -> None:
    assert by_meaning(FORM, {"needs": ("none",)}) == {}
