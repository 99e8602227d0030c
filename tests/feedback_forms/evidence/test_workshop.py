"""A stranger's file is opened in a process apart, which it can neither hang nor fill nor rob."""

import io
import os
import struct
import time
import zlib

import pikepdf
import pytest

from feedback_forms.evidence import workshop
from feedback_forms.evidence.pipeline import take_file
from feedback_forms.rules.uploads import Already, FileRefused
from tests.feedback_forms.evidence.made_files import pdf, picture

FAILED = "could not be uploaded"
GIGABYTE = 1024**3


def png_bomb(side: int) -> bytes:
    """A PNG of ``side`` by ``side`` white points: small on the wire, huge when drawn."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content))
            + kind
            + content
            + struct.pack(">I", zlib.crc32(kind + content))
        )

    row = b"\0" + b"\xff" * (side // 8)
    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    packed = zlib.compress(row * side, 9)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        [chunk(b"IHDR", header), chunk(b"IDAT", packed), chunk(b"IEND", b"")]
    )


def zeros(size: int) -> bytes:
    """``size`` zeros, packed: one block packed once, and repeated as it is."""
    block = bytes(4 * 1024 * 1024)
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    return b"\x78\xda" + packed * (size // len(block)) + b"\x03\0" + bytes(4)


def pdf_bomb(size: int) -> bytes:
    """A PDF whose table of objects is packed ``size`` zeros: whoever opens it must unpack them."""
    packed = zeros(size)
    head = b"%PDF-1.5\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
    table = (
        b"3 0 obj\n<</Type/XRef/Size 3/W[1 4 2]/Root 1 0 R/Filter/FlateDecode/Length %d>>\n"
        b"stream\n%s\nendstream\nendobj\n" % (len(packed), packed)
    )
    return head + table + b"startxref\n%d\n%%%%EOF\n" % len(head)


def test_a_picture_of_more_points_than_any_camera_takes_is_refused() -> None:
    with pytest.raises(FileRefused, match=FAILED):
        take_file([png_bomb(20_000)], already=Already())


def test_a_pdf_that_blows_up_is_refused_and_the_next_file_is_taken() -> None:
    bomb, began = pdf_bomb(3 * GIGABYTE), time.monotonic()
    assert len(bomb) < 20 * 1024 * 1024
    with pytest.raises(FileRefused, match=FAILED):
        take_file([bomb], already=Already())
    assert time.monotonic() - began < workshop.SECONDS
    assert take_file([pdf()], already=Already()).pages == 1


def test_a_page_of_packed_zeros_stays_packed() -> None:
    made = pikepdf.new()
    made.add_blank_page()
    page = made.pages[0].obj
    page.Contents = pikepdf.Stream(made, zeros(GIGABYTE), Filter=pikepdf.Name.FlateDecode)
    target = io.BytesIO()
    made.save(target, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    assert take_file([target.getvalue()], already=Already()).pages == 1


@pytest.mark.parametrize("content", [pdf(pages=3), picture(), picture("PNG"), picture("HEIF")])
def test_a_file_cut_off_anywhere_is_taken_or_refused_in_words(content: bytes) -> None:
    for part in (0.1, 0.5, 0.9, 0.99):
        cut = content[: int(len(content) * part)]
        try:
            take_file([cut], already=Already())
        except FileRefused:
            continue


def test_a_file_of_two_kinds_gives_out_the_one_alone() -> None:
    both = picture() + pdf() + b"PK\x03\x04<script>alert(1)</script>"
    taken = take_file([both], already=Already())
    from feedback_forms.evidence import vault

    copy = vault.open_viewing_copy(taken).file.read()
    assert copy.startswith(b"\xff\xd8")
    assert not any(mark in copy for mark in (b"%PDF", b"PK\x03\x04", b"<script"))


def test_a_workshop_that_died_is_replaced() -> None:
    take_file([pdf()], already=Already())
    workshop._running[os.getpid()].close()
    assert take_file([pdf()], already=Already()).pages == 1


def test_the_process_has_nothing_of_the_services_to_rob(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CANDOUR_SECRET_KEY", "a secret")
    monkeypatch.setenv("CANDOUR_EVIDENCE_KEYS", "a key")
    started = []
    monkeypatch.setattr(workshop.subprocess, "Popen", lambda *a, **more: started.append(more))
    workshop._start().close()
    assert set(started[0]["env"]) == {"PYTHONPATH", "PATH", "LANG"}
