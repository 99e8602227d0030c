"""Short lines that only make sense together: addresses, references, charts, lists of appendices."""

import re
from dataclasses import replace

from public_site.importers.elements import ADDRESS, HEADING, ITEM, PARAGRAPH, TABLE, Element
from public_site.importers.lines import Gap, Omission
from public_site.importers.numbering import parse_marker
from public_site.importers.sentences import is_fragment, is_title

_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b")
_CONTACT = re.compile(
    r"^(tel|telephone|phone|freephone|e-?mail|web|website|fax|post)\b|@|https?://|www\.", re.I
)
_OPENS_LIST = re.compile(
    r"^(references?|bibliography|further reading|legislation|useful links"
    r"|(associated|related|linked|supporting) (documents?|polic(y|ies)|documentation))$",
    re.I,
)
_SHORT = 12
_CHART = 8
_CHART_WORDS = 8


def group(elements: list[Element]) -> tuple[list[Element], list[Omission]]:
    """The elements with such lines put together, and notes on what an editor should look at."""
    notes: list[Omission] = []
    out = _appendix_lists(elements)
    out = _tight_addresses(out)
    grouped: list[Element] = []
    index = 0
    while index < len(out):
        end = _fragment_run(out, index)
        run = out[index:end]
        if len(run) < 3:
            grouped.append(out[index])
            index += 1
            continue
        if _OPENS_LIST.match(run[0].text):
            grouped.append(run[0])
            run = run[1:]
        if any(_POSTCODE.search(e.text) for e in run):
            grouped += _addresses(run)
        else:
            grouped += _list(run)
            notes += [_chart_note(run)] if _is_chart(run) else []
        index = end
    return grouped, notes


def _appendix_lists(elements: list[Element]) -> list[Element]:
    """Three or more appendix headings in a row are a list of appendices, not appendices."""
    out = list(elements)
    start = 0
    while start < len(out):
        labels: list[str] = []
        end = start
        while end < len(out) and out[end].kind == HEADING and out[end].appendix:
            marker = parse_marker(out[end].text)
            label = marker.label.casefold() if marker else ""
            if label in labels:
                break
            labels.append(label)
            end += 1
        if end - start >= 3:
            for i in range(start, end):
                out[i] = replace(out[i], kind=ITEM, style="bullet", appendix=False)
        start = max(end, start + 1)
    return out


def _is_plain(element: Element) -> bool:
    """An unmarked line that still may be anything."""
    return element.kind == PARAGRAPH and not element.label and not element.is_title


def _tight_addresses(elements: list[Element]) -> list[Element]:
    """Three or more short lines without a blank line between them keep their line breaks."""
    out: list[Element] = []
    index = 0
    while index < len(elements):
        end = index
        while end < len(elements) and _is_short_plain(elements[end]):
            if end > index and elements[end].gap is not Gap.TIGHT:
                break
            end += 1
        if end - index >= 3:
            text = "\n".join(e.text for e in elements[index:end])
            out.append(replace(elements[index], kind=ADDRESS, text=text))
            index = end
        else:
            out.append(elements[index])
            index += 1
    return out


def _is_short_plain(element: Element) -> bool:
    """A short unmarked line that is no sentence (a label such as "Post:" may be one of them)."""
    if not _is_plain(element) or len(element.text.split()) > _SHORT:
        return False
    return is_fragment(element.text.rstrip(":")) and not element.text.endswith(".")


def _fragment_run(elements: list[Element], start: int) -> int:
    """The end of the run of fragments that begins at `start`."""
    end = start
    while end < len(elements) and _is_plain(elements[end]) and is_fragment(elements[end].text):
        end += 1
    last = elements[end - 1]
    follows = elements[end] if end < len(elements) else None
    if end - start not in (1, 3) and end > start and follows is not None and _is_text(follows):
        # The last short line above real text is that text's heading.
        titled = is_title(last.text) and last.gap is not Gap.TIGHT
        if titled and not _CONTACT.search(last.text):
            return end - 1
    return end


def _is_text(element: Element) -> bool:
    """Whether a heading may stand above the element."""
    listed_appendix = element.kind == ITEM and parse_marker(element.text) is not None
    return element.kind in (PARAGRAPH, ITEM, TABLE) and not listed_appendix


def _list(run: list[Element]) -> list[Element]:
    """Fragments as items of one list."""
    return [replace(e, kind=ITEM, style="bullet", run=run[0].line) for e in run]


def _addresses(run: list[Element]) -> list[Element]:
    """Fragments as contact details: a new address begins after the ways to reach the last one."""
    out: list[Element] = []
    lines: list[Element] = []
    for element in run:
        if lines and _CONTACT.search(lines[-1].text) and not _CONTACT.search(element.text):
            out += _address(lines)
            lines = []
        lines.append(element)
    return out + _address(lines)


def _address(lines: list[Element]) -> list[Element]:
    """One address; its first line is its heading when it has a name below it as well."""
    head: list[Element] = []
    if len(lines) > 4 and is_title(lines[0].text) and lines[0].gap is not Gap.TIGHT:
        head, lines = [lines[0]], lines[1:]
    body = replace(lines[0], kind=ADDRESS, text="\n".join(e.text for e in lines))
    return [*head, body]


def _is_chart(run: list[Element]) -> bool:
    """Many very short lines: boxes of a chart or a form, whose order is the printer's."""
    words = sorted(len(e.text.split()) for e in run)
    return len(run) >= _CHART and words[len(words) // 2] <= _CHART_WORDS


def _chart_note(run: list[Element]) -> Omission:
    """Where an editor must look."""
    return Omission(
        run[0].line,
        run[0].text,
        f"short lines without bullets, up to line {run[-1].line}, shown as a list: "
        "a chart or a form has lost its layout here",
    )
