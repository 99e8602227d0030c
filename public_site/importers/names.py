"""Personal names: which part of a document-control value names a person, and which a role."""

import re
from collections.abc import Iterable

# Words of roles and bodies. What holds none of them, under a label for people, is a name.
_ROLE_WORD = re.compile(
    r"(?:accountable|administrator|adviser|advisor|advocacy|all|and|assistant|associate"
    r"|assurance|board|business|caldicott|care|centre|chair|chairman|chairperson|chairwoman"
    r"|chief|clerk|clinical|co-ordinator|commissioning|committee|communications|community"
    r"|company|complaints|compliance|concerns|consultant|coordinator|corporate|council"
    r"|customer|data|delivery|department|deputy|development|director|directorate|directors"
    r"|division|employee|employees|engagement|executive|executives|experience|feedback"
    r"|finance|financial|for|forum|general|governance|governing|governor|governors|group"
    r"|guardian|head|health|healthcare|hr|human|improvement|in|information|integrated"
    r"|interim|joint|lead|lead-nurse|leadership|leads|legal|management|manager|managers"
    r"|medical|medicine|member|members|national|nhs|non|non-executive|nurse|nurses|nursing"
    r"|of|office|officer|officers|operating|operations|organisational|pals|partnership"
    r"|patient|people|performance|planning|policies|policy|primary|professional|protection"
    r"|public|quality|regional|registered|relations|representative|resources|risk"
    r"|safeguarding|safety|secretary|senior|service|services|specialist|staff|standards"
    r"|strategy|sub-committee|supervisor|supervisors|support|system|team|teams|technical"
    r"|the|to|transformation|trust|trustees|unit|user|users|vice|with|workforce|working)s?",
    re.I,
)
_BODY_END = re.compile(
    r"(?:board|committee|group|team|panel|trust|council|forum|directorate|office)s?", re.I
)
_PARTS = re.compile(r"\s*(?:[,;/|\n]|\s[-–—]\s|\(|\))\s*")
_BIG = "[A-ZÀ-ÖØ-Þ]"
_WORD = f"{_BIG}[A-Za-zÀ-ÖØ-öø-ÿ’'-]+"
_NAME = re.compile(
    r"\b(?:(?:Dr|Mr|Mrs|Ms|Miss|Prof|Professor|Sir|Dame|Cllr)\.?\s+)?"
    rf"(?:{_BIG}\.\s*|{_BIG}\s+)*{_WORD}(?:\s+(?:van|von|de|der|al|el|bin|{_BIG}\.|{_WORD})){{1,3}}"
)
_TITLED = re.compile(r"^(?:Dr|Mr|Mrs|Ms|Miss|Prof|Professor|Sir|Dame|Cllr)\b")


def _words(text: str) -> list[str]:
    return [w.casefold() for w in re.findall(r"[\w’'-]+", text) if not w.isdigit()]


def _is_role_word(word: str) -> bool:
    return bool(_ROLE_WORD.fullmatch(word))


def is_role_or_body(value: str) -> bool:
    """True when every word is one of a role or a body, so that no person is named."""
    words = _words(value)
    return bool(words) and all(_is_role_word(w) for w in words)


def looks_like_name(part: str) -> bool:
    """True for two to four capitalised words, none of them of a role or a body."""
    text = part.strip(" .:*")
    if _TITLED.match(text):
        return True
    return bool(_NAME.fullmatch(text)) and not any(_is_role_word(w) for w in _words(text))


def names_in(value: str) -> set[str]:
    """The names of people in a value whose label says that it names people."""
    found: set[str] = set()
    for part in _parts_with_names(value):
        words = [w.strip(".,:;") for w in part.split()]
        run: list[str] = []
        for word in [*words, ""]:
            if word[:1].isupper() and not _is_role_word(word.casefold()) and "@" not in word:
                run.append(word)
                continue
            found |= _as_names(run)
            run = []
    return found


def _parts_with_names(value: str) -> list[str]:
    """The parts of a value to look for names in.

    Behind "Jo Bloggs, " stand a role and an employer: a place or a body is not to be taken for a
    name and struck out all over the document. A value without any role is a list of names.
    """
    if not has_role(value):
        return _PARTS.split(value)
    people = re.split(r"\s*(?:[;/|\n]|\band\b|&)\s*", value)
    return [_PARTS.split(person)[0] for person in people]


def has_role(value: str) -> bool:
    """True when a word of the value belongs to a role or a body."""
    return any(_is_role_word(w) and len(w) > 3 for w in _words(value))


def begins_with_name(value: str) -> bool:
    """True when the first part of the value is a person's name."""
    return looks_like_name(_PARTS.split(value)[0])


def _as_names(run: list[str]) -> set[str]:
    """A run of name words as names; four words written together are two people."""
    if len(run) < 2:
        return set()
    names = {" ".join(run)}
    if len(run) >= 4 and len(run) % 2 == 0:
        names |= {" ".join(run[i : i + 2]) for i in range(0, len(run), 2)}
    return names


def without_names(value: str) -> str:
    """A value that may name bodies, roles and people, without the people."""
    kept = []
    for part in _PARTS.split(value):
        if not part.strip() or looks_like_name(part):
            continue
        kept.append(_strip_leading_name(part))
    return ", ".join(part for part in kept if part)


def names_someone(value: str) -> bool:
    """True when a part of the value names a person."""
    return any(
        looks_like_name(part) or _strip_leading_name(part) != part
        for part in _PARTS.split(value)
        if part.strip()
    )


def _strip_leading_name(part: str) -> str:
    """ "Jo Bloggs Chief Nurse" as "Chief Nurse"; the name of a body is left whole."""
    words = part.split()
    if words and _BODY_END.fullmatch(words[-1].strip(".")):
        return part
    first_role = next((i for i, w in enumerate(words) if _is_role_word(w.casefold())), 0)
    if first_role >= 2 and looks_like_name(" ".join(words[:first_role])):
        return " ".join(words[first_role:])
    return part


def scrub(text: str, names: Iterable[str], instead: str) -> str:
    """The text with every one of the names replaced."""
    for name in sorted(names, key=len, reverse=True):
        pattern = r"\s+".join(re.escape(word) for word in name.split())
        text = re.sub(rf"(?<!\w){pattern}(?!\w)", instead, text, flags=re.I)
    return text
