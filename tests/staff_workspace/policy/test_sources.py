"""Every value points to a paragraph that its policy has, as the policy itself numbers it."""

from __future__ import annotations

import re

import pytest

from staff_workspace.policy.compare import values
from staff_workspace.policy.profile import load

APPENDIX = re.compile(r"Appendix (\w+)(?:, (\d+))?")
SECTION = re.compile(r"(?<![\w.])(\d+(?:\.\d+){0,2})(?![\w.])")
# The numbered sections of each policy, each with how many paragraphs it has.
HWE = {
    "2": 3,
    "3": 3,
    "4": 1,
    "5": 1,
    "7": 4,
    "9": 6,
    "10": 3,
    "11": 4,
    "12": 2,
    "8.1": 4,
    "8.2": 3,
    "8.3": 5,
    "8.4": 9,
    "8.5": 3,
    "8.6": 2,
    "8.7": 0,
    "8.8": 3,
    "8.9": 3,
    "8.10": 16,
    "8.11": 5,
    "8.12": 1,
    "8.13": 1,
}
# The numbering has gaps: there is no 2.4, 2.5, 3.5, no section 5, and no section 6.4.
WEST_ESSEX = {
    *("2.1", "2.2", "2.3", "2.6", "3.1", "3.2", "3.3", "3.4", "3.6"),
    *("4.1", "4.2", "4.3", "4.4", "4.5", "6.1", "6.2", "7.1", "8.1", "8.2", "8.3"),
    *("9.1", "9.2", "9.3", "9.4", "9.5", "9.6", "10.0"),
}
APPENDICES = {
    "hwe_icb": {str(n) for n in range(1, 13)},
    "west_essex_ccg": {str(n) for n in range(1, 10)},
    "millbrook": set("ABCDEFGH"),
}
STEPS = {("hwe_icb", "6"): 14, ("west_essex_ccg", "4"): 15, ("west_essex_ccg", "9"): 2}
STEPS |= {("millbrook", "F"): 5}


def _sections(name: str) -> set[str]:
    if name == "west_essex_ccg":
        return WEST_ESSEX
    if name == "millbrook":  # as in the body of the text; the contents page is one ahead
        return {str(n) for n in range(1, 22)}
    return set(HWE) | {f"{top}.{n}" for top, last in HWE.items() for n in range(1, last + 1)}


@pytest.mark.requirement("T-18")
@pytest.mark.parametrize("name", ["hwe_icb", "west_essex_ccg", "millbrook"])
def test_every_source_is_a_paragraph_of_that_policy(name: str) -> None:
    sections, wrong = _sections(name), []
    for key, value in values(load(name)).items():
        for appendix, step in APPENDIX.findall(value.source):
            if appendix not in APPENDICES[name]:
                wrong.append((key, value.source))
            if step and int(step) > STEPS.get((name, appendix), 0):
                wrong.append((key, value.source))
        rest = re.sub(r"Appendix \w+(?:, \d+(?:(?: and| to) \d+)?)?", "", value.source)
        wrong += [(key, value.source) for number in SECTION.findall(rest) if number not in sections]
    assert wrong == []


@pytest.mark.requirement("T-18")
def test_the_section_that_west_essex_refers_to_and_lacks_is_nobodys_source(west_essex) -> None:
    sources = {value.source for value in values(west_essex).values()}
    assert not any(
        re.search(r"(?<!\d)(6\.4|2\.[45]|3\.5|5\.\d)(?!\d)", source) for source in sources
    )
    decides = west_essex.restrictions.vex_deciders
    assert (decides.source, decides.verified) == ("3.1", False)
