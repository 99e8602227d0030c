"""What a person of the acceptance tests answers: right, and wrong in every way."""

from pathlib import Path

from playwright.sync_api import Locator, Page

#: The name of a control → what is typed. What is not named is answered by the kind of control.
WORDS = {
    "your_name": "Nia O'Brien-José 李",
    "their_name": "Owen O'Brien",
    "your_email": "nia@example.org",
    "your_phone": "+44 (0)1632 960 123",
    "nhs_number": "943-476 5919",
    "story": "My father waited nine hours on a trolley and nobody told us why.",
}
#: By the part of a question; the day is so long ago that a form asks why.
PARTS = {
    "line_1": "1 Sample Street",
    "town": "Hertford",
    "postcode": "sg141ab",
    "country": "",
    "day": "2",
    "month": "Jan",
    "year": "2024",
}
BIRTH = {"day": "2", "month": "Mar", "year": "1948"}
#: Which options are taken; the first of a question that is not named. They reveal all there is.
OPTIONS = {
    "reason": {"lacks_capacity"},
    "basis_capacity": {"lpa_health"},
    "safe_contact": {"no"},
    "knows_nhs_number": {"yes"},
    "found_later": {"yes"},
    "your_needs": {"contact_method", "information_format", "professional", "support", "other_need"},
    "their_needs": {
        "contact_method",
        "information_format",
        "professional",
        "support",
        "other_need",
    },
    "your_professional": {"interpreter"},
    "their_professional": {"interpreter"},
    "consent_share": {"yes"},
}
#: Wrong on purpose, by type: each is refused and must still stand there afterwards.
WRONG = {
    "email": "nia at example",
    "tel": "ask my son",
    "text": "x" * 320,
    "textarea": "y" * 20_001,
}
WRONG_PARTS = {
    "day": "31",
    "month": "Feb",
    "year": "2026",
    "postcode": "XX",
    "nhs_number": "QQ123456C",
}


def fields(page: Page) -> Locator:
    """The controls of the page's form that take words."""
    kinds = "input:not([type=hidden], [type=radio], [type=checkbox], [type=file]), textarea"
    return page.locator("main form").locator(kinds)


def right_word(name: str, kind: str) -> str:
    """A good answer for the control."""
    part = name.rpartition("-")[2]
    if name in WORDS:
        return WORDS[name]
    if part in PARTS and part != name:
        return BIRTH[part] if "birth" in name else PARTS[part]
    return {"textarea": "An explanation and an apology."}.get(kind, "Sample words")


def wrong_word(name: str, kind: str) -> str:
    """An answer that is refused."""
    return WRONG_PARTS.get(name.rpartition("-")[2]) or WRONG.get(kind, "x" * 320)


def choose_options(page: Page) -> None:
    """Take the options of every group, those first that reveal others."""
    groups: dict[str, list[Locator]] = {}
    for option in (
        page.locator("main form").locator("input[type=radio], input[type=checkbox]").all()
    ):
        groups.setdefault(str(option.get_attribute("name")), []).append(option)
    for name, options in groups.items():
        wanted = OPTIONS.get(name)
        taken = [o for o in options if wanted and o.get_attribute("value") in wanted]
        for option in taken or options[:1]:
            option.check()


def answer(page: Page, *, wrong: bool = False) -> None:
    """Answer everything that the page asks, files excepted."""
    choose_options(page)
    for field in fields(page).all():
        name = str(field.get_attribute("name"))
        kind = field.get_attribute("type") or "textarea"
        if field.is_visible():
            field.fill((wrong_word if wrong else right_word)(name, kind))


def give_file(page: Page, file: Path) -> None:
    """Choose a file for the page's question."""
    page.locator("main input[type=file]").first.set_input_files(file)
