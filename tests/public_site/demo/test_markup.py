"""The plain text of the demonstration's pages becomes blocks."""

from public_site.demo.markup import inline, pieces
from public_site.demo.streams import policy_stream, rich_text


def link(target: str) -> str:
    return f'href="{target}"'


def test_a_line_without_a_mark_continues_the_line_before_it() -> None:
    found = pieces("1.1 We listen\nto everyone.\n\nA new paragraph.\n- a point\n  that goes on")
    assert [(piece.kind, piece.parts[-1]) for piece in found] == [
        ("clause", "We listen to everyone."),
        ("text", "A new paragraph."),
        ("bullet", "a point that goes on"),
    ]


def test_headings_keep_their_numbers_and_levels() -> None:
    stream = policy_stream(pieces("## 8 Complaints\n\n### 8.1 Access\n\n## Appendix 2 Times"), link)
    assert [block["value"] for block in stream] == [
        {"number": "8", "title": "Complaints", "level": 2},
        {"number": "8.1", "title": "Access", "level": 3},
        {"number": "Appendix 2", "title": "Times", "level": 2},
    ]


def test_tables_take_their_caption_and_headings() -> None:
    (block,) = policy_stream(pieces("table: Times\n| Step | When |\n| Answer | 40 |"), link)
    assert block["value"]["caption"] == "Times"
    assert [column["heading"] for column in block["value"]["columns"]] == ["Step", "When"]
    assert block["value"]["rows"] == [{"values": ["Answer", "40"]}]


def test_links_and_bold_words_become_html_and_the_rest_is_escaped() -> None:
    assert inline("**See** [us](/contact/) & <them>", link) == (
        '<b>See</b> <a href="/contact/">us</a> &amp; &lt;them&gt;'
    )


def test_prose_becomes_headings_lists_and_paragraphs() -> None:
    html = rich_text(pieces("## Who\n\n- you\n- we\n\nAll of us."), link)
    assert html == "<h2>Who</h2><ul><li>you</li><li>we</li></ul><p>All of us.</p>"
