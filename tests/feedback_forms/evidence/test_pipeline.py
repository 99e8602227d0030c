"""A file is taken or refused in words; refused, it leaves nothing behind."""

import io
import resource
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from feedback_forms.connectors.development import EICAR
from feedback_forms.evidence import vault
from feedback_forms.evidence.pipeline import take_file
from feedback_forms.rules.uploads import MAX_SIZE, MEGABYTE, Already, FileRefused
from tests.feedback_forms.evidence.made_files import EXE, pdf, picture


def files_in(root: Path) -> list[Path]:
    return [path for path in root.rglob("*") if path.is_file()]


@pytest.mark.acceptance("F28")
@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "The selected file is empty"),
        (EXE, "The selected file must be a PDF, JPG, PNG or HEIC"),
        (b"hello", "The selected file must be a PDF, JPG, PNG or HEIC"),
        (b"junk\n" + pdf(), "The selected file must be a PDF, JPG, PNG or HEIC"),
        (pdf() + EICAR, "The selected file contains a virus"),
        (pdf(password="secret"), "The selected file is password protected"),
        (b"%PDF-1.7\nnot really", "The selected file could not be uploaded – try again"),
        (picture()[:200], "The selected file could not be uploaded – try again"),
    ],
    ids=["empty", "exe", "text", "late pdf", "virus", "password", "broken pdf", "cut picture"],
)
def test_each_failure_has_its_message_and_leaves_nothing(
    content: bytes, message: str, vault_root: Path
) -> None:
    with pytest.raises(FileRefused, match="^" + message.replace("(", r"\(") + "$"):
        take_file([content], already=Already())
    assert files_in(vault_root) == []


def test_a_file_of_60_megabytes_is_too_big(vault_root: Path) -> None:
    megabyte = bytes(1024 * 1024)
    content = (pdf() if number == 0 else megabyte for number in range(60))
    with pytest.raises(FileRefused, match="must be smaller than 20MB"):
        take_file(content, already=Already())
    assert files_in(vault_root) == []


def test_the_limit_itself_is_too_big_and_one_byte_less_is_not_judged_by_size() -> None:
    start = pdf()
    with pytest.raises(FileRefused, match="smaller"):
        take_file([start, bytes(MAX_SIZE - len(start))], already=Already())
    assert take_file([start, b"\n" * (MAX_SIZE - len(start) - 1)], already=Already()).pages == 1


def test_an_eleventh_file_is_one_too_many() -> None:
    with pytest.raises(FileRefused, match="You can only select up to 10 files at the same time"):
        take_file([pdf()], already=Already(files=10))


def test_a_full_disk_is_a_failed_upload_and_leaves_nothing(vault_root: Path) -> None:
    content = picture() + bytes(3_000_000)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    # The system itself refuses to write more, as it does when the disk is full.
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, limits[1]))
    try:
        with pytest.raises(FileRefused, match="could not be uploaded"):
            take_file([content], already=Already())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert files_in(vault_root) == []
    assert take_file([content], already=Already()).state == "clean"


def test_a_pdf_is_sealed_and_its_viewing_copy_does_nothing() -> None:
    content = pdf(pages=3, active=True)
    taken = take_file([content], already=Already())
    assert (taken.content_type, taken.pages, taken.state) == ("application/pdf", 3, "clean")
    assert vault.open_original(taken).file.read() == content
    with pikepdf.open(io.BytesIO(vault.open_viewing_copy(taken).file.read())) as copy:
        keys = {key for thing in copy.objects for key in _keys(thing)}
        assert len(copy.pages) == 3
        assert len(copy.attachments) == 0
    assert keys.isdisjoint({"/JS", "/JavaScript", "/OpenAction", "/AA", "/EF", "/AF", "/Launch"})


def _keys(thing: pikepdf.Object) -> set[str]:
    if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        return set(thing.keys())
    return set()


@pytest.mark.parametrize(
    ("kind", "content_type", "viewing_type"),
    [
        ("JPEG", "image/jpeg", "image/jpeg"),
        ("PNG", "image/png", "image/png"),
        ("HEIF", "image/heic", "image/jpeg"),
    ],
)
def test_a_picture_is_drawn_anew_without_the_place_it_was_taken(
    kind: str, content_type: str, viewing_type: str
) -> None:
    content = picture(kind, where=True)
    taken = take_file([content], already=Already())
    assert (taken.content_type, taken.viewing_type) == (content_type, viewing_type)
    copy = vault.open_viewing_copy(taken).file.read()
    assert b"CAMERA MAKER" in content
    assert b"CAMERA MAKER" not in copy
    with Image.open(io.BytesIO(copy)) as drawn:
        assert not drawn.getexif()
        assert drawn.size == (40, 60)


def test_files_are_for_the_service_alone_and_hold_nothing_in_the_clear(vault_root: Path) -> None:
    taken = take_file([pdf()], already=Already())
    for path in files_in(vault_root):
        assert path.stat().st_mode & 0o077 == 0
        assert path.read_bytes().startswith(b"candour-sealed-1")
        assert b"%PDF" not in path.read_bytes()
    assert len(files_in(vault_root)) == 2
    assert taken.key_id.startswith("made-here")


def test_a_pdf_that_only_forbids_printing_is_taken_and_made_open_to_all() -> None:
    taken = take_file([pdf(owner="secret")], already=Already())
    with pikepdf.open(io.BytesIO(vault.open_viewing_copy(taken).file.read())) as copy:
        assert not copy.is_encrypted


def test_a_pdf_of_too_many_pages_is_refused_in_words() -> None:
    with pytest.raises(FileRefused, match="must have 1,000 pages or fewer"):
        take_file([pdf(pages=1001)], already=Already())


def test_nothing_is_read_on_once_a_file_is_too_big() -> None:
    read = []

    def chunks() -> Iterator[bytes]:
        for number in range(1000):
            read.append(number)
            yield bytes(MEGABYTE)

    with pytest.raises(FileRefused, match="smaller than 20MB"):
        take_file(chunks(), already=Already())
    assert len(read) == 20


@pytest.mark.parametrize("name", ["../secret", "/etc/passwd", "", "a.b"])
def test_no_name_leads_out_of_the_vault(name: str) -> None:
    with pytest.raises(vault.NotAvailable):
        vault.path_of(name)
