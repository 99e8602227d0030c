"""Files: what is taken, what is said when one is not, and who gets them back."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.acceptance.walking import press, refusals
from tests.demonstration import DemoSite
from tests.journeys.filling import expect_heading, follow

pytestmark = pytest.mark.browser
FORM = "/complain/for-someone-else/"
# In two parts, so that this file itself is not taken for the harmless test virus.
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD" + b"-ANTIVIRUS-TEST-FILE!$H+H*"
MEGABYTE = 1024 * 1024


def pdf(path: Path, *, password: str = "") -> Path:
    with pikepdf.new() as made:
        made.add_blank_page()
        made.save(
            path, encryption=pikepdf.Encryption(owner="o", user=password) if password else False
        )
    return path


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


#: What is wrong with a file, how it is made, and what is said.
REFUSED: dict[str, tuple[Callable[[Path], Path], str]] = {
    "empty": (lambda f: written(f / "empty.pdf", b""), "The selected file is empty"),
    "wrong type": (
        lambda f: written(f / "notes.pdf", b"Dear family\n"),
        "The selected file must be a PDF, JPG, PNG or HEIC",
    ),
    "too big": (
        lambda f: written(f / "scan.pdf", b"%PDF-1.7\n" + bytes(20 * MEGABYTE)),
        "The selected file must be smaller than 20MB",
    ),
    "password": (
        lambda f: pdf(f / "locked.pdf", password="secret"),
        "The selected file is password protected",
    ),
    "virus": (
        lambda f: written(f / "letter.pdf", pdf(f / "clean.pdf").read_bytes() + b"\n%" + EICAR),
        "The selected file contains a virus",
    ),
    "damaged": (
        lambda f: written(f / "torn.pdf", b"%PDF-1.7\nand nothing more"),
        "The selected file could not be uploaded – try again",
    ),
}


@pytest.fixture
def proof_page(browser: Browser, demo_site: DemoSite) -> Iterator[Page]:
    """Somebody who is asked for proof that they may complain for somebody else."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(demo_site.url(f"{FORM}why/"))
    page.locator("[name=reason][value=lacks_capacity]").check()
    press(page, "Continue")
    page.locator("[name=basis_capacity][value=lpa_health]").check()
    press(page, "Continue")
    expect_heading(page, "Upload proof")
    yield page
    context.close()


def give(page: Page, *files: Path) -> None:
    page.locator("main input[type=file]").set_input_files(files)
    press(page, "Add this file")


def names(page: Page) -> list[str]:
    return [name.strip() for name in page.locator(".candour-files dt").all_inner_texts()]


@pytest.mark.acceptance("F28")
def test_types_and_size_are_stated_and_each_failure_has_its_message(
    proof_page: Page, tmp_path: Path
) -> None:
    main = proof_page.get_by_role("main")
    for stated in ("PDF, JPG, PNG or HEIC", "smaller than 20MB", "up to 10"):
        expect(main).to_contain_text(stated)
    press(proof_page, "Add this file")
    (nothing,) = refusals(proof_page)
    assert nothing.startswith("Select ")
    for wrong, (make, message) in REFUSED.items():
        give(proof_page, make(tmp_path))
        assert refusals(proof_page) == [message], wrong
        assert names(proof_page) == []


@pytest.mark.acceptance("F28")
def test_too_many_files_at_once_are_told_so(proof_page: Page, tmp_path: Path) -> None:
    give(proof_page, *(pdf(tmp_path / f"{number}.pdf") for number in range(11)))
    assert "You can only select up to 10 files at the same time" in refusals(proof_page)[0]


@pytest.mark.acceptance("F29", "F30")
def test_files_are_added_removed_and_given_back_to_their_owner_alone(
    proof_page: Page,
    new_context: Callable[..., BrowserContext],
    power_of_attorney: Path,
    photo_of_letter: Path,
    program_called_pdf: Path,
) -> None:
    page = proof_page
    # Given two files, added one after the other
    give(page, power_of_attorney)
    expect(page.get_by_role("alert")).to_contain_text(f"{power_of_attorney.name} was added")
    give(page, photo_of_letter)
    assert names(page) == [power_of_attorney.name, photo_of_letter.name]
    # When a third is refused, both are still there
    give(page, program_called_pdf)
    assert refusals(page) == ["The selected file must be a PDF, JPG, PNG or HEIC"]
    assert names(page) == [power_of_attorney.name, photo_of_letter.name]
    # When one is removed, there is a question first and a message after
    follow(page.get_by_role("link", name=f"Remove {photo_of_letter.name}"))
    expect(page.get_by_role("main")).to_contain_text(photo_of_letter.name)
    press(page, "Continue")
    assert refusals(page) == ["Select yes if you want to remove the file"]
    page.get_by_label("Yes", exact=True).check()
    press(page, "Continue")
    expect(page.get_by_role("alert")).to_contain_text(f"{photo_of_letter.name} was removed")
    assert names(page) == [power_of_attorney.name]
    # When its owner looks, the file comes; when anybody else does, it is not there
    page.reload()
    address = str(page.locator(".candour-files dt a").first.get_attribute("href"))
    assert fetched(page, address) == [200, "%PDF"]
    stranger = new_context().new_page()
    stranger.goto(page.url)
    assert fetched(stranger, address)[0] == 404


def fetched(page: Page, address: str) -> list[int | str]:
    """The status and the first letters that the page's browser gets from the address."""
    answer: list[int | str] = page.evaluate(
        "async path => { const r = await fetch(path); return [r.status, (await r.text()).slice(0, 4)]; }",
        address,
    )
    return answer
