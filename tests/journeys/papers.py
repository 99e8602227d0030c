"""The papers that people of the journeys have at hand: made here, fictitious."""

from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageDraw

TEXT = "BT /F1 18 Tf 60 760 Td (Lasting power of attorney for health and welfare) Tj ET"


@pytest.fixture
def power_of_attorney(tmp_path: Path) -> Path:
    """A PDF of one page."""
    return draw_power_of_attorney(tmp_path)


def draw_power_of_attorney(folder: Path) -> Path:
    """The PDF, in a folder of one's choice."""
    path = folder / "power-of-attorney.pdf"
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(595, 842))
        face = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=face))
        page.Contents = pdf.make_stream(TEXT.encode())
        pdf.save(path)
    return path


@pytest.fixture
def photo_of_letter(tmp_path: Path) -> Path:
    """A JPEG as a telephone makes it."""
    path = tmp_path / "letter.jpg"
    sheet = Image.new("RGB", (1200, 1600), "#d9d4c8")
    drawing = ImageDraw.Draw(sheet)
    for line in range(12):
        drawing.text(
            (120, 160 + line * 90), "Dear family, the appointment was moved again.", "#222"
        )
    sheet.save(path, quality=80)
    return path


@pytest.fixture
def program_called_pdf(tmp_path: Path) -> Path:
    """A Windows program with another name."""
    path = tmp_path / "proof.pdf"
    path.write_bytes(b"MZ\x90\x00\x03" + bytes(4096))
    return path
