"""A picture drawn anew: upright, and without what the camera wrote into it."""

from pathlib import Path

from PIL import Image, ImageOps
from pillow_heif import register_heif_opener

from feedback_forms.rules.uploads import MAX_PIXELS, FileRefused, Refusal

register_heif_opener()
READERS = {"image/jpeg": ["JPEG", "MPO"], "image/png": ["PNG"], "image/heic": ["HEIF"]}


def redraw_image(original: Path, content_type: str, target: Path) -> str:
    """Write the picture to ``target`` and return its type; raises FileRefused."""
    try:
        with Image.open(original, formats=READERS[content_type]) as source:
            if source.width * source.height > MAX_PIXELS:
                raise FileRefused(Refusal.FAILED)
            picture = ImageOps.exif_transpose(source)
            if content_type == "image/png":
                _bare(picture, "RGBA").save(target, "PNG")
                return "image/png"
            _bare(picture, "RGB").save(target, "JPEG", quality=90)
            return "image/jpeg"
    except FileRefused:
        raise
    except (OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError) as error:
        raise FileRefused(Refusal.FAILED) from error


def _bare(picture: Image.Image, mode: str) -> Image.Image:
    drawn = picture.convert(mode)
    drawn.info.clear()
    return drawn
