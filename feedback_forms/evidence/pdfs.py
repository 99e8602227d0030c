"""A PDF of which only the pages are left: no scripts, no attachments, no actions."""

from pathlib import Path

import pikepdf

from feedback_forms.rules.uploads import FileRefused, Refusal

# Kinds of annotation that carry or play something.
ACTIVE = {"/FileAttachment", "/RichMedia", "/Movie", "/Sound", "/Screen", "/3D"}
# What an annotation would do when clicked, and the form field behind it.
DOES = ("/A", "/AA", "/PA", "/Parent")


def copy_pages(original: Path, target: Path) -> int:
    """Copy the pages into a new file and return how many there are; raises FileRefused.

    Deleting scripts from the file itself would leave what hangs elsewhere in it (``/Root/AF``).
    """
    try:
        with pikepdf.open(original) as source, pikepdf.new() as copy:
            for page in source.pages:
                copy.pages.append(page)
            for page in copy.pages:
                _make_passive(page.obj)
            pages = len(copy.pages)
            copy.save(target)
    except pikepdf.PasswordError as error:
        raise FileRefused(Refusal.PASSWORD) from error
    except (pikepdf.PdfError, RuntimeError, ValueError, TypeError) as error:
        raise FileRefused(Refusal.FAILED) from error
    if pages == 0:
        raise FileRefused(Refusal.FAILED)
    return pages


def _make_passive(page: pikepdf.Object) -> None:
    for key in ("/AA", "/AF"):
        if key in page:
            del page[key]
    if not isinstance(page.get("/Annots"), pikepdf.Array):
        return
    kept = pikepdf.Array()
    for annotation in page["/Annots"]:
        if not isinstance(annotation, pikepdf.Dictionary):
            continue
        if str(annotation.get("/Subtype", "")) in ACTIVE:
            continue
        for key in (*DOES, "/AF", "/Popup", "/IRT"):
            if key in annotation:
                del annotation[key]
        kept.append(annotation)
    page["/Annots"] = kept
