"""What is taken as an answer, and what is said when it is not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.acceptance.walking import facts_of, fill_in, press, refusals
from tests.demonstration import DemoSite
from tests.journeys.filling import expect_heading, give_date

pytestmark = pytest.mark.browser
FORM = "/complain/for-someone-else/"
CHECK = "Check your answers"


@dataclass
class Answered:
    """Somebody who has answered both complaint forms, and what they were asked with."""

    page: Page
    own: list[dict[str, Any]]
    for_another: list[dict[str, Any]]


@pytest.fixture(scope="module")
def answered(browser: Browser, demo_site: DemoSite) -> Iterator[Answered]:
    """Every question is answered, and nothing is sent."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    own = fill_in(page, demo_site.url("/complain/for-yourself/"))
    yield Answered(page, own, fill_in(page, demo_site.url(FORM)))
    context.close()


@pytest.fixture
def change(answered: Answered, demo_site: DemoSite) -> Any:
    """Open one page of the form to change what it asks."""

    def opened(step: str) -> Page:
        answered.page.goto(demo_site.url(f"{FORM}{step}/?change=1"))
        return answered.page

    return opened


def shown(page: Page) -> str:
    """What check answers shows, after Continue."""
    press(page, "Continue")
    expect_heading(page, CHECK)
    return page.get_by_role("main").inner_text()


@pytest.mark.acceptance("F16")
def test_a_month_is_taken_by_its_name_and_each_flaw_of_a_date_has_its_words(change: Any) -> None:
    page = change("when")
    for typed, said in (
        (("", "", ""), r"Enter \w.+"),
        (("3", "Jan", ""), r".+ must include a year"),
        (("31", "Feb", "2026"), r".+ must be a real date"),
        (("1", "Jan", "2040"), r".+ must be in the past"),
    ):
        give_first_date(page, *typed)
        press(page, "Continue")
        (message,) = refusals(page)
        assert re.fullmatch(said, message), message
    give_first_date(page, "3", "Jan", "2026")
    assert "3 January 2026" in shown(page)


def give_first_date(page: Page, *typed: str) -> None:
    for part, value in zip(("day", "month", "year"), typed, strict=True):
        page.locator(f"[name=event_date-{part}]").fill(value)


@pytest.mark.acceptance("F16")
def test_a_birthday_must_be_whole(change: Any) -> None:
    page = change("about-them")
    give_date(page, "2", "", "1948")
    press(page, "Continue")
    assert refusals(page) == ["Their date of birth must include a month"]
    give_date(page, "2", "Jan", "1948")
    assert "2 January 1948" in shown(page)


@pytest.mark.acceptance("F17")
def test_when_it_happened_may_be_answered_as_well_as_it_is_remembered(change: Any) -> None:
    page = change("when")
    give_first_date(page, "", "Jan", "2026")
    assert re.search(r"[\t\n]January 2026", shown(page))
    page = change("when")
    give_first_date(page, "", "", "2026")
    assert re.search(r"[\t\n]2026", shown(page))


@pytest.mark.acceptance("F18")
@pytest.mark.parametrize("name", ["Siobhán O'Brien-José", "李小龙", "Nguyễn Thị Hương", "X"])
def test_a_name_is_taken_as_people_write_it(change: Any, answered: Answered, name: str) -> None:
    page = change("about-you")
    page.locator("[name=your_name]").fill(name)
    assert name in shown(page)
    asked = answered.for_another
    names = [c for c in asked if c["name"].endswith("_name")]
    assert {c["spellcheck"] for c in names} == {"false"}
    assert not [c for c in asked if c["label"].split(" (")[0].lower() in {"title", "mr or mrs"}]


@pytest.mark.acceptance("F19")
def test_ones_own_details_can_be_filled_in_by_the_browser_and_a_patients_cannot(
    answered: Answered,
) -> None:
    own = {c["name"]: c["autocomplete"] for c in answered.own}
    tokens = {c["name"]: c["autocomplete"] for c in answered.for_another}
    for mine in (own, tokens):
        assert mine["your_name"] == "name"
        assert mine["your_email"] == "email"
        assert mine["your_phone"] == "tel"
        assert mine["your_address-postcode"] == "postal-code"
    for part in ("day", "month", "year"):
        assert own[f"birth_date-{part}"] == f"bday-{part}"
    theirs = {name: token for name, token in tokens.items() if name.startswith("their_")}
    assert len(theirs) > 8
    assert set(theirs.values()) == {None}
    assert tokens["nhs_number"] is None


@pytest.mark.acceptance("F20")
def test_an_email_address_may_be_long_or_pasted_and_says_why(change: Any) -> None:
    page = change("reach-you")
    box = page.locator("[name=your_email]")
    assert box.get_attribute("type") == "email"
    (asked,) = [c for c in facts_of(page)["controls"] if c["name"] == "your_email"]
    assert "We use it to" in " ".join(asked["described"])
    longest = f"{'n' * 64}@{'d' * 62}.{'e' * 61}.{'f' * 60}.org"
    assert len(longest) == 254
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate("words => navigator.clipboard.writeText(words)", longest)
    box.fill("")
    box.press("Control+v")
    assert box.input_value() == longest
    press(page, "Continue")
    assert refusals(page) == []
    page = change("reach-you")
    page.locator("[name=your_email]").fill("x" + longest)
    press(page, "Continue")
    assert len(refusals(page)) == 1
    page.locator("[name=your_email]").fill("nia at example")
    press(page, "Continue")
    assert refusals(page) == ["Enter an email address in the correct format, like name@example.com"]


@pytest.mark.acceptance("F21")
@pytest.mark.parametrize("number", ["+44 (0)1632 960 123", "(01632) 960-001", "07700900982"])
def test_a_phone_number_is_shown_as_it_was_typed(change: Any, number: str) -> None:
    page = change("reach-you")
    page.locator("[name=your_phone]").fill(number)
    assert number in shown(page)


@pytest.mark.acceptance("F21")
def test_what_is_no_phone_number_gets_examples(change: Any) -> None:
    page = change("reach-you")
    page.locator("[name=your_phone]").fill("ask my son")
    press(page, "Continue")
    assert refusals(page) == [
        "Enter a phone number, like 01632 960 001, 07700 900 982 or +44 808 157 0192"
    ]


@pytest.mark.acceptance("F22")
@pytest.mark.parametrize("postcode", ["sg141ab", "SG14-1AB", "sG14  1aB"])
def test_a_postcode_is_taken_as_people_write_it(change: Any, postcode: str) -> None:
    page = change("your-address")
    write_address(page, town="Hertford", postcode=postcode, country="")
    assert "1 Sample Street" in shown(page)


@pytest.mark.acceptance("F22")
def test_an_address_abroad_needs_no_postcode_and_none_needs_a_county(
    change: Any, answered: Answered
) -> None:
    page = change("your-address")
    write_address(page, town="", postcode="", country="Ireland")
    assert "Ireland" in shown(page)
    page = change("your-address")
    write_address(page, town="Hertford", postcode="SG14 1AB", country="")
    assert "Ireland" not in shown(page)
    labels = {c["label"].lower() for c in answered.own + answered.for_another}
    assert not any(label.startswith("county") for label in labels)


def write_address(page: Page, **parts: str) -> None:
    for part, words in {"line_1": "1 Sample Street", **parts}.items():
        page.locator(f"[name=your_address-{part}]").fill(words)


@pytest.mark.acceptance("F23")
def test_nobody_needs_an_nhs_number(change: Any, answered: Answered) -> None:
    for asked in (answered.own, answered.for_another):
        (number,) = [c for c in asked if c["name"] == "nhs_number"]
        assert not number["shown"], "the number is asked for before whether it is known"
    page = change("nhs-number")
    page.locator("[name=knows_nhs_number][value=no]").check()
    shown(page)
    expect(page.get_by_role("button", name="Send your complaint")).to_be_visible()


@pytest.mark.acceptance("F24")
def test_each_flaw_of_an_nhs_number_has_its_words(change: Any) -> None:
    page = change("nhs-number")
    page.locator("[name=knows_nhs_number][value=yes]").check()
    said = {}
    for flawed in ("943 476 5918", "943 47a 5919", "943 476 591", "QQ 12 34 56 C"):
        page.locator("[name=nhs_number]").fill(flawed)
        press(page, "Continue")
        (said[flawed],) = refusals(page)
    assert len(set(said.values())) == 4, said
    assert "National Insurance" in said["QQ 12 34 56 C"]


@pytest.mark.acceptance("F24")
@pytest.mark.parametrize("number", ["9434765919", "943-476-5919", " 943 476 5919 "])
def test_an_nhs_number_may_be_spaced_or_dashed_and_is_shown_in_threes(
    change: Any, number: str
) -> None:
    page = change("nhs-number")
    page.locator("[name=knows_nhs_number][value=yes]").check()
    page.locator("[name=nhs_number]").fill(number)
    assert "943 476 5919" in shown(page)


@pytest.mark.acceptance("F10")
def test_nothing_is_called_wrong_while_somebody_types(change: Any) -> None:
    for step, name, typed in (
        ("reach-you", "your_email", "nia at"),
        ("about-them", "their_birth_date-day", "99"),
        ("nhs-number", "nhs_number", "QQ"),
    ):
        page = change(step)
        if step == "nhs-number":
            page.locator("[name=knows_nhs_number][value=yes]").check()
        page.locator(f"[name={name}]").fill("")
        page.locator(f"[name={name}]").press_sequentially(typed)
        page.keyboard.press("Tab")
        assert refusals(page) == []
        assert page.locator(".nhsuk-error-summary, [aria-invalid=true]").count() == 0
        assert not page.title().startswith("Error")


@pytest.mark.acceptance("F27")
def test_a_text_that_is_too_long_is_kept_and_explained(change: Any) -> None:
    page = change("what-happened")
    box = page.locator("[name=story]")
    before = box.input_value()
    limit = 10_000
    box.fill("é" * (limit + 7))
    expect(page.locator(".nhsuk-character-count__status")).to_contain_text("7 characters too many")
    press(page, "Continue")
    (message,) = refusals(page)
    assert message.endswith(f"must be {limit:,} characters or less")
    assert len(page.locator("[name=story]").input_value()) == limit + 7
    page.locator("[name=story]").fill(before)
    shown(page)


@pytest.mark.acceptance("F27")
def test_the_limit_is_stated_without_javascript(browser: Browser, demo_site: DemoSite) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(demo_site.url("/raise-a-concern/"))
    page.get_by_role("button", name="Start now").click()
    expect(page.get_by_role("main")).to_contain_text("You can enter up to 10000 characters")
    context.close()
