"""How to complain, the charter, advocacy, contact and the accessibility statement."""

from datetime import date
from typing import Any

import pytest
from django.utils import timezone

from public_site.models import StatementPage
from staff_workspace.policy.profile import load
from tests.public_site.conftest import words

pytestmark = pytest.mark.django_db


@pytest.mark.requirement("PG-1")
@pytest.mark.parametrize(
    ("key", "profile"),
    [("hwe", "hwe_icb"), ("west-essex", "west_essex_ccg"), ("millbrook", "millbrook")],
)
def test_how_to_complain_says_who_how_by_when_and_what_happens_next(
    read: Any, key: str, profile: str
) -> None:
    main = read(key, "/complain/").main
    headings = {words(h) for h in main.find_all("h2")}
    assert {"Who can complain", "By when", "What happens next"} <= headings
    text = words(main)
    figures = load(profile)
    assert f"Within {figures.acknowledgement.ack_wd.in_force} working days" in text
    assert f"within {figures.eligibility.late_months.in_force} months" in text
    targets = {link["href"] for link in main.find_all("a")}
    assert {"/complain/for-yourself/", "/complain/for-someone-else/"} <= targets


@pytest.mark.acceptance("F26")
def test_urgent_help_stands_before_the_way_to_the_form(read: Any) -> None:
    text = words(read("hwe", "/complain/").main)
    assert text.index("Call 999") < text.index("Complain online")
    assert "Samaritans" in text


@pytest.mark.requirement("T-07", "CC-2")
def test_millbrook_tells_people_that_waiting_for_consent_stops_its_clock(read: Any) -> None:
    text = words(read("millbrook", "/complain/").main)
    assert "this time stands still" in text
    assert "within 30 days of asking" in text


@pytest.mark.requirement("PG-2")
@pytest.mark.parametrize("key", ["hwe", "west-essex"])
def test_the_charter_promises_what_the_policy_promises(read: Any, key: str) -> None:
    promises = read(key, "/pals-charter/").main.find(class_="candour-promises").find_all("li")
    assert len(promises) == 9
    assert words(promises[0].h2) == "Listen"


@pytest.mark.requirement("PG-5", "PG-7")
def test_advocates_are_listed_by_area_and_say_when_they_were_checked(read: Any) -> None:
    cards = read("hwe", "/help-to-complain/").main.find_all(class_="candour-contact")
    areas = {words(card.h2): words(card) for card in cards}
    assert {"POhWER Hertfordshire", "Rethink Essex Advocacy West Essex"} <= set(areas)
    assert "0300 456 2370" in areas["POhWER Hertfordshire"]
    assert all("checked" in text for text in areas.values())


@pytest.mark.requirement("PG-6")
def test_millbrook_shows_no_phone_number_because_its_policy_has_none(read: Any) -> None:
    assert (
        read("millbrook", "/contact/").main.find("a", href=lambda h: h.startswith("tel:")) is None
    )
    assert read("hwe", "/contact/").main.find("a", href="tel:01992566122")


@pytest.mark.acceptance("F44")
def test_the_accessibility_statement_has_every_part_that_regulation_8_names(read: Any) -> None:
    main = read("hwe", "/accessibility-statement/").main
    headings = {words(h) for h in main.find_all(["h2", "h3"])}
    assert headings >= {
        "How accessible this website is",
        "Feedback and contact information",
        "Reporting accessibility problems with this website",
        "Enforcement procedure",
        "Compliance status",
        "Content that is not accessible",
        "Non-compliance with the accessibility regulations",
        "Disproportionate burden",
        "Content that is not within the scope of the regulations",
        "Preparation of this accessibility statement",
    }
    assert main.find("a", href="/raise-a-concern/")
    assert main.find("a", href="https://www.equalityadvisoryservice.com/")
    statement = StatementPage.objects.first()
    assert (timezone.localdate() - (statement.last_reviewed or date.min)).days < 366


@pytest.mark.acceptance("E7")
def test_a_page_shows_when_it_was_reviewed_and_when_next(read: Any) -> None:
    text = words(read("hwe", "/complain/").main)
    assert "Page last reviewed:" in text
    assert "Next review due:" in text
