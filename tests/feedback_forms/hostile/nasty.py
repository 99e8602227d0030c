"""Makes what no honest person sends: texts, file names, files and addresses. Seeded, so repeatable."""

import io
import random
import zipfile
import zlib
from collections.abc import Callable

from tests.feedback_forms.evidence.made_files import pdf, picture

MEGABYTE = 1024 * 1024
SNIPPETS = (
    "\x00",
    "\x00\x00admin\x00",
    "'; DROP TABLE feedback_forms_submission; --",
    "{{ 7 * 7 }}{% debug %}${7*7}#{7*7}",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "../../../../etc/passwd",
    "..\\..\\windows\\win.ini",
    "file:///etc/passwd",
    "%00%0a%0d%2e%2e%2f",
    "\r\nSet-Cookie: x=1\r\n\r\n",
    "=cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd",
    "\u202egnp.exe",
    "\u200b\u200d\ufeff",
    "e\u0301" * 40,
    "z\u0335\u0321\u0327\u0328" * 50,
    "李小龍 Владимир ﷺ مرحبا שלום",
    "𝕬𝖓𝖆 🏥👩\u200d⚕️",
    "\ud7ff\ue000\uffff\U0010ffff",
    "1e309",
    "-1",
    "0x41",
    "٣١",
    "31/31/9999",
    "9" * 400,
    "NaN",
    "null",
    "[]",
    "{}",
    " " * 3000,
    "a" * 70_000,
    "\n" * 5000,
)


def text(chance: random.Random) -> str:
    """One text: a snippet, some joined, or characters from anywhere."""
    kind = chance.randrange(4)
    if kind == 0:
        return chance.choice(SNIPPETS)
    if kind == 1:
        return "".join(chance.choices(SNIPPETS[:30], k=3))
    # Without surrogates: no browser can send them in UTF-8.
    points = [
        p for p in (chance.randrange(0x110000) for _ in range(40)) if not 0xD800 <= p < 0xE000
    ]
    return "".join(map(chr, points)) * (1 if kind == 2 else chance.randrange(1, 30))


def file_name(chance: random.Random) -> str:
    """A name that means harm, or only means to be odd."""
    ends = (".pdf", ".jpg", ".png", ".heic", ".php", ".exe", ".html", ".svg", "", ".pdf.exe")
    base = text(chance)[:300].replace("\r", "").replace("\n", "")
    return f"{base}{chance.choice(ends)}"


def file(chance: random.Random) -> bytes:
    """The content of a file: polyglot, truncated, a bomb, garbage, or sound."""
    return chance.choice(MAKERS)(chance)


def _truncated(chance: random.Random) -> bytes:
    whole = chance.choice((pdf(pages=2), picture()))
    return whole[: chance.randrange(1, len(whole))]


def _damaged(chance: random.Random) -> bytes:
    whole = bytearray(chance.choice((pdf(pages=1), picture())))
    for _ in range(chance.randrange(1, 60)):
        whole[chance.randrange(len(whole))] = chance.randrange(256)
    return bytes(whole)


def _polyglot(chance: random.Random) -> bytes:
    front, back = chance.sample((pdf(pages=1), picture(), _zip(chance), b"<script>x</script>"), 2)
    return front + back


def _zip(chance: random.Random) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("a" * chance.randrange(1, 50), b"0" * MEGABYTE)
    return packed.getvalue()


def _png_bomb(chance: random.Random) -> bytes:
    side = chance.choice((20_000, 60_000, 2**31 - 1))

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data).to_bytes(4, "big")
        return len(data).to_bytes(4, "big") + kind + data + check

    size = side.to_bytes(4, "big")
    rows = zlib.compress(b"\x00" * MEGABYTE)
    head = chunk(b"IHDR", size + size + b"\x08\x02\x00\x00\x00")
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def _pdf_bomb(chance: random.Random) -> bytes:
    packed = zlib.compress(zlib.compress(b"0 0 m " * MEGABYTE))
    return (
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R 2 0 R]/Count 999999999>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R>>endobj\n4 0 obj<</Length "
        + str(len(packed)).encode()
        + b"/Filter[/FlateDecode/FlateDecode]>>stream\n"
        + packed
        + b"\nendstream endobj\ntrailer<</Root 1 0 R>>"
    )


def _garbage(chance: random.Random) -> bytes:
    start = chance.choice(
        (b"", b"%PDF-", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"MZ")
    )
    return start + chance.randbytes(chance.randrange(3000))


MAKERS: tuple[Callable[[random.Random], bytes], ...] = (
    _truncated,
    _damaged,
    _damaged,
    _polyglot,
    _zip,
    _png_bomb,
    _pdf_bomb,
    _garbage,
    _garbage,
    lambda _chance: b"",
    lambda _chance: pdf(pages=1),
    lambda _chance: picture(),
)
