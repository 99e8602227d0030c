"""Nothing of a case goes to a patient record: no field, address or connector leads to one (RT-1)."""

import re

import pytest
from django.apps import apps
from django.urls import URLPattern, URLResolver, get_resolver

from permissions import outbox
from tests.architecture.house import ROOT, modules

pytestmark = pytest.mark.requirement("RT-1")
OURS = {"permissions", "feedback_forms", "staff_workspace", "public_site"}
RECORD = re.compile(
    r"medical|patient_record|health_record|care_record|\b(fhir|pds|emis|systmone)\b"
)
# Every door to the outside is a folder of its own; what lies in them is listed, so that one more
# is looked at by whoever adds it.
DOORS = {
    "feedback_forms/connectors": {
        "choose",
        "clamav",
        "development",
        "govuk_notify",
        "mail",
        "notifier",
        "virus_scanner",
    },
    "permissions/connectors": {"seal_copies", "seal_file"},
    "staff_workspace/connectors": {"document_store", "filesystem"},
}


def addresses(found: list[URLPattern | URLResolver], before: str = "") -> list[str]:
    """Every address, with what stands before it."""
    words: list[str] = []
    for one in found:
        route = before + str(one.pattern)
        words += addresses(one.url_patterns, route) if isinstance(one, URLResolver) else [route]
    return words


def test_no_field_holds_or_names_a_medical_record() -> None:
    fields = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        if model._meta.app_label in OURS
        for field in model._meta.get_fields()
    ]
    assert len(fields) > 200
    assert [field for field in fields if RECORD.search(field.lower())] == []


def test_no_address_and_no_work_that_follows_leads_to_one() -> None:
    routes = addresses(get_resolver().url_patterns)
    assert len(routes) > 100
    assert [route for route in routes if RECORD.search(route.lower())] == []
    assert [topic for topic in outbox._handlers if RECORD.search(topic)] == []


def test_the_doors_to_the_outside_are_these_and_none_is_a_patient_record() -> None:
    found = {
        place: {path.stem for path in (ROOT / place).glob("*.py")} - {"__init__"} for place in DOORS
    }
    assert found == DOORS
    others = [m.path for m in modules() if "/connectors/" in m.path]
    assert {path.rpartition("/")[0] for path in others} <= set(DOORS)
