"""Version and dates go into the page's fields; people do not go anywhere."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from public_site.importers import ImportedPolicy, import_document

Imported = Callable[[str], ImportedPolicy]
PEOPLE = [
    "Morwenna",
    "Tregarthen",
    "Ifan",
    "Blodwen",
    "Perpetua",
    "Quillfeather",
    "Osric",
    "Threlkeld",
]
PEOPLE += ["Clementine", "Ashgrove"]


def test_fields_are_taken_from_label_lines(imported: Imported) -> None:
    policy = imported("paged.txt")
    assert policy.title == "Feedback and Concerns Policy"
    assert policy.version == "3.1"
    assert policy.approved_on == date(2025, 3, 14)
    assert policy.review_on == date(2027, 3, 1)
    assert policy.approved_by == "Quality and Safety Committee"


def test_fields_are_taken_from_a_control_table(imported: Imported) -> None:
    policy = imported("tabbed.txt")
    assert (policy.title, policy.version) == ("Listening Policy", "2.4")
    assert policy.approved_on == date(2024, 10, 1)
    assert policy.review_on == date(2026, 9, 30)
    assert policy.approved_by == "Patient Voice Board"


def test_fields_are_taken_from_the_foot_of_a_page(imported: Imported) -> None:
    policy = imported("double_spaced.txt")
    assert (policy.version, policy.reference) == ("1.2", "DESK7")
    assert policy.approved_on == date(2023, 2, 5)


@pytest.mark.parametrize("name", ["paged.txt", "tabbed.txt", "cells.txt"])
def test_no_author_owner_or_assessor_is_in_the_draft_or_in_the_report(
    imported: Imported, name: str
) -> None:
    policy = imported(name)
    shown = json.dumps(policy.body) + policy.title + " ".join(policy.report())
    assert [person for person in PEOPLE if person in shown] == []
    assert any(omission.personal for omission in policy.removed)


def test_the_version_history_stays_without_its_authors(imported: Imported) -> None:
    tables = [b["value"] for b in imported("tabbed.txt").body if b["type"] == "table"]
    headings = [column["heading"] for column in tables[1]["columns"]]
    assert headings == ["Version Number", "Reason for Change", "Date of Change"]
    assert len(tables[1]["rows"]) == 2


def test_a_name_that_comes_back_in_the_text_is_left_out_there_too(imported: Imported) -> None:
    assert "[name left out] wrote the first edition" in json.dumps(imported("paged.txt").body)


@pytest.mark.parametrize(
    "front",
    [
        "Lead: Jocasta Penhaligon",
        "Author\n\nJocasta Penhaligon",
        "Written by Jocasta Penhaligon, June 2024",
        "Contact: Ms J Penhaligon, 01632 960001",
        "Approved by: Jocasta Penhaligon, Chief Executive",
        "Ratified by\tJocasta Penhaligon Chief Nurse\nVersion\t1",
        "Document owner\tPENHALIGON, Jocasta\nVersion\t1",
        "Name\tRole\tDate\nJocasta Penhaligon\tChief Nurse\t01/02/2024",
        "Head of Listening\tJocasta Penhaligon\nVersion\t1",
    ],
)
def test_people_are_left_out_however_the_front_matter_names_them(
    tmp_path: Path, front: str
) -> None:
    file = tmp_path / "policy.txt"
    file.write_text(
        f"Listening Policy\n\n{front}\n\n1. Purpose\n\nWe listen to everybody who speaks to us.\n",
        encoding="utf-8",
    )
    policy = import_document(file)
    shown = (json.dumps(policy.body) + policy.approved_by + " ".join(policy.report())).casefold()
    assert "penhaligon" not in shown
    assert "we listen to everybody" in shown


@pytest.mark.parametrize(
    "front", ["Owner: Corporate Governance Team", "Approved by: Riverbank Trust Board"]
)
def test_roles_and_bodies_are_kept(tmp_path: Path, front: str) -> None:
    file = tmp_path / "policy.txt"
    file.write_text(f"Listening Policy\n\n{front}\n\n1. Purpose\n\nWe listen.\n", encoding="utf-8")
    assert front in json.dumps(import_document(file).body)


def test_a_duty_that_is_labelled_lead_outside_document_control_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "policy.txt"
    file.write_text(
        "1. Duties\n\nWho does what is set out here.\n\n"
        "Role\tResponsibilities\nLead\tAnswers for the desk.\nDesk\tAnswers the telephone.\n",
        encoding="utf-8",
    )
    assert "Answers for the desk." in json.dumps(import_document(file).body)
