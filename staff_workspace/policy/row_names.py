"""What the lists of a profile and the facts of their rows are called in plain words."""

from __future__ import annotations

# Each list: its heading, one row of it, and how adding one is asked.
LIST_NAMES: dict[str, tuple[str, str]] = {
    "body": ("Names of the body", "the names of the body"),
    "document": ("Title of the policy", "the title of the policy"),
    "contacts": ("Contacts", "contact"),
    "calendar.closures": ("Days on which the body is closed", "closed day"),
    "calendar.one_off_bank_holidays": ("Extra bank holidays", "extra bank holiday"),
    "document.history": ("Earlier versions of the document", "earlier version"),
    "roles": ("Roles", "role"),
    "grading.grades": ("Grades", "grade"),
    "grading.interventions": ("Ways of looking into it", "way of looking into it"),
    "response_letter.elements": ("Elements of the letter", "element"),
}
CONTACT_KINDS: dict[str, str] = {
    "body": "The body itself",
    "advocacy": "Advocacy: help with making a complaint",
    "carers": "Help for carers",
    "ombudsman": "Ombudsman",
    "signposting": "Another place to turn to",
}
CASE_KINDS: dict[str, str] = {
    "complaint": "Complaints",
    "concern": "Concerns",
    "mp_enquiry": "Enquiries by MPs",
    "enquiry": "Enquiries",
}
FACT_NAMES: dict[str, str] = {
    "name": "Name",
    "short_name": "Short name",
    "is_nhs_body": "It is an NHS body",
    "ceased_on": "The day it ceased",
    "successor": "Key of its successor",
    "successor_name": "Who took its place",
    "title": "Title",
    "kind": "What it is",
    "area": "Whom it is for",
    "email": "Email address",
    "phone": "Phone number",
    "post": "Postal address",
    "web": "Web address",
    "social": "Social media",
    "last_verified": "Last checked on",
    "note": "Note",
    "day": "Day",
    "reason": "Why",
    "version": "Version",
    "dated": "Dated",
    "label": "Name",
    "meaning": "What it means",
    "kinds": "For which kinds of case",
    "intervention": "How it is looked into",
    "method": "How it is done",
    "involvement": "Who takes part",
    "form": "Form of the answer",
}
