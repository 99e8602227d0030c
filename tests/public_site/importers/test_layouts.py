"""What the importer makes of the layouts that real policies have."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from public_site.importers import ImportedPolicy

Imported = Callable[[str], ImportedPolicy]
OfType = Callable[[ImportedPolicy, str], list[dict[str, Any]]]
Items = Callable[[dict[str, Any]], list[Any]]
SAMPLES = ["paged.txt", "tabbed.txt", "cells.txt", "double_spaced.txt"]


def numbered(policy: ImportedPolicy, of_type: OfType) -> dict[str, str]:
    return {p["number"]: p["text"] for p in of_type(policy, "paragraph") if p["number"]}


@pytest.mark.parametrize("name", SAMPLES)
def test_nearly_every_word_is_placed_in_order(imported: Imported, name: str) -> None:
    figures = imported(name).figures
    assert figures.percent > 98
    assert figures.words - figures.left_out > 50


@pytest.mark.parametrize("name", SAMPLES)
def test_every_block_has_its_own_id(imported: Imported, name: str) -> None:
    text = json.dumps(imported(name).body)
    ids = [part.split('"')[0] for part in text.split('"id": "')[1:]]
    assert len(ids) == len(set(ids)) > 5


def test_headings_of_a_paged_document_nest_by_their_numbers(
    imported: Imported, outline: Callable[[ImportedPolicy], list[str]]
) -> None:
    assert outline(imported("paged.txt")) == [
        "1.0 Introduction",
        "2.0 How to tell us",
        "  2.1 Who may write to us on behalf of a neighbour or a friend",
        " Appendix A: Our promise",
    ]


def test_running_heads_page_numbers_and_contents_are_gone(imported: Imported) -> None:
    policy = imported("paged.txt")
    body = json.dumps(policy.body)
    assert "Page 2" not in body
    assert "Riverbank ICB Feedback" not in body
    assert "....." not in body
    reasons = {omission.reason for omission in policy.removed}
    assert {"contents list", "running head or foot"} <= reasons


def test_a_paragraph_torn_by_a_page_is_whole_again(imported: Imported, of_type: OfType) -> None:
    text = numbered(imported("paged.txt"), of_type)["1.2"]
    assert "what we do with the things that we learn. It covers:" in text


@pytest.mark.requirement("T-18")
def test_skipped_numbers_stay_as_they_were(imported: Imported, of_type: OfType) -> None:
    policy = imported("paged.txt")
    assert list(numbered(policy, of_type)) == ["1.1", "1.2", "2.1.1", "2.1.3", "1", "2", "4"]


def test_lists_have_their_style_and_wrapped_items_are_joined(
    imported: Imported, of_type: OfType, items: Items
) -> None:
    bullets, letters = of_type(imported("paged.txt"), "list")
    assert bullets["style"] == "bullet"
    assert items(bullets)[0] == "clinics and wards, wherever they are held;"
    assert letters["style"] == "letter"
    assert len(items(letters)) == 3


def test_an_address_keeps_its_lines(imported: Imported, of_type: OfType) -> None:
    last = of_type(imported("paged.txt"), "paragraph")[-1]["text"]
    assert "Riverbank House<br/>Mill Lane<br/>" in last


def test_a_contents_table_with_tabs_goes_and_the_sections_stay(
    imported: Imported, outline: Callable[[ImportedPolicy], list[str]]
) -> None:
    assert outline(imported("tabbed.txt")) == [
        " Document Information",
        " Document Control",
        " Introduction",
        "1 Scope",
        "2 Definitions",
        "3 Steps",
        "   First reply",
        "   Grading",
        "   References",
        " Appendix A: Contact details of the depots",
        " Protocol for those who never stop ringing",
        "  1 Purpose",
        "  2 Warning letter",
    ]


def test_a_definition_torn_by_a_page_is_one(
    imported: Imported, of_type: OfType, items: Items
) -> None:
    (definitions,) = of_type(imported("tabbed.txt"), "definitions")
    assert items(definitions)[1] == {
        "term": "Grumble",
        "meaning": "Something that takes longer and may need a letter from the depot’s manager.",
    }


def test_a_matrix_with_a_head_of_two_rows_has_one_head(imported: Imported, of_type: OfType) -> None:
    matrix = of_type(imported("tabbed.txt"), "table")[-1]
    headings = [column["heading"] for column in matrix["columns"]]
    assert headings == ["Likelihood", "Score", "Effect Small", "Middling", "Great"]
    assert matrix["rows"][0]["values"] == ["Often", "3", "3", "6", "9"]


def test_references_and_a_list_of_appendices_become_lists(
    imported: Imported, of_type: OfType, items: Items
) -> None:
    lists = [items(value) for value in of_type(imported("tabbed.txt"), "list")]
    assert ["Borrowing Act 1999", "Hoist Safety Handbook (2021)", "A Guide to Beds"] in lists
    assert any(entries[0] == "Appendix A: Contact details" for entries in lists)


def test_bold_words_and_links_are_rich_text_and_the_rest_is_escaped(
    imported: Imported, of_type: OfType, items: Items
) -> None:
    policy = imported("tabbed.txt")
    texts = [p["text"] for p in of_type(policy, "paragraph")]
    assert any("A <b>team leader</b> answers" in text for text in texts)
    assert "https://depot.example.org/listening" in items(of_type(policy, "list")[0])[2]


def test_cells_on_lines_of_their_own_become_definitions_and_a_table(
    imported: Imported, of_type: OfType, items: Items
) -> None:
    policy = imported("cells.txt")
    words, acronyms = of_type(policy, "definitions")
    assert items(words)[0] == {
        "term": "Enquiry",
        "meaning": "A question that a person on the desk can answer. It may come by telephone.",
    }
    assert [pair["term"] for pair in items(acronyms)] == ["AB", "CD"]
    (duties,) = of_type(policy, "table")[:1]
    assert [column["heading"] for column in duties["columns"]] == ["Role", "Responsibilities"]


def test_a_missing_heading_and_a_picture_are_reported(imported: Imported) -> None:
    policy = imported("cells.txt")
    assert [note.reason for note in policy.notes] == ["part 4 has no heading in the document"]
    assert [(gone.line, gone.reason) for gone in policy.unplaced] == [(43, "a picture stood here")]


def test_a_numbered_list_that_is_broken_off_keeps_its_numbers(
    imported: Imported, of_type: OfType
) -> None:
    texts = numbered(imported("cells.txt"), of_type)
    assert texts["3"] == "<p>Reply within ten working days.</p>"


def test_lost_bullets_are_a_list_again(imported: Imported, of_type: OfType, items: Items) -> None:
    for name in ("cells.txt", "double_spaced.txt"):
        found = items(of_type(imported(name), "list")[0])
        assert len(found) == 2
        assert found[0].startswith(("Matters that", "Quarrels between"))
    assert "anything else that grows or stands" in found[0]


def test_double_spaced_lines_are_one_paragraph(imported: Imported, of_type: OfType) -> None:
    texts = [p["text"] for p in of_type(imported("double_spaced.txt"), "paragraph")]
    assert any("answers for what the first has written" in text for text in texts)
    assert "<p>The desk is open from nine to five.</p>" in texts


def test_numbers_without_space_or_title_on_the_next_line_are_headings(
    imported: Imported, outline: Callable[[ImportedPolicy], list[str]]
) -> None:
    assert outline(imported("double_spaced.txt")) == [
        "1 Opening",
        "2.0 What the desk does not do",
        "3.0 Training",
        "4.0 Review",
        " APPENDIX 1: How the desk sorts letters",
    ]


def test_a_link_and_a_number_at_a_page_foot_go_and_words_after_a_stamp_stay(
    imported: Imported,
) -> None:
    policy = imported("double_spaced.txt")
    body = json.dumps(policy.body)
    assert body.count("http://desk.example.org/training") <= 2  # the link and its text
    assert "STAMP" in body
    assert {o.reason for o in policy.removed} >= {"page number", "link named already"}
