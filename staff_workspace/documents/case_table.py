"""A table of cases as a file for spreadsheets, in which no cell can act as a formula."""

import csv
import io
from collections.abc import Iterable, Sequence

# A spreadsheet runs what begins with one of these; whitespace before it does not stop every one.
FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def table_file(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """CSV in UTF-8 with the mark that spreadsheets want, every cell quoted."""
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL)
    writer.writerow([harmless(head) for head in heads])
    for row in rows:
        writer.writerow([harmless(cell) for cell in row])
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def harmless(cell: str) -> str:
    """The cell as text: with an apostrophe before it where it would be taken for a formula."""
    plain = cell.replace("\x00", "")
    return f"'{plain}" if plain.lstrip(" \u00a0\ufeff").startswith(FORMULAS) else plain
