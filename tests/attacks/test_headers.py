"""The headers that keep a browser safe, to the letter, on every kind of page."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from permissions.models import Body
from staff_workspace.models import Case
from tests.walk.addresses import document, evidence

PAGE_POLICY = (
    "base-uri 'none'; default-src 'self'; form-action 'self'; frame-ancestors 'none'; "
    "img-src 'self' data:; object-src 'none'; script-src 'self' NONCE; style-src 'self' NONCE"
)
EVERYWHERE = {
    "Content-Security-Policy": PAGE_POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": (
        "camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), "
        "serial=(), usb=()"
    ),
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
FILE_POLICY = "default-src 'none'; img-src 'self'; sandbox"


def secured(answer: Any) -> dict[str, str | None]:
    """The headers in question, the nonce made the same each time."""
    found = {name: answer.headers.get(name) for name in EVERYWHERE}
    policy = found["Content-Security-Policy"]
    if policy is not None:
        plain = re.sub(r"'nonce-[\w+/=-]{16,}'", "NONCE", policy)
        found["Content-Security-Policy"] = "; ".join(sorted(plain.split("; ")))
    return found


@pytest.fixture
def staff(body: Body, people: dict[str, Any], client_for: Callable[..., Client]) -> Client:
    """The complaints officer's browser."""
    client = client_for(body)
    client.force_login(people["officer"])
    return client


def test_every_page_of_the_workspace_has_them(staff: Client, case: Case) -> None:
    for name, args in {
        "today": [],
        "cases": [],
        "sign_in": [],
        "case": [case.reference],
        "people": [case.reference],
        "acknowledge": [case.reference],
    }.items():
        answer = staff.get(reverse(f"staff_workspace:{name}", args=args))
        assert answer.status_code == 200, name
        assert secured(answer) == EVERYWHERE, name


def test_an_error_and_a_redirect_have_them(
    body: Body, case: Case, client_for: Callable[..., Client]
) -> None:
    stranger = client_for(body)
    missing = stranger.get(reverse("staff_workspace:case", args=[case.reference]))
    led_on = stranger.get(reverse("staff_workspace:today"))
    assert (missing.status_code, led_on.status_code) == (404, 302)
    assert secured(missing) == EVERYWHERE
    # Nothing is drawn, so that not even a nonce would let anything run.
    plain = PAGE_POLICY.replace(" NONCE", "")
    assert secured(led_on) == {**EVERYWHERE, "Content-Security-Policy": plain}


def test_a_file_is_locked_down_further(staff: Client, case: Case, people: dict[str, Any]) -> None:
    for name, made in (("document", document), ("evidence", evidence)):
        pk = made(case, people["officer"]).pk
        answer = staff.get(reverse(f"staff_workspace:{name}", args=[case.reference, pk]))
        assert answer.status_code == 200
        assert secured(answer) == {**EVERYWHERE, "Content-Security-Policy": FILE_POLICY}
        assert answer.headers["Cache-Control"] == "private, no-store"


def test_a_page_for_somebody_outside_tells_no_other_site_its_address(
    body: Body, client_for: Callable[..., Client]
) -> None:
    answer = client_for(body).get(reverse("staff_workspace:outside", args=["no-such-link"]))
    assert secured(answer) == EVERYWHERE


def test_each_page_has_a_nonce_of_its_own_and_nothing_inline_without_one(
    staff: Client, case: Case
) -> None:
    nonces = set()
    for _ in range(3):
        answer = staff.get(reverse("staff_workspace:case", args=[case.reference]))
        page = answer.content.decode()
        (nonce,) = set(re.findall(r"'nonce-([^']+)'", answer.headers["Content-Security-Policy"]))
        nonces.add(nonce)
        assert not re.search(r"\sstyle=|\son[a-z]+=\"|javascript:", page)
        for tag in re.findall(r"<(?:script|style)\b[^>]*>", page):
            assert f'nonce="{nonce}"' in tag
    assert len(nonces) == 3
