"""What an editor does with mouse and keyboard to build a form that is given as data."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, Page, expect

from feedback_forms.builder.question_blocks import QuestionsBlock

KINDS = {name: block.label for name, block in QuestionsBlock().child_blocks.items()}
TYPED = ("label", "key", "hint", "why", "thing", "missing", "max_length", "width", "autocomplete")


def build(page: Page, form: dict[str, Any]) -> None:
    """Add every page with its questions, in order."""
    for number, one in enumerate(form["pages"]):
        add_block(page, "pages")
        prefix = f"pages-{number}-value"
        for name in ("title", "key", "introduction", "section"):
            write(page, f"{prefix}-{name}", one.get(name))
        if one.get("urgent_help"):
            field(page, f"{prefix}-urgent_help").check()
        for place, question in enumerate(one["questions"]):
            add_block(page, f"{prefix}-questions", KINDS[question["kind"]])
            ask(page, f"{prefix}-questions-{place}-value", question)


def ask(page: Page, prefix: str, question: dict[str, Any]) -> None:
    """Fill in one question, opening its closed groups where something stands in them."""
    for name in TYPED:
        write(page, f"{prefix}-{name}", question.get(name))
    if not question.get("required", True):
        field(page, f"{prefix}-required").uncheck()
    if question.get("meaning"):
        field(page, f"{prefix}-meaning").select_option(question["meaning"])
    for place, choice in enumerate(question.get("choices", [])):
        add_block(page, f"{prefix}-choices")
        option = f"{prefix}-choices-{place}-value"
        for name in ("label", "value", "hint", "divider"):
            write(page, f"{option}-{name}", choice.get(name))


def add_block(page: Page, stream: str, kind: str = "") -> None:
    """Press the last plus of a stream and choose the kind, where there are several."""
    count = page.locator(f"[name='{stream}-count']")
    number = int(count.input_value())
    # The pluses of the blocks inside stand deeper; a list has its own without a frame.
    plus = "button[contains(@class, 'c-sf-add-button')]"
    own = f"xpath=following-sibling::div/{plus} | following-sibling::div/div/{plus}"
    count.locator(own).last.click()
    if kind:
        # Lists of the questions hold options of their own, some of the same name.
        page.locator(".w-combobox").get_by_role("option", name=kind, exact=True).click()
    expect(count).to_have_value(str(number + 1))


def write(page: Page, name: str, words: Any) -> None:
    """Type into a field; nothing where there is nothing to say."""
    if words:
        found = field(page, name)
        found.fill(str(words))
        found.blur()  # a key is suggested when the words beside it are left


def field(page: Page, name: str) -> Locator:
    """The field, with the closed group that it stands in opened."""
    found = page.locator(f"[name='{name}']")
    found.wait_for(state="attached")
    if not found.is_visible():
        group = found.locator("xpath=ancestor::section[contains(@class, 'w-panel')][1]")
        group.locator("[data-panel-toggle]").first.click()
    return found


def publish(page: Page) -> None:
    """Publish by the menu beside Save draft."""
    page.get_by_role("button", name="More actions").first.click()
    page.get_by_role("button", name="Publish", exact=True).first.click()
    expect(page.locator(".messages")).to_contain_text("published")
