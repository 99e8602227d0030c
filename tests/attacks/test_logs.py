"""No line of the log of a whole journey holds a name, an answer or a code."""

import copy
import importlib
import io
import logging
import logging.config
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

import public_site.wsgi
from feedback_forms.models import Submission
from feedback_forms.shipping import build_form_page
from permissions import outbox
from permissions.models import Body
from staff_workspace.connectors.document_store import get_document_store
from staff_workspace.models import Case
from tests.feedback_forms.browsing import Person
from tests.feedback_forms.evidence.made_files import pdf
from tests.walk.addresses import document, link

PASSWORD = "the-officers-own-password"
ADDRESS = {"line_1": "17 Whispering Lane", "town": "Harlow", "postcode": "cm18 6ly"}
SAYS_TOO_MUCH = "no letter for Wilhelmina Featherstone, 17 Whispering Lane"
ANSWERS = (
    "Wilhelmina",
    "Featherstone",
    "w.feather@example.org",
    "07700 900 123",
    "Whispering",
    "lost the referral",
    "heartfelt apology",
    "Quarrington",
    PASSWORD,
    "mistyped-password",
    "power-of-attorney.pdf",
    "still waiting",
)
SOUGHT = "/workspace/cases/?q=Featherstone&state=all"
FORM = "/complaint-for-someone-else/"
LINK = re.compile(rf"http://hwe\.localhost({FORM}resume/([\w-]+)/)")


class BrokenStore:
    """A store that fails and says too much."""

    def __init__(self, *args: Any) -> None:
        pass

    def read(self, key: str) -> bytes:
        """Fail as a remote store may."""
        raise RuntimeError(SAYS_TOO_MUCH)

    put = read


@pytest.fixture
def lines(settings: Any) -> Iterator[io.StringIO]:
    """All that the service would write, were it told to say more than it does."""
    written, root = io.StringIO(), logging.getLogger()
    before, usual = list(root.handlers), copy.deepcopy(settings.LOGGING)
    told = copy.deepcopy(usual)
    assert set(told["handlers"]) == {"console"}, "every handler of the service is tried here"
    told["handlers"]["console"]["stream"] = written
    told["root"]["level"] = "INFO"
    logging.config.dictConfig(told)
    yield written
    logging.config.dictConfig(usual)
    root.handlers = before


def code_on(person: Person) -> str:
    """The code that stands on the page to be written down."""
    return person.page.select(".candour-code, .candour-receipt__key")[-1].get_text(strip=True)


def save_and_come_back(person: Person) -> list[str]:
    """Save half-way, take the mailed link, carry on; the code and the token."""
    person.go(f"{FORM}save-for-later/")
    code = code_on(person)
    person.send(email="w.feather@example.org", safe="yes")
    call_command("work_outbox", stdout=io.StringIO())
    path, token = LINK.search(str(mail.outbox[-1].body)).groups()
    person.go(f"{FORM}resume/").send(code="CDEF-GHJK-MNPQ-RTVW").send(code=code)
    person.go(path).send()
    person.go(path)
    assert "used" in person.text, "the link works once"
    # Mistyped: what is not found is told to the log with its address.
    assert person.client.get(path.replace(FORM, "/no-such-form/")).status_code == 404
    person.go(f"{FORM}resume/").send(code=code)
    return [code, token]


def complain(person: Person) -> list[str]:
    """From the first page to the reference; the codes that were shown and mailed."""
    person.send(reason="lacks_capacity").send(basis_capacity="lpa_health")
    upload = SimpleUploadedFile("power-of-attorney.pdf", pdf())
    person.send("Add", file=upload).send("Continue")
    secrets = save_and_come_back(person)
    person.send(your_name="Wilhelmina Featherstone", relationship="Daughter")
    person.send(your_email="not an address w.feather@example.org")
    person.send(
        your_email="w.feather@example.org",
        your_phone="07700 900 123",
        contact_preference="email",
    )
    person.send(consent_email="yes")
    person.send(**{f"your_address__{part}": text for part, text in ADDRESS.items()})
    person.send(safe_contact="yes").send(your_needs="none")
    person.send(their_name="Quarrington Featherstone").send(same_address="yes")
    person.send(knows_nhs_number="no").send(their_needs="none")
    person.send(story="The clinic lost the referral.")
    person.send(event_date__month="6", event_date__year="2026", found_later="no")
    person.send(service="hospital", place="Example Hospital").send(other_way="none")
    person.send(desired_outcome="A heartfelt apology").send("Continue").send(declaration="true")
    person.send()
    return [*secrets, code_on(person)]


def ask_where_it_stands(client: Client, case: Case, code: str) -> None:
    """Open "your complaint" with a wrong code and the right one, look, and write."""
    enter = reverse("your_complaint:open")
    for given in ("CDEF-GHJK-MNPQ-RTVW", code):
        client.post(enter, {"reference": case.reference, "code": given})
    assert client.get(reverse("your_complaint:status")).status_code == 200
    wrote = client.post(reverse("your_complaint:messages"), {"text": "I am still waiting"})
    assert wrote.status_code == 302
    client.post(reverse("your_complaint:leave"))
    assert client.get(reverse("your_complaint:status")).status_code == 302


def work(client: Client, case: Case, officer: Any) -> None:
    """Sign in wrongly and rightly, seek, look, act, be refused, and meet a failing store."""
    sign_in = reverse("staff_workspace:sign_in")
    for _ in range(5):
        client.post(sign_in, {"username": "w.feather@example.org", "password": "mistyped-password"})
    client.post(sign_in, {"username": officer.username, "password": PASSWORD})
    client.get(reverse("staff_workspace:cases") + "?q=Featherstone")
    for name in ("case", "people", "files", "response", "access"):
        client.get(reverse(f"staff_workspace:{name}", args=[case.reference]))
    note = reverse("staff_workspace:note", args=[case.reference])
    client.post(note, {"note": "Rang Wilhelmina Featherstone"})
    client.get(reverse("staff_workspace:case", args=["HWE-2026-9999"]) + "?q=Featherstone")
    strict = Client(enforce_csrf_checks=True, headers={"host": "hwe.localhost"})
    strict.post(note, {"note": "Wilhelmina Featherstone"})


def outside(client: Client, case: Case, officer: Any) -> None:
    """A wrong code, the right one, and the answer."""
    url = reverse("staff_workspace:outside", args=[link(case, officer).key])
    client.post(url, {"code": "ZZZZ-ZZZZ"})
    client.post(url, {"code": "ACDE-ACDE"})
    client.post(url, {"answer": "Wilhelmina Featherstone waited", "": "answer"})


def test_a_whole_journey_leaves_no_name_answer_or_code_in_the_log(
    body: Body,
    people: dict[str, Any],
    client_for: Callable[..., Client],
    lines: io.StringIO,
    settings: Any,
    tmp_path: Path,
) -> None:
    settings.CANDOUR_EVIDENCE_ROOT = tmp_path / "evidence"
    people["officer"].set_password(PASSWORD)
    people["officer"].save()
    build_form_page(body.site.root_page, "complaint_for_someone_else")
    codes = complain(Person(client_for(body), FORM).follow("Start now"))
    assert Submission.objects.exists(), "the journey ends with a reference"
    case = Case.objects.get()
    work(client_for(body), case, people["officer"])
    ask_where_it_stands(client_for(body), case, codes[-1])
    outside(client_for(body), case, people["officer"])
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    outbox.put("send_receipt", {"submission": Submission.objects.get().pk})
    call_command("work_outbox", stdout=io.StringIO())
    letter = document(case, people["officer"])
    settings.CANDOUR_DOCUMENT_STORE = f"{__name__}.BrokenStore"
    get_document_store.cache_clear()
    client = client_for(body, raise_request_exception=False)
    client.force_login(people["officer"])
    url = reverse("staff_workspace:document", args=[case.reference, letter.pk])
    assert client.get(url).status_code == 500
    get_document_store.cache_clear()
    told = lines.getvalue()
    assert "RuntimeError" in told, "the failure is told"
    assert len(set(codes)) == 3, "a code to come back, the token of a link, a receipt's code"
    codes += ["ACDE-ACDE", *(code.replace("-", "") for code in [*codes, "ACDE-ACDE"])]
    assert [words for words in (*ANSWERS, *codes) if words.lower() in told.lower()] == []


@pytest.mark.parametrize(
    ("name", "message", "arguments"),
    [
        ("django.server", '"%s" %s %s', (f"GET {SOUGHT} HTTP/1.1", "200", "5120")),
        ("django.request", f"Internal Server Error: {SOUGHT}", ()),
        ("gunicorn.error", "Error handling request %s", (SOUGHT,)),
        ("gunicorn.access", "%(h)s %(r)s", ({"h": "192.0.2.1", "r": f"GET {SOUGHT}"},)),
    ],
)
def test_what_staff_looked_for_by_name_is_in_no_line(
    name: str, message: str, arguments: tuple[Any, ...], lines: io.StringIO
) -> None:
    log, web_server = logging.getLogger(name), name.startswith("gunicorn")
    if web_server:
        # The web server puts up handlers of its own, before it loads the service.
        log.handlers, log.propagate = [logging.StreamHandler(lines)], False
        importlib.reload(public_site.wsgi)
    try:
        raise ValueError(SOUGHT)
    except ValueError:
        log.error(message, *arguments, exc_info=True)
    finally:
        if web_server:
            log.handlers, log.filters, log.propagate = [], [], True
    told = lines.getvalue()
    assert "/workspace/cases/?…" in told
    assert "ValueError" in told
    assert "Featherstone" not in told
