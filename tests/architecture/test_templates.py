"""Templates: every name leads to one, nothing inline that the CSP would stop, no banned words."""

import re

import pytest
from django.template import engines

from tests.architecture.house import Module, modules, strings, template_name, templates

BANNED = (
    "please",
    "sorry",
    "valid",
    "invalid",
    "forbidden",
    "illegal",
    "you forgot",
    "prohibited",
    "oops",
    "an error occurred",
    "select an option",
    "this field is required",
)
BANNED_WORDS = re.compile(rf"\b({'|'.join(BANNED)})\b", re.IGNORECASE)
# Letters to people do say sorry; these hold the words of letters, not of messages.
WORDS_OF_LETTERS = ("public_site/demo/", "staff_workspace/presenters/letter_start.py")
INLINE = re.compile(r"<[a-z][^<>]*?\s(style|on[a-z]+)\s*=", re.IGNORECASE)
SCRIPT_OR_STYLE = re.compile(r"<(script|style)\b([^>]*)>", re.IGNORECASE)
MACROS_ELSEWHERE = ("nhsuk/", "wagtailadmin/")


def missing_templates(module: Module) -> list[str]:
    """Template names in the module that lead nowhere."""
    known = {template_name(t.path) for t in templates()}
    return [
        text
        for text in strings(module.tree)
        if re.fullmatch(r"[\w/-]+\.jinja", text)
        and text not in known
        and not text.startswith(MACROS_ELSEWHERE)
    ]


def inline(template: Module) -> list[str]:
    """Inline styles and handlers, and scripts or styles without the nonce."""
    text = without_comments(template.text)
    bare = [m.group(0) for m in SCRIPT_OR_STYLE.finditer(text) if "nonce=" not in m.group(2)]
    return [m.group(0) for m in INLINE.finditer(text)] + bare


def banned_words(text: str) -> list[str]:
    """The words that the content style keeps out of messages."""
    return [found.lower() for found in BANNED_WORDS.findall(text)]


def without_comments(text: str) -> str:
    """A template without what only its authors read, and without what Jinja2 computes."""
    return re.sub(r"\{#.*?#\}|\{%.*?%\}", "", text, flags=re.DOTALL)


def test_every_template_that_code_names_exists() -> None:
    assert {m.path: lost for m in modules() if (lost := missing_templates(m))} == {}


@pytest.mark.parametrize("template", templates(), ids=lambda t: template_name(t.path))
def test_every_template_compiles_with_what_it_names(template: Module) -> None:
    environment = engines["jinja2"].env
    name = template_name(template.path)
    environment.get_template(name)
    named = re.findall(r"{%-?\s*(?:extends|include|from|import)\s+[\"']([^\"']+)", template.text)
    for other in named:
        environment.get_template(other)


def test_nothing_is_inline_that_the_csp_would_stop() -> None:
    assert {t.path: found for t in templates() if (found := inline(t))} == {}


def test_no_template_says_a_banned_word() -> None:
    found = {t.path: banned_words(without_comments(t.text)) for t in templates()}
    assert {path: words for path, words in found.items() if words} == {}


def test_no_message_says_a_banned_word() -> None:
    found = {
        m.path: [text for text in strings(m.tree) if " " in text and banned_words(text)]
        for m in modules()
        if not m.path.startswith(WORDS_OF_LETTERS)
    }
    assert {path: texts for path, texts in found.items() if texts} == {}


@pytest.mark.parametrize(
    "text",
    ['<p style="color: red">', "<a href='/' onclick='go()'>", "<script>go()</script>"],
)
def test_inline_code_is_noticed(text: str) -> None:
    assert inline(Module("x.jinja", text))


def test_a_banned_word_is_noticed() -> None:
    assert banned_words("Please enter a valid date") == ["please", "valid"]


def test_a_template_that_does_not_exist_is_noticed() -> None:
    assert missing_templates(Module("x.py", "template_name = 'staff_workspace/gone.jinja'"))
