"""The policy in a real browser: change a number, see whom it moves, approve it, take it out as a file."""

import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.demonstration import DemoSite
from tests.journeys.filling import choose, expect_heading, follow, give_date, go_on, upload, write
from tests.journeys.looking import look
from tests.journeys.working import sign_in
from tests.proving import ALL

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not ALL, reason="long: make prove"),
]
# A body to which no other journey complains, so that its dates may move.
BODY, PREFIX = "west-essex", "westessex"


def given_a_draft(page: Page, site: DemoSite) -> None:
    sign_in(page, site, f"{PREFIX}.governance", body=BODY)
    expect(page.get_by_role("region", name="About this body")).to_contain_text("ceased on")
    follow(page.get_by_role("link", name="Policy"))
    look(page)
    go_on(page, "Draft a change of version 1")
    look(page)


def when_the_days_to_acknowledge_change(page: Page, *, to: str) -> None:
    write(page, Find_a_value="days to acknowledge")
    go_on(page, "Find")
    look(page)
    follow(page.get_by_role("link", name="Change Acknowledgement: Working days to acknowledge"))
    look(page)
    page.get_by_label("In force", exact=True).fill(to)
    go_on(page, "Save in the draft")
    expect(page.get_by_role("alert")).to_contain_text("Enter who confirmed it")
    look(page)
    write(page, Who_confirmed_it="Shirin Daneshvar, Governance manager")
    give_date(page, "2", "11", "2026")
    go_on(page, "Save in the draft")
    expect(page.get_by_role("main")).to_contain_text("2 working days")


def when_it_is_put_up_as_a_correction(page: Page) -> tuple[str, str, str]:
    follow(page.get_by_role("link", name="All sections"))
    expect(page.get_by_role("main")).to_contain_text("As a correction it would move dates in")
    follow(
        page.get_by_role("button", name="Go on to publish").or_(
            page.get_by_role("link", name="Go on to publish")
        )
    )
    look(page)
    for hidden in page.locator("main details").all():
        hidden.locator("summary").click()
    row = page.locator("tr", has_text="Acknowledgement").filter(has=page.get_by_role("link")).first
    reference, _, before, after = (cell.inner_text() for cell in row.locator("td").all())
    choose(page, "A correction")
    write(page, Why_is_it_changed="The board had said two days all along.")
    go_on(page, "Put up for approval")
    expect(page.get_by_role("main")).to_contain_text("You drafted it, so you cannot")
    look(page)
    return reference.strip(), before.strip(), after.split("\n")[0].strip()


def when_a_second_person_approves(page: Page, site: DemoSite) -> None:
    sign_in(page, site, f"{PREFIX}.governance2", body=BODY)
    page.goto(site.url("/workspace/policy/", body=BODY))
    follow(page.get_by_role("link", name="Correction from version 1"))
    look(page)
    choose(page, "I have read every value that changes and approve its publication")
    go_on(page, "Approve and publish")
    expect(page.get_by_role("alert")).to_contain_text("Version 2 is published")
    look(page)


def when_its_file_is_put_into_a_new_draft(page: Page, folder: Path) -> dict:
    with page.expect_download() as download:
        page.get_by_role("link", name=re.compile("profile file")).click()
    file = folder / "profile.toml"
    download.value.save_as(file)
    go_on(page, "Draft a change of this version")
    follow(page.get_by_role("link", name="Use a profile file instead"))
    look(page)
    upload(page, file, button="Use this file")
    return tomllib.loads(file.read_text())


@pytest.mark.requirement("DC-1")
def test_a_correction_moves_a_case_and_its_file_comes_back_the_same(
    page: Page, new_context: Callable[..., BrowserContext], demo_site: DemoSite, tmp_path: Path
) -> None:
    # Given Governance drafts a change of the policy in force
    given_a_draft(page, demo_site)
    # When the days change, it is put up as a correction, and a second person approves it
    when_the_days_to_acknowledge_change(page, to="2")
    reference, before, after = when_it_is_put_up_as_a_correction(page)
    second = new_context().new_page()
    when_a_second_person_approves(second, demo_site)
    # Then the case that was named has its new date, and its timeline says why
    page.goto(demo_site.url(f"/workspace/cases/{reference}/", body=BODY))
    expect_heading(page, reference)
    timeline = page.locator(".candour-timeline")
    expect(timeline).to_contain_text("Policy corrected: version 2 now counts")
    expect(timeline).to_contain_text(f"Acknowledgement: {before} becomes {after}")
    look(page)
    # And the version's file holds the number and, read again, changes nothing
    data = when_its_file_is_put_into_a_new_draft(second, tmp_path)
    assert data["acknowledgement"]["ack_wd"]["in_force"] == 2
    expect(second.get_by_role("main")).to_contain_text("Nothing is changed yet.")
