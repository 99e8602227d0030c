"""Which files are taken, and the exact words when one is not."""

import pytest

from feedback_forms.rules.uploads import (
    MAX_FILES,
    MAX_SIZE,
    MAX_TOTAL,
    Already,
    FileRefused,
    Offered,
    Refusal,
    display_name,
    judge,
    refuse_more_than_fits,
    size_in_words,
)

PDF = "application/pdf"


@pytest.mark.acceptance("F28")
@pytest.mark.parametrize(
    ("offered", "refusal"),
    [
        (Offered(0, "application/x-empty", b""), Refusal.EMPTY),
        (Offered(MAX_SIZE, PDF, b"%PDF-"), Refusal.TOO_BIG),
        (Offered(9, "application/x-dosexec", b"MZ"), Refusal.WRONG_TYPE),
        (Offered(9, "image/gif", b"GIF89a"), Refusal.WRONG_TYPE),
        (Offered(9, PDF, b" %PDF-"), Refusal.WRONG_TYPE),
    ],
)
def test_what_is_not_taken(offered: Offered, refusal: Refusal) -> None:
    with pytest.raises(FileRefused) as caught:
        judge(offered)
    assert caught.value.refusal is refusal


@pytest.mark.parametrize(
    ("sniffed", "kept_as"),
    [
        (PDF, PDF),
        ("image/jpeg", "image/jpeg"),
        ("image/png", "image/png"),
        ("image/heif", "image/heic"),
    ],
)
def test_what_is_taken(sniffed: str, kept_as: str) -> None:
    assert judge(Offered(MAX_SIZE - 1, sniffed, b"%PDF-1.7")) == kept_as


def test_the_messages_are_the_design_systems() -> None:
    assert [refusal.value for refusal in Refusal] == [
        "The selected file is empty",
        "The selected file must be smaller than 20MB",
        "The selected file must be a PDF, JPG, PNG or HEIC",
        "The selected file contains a virus",
        "The selected file is password protected",
        "The selected file could not be uploaded – try again",
        "You can only select up to 10 files at the same time",
        "The selected file must have 1,000 pages or fewer",
        "The selected files must be smaller than 100MB together",
    ]


@pytest.mark.parametrize(
    ("already", "refusal"),
    [
        (Already(files=MAX_FILES), Refusal.TOO_MANY),
        (Already(files=2, total=MAX_TOTAL - 9), Refusal.TOTAL),
    ],
)
def test_what_there_is_no_room_for(already: Already, refusal: Refusal) -> None:
    with pytest.raises(FileRefused) as caught:
        refuse_more_than_fits(already, 10)
    assert caught.value.refusal is refusal


def test_the_last_file_and_the_last_byte_still_fit() -> None:
    refuse_more_than_fits(Already(files=MAX_FILES - 1, total=MAX_TOTAL - 10), 10)


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (1, "1 KB"),
        (340 * 1024, "340 KB"),
        (1024 * 1024, "1 MB"),
        (1258291, "1.2 MB"),
    ],
)
def test_a_size_is_read_as_people_do(size: int, words: str) -> None:
    assert size_in_words(size) == words


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("letter.pdf", "letter.pdf"),
        ("C:\\Users\\ana\\letter.pdf", "letter.pdf"),
        ("../../etc/passwd", "passwd"),
        ("a\u202egpj.exe", "agpj.exe"),
        ("a\x00\nb.pdf", "ab.pdf"),
        ("李 José’s.heic", "李 José’s.heic"),
        ("", "file"),
        ("x" * 300 + ".pdf", "x" * 196 + ".pdf"),
        ("y" * 300, "y" * 200),
    ],
)
def test_a_name_is_shown_without_what_deceives(name: str, shown: str) -> None:
    assert display_name(name) == shown
