"""The demonstration: loaded once for two days, in seconds, and true to the rules it shows.

One module, because loading is what takes the time.
"""

from datetime import date, datetime

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db.models import DateTimeField, Max
from django.test import Client
from django.utils import timezone

from feedback_forms.models import Evidence, Submission
from permissions.gate import visible_to
from permissions.models import OutboxItem
from permissions.rules.actions import Action
from public_site.demo.cases.steps import STEPS
from public_site.demo.cases.stories import stories_of
from public_site.demo.loading import load_demo
from public_site.models import AnnualReportPage
from staff_workspace.documents.report_figures import ReportFigures
from staff_workspace.models import AnnualFigures, Case, CaseDocument, Consent, Response
from staff_workspace.policy import lifecycle
from staff_workspace.policy.working_days import body_calendar

# Alike for all, so that tests stay in their order and each day is loaded once.
pytestmark = pytest.mark.django_db

FEW_SECONDS = 60  # of processor time, on a slow machine
OF_A_CASE = ("staff_workspace", "feedback_forms")
SET_AHEAD = {"ends_at"}


def rows() -> dict[str, int]:
    """How many rows each table of ours holds."""
    labels = (*OF_A_CASE, "permissions", "public_site", "auth")
    return {
        model._meta.label: model._base_manager.count()
        for model in apps.get_models()
        if model._meta.app_label in labels
    }


def test_it_loads_in_seconds(demo) -> None:
    assert demo.seconds < FEW_SECONDS


def test_loading_twice_adds_nothing(demo) -> None:
    before = rows()
    load_demo(as_of=demo.as_of, port=8000)
    assert rows() == before


def test_if_empty_leaves_a_loaded_demonstration_alone(demo, capsys) -> None:
    before = rows()
    call_command("demo", "--if-empty")
    assert rows() == before
    assert capsys.readouterr().out == ""


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(CommandError, match="YYYY-MM-DD"):
        call_command("demo", "--as-of", "22 November")


def test_it_is_no_command_for_a_real_service(settings) -> None:
    settings.CANDOUR_DEMO = False
    with pytest.raises(CommandError, match="nothing was loaded"):
        call_command("demo")


def test_nothing_of_a_case_lies_in_the_future(demo) -> None:
    late = {}
    for model in apps.get_models():
        fields = [f.name for f in model._meta.get_fields() if isinstance(f, DateTimeField)]
        if model._meta.app_label not in OF_A_CASE or model._meta.model_name == "formversion":
            continue
        for field in set(fields) - SET_AHEAD:
            latest = model._base_manager.aggregate(latest=Max(field))["latest"]
            if latest and latest > demo.now:
                late[f"{model.__name__}.{field}"] = latest
    # Form pages carry Wagtail's own dates of publication: those of the real load.
    assert {name: at for name, at in late.items() if not name.startswith("FormPage.")} == {}


def test_nothing_is_mailed_and_nothing_waits(demo) -> None:
    assert demo.mails == 0
    assert OutboxItem.objects.filter(done_at=None).count() == 0


def test_every_date_of_a_case_is_in_order(demo) -> None:
    def days(*moments: datetime | None) -> list[datetime]:
        return [moment for moment in moments if moment]

    for case in Case.objects.all():
        order = days(case.received_at, case.acknowledged_at, case.responded_at, case.closed_at)
        assert order == sorted(order), case.reference


def test_references_are_unique_and_go_on_for_visitors(demo) -> None:
    for body in demo.bodies.values():
        reference = body.next_reference(today=demo.as_of)
        assert not Case.objects.filter(reference=reference).exists()


def test_papers_were_made_by_the_real_actions(demo) -> None:
    kinds = set(CaseDocument.objects.values_list("kind", flat=True))
    assert {"sharing_consent", "legal_authority", "chosen_representative", "response"} <= kinds
    assert set(Consent.objects.values_list("answer", flat=True)) == {"waiting", "signed", "refused"}


def test_the_annual_report_is_published_from_approved_figures(demo) -> None:
    page = AnnualReportPage.objects.get()
    assert page.live
    assert page.figures.state == AnnualFigures.State.APPROVED
    assert page.figures.approved_by.username == "hwe.governance"
    assert page.figures.year_end == date(2026, 3, 31)
    assert timezone.localdate(page.first_published_at) <= demo.as_of
    drafts = AnnualFigures.objects.filter(state=AnnualFigures.State.DRAFT)
    assert drafts.get().figures == page.figures.figures


BODIES = ("hwe", "west-essex", "millbrook")


def seen_by(username: str) -> set[str]:
    """The references of the cases that the gate shows to an account."""
    user = User.objects.get(username=username)
    cases = visible_to(user, Case.objects.all(), Action.VIEW_CASE)
    return set(cases.values_list("reference", flat=True))


def test_at_least_sixty_cases_are_worked_through(demo) -> None:
    assert demo.hwe.cases.exclude(story="").count() >= 60
    assert demo.bodies["west-essex"].cases.count() == 6
    assert demo.bodies["millbrook"].cases.count() == 7


def test_every_state_of_the_lifecycle_occurs(demo) -> None:
    told = Case.objects.exclude(story="")
    assert set(told.values_list("state", flat=True)) == set(lifecycle.STATES)
    # Only one of the three policies has the further approval.
    further = told.get(state="further_approval")
    assert further.body == demo.bodies["millbrook"]


def test_every_signed_letter_was_checked_by_somebody_else(demo) -> None:
    for letter in Response.objects.exclude(signed_at=None).select_related("drafted_by"):
        check = letter.approvals.get(stage="quality_check")
        assert letter.drafted_by_id not in (check.approved_by_id, letter.signed_by_id)
        assert check.approved_at <= letter.signed_at


def test_every_reason_for_closing_occurs(demo) -> None:
    told = demo.hwe.cases.exclude(story="").filter(state="closed")
    reasons = set(told.values_list("closed_because", flat=True))
    assert reasons == {"responded", *lifecycle.EARLY_CLOSE_REASONS}


def test_every_kind_of_case_and_every_step_occurs(demo) -> None:
    told = demo.hwe.cases.exclude(story="")
    kinds = {"complaint", "concern", "compliment", "mp_enquiry"}
    assert set(told.values_list("kind", flat=True)) == kinds
    moves = {move.verb for key in BODIES for story in stories_of(key) for move in story.path}
    assert moves == set(STEPS)


def test_one_is_due_soon_one_is_late_and_one_is_anonymous(demo) -> None:
    waiting = demo.hwe.cases.filter(state="received", kind="complaint").exclude(story="")
    soon = body_calendar(waiting.first().profile).add_working_days(demo.as_of, 3)
    dues = {due for due in waiting.values_list("acknowledgement_due", flat=True) if due}
    assert min(dues) < demo.as_of < max(dues) <= soon
    assert waiting.filter(anonymous=True).exists()
    assert demo.hwe.cases.filter(state="investigating", statutory_due__lt=demo.as_of).exists()


def test_a_draft_came_back_with_its_reason(demo) -> None:
    returned = Response.objects.exclude(returned_because="")
    assert returned.count() == 2
    assert Response.objects.filter(version=2).exists()


def test_many_came_through_the_real_forms_with_clean_files(demo) -> None:
    assert Submission.objects.filter(body=demo.hwe).count() >= 8
    assert Submission.objects.filter(case=None).count() == 0
    assert set(Evidence.objects.values_list("state", flat=True)) == {"clean"}
    assert set(Evidence.objects.values_list("purpose", flat=True)) == {"authority", "supporting"}
    assert {"application/pdf", "image/jpeg"} == set(
        Evidence.objects.values_list("content_type", flat=True)
    )


def test_each_account_sees_the_cases_of_its_own_body_only(demo) -> None:
    for key, prefix in zip(BODIES, ("hwe", "westessex", "millbrook"), strict=True):
        own = set(demo.bodies[key].cases.values_list("reference", flat=True))
        for name in ("officer", "officer2", "governance"):
            assert seen_by(f"{prefix}.{name}") == own


def test_a_signatory_sees_cases_from_sign_off_until_they_are_closed(demo) -> None:
    late = demo.hwe.cases.filter(state__in=["sign_off", "signed", "responded"])
    assert seen_by("hwe.signatory") == set(late.values_list("reference", flat=True))


@pytest.mark.parametrize("username", ["admin", "hwe.comms", "westessex.colleague"])
def test_administrators_editors_and_people_in_no_team_see_no_case(demo, username: str) -> None:
    assert seen_by(username) == set()


def test_a_colleague_sees_the_one_case_that_was_shared(demo) -> None:
    if demo.as_of.month == 11:  # the sharing ends sixty days after it began
        assert len(seen_by("hwe.colleague")) == 1


def test_the_workspace_shows_today_the_queue_and_a_case_of_each_state(demo) -> None:
    client = Client(headers={"host": "hwe.localhost"})
    client.force_login(User.objects.get(username="hwe.officer"))
    told = demo.hwe.cases.exclude(story="")
    cases = {case.state: case.reference for case in told}
    of_the_year = demo.hwe.cases.filter(story="").order_by("pk")
    references = [*cases.values(), of_the_year.first().reference, of_the_year.last().reference]
    pages = [f"/workspace/cases/{reference}/" for reference in references]
    for address in ["/workspace/", "/workspace/cases/", *pages]:
        assert client.get(address).status_code == 200, address


@pytest.fixture
def figures(demo) -> ReportFigures:
    """The approved figures."""
    approved = AnnualFigures.objects.get(state=AnnualFigures.State.APPROVED)
    return ReportFigures.from_dict(approved.figures)


def test_contacts_are_those_of_a_real_board(figures: ReportFigures) -> None:
    assert figures.complaints_received == pytest.approx(618, abs=3)
    assert figures.concerns == pytest.approx(1988, abs=3)
    assert figures.mp_enquiries == pytest.approx(176, abs=3)
    parts = (figures.complaints_received, figures.concerns, figures.mp_enquiries)
    assert figures.contacts == sum(parts) + figures.compliments


def test_nine_in_ten_are_acknowledged_in_time(figures: ReportFigures) -> None:
    assert figures.acknowledgements_due > 2000
    assert 0.88 < figures.acknowledged_in_time / figures.acknowledgements_due < 0.905


def test_closed_complaints_and_their_outcomes_are_near_the_target(figures: ReportFigures) -> None:
    assert figures.complaints_closed == pytest.approx(455, abs=4)
    assert figures.well_founded == pytest.approx(73, abs=3)
    assert 0.88 < figures.closed_within_six_months / figures.complaints_closed < 0.92
    assert 63 < float(figures.mean_working_days) < 69


def test_months_grades_subjects_and_services_add_up_to_the_complaints(
    figures: ReportFigures,
) -> None:
    total = figures.complaints_received
    assert min(month.complaints for month in figures.by_month) > 30
    for rows in (figures.by_subject, figures.by_service, figures.by_grade):
        assert sum(row.number for row in rows) == total
