"""Letters: what they hold, how drafts differ, and that long text flows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf
from pypdf import PdfReader

from staff_workspace.documents.branding import Branding
from staff_workspace.documents.letters import Letter, render


def test_a_letter_holds_references_date_words_and_sign_off(
    letter: Letter, nhs_body: Branding, text_of: Callable[[bytes], str]
) -> None:
    text = text_of(render(letter, nhs_body))
    for part in (
        "5 March 2026",
        "Our reference: EX-2026-0042",
        "Your reference: AB/12",
        "Dear José",
        "What happens next",
        "We look into it.",
        "Yours sincerely",
        "Alex Sample",
        "Complaints manager",
        "Exampleshire Integrated Care Board",
        "Consent statement",
        "Page 1 of 1",
    ):
        assert part in text


def test_markup_in_a_persons_words_is_shown_as_typed(
    letter: Letter, nhs_body: Branding, text_of: Callable[[bytes], str]
) -> None:
    words = "They said <b>no</b> & <script>alert(1)</script> <para> &amp;"
    text = text_of(render(replace(letter, paragraphs=(words,)), nhs_body))
    assert words in text
    assert "<Rowan House> & its staff" in text


def test_line_breaks_in_a_paragraph_are_kept(letter: Letter, nhs_body: Branding) -> None:
    content = render(replace(letter, paragraphs=("first line\nsecond line",)), nhs_body)
    lines = [
        line.strip() for line in PdfReader(BytesIO(content)).pages[0].extract_text().split("\n")
    ]
    assert lines.index("second line") == lines.index("first line") + 1


def test_a_name_with_a_character_we_cannot_print_is_marked_and_explained(
    letter: Letter,
    nhs_body: Branding,
    text_of: Callable[[bytes], str],
    nodes: Callable[[bytes], list[Any]],
) -> None:
    content = render(letter, nhs_body)
    text = text_of(content)
    assert "José O'Brien-\ufffd" in text
    assert "A character that our typeface cannot print" in text
    spoken = [node.actual_text for node in nodes(content) if node.actual_text]
    assert "José O'Brien-李\n3 Test Road\nExampleton" in spoken


def test_no_explanation_stands_where_nothing_was_replaced(
    letter: Letter, nhs_body: Branding, text_of: Callable[[bytes], str]
) -> None:
    plain = replace(letter, recipient_lines=("José O'Brien",))
    assert "cannot print" not in text_of(render(plain, nhs_body))


def test_a_draft_wears_the_word_on_every_page_and_in_its_title(
    letter: Letter, nhs_body: Branding
) -> None:
    long = replace(letter, paragraphs=("word " * 1200,))
    draft = PdfReader(BytesIO(render(long, nhs_body, draft=True)))
    final = PdfReader(BytesIO(render(long, nhs_body)))
    assert len(draft.pages) > 1
    assert all("DRAFT" in page.extract_text() for page in draft.pages)
    assert not any("DRAFT" in page.extract_text() for page in final.pages)
    assert draft.metadata is not None
    assert str(draft.metadata.title).startswith("Draft: ")


def test_a_paragraph_of_6000_characters_flows_over_pages_as_one_element(
    letter: Letter, nhs_body: Branding, nodes: Callable[[bytes], list[Any]]
) -> None:
    words = " ".join(f"w{n:04d}" for n in range(1000))
    content = render(replace(letter, paragraphs=(words,)), nhs_body)
    pages = PdfReader(BytesIO(content)).pages
    text = " ".join(page.extract_text() for page in pages)
    assert len(words) == 5999
    assert len(pages) > 1
    assert all(f"w{n:04d}" in text for n in range(1000))
    with pikepdf.open(BytesIO(content)) as pdf:
        kids = [kid.K for kid in pdf.Root.StructTreeRoot.K[0].K]
    assert any(
        len({int(mark.Pg.StructParents) for mark in marks}) > 1 for marks in kids if _marks(marks)
    )


def _marks(kids: pikepdf.Object) -> bool:
    return all(kid.get("/Type") == "/MCR" for kid in kids)


def test_a_letter_to_an_unnamed_reader_ends_faithfully(
    letter: Letter, nhs_body: Branding, text_of: Callable[[bytes], str]
) -> None:
    unnamed = replace(letter, salutation="Dear Sir or Madam")
    assert "Yours faithfully" in text_of(render(unnamed, nhs_body))


def test_the_same_letter_gives_the_same_bytes(letter: Letter, nhs_body: Branding) -> None:
    assert render(letter, nhs_body) == render(letter, nhs_body)


def test_the_file_bears_the_date_of_the_letter(letter: Letter, nhs_body: Branding) -> None:
    with pikepdf.open(BytesIO(render(letter, nhs_body))) as pdf:
        assert str(pdf.docinfo["/CreationDate"]) == "D:20260305000000Z"


def test_a_body_that_is_no_demonstration_has_no_warning(
    letter: Letter, company: Branding, text_of: Callable[[bytes], str]
) -> None:
    text = text_of(render(letter, company))
    assert "Demonstration" not in text
    assert "NHS" not in text
