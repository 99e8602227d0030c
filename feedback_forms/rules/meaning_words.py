"""What a question may be about, in words and in groups, for a list to choose from."""

from feedback_forms.rules.meanings import Meaning

GROUPS = {
    "complainant": "The person who writes",
    "patient": "The patient",
    "representation": "Acting for somebody else",
    "event": "What it is about",
    "consent": "Consent",
    "evidence": "Files",
    "official": "The elected person",
    "case": "The case",
    "received": "When it came in",
}
OTHERS = "Other"


def meaning_choices() -> list[tuple[str, object]]:
    """The meanings for a select, grouped; first none."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for meaning in Meaning:
        groups.setdefault(_group(meaning), []).append((meaning.value, meaning_words(meaning)))
    return [("", "An answer like any other"), *sorted(groups.items(), key=_others_last)]


def meaning_words(meaning: Meaning) -> str:
    """The meaning as it reads within its group: "Date of birth"."""
    return meaning.value.rpartition(".")[2].replace("_", " ").capitalize()


def meaning_in_full(meaning: Meaning) -> str:
    """The meaning with its group: "The patient: date of birth"."""
    group = _group(meaning)
    words = meaning_words(meaning)
    return words if group == OTHERS else f"{group}: {words.lower()}"


def _group(meaning: Meaning) -> str:
    return GROUPS.get(meaning.value.partition(".")[0], OTHERS)


def _others_last(group: tuple[str, object]) -> tuple[bool, int]:
    known = list(GROUPS.values())
    return group[0] == OTHERS, known.index(group[0]) if group[0] in known else 0
