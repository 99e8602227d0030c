"""What people see when a page is not there, or when we fail."""

from typing import Any

import pytest
from django.template.loader import get_template

pytestmark = pytest.mark.django_db


@pytest.mark.acceptance("F45")
def test_an_unknown_page_says_what_to_do_next_and_what_became_of_answers(get: Any) -> None:
    answer = get("hwe", "/nothing-here/")
    text = answer.content.decode()
    assert answer.status_code == 404
    assert "check you copied the whole of it" in text
    assert "the answers you had sent us so far are kept" in text
    assert "sign in" not in text


def test_an_unknown_address_of_the_workspace_offers_to_sign_in(get: Any) -> None:
    text = get("hwe", "/workspace/nothing-here/").content.decode()
    assert "If you work here" in text
    assert 'href="/workspace/sign-in/' in text


def test_every_unknown_address_gets_the_same_page(get: Any) -> None:
    paths = ("/nothing-here/", "/nor/here/", "/annual-report.pdf")
    assert len({_without_nonce(get("hwe", path)) for path in paths}) == 1


@pytest.mark.acceptance("F14")
@pytest.mark.parametrize("name", ["404.html", "500.html"])
def test_error_pages_use_none_of_the_banned_words(get: Any, name: str) -> None:
    text = get_template(name).render({}).lower()
    for word in ("please", "sorry", "valid", "forbidden", "oops", "an error occurred"):
        assert word not in text


def test_the_page_for_our_own_failure_needs_no_request_and_no_database() -> None:
    text = get_template("500.html").render()
    assert "Try again in a few minutes" in text
    assert "{{" not in text


def _without_nonce(answer: Any) -> str:
    nonce = str(answer.wsgi_request.csp_nonce)
    return answer.content.decode().replace(nonce, "")
