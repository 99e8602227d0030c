"""Real files, made on the spot."""

import io

import pikepdf
from PIL import Image


def pdf(*, pages: int = 1, password: str = "", owner: str = "", active: bool = False) -> bytes:
    """A PDF; ``active``: with a script, an attachment and a launching annotation.

    ``password`` is needed to open it, ``owner`` only to print it. Made twice it is the same,
    byte for byte, unless it is locked: its number does not come from the clock.
    """
    made = pikepdf.new()
    for _ in range(pages):
        made.add_blank_page()
    if active:
        _make_active(made)
    target = io.BytesIO()
    locked = password or owner
    lock = pikepdf.Encryption(owner=locked, user=password) if locked else None
    made.save(target, encryption=lock or False, deterministic_id=lock is None)
    return target.getvalue()


def _make_active(made: pikepdf.Pdf) -> None:
    script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
    launch = pikepdf.Dictionary(S=pikepdf.Name.Launch, F=pikepdf.String("calc.exe"))
    made.Root.OpenAction = script
    made.attachments["inside.exe"] = b"MZ attached"
    made.Root.AF = pikepdf.Array([made.attachments["inside.exe"].obj])
    page = made.pages[0].obj
    page.AA = pikepdf.Dictionary(O=script)
    link = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Link,
        Rect=[0, 0, 9, 9],
        A=launch,
        AA=pikepdf.Dictionary(E=script),
    )
    clip = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.FileAttachment,
        Rect=[0, 0, 9, 9],
        FS=made.attachments["inside.exe"].obj,
    )
    page.Annots = pikepdf.Array([made.make_indirect(link), made.make_indirect(clip)])


def picture(kind: str = "JPEG", *, where: bool = False) -> bytes:
    """A picture 60 wide and 40 high; ``where``: turned, and with the place in its data."""
    target = io.BytesIO()
    image = Image.new("RGB", (60, 40), "navy")
    exif = Image.Exif()
    if where:
        exif[0x0112] = 6
        exif.get_ifd(0x8825)[2] = (51.0, 44.0, 0.0)
        exif[0x010F] = "CAMERA MAKER"
    image.save(target, kind, exif=exif.tobytes())
    return target.getvalue()


EXE = b"MZ\x90\x00\x03" + b"\x00" * 59 + b"\x80\x00\x00\x00" + b"\x00" * 64 + b"PE\x00\x00" * 40
