"""Every look, list, search, download, export, refusal and sign-in leaves one row of the audit."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from permissions.models import AuditEvent, Body
from staff_workspace.connectors.document_store import get_document_store
from staff_workspace.models import Case, CaseDocument

PASSWORD = "the-officers-own-password"
HOME = "198.51.100.7"


@pytest.fixture
def client(body: Body, client_for: Callable[..., Client], people: dict[str, Any]) -> Client:
    """Somebody of Governance, whom the audit has not met yet."""
    browser = client_for(body)
    browser.force_login(people["governance"])
    browser.defaults["REMOTE_ADDR"] = HOME
    return browser


def rows_after(number: int) -> list[AuditEvent]:
    return list(AuditEvent.objects.order_by("pk")[number:])


def only_row(client: Client, url: str, **query: str) -> AuditEvent:
    """Ask for ``url`` and return the one row that it left."""
    before = AuditEvent.objects.count()
    assert client.get(url, query).status_code == 200
    (row,) = rows_after(before)
    return row


@pytest.mark.parametrize("screen", ["case", "people", "files", "response", "access", "grade"])
def test_every_page_of_a_case_that_is_looked_at(client: Client, case: Case, screen: str) -> None:
    row = only_row(client, reverse(f"staff_workspace:{screen}", args=[case.reference]))
    assert (row.actor_name, row.object_ref, row.outcome) == (
        "hwe.governance",
        case.reference,
        "done",
    )
    assert (row.address, row.under, row.body_key) == (HOME, "team Governance", "hwe")
    assert row.detail["screen"] == screen


@pytest.mark.parametrize("screen", ["today", "cases", "profiles", "reports", "prepare_figures"])
def test_every_list_is_one_row(client: Client, case: Case, body: Body, screen: str) -> None:
    row = only_row(client, reverse(f"staff_workspace:{screen}"))
    assert (row.object_type, row.object_id) == ("permissions.Body", body.pk)
    assert (row.detail["screen"], row.under) == (screen, "team Governance")


def test_a_search_says_what_was_sought_and_how_many_were_shown(client: Client, case: Case) -> None:
    row = only_row(client, reverse("staff_workspace:cases"), q="Nia", state="all")
    assert row.detail["filters"]["text"] == "Nia"
    assert row.detail["filters"]["state"] == "all"
    assert row.detail["listed"] == 1


def test_a_download_names_the_document(client: Client, case: Case) -> None:
    document = CaseDocument.objects.create(
        case=case,
        kind="letter",
        title="Letter",
        size=4,
        store_key=get_document_store().put(b"%PDF"),
        made_at=case.received_at,
    )
    row = only_row(client, reverse("staff_workspace:document", args=[case.reference, document.pk]))
    assert (row.object_type, row.object_id) == ("staff_workspace.CaseDocument", document.pk)
    assert (row.object_ref, row.detail["screen"]) == (case.reference, "document")


def test_an_export_of_the_policy_is_audited(client: Client, body: Body) -> None:
    version = body.profile_versions.get()
    row = only_row(client, reverse("staff_workspace:profile_file", args=[version.pk]))
    assert (row.object_type, row.detail["screen"]) == (
        "staff_workspace.ProfileVersion",
        "profile_file",
    )


def test_a_refusal_says_who_asked_for_which_case_from_where(
    client: Client, case: Case, people: dict[str, Any]
) -> None:
    client.force_login(people["colleague"])
    before = AuditEvent.objects.count()
    url = reverse("staff_workspace:evidence", args=[case.reference, 7])
    assert client.get(url).status_code == 404
    (row,) = rows_after(before)
    assert (row.outcome, row.object_ref, row.body_key) == ("refused", case.reference, "hwe")
    assert (row.actor_name, row.address) == ("hwe.colleague", HOME)
    assert row.detail == {"asked_at": url}


def test_an_action_leaves_its_own_row_and_a_form_sent_back_leaves_a_look(
    client: Client, case: Case
) -> None:
    url = reverse("staff_workspace:grade", args=[case.reference])
    before = AuditEvent.objects.count()
    assert client.post(url, {}).status_code == 200
    assert client.post(url, {"grade": "moderate", "reason": "A reason"}).status_code == 302
    sent_back, graded = rows_after(before)
    assert (sent_back.detail["screen"], sent_back.detail["method"]) == ("grade", "POST")
    assert graded.detail["verb"] == "grade"


def test_signing_in_failing_to_and_signing_out(
    body: Body, client_for: Callable[..., Client], people: dict[str, Any]
) -> None:
    officer = people["officer"]
    officer.set_password(PASSWORD)
    officer.save()
    browser = client_for(body)
    for password in ("wrong", PASSWORD):
        browser.post(
            reverse("staff_workspace:sign_in"),
            {"username": officer.username, "password": password},
        )
    browser.post(reverse("staff_workspace:sign_out"))
    rows = AuditEvent.objects.filter(action__startswith="session.").order_by("pk")
    assert [(row.action, row.outcome, row.actor_name) for row in rows] == [
        ("session.sign_in", "refused", "anonymous"),
        ("session.sign_in", "done", officer.username),
        ("session.sign_out", "done", officer.username),
    ]
    assert (rows[0].object_ref, rows[0].detail) == ("", {"account": officer.username})
    assert PASSWORD not in str([row.detail for row in rows])


def test_what_was_typed_for_a_name_is_kept_nowhere_where_no_account_has_it(
    body: Body, client_for: Callable[..., Client], people: dict[str, Any]
) -> None:
    """Some people type their password there."""
    browser = client_for(body)
    for name in (PASSWORD, "x" * 400, "nul\x00"):
        browser.post(reverse("staff_workspace:sign_in"), {"username": name, "password": "wrong"})
    rows = AuditEvent.objects.filter(action="session.sign_in").values()
    assert [row["detail"] for row in rows if row["detail"].get("no_such_account")]
    assert PASSWORD not in str(list(rows))


def test_the_address_is_the_one_that_our_own_web_server_saw(
    client: Client, case: Case, settings: Any
) -> None:
    settings.CANDOUR_TRUSTED_PROXIES = 1
    client.defaults["HTTP_X_FORWARDED_FOR"] = "203.0.113.99, 192.0.2.44"
    row = only_row(client, reverse("staff_workspace:case", args=[case.reference]))
    assert row.address == "192.0.2.44"
