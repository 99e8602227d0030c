"""Filling in a form the way a person does: by what the page says."""

from pathlib import Path

from playwright.sync_api import Locator, Page, expect


def go_on(page: Page, button: str = "Continue") -> None:
    """Press the page's button and wait for the page that comes."""
    follow(page.get_by_role("main").get_by_role("button", name=button))


def follow(control: Locator) -> None:
    """Press what leads to another page and wait for that page: a click alone does not wait."""
    with control.page.expect_navigation():
        control.click()


def choose(page: Page, *options: str) -> None:
    """Choose options by their words."""
    for option in options:
        page.get_by_label(option, exact=True).first.check()


def write(page: Page, **answers: str) -> None:
    """Write answers into fields; ``Full_name`` stands for the label "Full name"."""
    for label, answer in answers.items():
        page.get_by_label(label.replace("_", " ")).first.fill(answer)


def give_date(page: Page, day: str, month: str, year: str) -> None:
    """Fill the three boxes of a date."""
    write(page, Day=day, Month=month, Year=year)


def upload(page: Page, file: Path, *, button: str = "Upload") -> None:
    """Choose a file, send it, and wait for the page that comes: this one names the file already."""
    page.locator("input[type=file]").set_input_files(file)
    follow(page.get_by_role("main").get_by_role("button", name=button).first)


def expect_heading(page: Page, words: str) -> None:
    """The page's h1 says ``words``."""
    expect(page.get_by_role("heading", level=1)).to_contain_text(words)
