"""The process dies at every named place of an upload: no file that somebody saw is lost or doubled.

Only `make prove` does it, twenty times at each place: a server is started for every death.
"""

import http.client
import os
import re
import shutil
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.faults.serving import HOST, ROOT, Drill, Person, free_port, serving
from tests.feedback_forms.evidence.made_files import pdf

pytestmark = pytest.mark.skipif(not os.environ.get("CANDOUR_PROVE"), reason="long: make prove")
TIMES = int(os.environ.get("CANDOUR_DRILL_TIMES", "20"))
PAGE = "/complain/authority/"
# While the person waits; and in the worker, for those files that were left half examined.
AT_ONCE = (
    "evidence.after_original_written",
    "evidence.after_original_moved",
    "evidence.before_row",
    "evidence.after_row",
    "evidence.scanning",
    "evidence.after_viewing_written",
    "evidence.after_viewing_moved",
    "evidence.after_examining",
    "evidence.after_settling",
    "evidence.before_answer",
)
IN_THE_WORKER = (
    "evidence.scanning",
    "evidence.after_viewing_written",
    "evidence.after_viewing_moved",
    "evidence.after_examining",
    "evidence.after_settling",
)
KILLED = 137
MODULE = "tests.faults.upload_drill"


class Sender(Person):
    """Somebody on the page that asks for files."""

    def upload(self, name: str, content: bytes) -> bool:
        """Add a file; False when the connection broke off."""
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', self.page)
        assert token, self.page[:2000]
        boundary = uuid.uuid4().hex
        part = f"--{boundary}\r\nContent-Disposition: form-data; name="
        fields = {"csrfmiddlewaretoken": token.group(1), "next": "add"}
        body = "".join(f'{part}"{key}"\r\n\r\n{value}\r\n' for key, value in fields.items())
        body += f'{part}"file"; filename="{name}"\r\nContent-Type: application/pdf\r\n\r\n'
        raw = body.encode() + content + f"\r\n--{boundary}--\r\n".encode()
        headers = {
            "Host": f"{HOST}:{self.port}",
            "Content-Type": f"multipart/form-data; boundary={boundary}",
            "Cookie": "; ".join(f"{key}={value}" for key, value in self.cookies.items()),
        }
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        try:
            connection.request("POST", PAGE, raw, headers)
            answer = connection.getresponse()
            answer.read()
        except (http.client.HTTPException, ConnectionError):
            return False
        finally:
            connection.close()
        assert answer.status == 302, answer.status
        return True

    def names_shown(self) -> list[str]:
        """The files that the page lists."""
        self.go(PAGE)
        return re.findall(r'remove/[^"]+">Remove<span[^>]*> (\S+), file', self.page)


def test_every_place_in_the_code_is_drilled() -> None:
    named = set()
    for path in (ROOT / "feedback_forms").rglob("*.py"):
        named |= set(re.findall(r'reach\(f?"(evidence\.[\w.{}]+)"\)', path.read_text()))
    parts = {p.replace("{part}", part) for p in named for part in ("original", "viewing")}
    assert parts == set(AT_ONCE) | set(IN_THE_WORKER)


@pytest.fixture(scope="module")
def drill(tmp_path_factory: Any) -> Iterator[Drill]:
    """A migrated database and a folder of the drill's own."""
    if os.environ.get("CANDOUR_TEST_DATABASE_URL"):
        pytest.skip("drilled once, in the run on SQLite")
    var = tmp_path_factory.mktemp("uploads")
    (var / "mail").mkdir()
    made = Drill(var, free_port(), module=MODULE)
    made.manage("migrate", "-v0")
    yield made
    shutil.rmtree(var, ignore_errors=True)


@pytest.mark.acceptance("F30")
def test_a_file_that_somebody_saw_is_there_once_and_nothing_else_stays(drill: Drill) -> None:
    # At each place one person adds the file again until it works, and one goes away.
    places = [place for place in AT_ONCE for _ in range(2 * TIMES)]
    people = drill.run("prepare", str(len(places)))
    with serving(drill):
        seen = {
            who["draft"]: upload_and_die(drill, place, who["session"], again=number % 2 == 0)
            for number, (place, who) in enumerate(zip(places, people, strict=True))
        }
        in_the_clear(drill.var)
    ended = drill.run("work", *(IN_THE_WORKER * TIMES))
    assert KILLED in ended, "nobody died in the worker"
    assert drill.run("work", *[""] * (6 * TIMES + 2))[-1] == 0
    check(drill.run("verdict"), seen)


def upload_and_die(drill: Drill, place: str, session: str, *, again: bool) -> list[str]:
    """Add a file while the process dies at ``place``; which files the person sees at the end."""
    person = Sender(drill.port, {"sessionid": session})
    person.go(PAGE)
    letter = pdf(pages=2)
    drill.die_at(place)
    assert not person.upload("letter.pdf", letter), f"nobody died at {place}"
    drill.die_at("")
    if again:
        assert person.upload("letter.pdf", letter)
        assert person.names_shown() == ["letter.pdf"], place
        return ["letter.pdf"]
    return person.names_shown()


def in_the_clear(var: Path) -> None:
    """No file of the service holds a word of what was sent."""
    for path in (var / "evidence").rglob("*"):
        assert path.is_dir() or b"%PDF" not in path.read_bytes(), path


def check(found: dict[str, Any], seen: dict[str, list[str]]) -> None:
    """Who saw a file has it, once and whole; what nobody knows is gone after a day."""
    for key, files in found["people"].items():
        assert [file["name"] for file in files] == seen[key]
        assert all(file["state"] == "clean" and file["whole"] for file in files), files
    assert (found["left"], found["incoming"], found["missing"]) == (0, 0, 0)
    assert found["orphans"] > 0, "the drill left nothing to sweep: it proves nothing"
