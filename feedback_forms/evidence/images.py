"""A picture drawn anew: upright, and without what the camera wrote into it."""

from typing import BinaryIO

from PIL import Image, ImageOps
from pillow_heif import register_heif_opener

from feedback_forms.rules.uploads import MAX_PIXELS, FileRefused, Refusal

Image.init()  # loads every reader; MPO, which telephones write, is not among the first
register_heif_opener()
LARGEST_SIDE = (4096, 4096)
READERS = {"image/jpeg": ["JPEG", "MPO"], "image/png": ["PNG"], "image/heic": ["HEIF"]}


def redraw_image(original: BinaryIO, content_type: str, target: BinaryIO) -> str:
    """Write the picture to ``target`` and return its type; raises FileRefused."""
    try:
        with Image.open(original, formats=READERS[content_type]) as source:
            if source.width * source.height > MAX_PIXELS:
                raise FileRefused(Refusal.FAILED)
            # A telephone's picture is larger than any screen; drawn smaller from the start it
            # needs a fraction of the memory.
            source.draft("RGB", LARGEST_SIDE)
            source.thumbnail(LARGEST_SIDE)
            picture = ImageOps.exif_transpose(source)
            if content_type == "image/png":
                _bare(picture, "RGBA").save(target, "PNG")
                return "image/png"
            _bare(picture, "RGB").save(target, "JPEG", quality=90)
            return "image/jpeg"
    except FileRefused:
        raise
    except Exception as error:  # the readers raise all kinds of errors for damaged files
        raise FileRefused(Refusal.FAILED) from error


def _bare(picture: Image.Image, mode: str) -> Image.Image:
    drawn = picture.convert(mode)
    drawn.info.clear()
    return drawn
