"""What Wagtail's editor posts for a form that is given as data."""

import json
from typing import Any

from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from feedback_forms.builder.question_blocks import QuestionsBlock


def posted(form: dict[str, Any], **more: Any) -> dict[str, Any]:
    """The fields of the editor."""
    return nested_form_data(
        {
            "title": form["title"],
            "slug": "a-form",
            "seo_title": "",
            "search_description": "",
            "go_live_at": "",
            "expire_at": "",
            "kind": form["kind"],
            "audience": form.get("audience", "public"),
            "on_behalf": form.get("on_behalf", False),
            "lead": form.get("lead", ""),
            "before_you_start": rich_text("", features=["bold"]),
            "minutes": 15,
            "pages": streamfield([("question_page", _page(page)) for page in form["pages"]]),
            "trials": streamfield([("trial", _trial(test)) for test in form.get("tests", [])]),
            "comments": inline_formset([]),
            **more,
        }
    )


def _page(page: dict[str, Any]) -> dict[str, Any]:
    questions = [(question["kind"], _question(question)) for question in page["questions"]]
    return {
        **{name: page.get(name, "") for name in ("title", "key", "introduction", "section")},
        "show_if": _rule(page),
        **({"urgent_help": "on"} if page.get("urgent_help") else {}),
        "questions": streamfield(questions),
        "links": streamfield([]),
    }


def _question(question: dict[str, Any]) -> dict[str, Any]:
    block = QuestionsBlock().child_blocks[question["kind"]]
    value = {name: question.get(name, "") for name in block.child_blocks}
    value["show_if"] = _rule(question)
    if question.get("required", True):
        value["required"] = "on"
    else:
        value.pop("required")
    if "choices" in value:
        options = [("item", _option(choice)) for choice in question["choices"]]
        value["choices"] = streamfield(options)
    return value


def _option(choice: dict[str, Any]) -> dict[str, Any]:
    return {name: choice.get(name, "") for name in ("label", "value", "hint", "reveals", "divider")}


def _trial(test: dict[str, Any]) -> dict[str, Any]:
    answers = [("item", answer) for answer in test.get("answers", [])]
    lists = {
        name: streamfield([("item", key) for key in test.get(name, [])])
        for name in ("must_meet", "must_not_meet")
    }
    ends_at = test.get("ends_at", "")
    return {"name": test["name"], "answers": streamfield(answers), "ends_at": ends_at, **lists}


def _rule(part: dict[str, Any]) -> str:
    rule = part.get("show_if")
    return rule if isinstance(rule, str) else json.dumps(rule) if rule else ""
