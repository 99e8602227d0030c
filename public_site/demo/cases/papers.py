"""The papers that people of the stories send: drawn here, so that no real document is used."""

from dataclasses import dataclass
from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw, ImageFilter, ImageFont

from feedback_forms.rules.kinds import Purpose
from public_site.demo.cases.stories import Story

A4 = (1240, 1754)  # 150 dots an inch
INK = (32, 36, 40)


@dataclass(frozen=True)
class Paper:
    """A file as it is uploaded."""

    file_name: str
    content_type: str
    purpose: Purpose
    content: bytes


def paper(name: str, story: Story) -> Paper:
    """The paper of that name for the people of ``story``. Raises KeyError for an unknown name."""
    return {
        "power_of_attorney": _power_of_attorney,
        "signed_note": _signed_note,
        "photo_of_letter": _photo_of_letter,
        "letter_of_the_member": _letter_of_the_member,
    }[name](story)


def _power_of_attorney(story: Story) -> Paper:
    patient = story.patient.name if story.patient else ""
    page = _page(
        "Lasting power of attorney",
        [
            "For decisions about health and welfare",
            "",
            f"Donor: {patient}",
            f"Attorney: {story.complainant.name}",
            f"Relationship: {story.relationship}",
            "",
            "The donor gives the attorney power to make decisions about health and",
            "welfare when the donor can no longer make them.",
            "",
            "Registered. Reference 7000-0000-0000",
            "",
            "Made for a demonstration: this is not a real document.",
        ],
    )
    return Paper("power-of-attorney.pdf", "application/pdf", Purpose.AUTHORITY, _saved(page, "PDF"))


def _signed_note(story: Story) -> Paper:
    patient = story.patient.name if story.patient else ""
    lines = [
        f"I, {patient}, want {story.complainant.name}",
        "to complain for me and to be told the answer.",
        "",
        f"Signed: {patient}",
    ]
    page = _page("To whom it concerns", lines)
    return Paper("signed-note.pdf", "application/pdf", Purpose.AUTHORITY, _saved(page, "PDF"))


def _letter_of_the_member(story: Story) -> Paper:
    lines = [story.story.strip()[:70], "", story.wanted[:70], "", story.complainant.name]
    page = _page("House of Commons", lines)
    return Paper("letter.pdf", "application/pdf", Purpose.SUPPORTING, _saved(page, "PDF"))


def _photo_of_letter(story: Story) -> Paper:
    where = story.place or story.service or "The clinic"
    sheet = _page(where, ["Dear patient", "", "Your appointment has been changed.", "", "Clinic A"])
    content = _saved(_photo(sheet), "JPEG")
    return Paper("IMG_2041.jpg", "image/jpeg", Purpose.SUPPORTING, content)


def _page(heading: str, lines: list[str]) -> Image.Image:
    page = Image.new("RGB", A4, "white")
    draw = ImageDraw.Draw(page)
    draw.text((120, 140), heading, fill=INK, font=_face(52))
    for number, line in enumerate(lines):
        draw.text((120, 290 + number * 58), line, fill=INK, font=_face(32))
    return page


def _photo(sheet: Image.Image) -> Image.Image:
    """The sheet as it lies on a table, a little askew, taken with a telephone."""
    photo = _table().copy()
    small = sheet.resize((880, 1245))
    mask = Image.new("L", small.size, 255).rotate(-4, expand=True)
    photo.paste(small.rotate(-4, expand=True, fillcolor=(90, 60, 40)), (110, 120), mask)
    return photo.filter(ImageFilter.GaussianBlur(0.8))


@cache
def _table() -> Image.Image:
    grain = Image.effect_noise((1200, 1600), 18).convert("RGB")
    return Image.blend(grain, Image.new("RGB", grain.size, (122, 84, 52)), 0.75)


def _saved(picture: Image.Image, kind: str) -> bytes:
    buffer = BytesIO()
    picture.save(buffer, kind, quality=82)
    return buffer.getvalue()


@cache
def _face(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size)
