"""A form just large enough to have a branch, a file and a declaration."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from feedback_forms.models import Draft, FormPage, FormVersion

SMALL: dict[str, Any] = {
    "title": "Complain for someone else",
    "kind": "complaint",
    "on_behalf": True,
    "lead": "Tell us what went wrong.",
    "pages": [
        {
            "key": "why",
            "questions": [
                {
                    "kind": "radios",
                    "key": "reason",
                    "label": "Why are you complaining for them?",
                    "thing": "why you are complaining for them",
                    "meaning": "representation.reason",
                    "choices": [
                        {"value": "asked", "label": "They asked me to"},
                        {"value": "lacks_capacity", "label": "They are not able to"},
                    ],
                }
            ],
        },
        {
            "key": "authority",
            "show_if": {"question": "reason", "is": ["lacks_capacity"]},
            "questions": [
                {
                    "kind": "files",
                    "key": "authority_files",
                    "label": "Upload proof that you can act for them",
                    "thing": "a power of attorney or letter",
                    "meaning": "evidence.authority",
                    "purpose": "authority",
                    "required": False,
                }
            ],
        },
        {
            "key": "about-you",
            "title": "About you",
            "questions": [
                {
                    "kind": "name",
                    "key": "your_name",
                    "label": "Your full name",
                    "meaning": "complainant.name",
                    "autocomplete": "name",
                },
                {
                    "kind": "email",
                    "key": "your_email",
                    "label": "Your email address",
                    "meaning": "complainant.email",
                    "required": False,
                },
            ],
        },
        {
            "key": "what-happened",
            "urgent_help": True,
            "questions": [
                {
                    "kind": "long_text",
                    "key": "story",
                    "label": "What happened?",
                    "thing": "what happened",
                    "meaning": "story",
                    "max_length": 4000,
                }
            ],
        },
    ],
}

ANSWERS = {
    "reason": "asked",
    "your_name": "Ana O’Brien",
    "your_email": "ana@example.org",
    "story": "The clinic lost the referral.",
}


def finished_draft(page: FormPage, answers: dict[str, Any] | None = None, **kwargs: Any) -> Draft:
    """A draft in which every page was gone through."""
    now: datetime = timezone.now()
    return Draft.objects.create(
        body=page.health_body,
        form_version=FormVersion.in_force(page),
        answers=dict(ANSWERS if answers is None else answers),
        done_pages=[question_page["key"] for question_page in SMALL["pages"]],
        started_at=now,
        updated_at=now,
        **kwargs,
    )
