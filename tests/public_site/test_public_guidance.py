"""What the public of each body is told: the page set, the promises, access, and whom to reach."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from staff_workspace.policy.profile import load
from tests.public_site.conftest import words

pytestmark = pytest.mark.django_db

PROFILES = {"hwe": "hwe_icb", "west-essex": "west_essex_ccg", "millbrook": "millbrook"}
OMBUDSMEN = {"hwe": ["ombudsman.org.uk"], "west-essex": ["ombudsman.org.uk"]} | {
    "millbrook": ["ombudsman.org.uk", "lgo.org.uk"]
}
WHO = {
    "hwe": "anyone affected by what we did, did not do or decided",
    "west-essex": "Anyone can.",
    "millbrook": "health and social care professionals, for the people they care for",
}
OUT_OF_SCOPE = {
    "hwe": "a service that is not an NHS service",
    "west-essex": "GP practices: the CCG's policy sent these complaints to NHS England",
    "millbrook": "put right within 24 hours",
}


@dataclass(frozen=True)
class Told:
    """What a body's page on how to complain says."""

    text: str
    targets: set[str]


@pytest.fixture
def told(read: Any) -> Any:
    def fetch(key: str) -> Told:
        main = read(key, "/complain/").main
        return Told(words(main), {link["href"] for link in main.find_all("a")})

    return fetch


@pytest.mark.requirement("PG-1", "REG-16")
@pytest.mark.parametrize("key", PROFILES)
def test_the_public_is_told_who_how_by_when_and_what_is_left_out(told: Any, key: str) -> None:
    page = told(key)
    figures = load(PROFILES[key])
    assert WHO[key] in page.text
    assert OUT_OF_SCOPE[key] in page.text
    assert f"within {figures.eligibility.late_months.in_force} months" in page.text
    assert "/complain/for-yourself/" in page.targets
    for channel in ("email", "write"):
        assert channel in page.text
    assert "If you complain for somebody else" in page.text
    assert all(any(site in link for link in page.targets) for site in OMBUDSMEN[key])


@pytest.mark.requirement("PG-1")
@pytest.mark.parametrize("key", PROFILES)
def test_what_happens_next_counts_the_days_of_the_bodys_own_policy(told: Any, key: str) -> None:
    figures = load(PROFILES[key])
    text = told(key).text
    assert f"Within {figures.acknowledgement.ack_wd.in_force} working days" in text
    first = figures.first_contact
    if first.first_contact_wd.in_force:
        assert f"Within {first.first_contact_wd.in_force} working day " in text
    if first.first_contact_hours.in_force:
        assert f"Within {first.first_contact_hours.in_force} hours" in text
    if figures.response.target_max_wd.in_force:
        assert f"Within {figures.response.target_max_wd.in_force} working days" in text
    else:
        assert f"within {figures.response.statutory_months.in_force} months" in text


@pytest.mark.requirement("PG-1", "REG-16")
@pytest.mark.parametrize("key", PROFILES)
@pytest.mark.parametrize("path", ["/help-to-complain/", "/complaints-policy/", "/contact/"])
def test_advocacy_policy_and_contact_are_public_and_linked_from_the_first_page(
    read: Any, key: str, path: str
) -> None:
    assert read(key, path).h1
    assert read(key, "/").find("a", href=path)


@pytest.mark.requirement("PG-2")
@pytest.mark.parametrize("key", ["hwe", "west-essex"])
def test_the_charter_makes_the_nine_promises_by_name(read: Any, key: str) -> None:
    promises = read(key, "/pals-charter/").main.find(class_="candour-promises").find_all("li")
    assert [words(promise.h2) for promise in promises] == [
        "Listen",
        "Be courteous",
        "Explain your choices",
        "Point you to the right place",
        "Ask before we share",
        "Ask the person concerned",
        "Keep you informed",
        "Treat everyone equally",
        "Ask how we did",
    ]
    assert "records" in words(promises[4])
    assert "relative, carer or friend" in words(promises[5])


@pytest.mark.requirement("PG-3")
def test_nobody_suffers_for_having_complained(told: Any, read: Any) -> None:
    assert "Complaining never affects your care." in told("hwe").text
    assert "Your service stays the same." in words(read("millbrook", "/our-promises/").main)
    policy = words(read("millbrook", "/complaints-policy/").main)
    assert "If it happens, it is taken up with the manager and human resources." in policy


@pytest.mark.requirement("PG-4")
def test_everybody_can_be_helped_to_complain(read: Any) -> None:
    hwe = words(read("hwe", "/contact/").main)
    millbrook = words(read("millbrook", "/help-to-complain/").main)
    for text in (hwe, millbrook):
        for help_offered in ("large print", "British Sign Language", "reasonable adjustments"):
            assert help_offered in text
    assert "interpreters" in hwe
    assert "right to an advocate or an interpreter" in words(
        read("millbrook", "/help-to-complain/")
    )
    west_essex = words(read("west-essex", "/contact/").main)
    assert "interpreter" in west_essex
    assert "learning disability" in west_essex
    assert "speak, read or write English" in west_essex


@pytest.mark.requirement("PG-5")
def test_each_body_names_the_advocates_that_its_policy_names(read: Any) -> None:
    hwe = words(read("hwe", "/help-to-complain/").main)
    for printed in (
        "Choose the service for the area where you live",
        "0300 456 2370",
        "pohwer@pohwer.net",
        "0300 7900 559",
        "essexadvocacy@rethink.org",
        "info@hertshelp.net",
        "essex.carers@essex.gov.uk",
        "Healthwatch Hertfordshire and Healthwatch Essex",
    ):
        assert printed in hwe
    west_essex = read("west-essex", "/help-to-complain/").main
    (service,) = west_essex.find_all(class_="candour-contact")
    assert words(service.h2).startswith("Health Complaints Advocacy Service")
    assert service.dl is None
    assert load("millbrook").contacts_of("advocacy") == ()
    millbrook = words(read("millbrook", "/help-to-complain/"))
    assert "You have a right to an advocate or an interpreter" in millbrook


PRINTED = {
    "hwe": ["hweicbwe.patientfeedback@nhs.net", "01992 566122", "The Forum", "Marlowes", "HP1 1DN"],
    "west-essex": [
        "weccg.comments@nhs.net",
        "01992 566122 or 01992 566123",
        "0800 783 3396",
        "Building 4",
        "Spencer Close",
        "CM16 6TN",
    ],
    "millbrook": [
        "feedback@millbrookhealthcare.co.uk",
        "Governance Team",
        "Nutsey Lane",
        "SO40 3XJ",
        "millbrook-healthcare.co.uk/contact-us/feedback",
        "@MB_Healthcare",
        "millbrookhealthcare on Facebook",
    ],
}


@pytest.mark.requirement("PG-6")
@pytest.mark.parametrize("key", PROFILES)
def test_each_body_is_reached_as_its_own_policy_prints_it(read: Any, key: str) -> None:
    page = read(key, "/contact/").main
    shown = words(page) + " ".join(link["href"] for link in page.find_all("a"))
    assert [printed for printed in PRINTED[key] if printed not in shown] == []
    others = {p for other, printed in PRINTED.items() if other != key for p in printed}
    assert not [p for p in others - set(PRINTED[key]) if "@" in p and p in shown]
    if key == "millbrook":
        assert page.find("a", href=lambda target: target.startswith("tel:")) is None


@pytest.mark.requirement("PG-7", "T-30")
@pytest.mark.parametrize("key", PROFILES)
def test_a_contact_is_dated_data_of_the_profile_and_says_so_on_the_page(
    read: Any, key: str
) -> None:
    profile = load(PROFILES[key])
    assert {"body", "advocacy", "ombudsman"} - {c.kind for c in profile.contacts} <= (
        {"advocacy"} if key == "millbrook" else set()
    )
    contact = profile.contacts[0]
    checked = contact.model_copy(update={"last_verified": date(2026, 10, 1)})
    assert type(contact).model_validate(checked.model_dump()).last_verified == date(2026, 10, 1)
    for path in ("/contact/", "/help-to-complain/"):
        for card in read(key, path).main.find_all(class_="candour-contact"):
            assert "checked" in words(card) or "without saying how to reach it" in words(card)
