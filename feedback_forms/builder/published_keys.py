"""Keys of questions and options that were published: answers and rules go by them for ever."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from feedback_forms.rules.form_findings import Finding, Raw, fault

KEPT = (
    "was published as “{old}” and is now “{new}”. Answers already sent, rules and reports go by it:"
    " put “{old}” back, or add something new and remove this"
)


@dataclass(frozen=True)
class _Place:
    key: str
    page: int
    question: int
    part: str


def changed_keys(form: Raw, published: Any, stream: Any) -> Iterator[Finding]:
    """What has another key than the block of the same id in the published stream."""
    before = {block_id: place.key for block_id, place in _keyed(published)}
    for block_id, place in _keyed(stream):
        old = before.get(block_id)
        if old and old != place.key:
            words = KEPT.format(old=old, new=place.key)
            words = words if place.part == "key" else f"its option {words}"
            yield fault(form, words, place.page, place.question, place.part)


def _keyed(stream: Any) -> Iterator[tuple[str, _Place]]:
    """Block id → where the key stands, for every question and option that has an id."""
    for page, page_block in enumerate(stream.get_prep_value()):
        for number, block in enumerate(page_block["value"].get("questions") or ()):
            value = block["value"]
            if block.get("id"):
                yield block["id"], _Place(value.get("key") or "", page, number, "key")
            for item in value.get("choices") or ():
                if isinstance(item, dict) and item.get("id"):
                    key = item["value"].get("value") or ""
                    yield item["id"], _Place(key, page, number, "choices")
