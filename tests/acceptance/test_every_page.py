"""What holds on every page of every form, read from one walk through all of them."""

import re
from collections import Counter
from typing import Any

import pytest

from tests.acceptance.answers import WORDS
from tests.acceptance.conftest import FORMS
from tests.acceptance.walking import Seen, Walk, as_typed

pytestmark = pytest.mark.browser
REFUSED = ("left empty", "wrong")
BANNED = (
    r"please|sorry|valid|invalid|forbidden|illegal|you forgot|prohibited|oops"
    r"|an error occurred|select an option|this field is required"
)


def controls(seen: Seen) -> list[dict[str, Any]]:
    return seen.facts["controls"]


@pytest.mark.acceptance("F1")
def test_axe_finds_nothing_on_any_page_in_any_state(walk: Walk) -> None:
    assert {one.state for one in walk.seen} == {"empty", *REFUSED, "filled"}
    assert [line for one in walk.seen for line in one.axe] == []


@pytest.mark.acceptance("F5")
def test_every_page_has_a_title_of_its_own_that_says_nothing_personal(walk: Walk) -> None:
    body = walk.seen[0].facts["title"].rpartition(" – ")[2]
    titles: dict[str, set[str]] = {}
    for one in walk.seen:
        title = one.facts["title"].removeprefix("Error: ")
        titles.setdefault(title, set()).add(one.form + one.step)
        heading = one.facts["h1"][0].removesuffix(" (optional)")
        assert title.startswith(heading), str(one)
        assert title.endswith(f" – {body}"), str(one)
        assert not any(word in title for word in WORDS.values()), str(one)
    shared = {title: pages for title, pages in titles.items() if len(pages) > 1}
    assert shared == {}


@pytest.mark.acceptance("F6")
def test_a_page_has_one_h1_and_a_single_question_is_it(walk: Walk) -> None:
    for one in walk.seen:
        assert len(one.facts["h1"]) == 1, str(one)
        if one.facts["questions"] == 1 and not one.facts["title_of_page"]:
            assert one.facts["question"], f"{one}: the h1 is no legend or label"
    assert len([one for one in walk.of("empty") if one.facts["question"]]) > 15


@pytest.mark.acceptance("F7")
def test_the_back_link_stands_before_main(walk: Walk) -> None:
    asked = [one for one in walk.seen if controls(one) or one.step == "check-answers"]
    assert [str(one) for one in asked if not one.facts["back_before_main"]] == []


@pytest.mark.acceptance("F9")
def test_browsers_judge_nothing_and_optional_questions_say_so(walk: Walk) -> None:
    for one in walk.seen:
        assert all(one.facts["forms"]), f"{one}: a form without novalidate"
        labels = [c["label"] for c in controls(one)] + [c["legend"] for c in controls(one)]
        assert not any("*" in label for label in labels), str(one)
        assert not any(c["required"] for c in controls(one)), str(one)
    optional = {c["name"] for one in walk.seen for c in controls(one) if says_optional(c)}
    assert {"your_phone", "desired_outcome", "staff_named", "your_address-line_2"} <= optional
    assert optional.isdisjoint({"story", "relationship", "their_name", "consent_share"})


def says_optional(control: dict[str, Any]) -> bool:
    return "(optional)" in control["label"] + control["legend"]


@pytest.mark.acceptance("F11")
def test_a_refusal_is_told_in_the_title_and_in_a_focused_summary_above_the_h1(walk: Walk) -> None:
    assert len(walk.of(*REFUSED)) > 20
    for one in walk.of(*REFUSED):
        summary = one.facts["summary"]
        assert one.facts["title"].startswith("Error: "), str(one)
        assert summary["heading"] == "There is a problem", str(one)
        assert summary["focused"], str(one)
        assert summary["above_h1"], str(one)


@pytest.mark.acceptance("F12")
def test_each_link_of_the_summary_focuses_its_control(walk: Walk) -> None:
    for one in walk.of(*REFUSED):
        assert one.facts["summary"]["links"], str(one)
        assert one.facts["summary"]["unlinked"] == [], str(one)
        wrong = [link["text"] for link in one.facts["summary"]["links"] if not link["right"]]
        assert wrong == [], str(one)


@pytest.mark.acceptance("F13")
def test_the_summary_says_what_stands_at_the_question(walk: Walk) -> None:
    for one in walk.of(*REFUSED):
        links = one.facts["summary"]["links"]
        assert [link["text"] for link in links] == one.facts["inline"], str(one)
        for link in links:
            tied = [text.removeprefix("Error: ") for text in link["described"]]
            assert link["text"] in tied, f"{one}: {link}"


@pytest.mark.acceptance("F14")
def test_no_message_blames_or_tells_nothing(walk: Walk) -> None:
    messages = {text for one in walk.of(*REFUSED) for text in one.facts["inline"]}
    assert len(messages) > 15
    assert [m for m in messages if re.search(rf"\b({BANNED})\b", m, re.IGNORECASE)] == []


@pytest.mark.acceptance("F15")
def test_whatever_is_refused_still_stands_there(walk: Walk) -> None:
    refused = walk.of("wrong")
    assert {"your_email", "their_birth_date-day", "nhs_number", "story"} <= {
        c["name"] for one in refused for c in controls(one)
    }
    for one in refused:
        now = {c["id"]: as_typed(c) for c in controls(one)}
        assert now == one.facts["typed"], str(one)


@pytest.mark.acceptance("F26")
def test_urgent_help_stands_before_the_story(walk: Walk) -> None:
    asking = [one for one in walk.seen if any(c["name"] == "story" for c in controls(one))]
    harmed = [one for one in asking if one.form != "/give-a-compliment/"]
    assert harmed
    for one in harmed:
        assert one.facts["urgent_before_story"], str(one)
        for help_at in ("999", "111", "GP", "Samaritans"):
            assert help_at in one.facts["text"], f"{one}: {help_at}"


@pytest.mark.acceptance("F41")
def test_the_help_stands_in_the_same_place_on_every_step(walk: Walk) -> None:
    first = walk.seen[0].facts["help"]
    assert first["phone"]
    assert "large print" in first["words"]
    for one in walk.seen:
        assert one.facts["help"] == first, str(one)
        assert one.facts["help"]["last"], str(one)


@pytest.mark.acceptance("F40")
@pytest.mark.parametrize("who", ["your", "their"])
def test_each_kind_of_need_is_asked_for_the_person_and_for_the_patient(
    walk: Walk, who: str
) -> None:
    asked = {c["name"]: c["legend"] for one in walk.of("empty") for c in controls(one)}
    for kind in ("contact_method", "information_format", "professional", "support"):
        assert asked[f"{who}_{kind}"].endswith("?"), kind


@pytest.mark.acceptance("F25")
def test_nothing_is_asked_twice_and_an_address_is_offered_again(walk: Walk) -> None:
    for form in FORMS:
        pages = [one for one in walk.of("empty") if one.form == form]
        asked = [
            words for one in pages for words in {c["legend"] or c["label"] for c in controls(one)}
        ]
        assert len(asked) > 4, form
        assert [words for words, times in Counter(filter(None, asked)).items() if times > 1] == []
    # The patient's address is asked for only from those who do not take their own
    steps = {one.step for one in walk.of("empty") if one.form == FORMS[0]}
    assert "same-address" in steps
    assert "their-address" not in steps
