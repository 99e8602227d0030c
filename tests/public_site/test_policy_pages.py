"""The policies as the public reads them: version, dates, numbers and contents list."""

from datetime import date
from typing import Any

import pytest
import time_machine
from bs4 import BeautifulSoup

from public_site.models import PolicyPage
from staff_workspace.policy.profile import load
from tests.public_site.conftest import words

pytestmark = pytest.mark.django_db

PROFILES = [("hwe", "hwe_icb"), ("west-essex", "west_essex_ccg"), ("millbrook", "millbrook")]
each_body = pytest.mark.parametrize(("key", "profile"), PROFILES)


def control(soup: BeautifulSoup) -> dict[str, str]:
    rows = soup.find(class_="candour-control").find_all(class_="nhsuk-summary-list__row")
    return {words(row.dt): words(row.dd) for row in rows}


@pytest.mark.requirement("DC-1")
def test_a_policy_shows_its_version_approval_and_review(read: Any) -> None:
    assert control(read("millbrook", "/complaints-policy/")) | {"About this version": ""} == {
        "Version": "V8.0",
        "Approved on": "6 December 2023",
        "Approved by": "Group Transformation Director",
        "Review due": "5 December 2024",
        "About this version": "",
    }
    west_essex = control(read("west-essex", "/complaints-policy/"))
    assert west_essex["Version"] == "2.1, reference WECCG25"
    assert west_essex["Approved on"] == "21 September 2017"
    assert west_essex["Review due"] == "21 September 2019"
    assert control(read("hwe", "/complaints-policy/"))["Version"] == "Not stated"


@each_body
@pytest.mark.requirement("T-37")
def test_a_policy_whose_review_day_has_passed_says_that_the_review_is_overdue(
    read: Any, key: str, profile: str
) -> None:
    due = load(profile).document.review_due.in_force
    assert due is not None
    overdue = "The review of this policy is overdue."
    with time_machine.travel(date(2026, 11, 20), tick=False):
        assert overdue in words(read(key, "/complaints-policy/", fresh=True).main)
    with time_machine.travel(due, tick=False):
        assert overdue not in words(read(key, "/complaints-policy/", fresh=True).main)


def test_a_policy_that_ended_with_its_body_is_marked_as_no_longer_in_use(read: Any) -> None:
    main = read("west-essex", "/complaints-policy/").main
    assert "This policy is no longer in use" in words(main)
    assert "no longer in use" not in words(read("hwe", "/complaints-policy/").main)


@each_body
@pytest.mark.requirement("T-18")
def test_every_entry_of_the_contents_list_leads_to_its_section(
    read: Any, key: str, profile: str
) -> None:
    main = read(key, "/complaints-policy/").main
    entries = main.find(class_="nhsuk-contents-list").find_all("a")
    headings = {f"#{h['id']}": words(h) for h in main.find_all(["h2", "h3"]) if h.get("id")}
    assert len(entries) >= 12
    assert {entry["href"]: words(entry) for entry in entries} == headings
    ids = [element["id"] for element in main.find_all(id=True)]
    assert len(ids) == len(set(ids))


def test_the_hertfordshire_policy_has_its_sections_lists_times_and_definitions(read: Any) -> None:
    main = read("hwe", "/complaints-policy/").main
    sections = [h for h in main.find_all("h2") if h.find(class_="candour-number")]
    assert len([h for h in sections if words(h.span).isdigit()]) == 13
    assert main.find(id="p-8-10-1").find(class_="candour-clause__number").get_text() == "8.10.1"
    assert len(main.find_all("table")) >= 2
    assert main.find(class_="candour-definitions")
    assert main.find("ol", class_="candour-list--letter")


@each_body
@pytest.mark.requirement("CT-2", "CT-4", "OT-1")
def test_a_policy_names_the_day_counts_of_its_profile(read: Any, key: str, profile: str) -> None:
    figures = load(profile)
    text = words(read(key, "/complaints-policy/").main)
    assert f"{figures.acknowledgement.ack_wd.in_force} working days" in text
    assert f"within {figures.eligibility.late_months.in_force} months" in text
    if figures.response.target_max_wd.in_force:
        assert f"{figures.response.target_max_wd.in_force} working days" in text
    else:
        for grade in figures.grading.grades:
            assert f"{grade.target_wd.in_force}" in text


@pytest.mark.requirement("T-25")
def test_errors_of_the_printed_policy_are_not_repeated(read: Any) -> None:
    for key, _ in PROFILES:
        for path in ("/complaints-policy/", "/complain/"):
            text = words(read(key, path).main)
            for wrong in (
                "Mental Health Act 2005",
                "Data Protection Act 1998",
                "Equality Act 2011",
                "Health and Social Care Act 2014",
            ):
                assert wrong not in text


@each_body
@pytest.mark.requirement("T-23", "T-30", "OM-1")
def test_the_ombudsman_is_reached_in_time_by_the_statute_and_at_no_stale_address(
    read: Any, key: str, profile: str
) -> None:
    text = words(read(key, "/complain/").main)
    assert "Ask within one year of when you first knew about the problem" in text
    assert "good reason" in text
    for path in ("/complain/", "/complaints-policy/", "/help-to-complain/"):
        page = words(read(key, path).main)
        assert "Millbank" not in page
        assert "Local Government Ombudsman" not in page


def test_repeated_headings_get_anchors_of_their_own() -> None:
    heading = {"number": "", "title": "Purpose", "level": 2}
    page = PolicyPage(body=[("heading", heading), ("heading", heading)])
    assert [anchor for _, anchor in page.sections()] == ["section-purpose", "section-purpose-2"]
