"""The labels of document control: what a policy calls its version, dates, authors and approvers."""

import re

_END = r"(?:\s*\((?:s|name|title|job title|and title)\))?\s*[:.]?\s*$"

TITLE = re.compile(
    r"^(?:(?:policy|document)?\s*title(?: of (?:the )?(?:document|policy))?|(?:policy|document) name"
    r"|name of (?:the )?(?:policy|document|procedure)(?: ?/ ?(?:service|procedure))?)" + _END,
    re.I,
)
VERSION = re.compile(
    r"^(?:(?:policy|document|current) )?version(?: ?(?:number|no\.?|n°))?" + _END, re.I
)
APPROVED_ON = re.compile(
    r"^(?:(?:policy|document) )?(?:date (?:of )?(?:approval|approved|ratification|ratified)"
    r"|(?:approval|ratification|ratified|approved) ?(?:date|on)?|date (?:policy|document) approved)"
    + _END,
    re.I,
)
REVIEW_ON = re.compile(
    r"^(?:(?:policy|document|next|planned) )*(?:review(?: due)?(?: date)?|date (?:of |for )?(?:next )?review"
    r"|review (?:by|on)|next review(?: due)?(?: date)?|expiry date)" + _END,
    re.I,
)
REFERENCE = re.compile(
    r"^(?:policy|document) (?:ref(?:erence)?|number|no)\.?(?: number)?" + _END, re.I
)

_PERSON_WORDS = (
    r"(?:authors?|owners?|leads?|leader|contacts?|contact (?:person|officer|name|details)|sponsors?"
    r"|assessors?|reviewers?|editors?|writers?|originators?|holders?|authori[sz]er|signatory"
    r"|(?:prepared|written|produced|compiled|completed|reviewed|amended|updated|changed|drafted"
    r"|edited|authored|checked|assessed|revised) by|(?:responsible|accountable|lead|nominated)"
    r" (?:officer|person|director|manager|individual|author|executive)|custodian|enquiries(?: to)?|contact (?:for|if) [^:]*|for (?:further|more) information[^:]*)"
)
PERSON = re.compile(
    r"^(?:(?:policy|document|procedure|lead|main|executive|key|named?|of|the|original|last|name(?:s)? of)"
    r"[ /&]+)*"
    + _PERSON_WORDS
    + r"(?:[’']s?)?(?:[ /&]+(?:and |or )?(?:names?|details|job|title|role|position|date"
    r"|contact|author|owner|lead|email|telephone|and|designation|of|policy|document))*" + _END,
    re.I,
)
PERSON_NAME = re.compile(
    r"^(?:full |print |staff )?names?(?: and (?:job )?(?:title|role))?" + _END, re.I
)
BODY_OR_PEOPLE = re.compile(
    r"^(?:approved|ratified|agreed|endorsed|signed off|authori[sz]ed) by\b.*"
    r"|^(?:approving|ratifying|approval) (?:body|committee|group|board).*"
    r"|^(?:consultation|consultees?|consulted(?: with)?|circulation|distribution|stakeholders?"
    r"|contributors?|in consultation with)\b.*",
    re.I,
)
APPROVED_BY = re.compile(
    r"^(?:approved|ratified|agreed|endorsed|signed off|authori[sz]ed) by\b"
    r"|^(?:approving|ratifying|approval) (?:body|committee|group|board)",
    re.I,
)
_CONTROL = (TITLE, VERSION, APPROVED_ON, REVIEW_ON, REFERENCE, PERSON, BODY_OR_PEOPLE)
_PAIR = re.compile(r"^\**([^:\t]{2,60}?)\**\s*[:\t]\**\s*(.*)$", re.S)
_BARE_VERSION = re.compile(r"^(?:v|version\s*)(\d+(?:\.\d+)*[a-z]?)$", re.I)
_WRITTEN_BY = re.compile(r"^(" + _PERSON_WORDS + r")\s+(?=[A-Z])(.+)$", re.S | re.I)


def split_pair(text: str) -> tuple[str, str] | None:
    """("Version", "2.1") for "Version: 2.1"; None when the text is no label with a value."""
    if m := _PAIR.match(text):
        return m[1].strip(), m[2].strip()
    return None


def written_by(text: str) -> tuple[str, str] | None:
    """("Written by", "…") for a credit line without a colon."""
    m = _WRITTEN_BY.match(text)
    return (m[1], m[2]) if m and " by" in m[1].lower() else None


def bare_version(text: str) -> str:
    """The version of a line that holds nothing else ("V8.0"), or ""."""
    m = _BARE_VERSION.match(text.strip())
    return m[1] if m else ""


def is_control_label(text: str) -> bool:
    """True when the text is a document-control label with its value ("Version: 2.1")."""
    pair = split_pair(text)
    return (bool(pair) and any(p.match(pair[0]) for p in _CONTROL)) or bool(bare_version(text))


def is_personal(label: str) -> bool:
    """True when a label announces a person: an author, an owner, a contact, a name."""
    return bool(PERSON.match(label.strip()) or PERSON_NAME.match(label.strip()))


def names_control(label: str) -> bool:
    """True when a table's cell is such a label."""
    return any(pattern.match(label.strip()) for pattern in _CONTROL)
