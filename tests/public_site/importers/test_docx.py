"""What the importer makes of Word documents."""

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from PIL import Image

from public_site.importers import ImportedPolicy, import_document

OfType = Callable[[ImportedPolicy, str], list[dict[str, Any]]]
Items = Callable[[dict[str, Any]], list[Any]]


def number_as_outline(document: WordDocument) -> str:
    """A list of two levels ("1", "1.1") in the document; returns its number."""
    root = document.part.numbering_part.element
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), "90")
    for level, pattern in enumerate(["%1", "%1.%2", "(%3)"]):
        definition = OxmlElement("w:lvl")
        definition.set(qn("w:ilvl"), str(level))
        for tag, value in (
            ("w:start", "1"),
            ("w:numFmt", "lowerLetter" if level == 2 else "decimal"),
            ("w:lvlText", pattern),
        ):
            child = OxmlElement(tag)
            child.set(qn("w:val"), value)
            definition.append(child)
        abstract.append(definition)
    root.insert(0, abstract)
    return str(root.add_num(90).numId)


def numbered(paragraph: Any, num_id: str, level: int) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = int(num_id)


@pytest.fixture
def word_policy(tmp_path: Path) -> ImportedPolicy:
    """A policy written in Word, with what people use in it."""
    document = Document()
    document.add_paragraph("Lending Policy", style="Title")
    control = document.add_table(rows=0, cols=2)
    for label, value in (
        ("Version", "4.0"),
        ("Author", "Thaddeus Wrenfield"),
        ("Approval date", "3 June 2025"),
        ("Review date", "2 June 2027"),
    ):
        row = control.add_row()
        row.cells[0].text, row.cells[1].text = label, value
    num = number_as_outline(document)
    numbered(document.add_heading("Purpose", 1), num, 0)
    paragraph = document.add_paragraph("We lend to ")
    paragraph.add_run("everybody").bold = True
    paragraph.add_run(" & ask <nothing> back.")
    numbered(paragraph, num, 1)
    numbered(document.add_paragraph("A loan lasts a year."), num, 1)
    numbered(document.add_paragraph("from the first day, and"), num, 2)
    numbered(document.add_paragraph("to the last."), num, 2)
    numbered(document.add_heading("Steps", 1), num, 0)
    numbered(document.add_heading("At the desk", 2), num, 1)
    document.add_paragraph("Give your name.", style="List Number")
    document.add_paragraph("Take the chair.", style="List Number")
    document.add_paragraph("wheelchairs", style="List Bullet")
    document.add_paragraph("hoists", style="List Bullet")
    table = document.add_table(rows=2, cols=3)
    for cell, text in zip(table.rows[0].cells, ["Item", "Days", "Fee"], strict=True):
        cell.text = text
    for cell, text in zip(table.rows[1].cells, ["Chair", "365", "none"], strict=True):
        cell.text = text
    document.add_heading("Definitions", 1)
    document.add_paragraph("Loan – something lent for a time.")
    document.add_paragraph("Desk – where loans are made.")
    picture = io.BytesIO()
    Image.new("RGB", (4, 4)).save(picture, format="PNG")
    picture.seek(0)
    document.add_picture(picture)
    file = tmp_path / "lending.docx"
    document.save(str(file))
    return import_document(file)


def test_word_headings_keep_their_levels_and_printed_numbers(
    word_policy: ImportedPolicy, outline: Callable[[ImportedPolicy], list[str]]
) -> None:
    assert outline(word_policy) == ["1 Purpose", "2 Steps", "  2.1 At the desk", " Definitions"]


def test_paragraphs_that_word_numbers_keep_those_numbers(
    word_policy: ImportedPolicy, of_type: OfType
) -> None:
    paragraphs = of_type(word_policy, "paragraph")
    assert [p["number"] for p in paragraphs] == ["1.1", "1.2"]
    assert paragraphs[0]["text"] == (
        "<p>We lend to <b>everybody</b> &amp; ask &lt;nothing&gt; back.</p>"
    )


def test_word_lists_become_lists_of_their_style(
    word_policy: ImportedPolicy, of_type: OfType, items: Items
) -> None:
    lists = of_type(word_policy, "list")
    assert [(value["style"], items(value)) for value in lists] == [
        ("letter", ["from the first day, and", "to the last."]),
        ("number", ["Give your name.", "Take the chair."]),
        ("bullet", ["wheelchairs", "hoists"]),
    ]


def test_word_tables_stand_in_their_place_with_their_head(
    word_policy: ImportedPolicy, of_type: OfType
) -> None:
    table = of_type(word_policy, "table")[-1]
    assert [column["heading"] for column in table["columns"]] == ["Item", "Days", "Fee"]
    assert table["rows"] == [{"values": ["Chair", "365", "none"]}]


def test_lines_under_a_heading_of_definitions_define(
    word_policy: ImportedPolicy, of_type: OfType, items: Items
) -> None:
    (definitions,) = of_type(word_policy, "definitions")
    assert items(definitions)[1] == {"term": "Desk", "meaning": "where loans are made."}


def test_a_word_policy_gives_its_fields_and_not_its_author(word_policy: ImportedPolicy) -> None:
    assert (word_policy.title, word_policy.version) == ("Lending Policy", "4.0")
    assert (word_policy.approved_on, word_policy.review_on) == (date(2025, 6, 3), date(2027, 6, 2))
    assert "Wrenfield" not in str(word_policy.body) + " ".join(word_policy.report())


def test_a_picture_in_a_word_policy_is_reported(word_policy: ImportedPolicy) -> None:
    assert [gone.reason for gone in word_policy.unplaced] == ["a picture stands here"]
    assert word_policy.unit == "paragraph"


def test_everything_else_in_a_word_policy_is_placed(word_policy: ImportedPolicy) -> None:
    assert word_policy.figures.percent == 100


def test_numbers_typed_by_hand_are_understood_in_word_too(
    tmp_path: Path, outline: Callable[[ImportedPolicy], list[str]]
) -> None:
    document = Document()
    for text in (
        "1. Purpose",
        "1.1 We lend to everybody who asks us.",
        "2. Steps",
        "2.1 At the desk",
    ):
        document.add_paragraph(text)
    document.add_paragraph("Everybody is asked for a name and for nothing else.")
    document.save(str(tmp_path / "typed.docx"))
    policy = import_document(tmp_path / "typed.docx")
    assert outline(policy) == ["1 Purpose", "2 Steps", "  2.1 At the desk"]


def test_what_tracked_changes_deleted_is_not_in_the_draft(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("Purpose", 1)
    paragraph = document.add_paragraph("We lend ")
    for tag, text in (("w:del", "never"), ("w:ins", "always")):
        change = OxmlElement(tag)
        change.append(paragraph.add_run(text)._r)
        paragraph._p.append(change)
    document.save(str(tmp_path / "changed.docx"))
    policy = import_document(tmp_path / "changed.docx")
    assert policy.body[1]["value"]["text"] == "<p>We lend always</p>"


def test_a_paragraph_in_a_heading_style_is_a_paragraph(tmp_path: Path, of_type: OfType) -> None:
    document = Document()
    document.add_heading("Purpose", 1)
    document.add_heading("We lend to everybody who asks. " * 10, 2)
    document.save(str(tmp_path / "styled.docx"))
    policy = import_document(tmp_path / "styled.docx")
    assert [h["title"] for h in of_type(policy, "heading")] == ["Purpose"]
    assert len(of_type(policy, "paragraph")) == 1
