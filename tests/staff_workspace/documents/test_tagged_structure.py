"""What holds for every document: tagged throughout, described, and embedded faces only."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from itertools import pairwise
from typing import Any

import pikepdf
from pypdf import PdfReader

PAINTING = {"Tj", "TJ", "'", '"', "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Do", "sh"}


def test_the_file_says_it_is_tagged_english_and_shows_its_title(any_document: bytes) -> None:
    with pikepdf.open(BytesIO(any_document)) as pdf:
        assert bool(pdf.Root.MarkInfo.Marked) is True
        assert str(pdf.Root.Lang) == "en-GB"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle) is True
        assert str(pdf.docinfo["/Title"]).strip()
        packet = pdf.Root.Metadata.read_bytes().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in packet
    assert "<rdf:li>en-GB</rdf:li>" in packet


def test_everything_painted_is_content_or_declared_decoration(any_document: bytes) -> None:
    with pikepdf.open(BytesIO(any_document)) as pdf:
        for page in pdf.pages:
            depth = 0
            for instruction in pikepdf.parse_content_stream(page):
                operator = str(instruction.operator)
                depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(operator, 0)
                assert depth in (0, 1), "marked content is nested or unbalanced"
                assert operator not in PAINTING or depth == 1, f"{operator} outside a mark"
            assert depth == 0


def test_every_mark_on_a_page_leads_to_the_element_that_owns_it(any_document: bytes) -> None:
    with pikepdf.open(BytesIO(any_document)) as pdf:
        numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        owners = {int(numbers[i]): numbers[i + 1] for i in range(0, len(numbers), 2)}
        for page in pdf.pages:
            marks = [int(dict(i.operands[1])["/MCID"]) for i in _content_marks(page)]
            assert marks == list(range(len(marks)))
            listed = owners[int(page.obj.StructParents)]
            assert len(listed) == len(marks)
            for number, owner in enumerate(listed):
                kids = [k for k in owner.K if k.get("/Type") == "/MCR"]
                assert any(number == k.MCID and k.Pg.objgen == page.objgen for k in kids)


def _content_marks(page: pikepdf.Page) -> list[Any]:
    found = [i for i in pikepdf.parse_content_stream(page) if str(i.operator) == "BDC"]
    return [i for i in found if str(i.operands[0]) != "/Artifact"]


def test_every_typeface_is_embedded(any_document: bytes) -> None:
    with pikepdf.open(BytesIO(any_document)) as pdf:
        fonts = [
            font for page in pdf.pages for font in page.obj.Resources.get("/Font", {}).values()
        ]
        assert fonts
        for font in fonts:
            assert "Roboto" in str(font.BaseFont)
            assert "/FontFile2" in font.FontDescriptor
            assert "/ToUnicode" in font


def test_table_headers_have_a_scope_and_figures_have_words(
    any_document: bytes, nodes: Callable[[bytes], list[Any]]
) -> None:
    for node in nodes(any_document):
        if node.kind == "TH":
            assert node.attributes["/Scope"] in ("/Row", "/Column")
        if node.kind == "Figure":
            assert node.alt
            assert node.attributes["/O"] == "/Layout"
            assert "/BBox" in node.attributes


def test_parts_stand_where_the_standard_allows(
    any_document: bytes, nodes: Callable[[bytes], list[Any]]
) -> None:
    allowed = {
        "LI": {"L"},
        "Lbl": {"LI"},
        "LBody": {"LI"},
        "TR": {"Table"},
        "TH": {"TR"},
        "TD": {"TR"},
        "Caption": {"Table"},
        "TOCI": {"TOC"},
    }
    for node in nodes(any_document):
        assert node.parent in allowed.get(node.kind, {node.parent})


def test_there_is_one_title_and_no_heading_level_is_skipped(
    any_document: bytes, nodes: Callable[[bytes], list[Any]]
) -> None:
    kinds = [node.kind for node in nodes(any_document)]
    levels = [int(kind[1]) for kind in kinds if kind in ("H1", "H2", "H3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_no_image_such_as_a_logo_is_drawn(any_document: bytes) -> None:
    with pikepdf.open(BytesIO(any_document)) as pdf:
        assert not any(page.obj.Resources.get("/XObject", {}) for page in pdf.pages)


def test_a_demonstration_says_so_on_every_page(any_document: bytes) -> None:
    for page in PdfReader(BytesIO(any_document)).pages:
        assert "Demonstration – not a real service" in page.extract_text()


def test_page_numbers_and_the_warning_are_artifacts(any_document: bytes) -> None:
    with pikepdf.open(BytesIO(any_document)) as pdf:
        last = pdf.pages[-1]
        kinds = [
            str(dict(i.operands[1]).get("/Subtype", ""))
            for i in pikepdf.parse_content_stream(last)
            if str(i.operator) == "BDC" and str(i.operands[0]) == "/Artifact"
        ]
    assert {"/Header", "/Footer"} <= set(kinds)
