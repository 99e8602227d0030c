"""The choices that a question of some kinds has unless an editor writes others."""

from typing import Any

from feedback_forms.rules.kinds import NeedGroup, QuestionKind

_NONE = {"value": "none", "label": "None of these", "divider": "or", "exclusive": True}

_BY_KIND: dict[str, list[dict[str, Any]]] = {
    QuestionKind.YES_NO: [{"value": "yes", "label": "Yes"}, {"value": "no", "label": "No"}],
    QuestionKind.CONSENT: [
        {"value": "yes", "label": "Yes, I agree"},
        {"value": "no", "label": "No, I do not agree"},
    ],
}

#: After the Accessible Information Standard (DAPB1605): identify what is needed, in four parts.
_BY_NEED: dict[str, list[dict[str, Any]]] = {
    NeedGroup.CONTACT_METHOD: [
        {"value": "text_message", "label": "Text message instead of a call"},
        {"value": "email_only", "label": "Email"},
        {"value": "letter", "label": "Letter"},
        {"value": "text_relay", "label": "Relay UK or a textphone"},
        {"value": "video", "label": "Video call"},
        {"value": "through_carer", "label": "Through a carer, family member or advocate"},
        _NONE,
    ],
    NeedGroup.INFORMATION_FORMAT: [
        {"value": "large_print", "label": "Large print"},
        {"value": "easy_read", "label": "Easy Read"},
        {"value": "braille", "label": "Braille"},
        {"value": "audio", "label": "Audio"},
        {"value": "email_text", "label": "Email that a screen reader can read"},
        {"value": "bsl_video", "label": "British Sign Language video"},
        {"value": "translated", "label": "Another language than English"},
        _NONE,
    ],
    NeedGroup.PROFESSIONAL: [
        {"value": "bsl", "label": "A British Sign Language interpreter"},
        {"value": "interpreter", "label": "An interpreter for another language"},
        {"value": "deafblind", "label": "A deafblind manual interpreter"},
        {"value": "lipspeaker", "label": "A lipspeaker"},
        {"value": "notetaker", "label": "A notetaker or speech to text reporter"},
        {"value": "advocate", "label": "An advocate"},
        _NONE,
    ],
    NeedGroup.SUPPORT: [
        {"value": "hearing_aid", "label": "I use a hearing aid or a hearing loop"},
        {"value": "lipread", "label": "I lipread: face me and speak clearly"},
        {"value": "more_time", "label": "More time to read, think or speak"},
        {"value": "plain_words", "label": "Short sentences and plain words"},
        {"value": "help_reading", "label": "Help with reading and writing"},
        {
            "value": "communication_aid",
            "label": "I use a communication aid or a communication passport",
        },
        _NONE,
    ],
}


def standard_choices(kind: Any, need: Any = None) -> list[dict[str, Any]]:
    """The choices for a question of ``kind``; an empty list where an editor must write them."""
    if kind == QuestionKind.COMMUNICATION_NEEDS:
        return _BY_NEED.get(str(need), [])
    return _BY_KIND.get(str(kind), [])
