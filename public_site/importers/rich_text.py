"""Text as the rich text of a page: escaped, with bold words, links and line breaks."""

import html
import re

_BOLD = re.compile(r"\*\*(.+?)\*\*", re.S)
_EMPHASIS = re.compile(r"(?<![\w*])\*(\[[^*\n]+\])\*(?![\w*])")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^\s<>]+)>")
_LINK = re.compile(r"(?<![\w/@\"])(https?://[^\s<>&]*(?:&amp;[^\s<>&]+)*[\w/])")


def plain(text: str) -> str:
    """The text without marks of emphasis and without the angle brackets round a link."""
    text = _EMPHASIS.sub(r"\1", _BOLD.sub(r"\1", text))
    text = re.sub(r"[ \t]+", " ", _AUTOLINK.sub(r"\1", text))
    return "\n".join(line.strip() for line in text.split("\n")).strip()


def paragraph(text: str) -> str:
    """The text as one HTML paragraph."""
    kept = _EMPHASIS.sub(r"\1", _AUTOLINK.sub(r"\1", text))
    kept = re.sub(r"[ \t]+", " ", kept).strip()
    escaped = html.escape(kept, quote=False)
    linked = _LINK.sub(r'<a href="\1">\1</a>', escaped)
    bold = _BOLD.sub(r"<b>\1</b>", linked)
    lines = [line.strip() for line in bold.split("\n")]
    return f"<p>{'<br/>'.join(lines)}</p>"
