"""Independent programs agree: poppler reads the tags and faces, qpdf finds no fault."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from staff_workspace.documents import consent_statement, letters
from staff_workspace.documents.branding import Branding
from staff_workspace.documents.consent_statement import ConsentStatement
from staff_workspace.documents.letters import Letter


def run(program: str, *arguments: str) -> str:
    """Run a program, or skip the test saying which package would bring it."""
    if shutil.which(program) is None:
        package = "qpdf" if program == "qpdf" else "poppler-utils"
        pytest.skip(f"{program} is not installed (Debian package {package})")
    done = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture
def path(any_document: bytes, tmp_path: Path) -> str:
    target = tmp_path / "document.pdf"
    target.write_bytes(any_document)
    return str(target)


def test_pdfinfo_says_tagged_titled_and_a4(path: str) -> None:
    said = {
        key: value.strip()
        for key, _, value in (line.partition(":") for line in run("pdfinfo", path).splitlines())
    }
    assert said["Tagged"] == "yes"
    assert said["Title"]
    assert "A4" in said["Page size"]


def test_pdffonts_finds_every_face_embedded_with_unicode(path: str) -> None:
    for line in run("pdffonts", path).splitlines()[2:]:
        embedded, subset, unicode_map = line.split()[-5:-2]
        assert (embedded, subset, unicode_map) == ("yes", "yes", "yes")


def test_qpdf_finds_no_fault(path: str) -> None:
    assert "No syntax or stream encoding errors found" in run("qpdf", "--check", path)


def test_no_word_runs_into_the_margin(path: str) -> None:
    words = re.findall(r'xMin="([\d.]+)".*?xMax="([\d.]+)"', run("pdftotext", "-bbox", path, "-"))
    assert words
    width, margin = 595.3, 60.0
    assert all(float(left) >= margin and float(right) <= width - margin for left, right in words)


@pytest.mark.parametrize("large_print", [False, True])
def test_the_words_beside_a_box_to_tick_stay_on_the_sheet(
    sharing: ConsentStatement, company: Branding, tmp_path: Path, large_print: bool
) -> None:
    statement = replace(sharing, kind="legal_authority")
    target = tmp_path / "statement.pdf"
    target.write_bytes(consent_statement.render(statement, company, large_print=large_print))
    test_no_word_runs_into_the_margin(str(target))


def test_a_letter_is_read_in_the_order_of_its_parts(
    letter: Letter, nhs_body: Branding, tmp_path: Path
) -> None:
    target = tmp_path / "letter.pdf"
    target.write_bytes(letters.render(letter, nhs_body))
    read = run("pdfinfo", "-struct-text", str(target))
    parts = [
        "Document",
        "3 Test Road Exampleton",
        "5 March 2026 Our reference",
        "Dear José",
        "H1 (block)",
        "Your complaint about <Rowan House>",
        "We received your complaint",
        "H2 (block)",
        "What happens next",
        "LBody",
        "We look into it.",
        "Thank you for telling us.",
        "Yours sincerely",
        "Enclosed",
    ]
    places = [read.index(part) for part in parts]
    assert places == sorted(places)
    assert "Page 1" not in read
    assert "Demonstration" not in read
