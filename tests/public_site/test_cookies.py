"""Every site explains the cookies that it sets: those, and no others."""

from typing import Any

import pytest

from tests.feedback_forms.views.test_cookies import ESSENTIAL

pytestmark = [pytest.mark.django_db, pytest.mark.acceptance("F43")]


@pytest.mark.parametrize("key", ["hwe", "west-essex", "millbrook"])
def test_the_page_on_cookies_lists_exactly_those_that_are_set(read: Any, key: str) -> None:
    page = read(key, "/cookies/")
    rows = page.main.find("tbody").find_all("tr")
    assert {row.find(["td", "th"]).get_text(" ", strip=True).split()[-1] for row in rows} == (
        ESSENTIAL
    )
    assert "no cookie comes from another company" in " ".join(page.main.get_text().split())


def test_there_is_no_banner_since_there_is_nothing_to_accept(read: Any) -> None:
    assert "cookie" not in read("hwe", "/").main.get_text().lower()
