"""Whatever fails around it: a reference, or "not sent" with the answers kept; and silent logs."""

import logging
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from feedback_forms.models import Draft, FormPage, Submission
from feedback_forms.shipping import build_from
from permissions import outbox
from permissions.bodies import create_team
from permissions.models import Body, OutboxItem
from permissions.rules.matrix import Role
from tests.feedback_forms.browsing import Person
from tests.feedback_forms.small_form import SMALL

pytestmark = pytest.mark.django_db(transaction=True)
ADDRESS = "/for-someone-else/"
# Too long for a page that the database has already.
STORY = ("The clinic lost the referral. " * 140)[:3990]
SECRETS = ("Ana", "O’Brien", "ana@example.org", "lost the referral", "lacks_capacity")


class LeakyOffice:
    """Fails with the person's words in its error, as careless code does."""

    def open_case(self, submission: Submission) -> None:
        raise ValueError(f"cannot open {submission.answers}")

    def promises(self, body: Body, on: Any) -> None:
        raise ValueError("Ana O’Brien")


@pytest.fixture(autouse=True)
def prompt_office(settings: Any) -> None:
    """An office that opens every case."""
    settings.CANDOUR_CASE_OFFICE = "tests.feedback_forms.office.PromptOffice"


@pytest.fixture
def form_page(body: Body) -> FormPage:
    """The small form on the body's site."""
    create_team(body, key="desk", name="Desk", role=Role.HANDLER, owns_new_cases=True)
    return build_from(body.site.root_page, SMALL, slug="for-someone-else")


@pytest.fixture
def person(form_page: FormPage, body: Body, client_for: Callable[..., Client]) -> Person:
    """Somebody who has answered everything and reads it once more."""
    found = Person(client_for(body), ADDRESS).follow("Start now").send(reason="asked")
    found.send(your_name="Ana O’Brien", your_email="ana@example.org").send(story=STORY)
    assert found.h1 == "Check your answers"
    return found


@contextmanager
def the_database_locked() -> Iterator[None]:
    """Somebody else writes, and does not end."""
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(connection.settings_dict["NAME"])) as other:
            connection.cursor().execute("PRAGMA busy_timeout = 50")
            other.execute("BEGIN IMMEDIATE")
            try:
                yield
            finally:
                other.rollback()
                connection.cursor().execute("PRAGMA busy_timeout = 20000")
        return
    other = connection.copy()
    try:
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '50ms'")
        other.set_autocommit(False)
        with other.cursor() as cursor:
            cursor.execute("LOCK TABLE feedback_forms_submission IN EXCLUSIVE MODE")
        yield
    finally:
        other.rollback()
        other.close()


@contextmanager
def the_disk_full() -> Iterator[None]:
    """SQLite may not make its file larger; it fails as on a full disk."""
    if connection.vendor != "sqlite":
        pytest.skip("on PostgreSQL the disk is the server's")
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA page_count")
        [pages] = cursor.fetchone()
        cursor.execute(f"PRAGMA max_page_count = {pages}")
        try:
            yield
        finally:
            cursor.execute("PRAGMA max_page_count = 1073741823")


@contextmanager
def the_office_away(settings: Any) -> Iterator[None]:
    """The case office fails, with the person's words in its error."""
    settings.CANDOUR_CASE_OFFICE = f"{LeakyOffice.__module__}.LeakyOffice"
    yield
    settings.CANDOUR_CASE_OFFICE = "tests.feedback_forms.office.PromptOffice"


@contextmanager
def the_mail_server_away(settings: Any) -> Iterator[None]:
    """Nothing answers where mail goes."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_PORT = 1
    yield
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


@pytest.mark.acceptance("F45")
@pytest.mark.parametrize("trouble", [the_database_locked, the_disk_full])
def test_what_cannot_be_stored_is_not_sent_and_the_answers_are_kept(
    person: Person, trouble: Callable[[], Any]
) -> None:
    with trouble():
        person.send()
        assert person.status == 503
        assert "could not send this just now. Your answers are kept" in person.problems[0]
        assert "lost the referral" in person.text
    assert Submission.objects.count() == OutboxItem.objects.count() == 0
    assert Draft.objects.get().sent_at is None
    assert person.send().h1 == "Complaint sent"
    assert Submission.objects.get().reference in person.text


@pytest.mark.parametrize("trouble", [the_office_away, the_mail_server_away])
def test_with_somebody_away_the_person_has_a_reference(
    person: Person, settings: Any, trouble: Callable[[Any], Any]
) -> None:
    with trouble(settings):
        person.send()
        outbox.work()
        assert person.h1 == "Complaint sent"
        assert Submission.objects.get().reference in person.text
        assert person.go(person.address).h1 == "Complaint sent"
        assert outbox.undelivered() == 1
    [item] = OutboxItem.objects.filter(done_at=None)
    outbox.work(now=item.next_try_at)
    assert outbox.undelivered() == 0


def test_a_database_that_is_locked_after_storing_does_not_unsay_it(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Between the commit and the office another process takes the lock: seen at its own place.
    from feedback_forms.actions import receive_submission as receiving

    locked = the_database_locked()

    def take_the_lock(name: str) -> None:
        if name == "receive.after_commit":
            locked.__enter__()
        if name == "receive.before_answer":
            locked.__exit__(None, None, None)

    if connection.vendor != "sqlite":
        pytest.skip("a lock on one table does not reach the outbox")
    monkeypatch.setattr(receiving, "reach", take_the_lock)
    person.send()
    assert person.h1 == "Complaint sent"
    assert Submission.objects.get().case_opened_at is None
    assert outbox.work() == 2
    assert Submission.objects.get().case_opened_at


@pytest.mark.parametrize(
    "trouble", ["locked", "disk", "office", "mail", "nothing", "too many", "refused"]
)
def test_no_log_line_holds_a_name_an_answer_or_a_code(
    person: Person, settings: Any, trouble: str, caplog: pytest.LogCaptureFixture
) -> None:
    if trouble == "too many":
        settings.CANDOUR_SENDINGS_PER_HOUR = {"session": 0, "address": 0}
    if trouble == "refused":
        settings.CANDOUR_NOTIFIER = f"{__name__}.Refusing"
    around: dict[str, Callable[[], Any]] = {
        "locked": the_database_locked,
        "disk": the_disk_full,
        "office": lambda: the_office_away(settings),
        "mail": lambda: the_mail_server_away(settings),
    }
    logging.getLogger("django.db.backends").setLevel(logging.INFO)
    with caplog.at_level(logging.DEBUG):
        if trouble in around:
            with around[trouble]():
                person.send()
                outbox.work() if trouble in {"office", "mail"} else None
        else:
            person.send()
            outbox.work()
        codes = [found.get_text() for found in person.page.select(".candour-receipt__key")][1:2]
    said = "\n".join(
        f"{record.getMessage()} {record.exc_text or ''} {record.exc_info or ''}"
        for record in caplog.records
    )
    for secret in (*SECRETS, *codes):
        assert secret not in said
    assert bool(codes) == (trouble in {"office", "mail", "nothing", "refused"})


class Refusing:
    """A notifier that repeats the address in its error."""

    means = frozenset({"email"})

    def send(self, message: Any) -> None:
        raise ValueError(f"no such mailbox: {message.to.address}")

    def check_config(self) -> list[str]:
        return []


@pytest.mark.parametrize("limit", ["session", "address"])
def test_sending_too_often_is_said_clearly_and_keeps_the_answers(
    person: Person, settings: Any, limit: str
) -> None:
    settings.CANDOUR_SENDINGS_PER_HOUR = {"session": 9, "address": 9, limit: 0}
    person.send()
    assert person.status == 429
    assert "Your answers are kept" in person.problems[0]
    assert Submission.objects.count() == 0
    settings.CANDOUR_SENDINGS_PER_HOUR = {"session": 9, "address": 9}
    assert person.send().h1 == "Complaint sent"
