"""A damaged picture gets its message, never an error page."""

import io

import pytest

from feedback_forms.evidence.images import redraw_image
from feedback_forms.rules.uploads import FileRefused

HEADS = {
    "image/jpeg": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01garbage",
    "image/png": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    "image/heic": b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic",
}


@pytest.mark.parametrize("content_type", HEADS)
@pytest.mark.parametrize("rest", [b"", b"x" * 100, bytes(2000)])
def test_it_is_refused_in_words(content_type: str, rest: bytes) -> None:
    file = io.BytesIO(HEADS[content_type] + rest)
    with pytest.raises(FileRefused, match="could not be uploaded"):
        redraw_image(file, content_type, io.BytesIO())
