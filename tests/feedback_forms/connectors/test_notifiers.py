"""Every notifier: delivers what it is given, tells "not now" from "never", and keeps quiet."""

import logging
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from feedback_forms.connectors.notifier import (
    Message,
    MessageRefused,
    Notifier,
    NotifierAway,
    get_notifier,
)
from feedback_forms.rules.receipts import Means, Recipient
from tests.feedback_forms.connectors import mail_server, notify_service

BODY = "We have your complaint.\n\nYour reference is HWE-2026-0001. Grüße, 李.\n"


@dataclass
class FarSide:
    """What stands behind a notifier, as a test sees it."""

    delivered: Callable[[], list[tuple[str, str, str]]]
    away: Callable[[], None]
    refusing: Callable[[], None]


def free_port() -> int:
    """A port on which nothing answers."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def smtp(settings: Any) -> Iterator[FarSide]:
    """Mail through a real server."""
    with mail_server.running() as server:
        settings.CANDOUR_NOTIFIER = "feedback_forms.connectors.mail.MailNotifier"
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
        settings.DEFAULT_FROM_EMAIL = "Patient Experience <feedback@example.org>"
        yield FarSide(
            lambda: [(m["To"], m["Subject"], m.get_content()) for m in server.got],
            lambda: setattr(settings, "EMAIL_PORT", free_port()),
            lambda: setattr(server, "refuses", "550 no such mailbox"),
        )


@pytest.fixture
def notify(settings: Any) -> Iterator[FarSide]:
    """GOV.UK Notify's API."""
    with notify_service.running() as service:
        settings.CANDOUR_NOTIFIER = "feedback_forms.connectors.govuk_notify.GovUkNotifier"
        settings.CANDOUR_NOTIFY_URL = service.url
        settings.CANDOUR_NOTIFY_KEY = notify_service.KEY
        settings.CANDOUR_NOTIFY_EMAIL_TEMPLATE = notify_service.EMAIL_TEMPLATE
        settings.CANDOUR_NOTIFY_TEXT_TEMPLATE = notify_service.TEXT_TEMPLATE
        yield FarSide(
            lambda: [
                (
                    got.get("email_address") or got["phone_number"],
                    got["personalisation"].get("subject", ""),
                    got["personalisation"]["body"],
                )
                for got in service.got
            ],
            lambda: setattr(settings, "CANDOUR_NOTIFY_URL", f"http://127.0.0.1:{free_port()}"),
            lambda: setattr(service, "answers_with", 400),
        )


@pytest.fixture(params=["smtp", "notify"])
def far_side(request: pytest.FixtureRequest) -> FarSide:
    """Each of them in turn."""
    return request.getfixturevalue(request.param)


def message(means: Means = Means.EMAIL, address: str = "ana@example.org") -> Message:
    return Message(Recipient(means, address), "We have it: HWE-2026-0001", BODY, "receipt 1")


def test_it_keeps_to_the_protocol(far_side: FarSide) -> None:
    notifier: Notifier = get_notifier()
    assert Means.EMAIL in notifier.means
    assert notifier.check_config() == []


def test_it_delivers_an_email_word_for_word(far_side: FarSide) -> None:
    get_notifier().send(message())
    [(to, subject, body)] = far_side.delivered()
    assert (to, subject) == ("ana@example.org", "We have it: HWE-2026-0001")
    assert body.replace("\r\n", "\n").strip() == BODY.strip()


def test_while_the_far_side_is_away_it_says_so(far_side: FarSide) -> None:
    far_side.away()
    with pytest.raises(NotifierAway):
        get_notifier().send(message())
    assert get_notifier().check_config() != []
    assert far_side.delivered() == []


def test_an_address_that_is_refused_for_good_is_for_a_person(far_side: FarSide) -> None:
    far_side.refusing()
    with pytest.raises(MessageRefused):
        get_notifier().send(message())


def test_no_line_break_in_an_address_reaches_the_far_side(far_side: FarSide, request: Any) -> None:
    tricked = message(address="ana@example.org\nBcc: all@example.org")
    try:
        get_notifier().send(tricked)
    except MessageRefused:
        assert far_side.delivered() == []
    else:  # data in JSON is no header
        assert len(far_side.delivered()) == 1


@pytest.mark.parametrize("trouble", ["away", "refusing"])
def test_neither_the_log_nor_the_error_holds_the_message(
    far_side: FarSide, trouble: str, caplog: pytest.LogCaptureFixture
) -> None:
    getattr(far_side, trouble)()
    with caplog.at_level(logging.INFO), pytest.raises((NotifierAway, MessageRefused)) as caught:
        get_notifier().send(message())
    for word in ("ana@example.org", "HWE-2026-0001", "Grüße"):
        assert word not in caplog.text + str(caught.value) + repr(caught.value.__cause__)


def test_the_same_message_tried_twice_has_the_same_id(smtp: FarSide, settings: Any) -> None:
    with mail_server.running() as server:
        settings.EMAIL_PORT = server.port
        get_notifier().send(message())
        get_notifier().send(message())
        first, second = (sent["Message-ID"] for sent in server.got)
    assert first == second
    assert first.endswith("@example.org>")


def test_a_mailbox_that_is_full_today_is_tried_again(smtp: FarSide, settings: Any) -> None:
    with mail_server.running() as server:
        settings.EMAIL_PORT = server.port
        server.refuses = "452 mailbox full"
        with pytest.raises(NotifierAway):
            get_notifier().send(message())


def test_mail_that_goes_into_files_is_not_fit_for_service(settings: Any) -> None:
    settings.CANDOUR_NOTIFIER = "feedback_forms.connectors.mail.MailNotifier"
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    assert "sends no mail" in get_notifier().check_config()[0]


def test_mail_from_nobody_is_not_fit_for_service(smtp: FarSide, settings: Any) -> None:
    settings.DEFAULT_FROM_EMAIL = "webmaster@localhost"
    assert get_notifier().check_config() == ["DEFAULT_FROM_EMAIL names nobody"]


def test_texts_go_through_notify_alone(smtp: FarSide) -> None:
    assert get_notifier().means == {Means.EMAIL}
    with pytest.raises(MessageRefused):
        get_notifier().send(message(Means.TEXT, "07700 900 982"))


def test_notify_delivers_a_text_to_the_number_as_it_was_typed(notify: FarSide) -> None:
    get_notifier().send(message(Means.TEXT, "07700 900 982"))
    assert notify.delivered() == [("07700 900 982", "", BODY)]


@pytest.mark.parametrize("status", [403, 429, 500, 503])
def test_notify_with_trouble_of_its_own_is_tried_again(notify: FarSide, settings, status) -> None:
    with notify_service.running() as service:
        settings.CANDOUR_NOTIFY_URL, service.answers_with = service.url, status
        with pytest.raises(NotifierAway):
            get_notifier().send(message())


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("CANDOUR_NOTIFY_KEY", "", "no key of Notify"),
        ("CANDOUR_NOTIFY_KEY", "short", "no key of Notify"),
        ("CANDOUR_NOTIFY_KEY", notify_service.KEY[:-1] + "1", "answers 403"),
        ("CANDOUR_NOTIFY_EMAIL_TEMPLATE", "", "is not set"),
        ("CANDOUR_NOTIFY_TEXT_TEMPLATE", notify_service.SERVICE, "answers 404"),
    ],
)
def test_notify_set_up_wrongly_is_not_fit_for_service(
    notify: FarSide, settings: Any, name: str, value: str, says: str
) -> None:
    setattr(settings, name, value)
    assert any(says in flaw for flaw in get_notifier().check_config())
