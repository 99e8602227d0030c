"""Word documents: paragraphs with their styles and printed numbers, tables, in their order."""

import io
import re
import zipfile
from collections.abc import Iterator

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from public_site.importers.errors import PolicyImportError
from public_site.importers.lines import Gap, Line, Omission, Reading
from public_site.importers.readers.docx_numbering import BULLET, Numbering

_MAX_UNPACKED = 200 * 1024 * 1024
_HEADING = re.compile(r"^heading (\d)$", re.I)
_CONTENTS_STYLE = re.compile(r"^(toc|table of figures|contents)\b", re.I)


def read_docx(data: bytes, name: str) -> Reading:
    """The paragraphs and rows of a .docx file; PolicyImportError if it is damaged."""
    document = _open(data, name)
    return _Walk(document).reading()


def _open(data: bytes, name: str) -> WordDocument:
    """The document, after a look at how large it is once unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
            names = archive.namelist()
        if "word/document.xml" not in names:
            raise PolicyImportError(f"{name} is a zip archive, not a Word document (.docx).")
        if size > _MAX_UNPACKED:
            raise PolicyImportError(f"{name} unpacks to more than 200 MB and was not read.")
        return Document(io.BytesIO(data))
    except PolicyImportError:
        raise
    except Exception as error:
        # python-docx, lxml and zipfile raise many kinds of error; for the operator they are one.
        raise PolicyImportError(f"{name} is damaged: Word’s parts cannot be read.") from error


class _Walk:
    """One pass through a document's body."""

    def __init__(self, document: WordDocument) -> None:
        self.document = document
        self.numbering = Numbering(document)
        self.lines: list[Line] = []
        self.removed: list[Omission] = []
        self.unplaced: list[Omission] = []
        self.source: list[tuple[int, str]] = []
        self.number = 0
        self.table = 0

    def reading(self) -> Reading:
        """The whole body as lines."""
        for child in self._children(self.document.element.body):
            if child.tag == qn("w:p"):
                self._paragraph(Paragraph(child, self.document._body))
            elif child.tag == qn("w:tbl"):
                self._table(Table(child, self.document._body))
        return Reading(self.lines, self.removed, self.unplaced, self.source, unit="paragraph")

    def _children(self, parent: object) -> Iterator[object]:
        """Paragraphs and tables, also those that a content control wraps (a contents list does)."""
        for child in parent.iterchildren():  # type: ignore[attr-defined]
            if child.tag == qn("w:sdt"):
                content = child.find(qn("w:sdtContent"))
                if content is not None:
                    yield from self._children(content)
            elif child.tag in (qn("w:ins"), qn("w:moveTo")):
                yield from self._children(child)
            else:
                yield child

    def _paragraph(self, paragraph: Paragraph) -> None:
        self.number += 1
        self._look_for_lost(paragraph)
        text = _text(paragraph._p)
        if not text.strip():
            return
        style = (paragraph.style.name if paragraph.style is not None else "") or ""
        label, bullet = self._label(paragraph, style)
        # What Word prints before a paragraph is part of what a reader sees.
        self.source.append((self.number, f"{label} {text}"))
        if _CONTENTS_STYLE.match(style):
            self.removed.append(Omission(self.number, text, "contents list"))
            return
        heading = _HEADING.match(style)
        self.lines.append(
            Line(
                self.number,
                text.strip(),
                gap=Gap.BLANK,
                bullet=bullet and not heading,
                outline=int(heading[1]) if heading else 0,
                label=label,
                is_title=style in ("Title", "Subtitle"),
            )
        )

    def _label(self, paragraph: Paragraph, style: str) -> tuple[str, bool]:
        """The number Word prints before a paragraph, and whether it prints a bullet instead."""
        label = self.numbering.label(paragraph)
        if label is None:
            return "", style.startswith("List Bullet")
        return ("", True) if label == BULLET else (label, False)

    def _table(self, table: Table) -> None:
        self.table += 1
        for row in table.rows:
            self.number += 1
            cells: list[str] = []
            seen: set[object] = set()
            for cell in row.cells:
                # A merged cell is listed once for each column it covers.
                cells.append("" if cell._tc in seen else self._cell(cell))
                seen.add(cell._tc)
            if any(cells):
                self.source.append((self.number, " ".join(cells)))
                self.lines.append(
                    Line(self.number, "", cells=tuple(cells), table=self.table, gap=Gap.BLANK)
                )

    def _cell(self, cell: _Cell) -> str:
        """A cell's text; its paragraphs, and those of a table inside it, one a line."""
        texts = []
        for paragraph in cell._tc.iter(qn("w:p")):
            self._look_for_lost(Paragraph(paragraph, cell))
            texts.append(_text(paragraph).strip())
        return "\n".join(text for text in texts if text)

    def _look_for_lost(self, paragraph: Paragraph) -> None:
        """Pictures, text boxes and footnotes have no place in the page: they are reported."""
        element = paragraph._p
        for _ in element.iter(qn("pic:pic")):
            self.unplaced.append(Omission(self.number, "", "a picture stands here"))
        for box in element.iter(qn("w:txbxContent")):
            text = " ".join(_text(p) for p in box.iter(qn("w:p"))).strip()
            if text and not any(o.text == text for o in self.unplaced):
                self.unplaced.append(Omission(self.number, text, "a text box"))
        for _ in element.iter(qn("w:footnoteReference")):
            self.unplaced.append(Omission(self.number, "", "a footnote"))


def _text(paragraph: object) -> str:
    """The text as Word shows it: with insertions, without deletions, bold words marked."""
    pieces: list[tuple[bool, str]] = []
    for run in paragraph.iter(qn("w:r")):  # type: ignore[attr-defined]
        ancestors = {a.tag for a in run.iterancestors()}
        if {qn("w:del"), qn("w:moveFrom")} & ancestors:
            continue
        if any(a.tag == qn("w:txbxContent") for a in run.iterancestors()) and not any(
            a.tag == qn("w:txbxContent")
            for a in paragraph.iterancestors()  # type: ignore[attr-defined]
        ):
            continue
        text = "".join(_run_text(run))
        if text:
            pieces.append((_is_bold(run), text))
    whole = "".join(text for _, text in pieces)
    if all(bold for bold, text in pieces if text.strip()):
        return whole
    return re.sub(r"\*\*(\s*)\*\*", r"\1", "".join(_marked(bold, text) for bold, text in pieces))


def _run_text(run: object) -> Iterator[str]:
    """The characters of a run."""
    for child in run.iterchildren():  # type: ignore[attr-defined]
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag == qn("w:tab"):
            yield "\t"
        elif child.tag in (qn("w:br"), qn("w:cr")):
            yield "\n"
        elif child.tag == qn("w:noBreakHyphen"):
            yield "-"


def _is_bold(run: object) -> bool:
    """Whether the run itself is set in bold."""
    bold = run.find(f"{qn('w:rPr')}/{qn('w:b')}")  # type: ignore[attr-defined]
    return bold is not None and bold.get(qn("w:val")) not in ("0", "false")


def _marked(bold: bool, text: str) -> str:
    """Bold text between two asterisks, its outer spaces outside them."""
    inner = text.strip()
    if not bold or not inner:
        return text
    return text.replace(inner, f"**{inner}**", 1)
