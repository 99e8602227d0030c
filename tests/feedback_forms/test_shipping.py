"""Every form that ships can be built, and asks for what the case needs."""

import json

import pytest
from django.core.exceptions import ValidationError

from feedback_forms.models import FormVersion
from feedback_forms.rules.definition import FormDefinition
from feedback_forms.shipping import build_form_page, shipped_forms
from permissions.models import Body

FORMS = shipped_forms()
BANNED = ("please", "sorry", "invalid", "forbidden", "illegal", "you forgot", "prohibited", "oops")


def definition(key: str) -> FormDefinition:
    form = FORMS[key]
    parts = {
        name: form[name] for name in ("kind", "audience", "on_behalf", "pages") if name in form
    }
    return FormDefinition.model_validate(parts)


@pytest.mark.django_db
@pytest.mark.parametrize("key", sorted(FORMS))
def test_a_shipped_form_is_published_as_it_was_written(key: str, body: Body) -> None:
    try:
        page = build_form_page(body.site.root_page, key)
    except ValidationError as error:
        pytest.fail(str(error))
    assert page.live
    assert FormVersion.in_force(page).form == definition(key)


@pytest.mark.django_db
@pytest.mark.parametrize("profile", ["hwe_icb", "west_essex_ccg", "millbrook"])
@pytest.mark.parametrize("key", ["complaint", "complaint_for_someone_else"])
def test_the_tests_that_ship_with_a_form_pass_by_each_policy(
    key: str, profile: str, body: Body
) -> None:
    body.profile_key = profile
    body.save()
    results = build_form_page(body.site.root_page, key).trial_results()
    assert len(results) == len(FORMS[key]["tests"]) >= 2
    assert [result.problems for result in results if not result.passed] == []


@pytest.mark.acceptance("F14")
@pytest.mark.parametrize("key", sorted(FORMS))
def test_no_shipped_form_uses_a_banned_word(key: str) -> None:
    words = json.dumps(FORMS[key], ensure_ascii=False).lower()
    assert [word for word in BANNED if word in words] == []


@pytest.mark.requirement("WC-2", "IN-5")
def test_the_form_for_someone_else_asks_by_meaning_for_what_a_case_needs() -> None:
    asked = {q.meaning for q in definition("complaint_for_someone_else").questions if q.meaning}
    needed = [
        "complainant.name",
        "complainant.address",
        "complainant.email",
        "complainant.phone",
        "complainant.contact_preference",
        "complainant.needs",
        "complainant.safe_contact",
        "patient.name",
        "patient.address",
        "patient.same_address",
        "patient.date_of_birth",
        "patient.nhs_number",
        "patient.needs",
        "representation.reason",
        "representation.relationship",
        "representation.evidence_basis",
        "event.date",
        "event.known_date",
        "event.service",
        "event.place",
        "story",
        "desired_outcome",
        "staff_named",
        "consent.email",
        "evidence.authority",
        "evidence.supporting",
        "exclusion.ground",
        "late.reason",
        "declaration",
    ]
    assert set(needed) == asked


@pytest.mark.acceptance("F19")
def test_only_the_writers_own_details_are_filled_in_by_the_browser() -> None:
    for question in definition("complaint_for_someone_else").questions:
        if question.meaning and question.meaning.startswith("patient."):
            assert not question.autocomplete
