"""A file that cannot be imported gives one plain sentence."""

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document
from PIL import Image

from public_site.importers import PolicyImportError, import_document
from public_site.importers.source import MAX_BYTES


def picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (8, 8), "navy").save(out, format="PNG")
    return out.getvalue()


def archive() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("letter.txt", "hello")
    return out.getvalue()


def truncated_docx() -> bytes:
    out = io.BytesIO()
    document = Document()
    document.add_paragraph("One")
    document.save(out)
    return out.getvalue()[:-400]


def broken_docx() -> bytes:
    out = io.BytesIO()
    document = Document()
    document.add_paragraph("One")
    document.save(out)
    broken = io.BytesIO()
    with zipfile.ZipFile(out) as sound, zipfile.ZipFile(broken, "w") as made:
        for name in sound.namelist():
            data = b"<w:document" if name == "word/document.xml" else sound.read(name)
            made.writestr(name, data)
    return broken.getvalue()


PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"
RUBBISH = bytes(range(256)) * 40


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("policy.txt", b"", "empty (0 bytes)"),
        ("policy.txt", b" \n\n ", "holds no text"),
        ("policy.txt", picture(), "image/png"),
        ("policy.docx", picture(), "image/png"),
        ("policy.txt", PDF, "application/pdf"),
        ("policy.docx", PDF, "application/pdf"),
        ("policy.txt", archive(), "application/zip"),
        ("policy.docx", archive(), "a zip archive"),
        ("policy.txt", b"MZ\x90\x00" + bytes(300), "does not hold plain text"),
        ("policy.txt", RUBBISH, "plain text"),
        ("policy.docx", RUBBISH, "Word document"),
        ("policy.docx", truncated_docx(), "damaged"),
        ("policy.docx", broken_docx(), "damaged"),
        ("policy.docx", b"Only words.\n", "does not hold a Word document"),
        ("policy.txt", "Grüße".encode("utf-16"), "save it as UTF-8"),
        ("policy.pages", b"Only words.\n", "Use plain text (.txt) or a Word document (.docx)"),
        ("policy.pdf", PDF, "not in a format that can be imported"),
    ],
)
def test_a_wrong_file_is_refused_in_one_sentence(
    tmp_path: Path, name: str, data: bytes, says: str
) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    with pytest.raises(PolicyImportError) as caught:
        import_document(file)
    message = str(caught.value)
    assert says in message
    assert name in message
    assert "\n" not in message
    assert message.endswith(".")


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(PolicyImportError, match="There is no file at"):
        import_document(tmp_path / "none.txt")
    with pytest.raises(PolicyImportError, match="is a folder"):
        import_document(tmp_path)


def test_a_file_above_20_mb_is_refused_before_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "policy.txt"
    with file.open("wb") as out:
        out.truncate(MAX_BYTES + 1)
    with pytest.raises(PolicyImportError, match="larger than 20 MB"):
        import_document(file)


def test_a_document_that_unpacks_to_far_too_much_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "policy.docx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr("word/document.xml", bytes(201 * 1024 * 1024))
    with pytest.raises(PolicyImportError, match="more than 200 MB"):
        import_document(file)


def test_windows_1252_text_is_read(tmp_path: Path) -> None:
    file = tmp_path / "policy.txt"
    file.write_bytes("1. Purpose\r\n\r\nThe board’s “promise” is kept.\r\n".encode("cp1252"))
    assert "board’s “promise” is kept" in import_document(file).body[1]["value"]["text"]
