"""A PDF of which only the pages are left: no scripts, no attachments, no actions."""

from typing import BinaryIO

import pikepdf

from feedback_forms.rules.uploads import MAX_PAGES, FileRefused, Refusal

# Kinds of annotation that carry or play something.
ACTIVE = {"/FileAttachment", "/RichMedia", "/Movie", "/Sound", "/Screen", "/3D"}
# What an annotation would do when clicked, and the form field behind it.
DOES = {"/A", "/AA", "/PA", "/Parent", "/AF", "/Popup", "/IRT"}
# What a page is drawn from; whatever else hangs on it stays behind.
OF_A_PAGE = {
    *("/Type", "/Parent", "/Resources", "/Contents", "/Group", "/Annots", "/Rotate", "/UserUnit"),
    *("/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox"),
}
# What acts or carries a file, wherever it hangs.
ACTING = {"/AA", "/AF", "/JS", "/EF", "/RF", "/XFA", "/OpenAction"}


def copy_pages(original: BinaryIO, target: BinaryIO) -> int:
    """Copy the pages into a new file and return how many there are; raises FileRefused.

    Deleting scripts from the file itself would leave what hangs elsewhere in it (``/Root/AF``).
    """
    try:
        with pikepdf.open(original) as source, pikepdf.new() as copy:
            if len(source.pages) > MAX_PAGES:
                raise FileRefused(Refusal.TOO_MANY_PAGES)
            for page in source.pages:
                copy.pages.append(page)
            for page in copy.pages:
                _make_passive(page.obj)
            for thing in copy.objects:
                _drop(thing, ACTING)
            pages = len(copy.pages)
            # What is packed stays packed: a stream of zeros must not be blown up here.
            copy.save(target, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    except FileRefused:
        raise
    except pikepdf.PasswordError as error:
        raise FileRefused(Refusal.PASSWORD) from error
    except (pikepdf.PdfError, RuntimeError, ValueError, TypeError) as error:
        raise FileRefused(Refusal.FAILED) from error
    if pages == 0:
        raise FileRefused(Refusal.FAILED)
    return pages


def _make_passive(page: pikepdf.Object) -> None:
    _drop(page, set(page.keys()) - OF_A_PAGE)
    if not isinstance(page.get("/Annots"), pikepdf.Array):
        return
    kept = pikepdf.Array()
    for annotation in page["/Annots"]:
        if not isinstance(annotation, pikepdf.Dictionary):
            continue
        if str(annotation.get("/Subtype", "")) in ACTIVE:
            continue
        _drop(annotation, DOES)
        kept.append(annotation)
    page["/Annots"] = kept


def _drop(thing: pikepdf.Object, keys: set[str]) -> None:
    if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        for key in keys & set(thing.keys()):
            del thing[key]
