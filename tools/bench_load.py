"""Visitors who fill in forms, several at a time, and what the server spends on them."""

import io
import os
import re
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles

import pikepdf
import requests
from PIL import Image

FIELDS = {f"field_{number}": "A few words of an answer" for number in range(1, 13)}
AT_A_TIME = 4
MEGABYTE = 1024 * 1024
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Told:
    """How many a second were done, and what the slowest twentieth waited."""

    per_second: float
    p95: float


class Visitors:
    """Everything that is sent goes to ``address``, a server of this machine."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.files = [
            ("file", ("letter.pdf", paper(), "application/pdf")),
            ("file", ("photo.jpg", photo(), "image/jpeg")),
        ]

    def wait_until_served(self) -> None:
        """Return when the server answers; raises TimeoutError after half a minute."""
        for _ in range(150):
            try:
                requests.get(f"{self.address}/ours/", timeout=10).raise_for_status()
                return
            except requests.RequestException:
                time.sleep(0.2)
        raise TimeoutError(self.address)

    def many(self, way: Callable[[], None], number: int) -> Told:
        """Go the way so many times, a few at once."""

        def timed(_: int) -> float:
            began = time.perf_counter()
            way()
            return time.perf_counter() - began

        way()
        began = time.perf_counter()
        with ThreadPoolExecutor(AT_A_TIME) as together:
            waited = list(together.map(timed, range(number)))
        elapsed = time.perf_counter() - began
        return Told(number / elapsed, quantiles(waited, n=20)[-1])

    def bare(self) -> None:
        """One request."""
        self._post(requests.Session(), "bare/", FIELDS, self.files)

    def stock(self) -> None:
        """The page, then one request; Wagtail's own form takes no files."""
        session = requests.Session()
        page = session.get(f"{self.address}/stock/", timeout=60)
        self._post(session, "stock/", {**FIELDS, "csrfmiddlewaretoken": token(page.text)})

    def ours(self) -> None:
        """Question page, two files, check answers, send."""
        session = requests.Session()
        page = session.get(f"{self.address}/ours/all/", timeout=60)
        sent = {"csrfmiddlewaretoken": token(page.text)}
        self._post(session, "ours/all/", {**FIELDS, **sent})
        for upload in self.files:
            self._post(session, "ours/files/", {**sent, "next": "add"}, [upload])
        page = self._post(session, "ours/files/", {**sent, "next": "continue"})
        told = self._post(session, "ours/check-answers/", sent)
        if "sent" not in told.url:
            raise RuntimeError(f"not sent: {told.url}")

    def _post(
        self, session: requests.Session, path: str, data: dict, files: list | None = None
    ) -> requests.Response:
        answer = session.post(f"{self.address}/{path}", data=data, files=files, timeout=60)
        answer.raise_for_status()
        return answer


def token(page: str) -> str:
    """The page's token against forged posts."""
    found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    if found is None:
        raise RuntimeError("a page without a form")
    return found[1]


def paper() -> bytes:
    """A PDF of 1 MB."""
    made, target = pikepdf.new(), io.BytesIO()
    made.add_blank_page()
    made.pages[0].Contents = made.make_stream(b"% " + os.urandom(MEGABYTE - 2000).hex().encode())
    made.save(target, compress_streams=True, recompress_flate=True)
    return target.getvalue()


def photo() -> bytes:
    """A JPEG of about 1 MB."""
    target = io.BytesIO()
    Image.effect_noise((1500, 1000), 60).save(target, "JPEG", quality=80)
    return target.getvalue()


def _family(server: int) -> list[Path]:
    own = [Path(f"/proc/{server}")]
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            if int(entry.read_text().rpartition(")")[2].split()[1]) == server:
                own.append(entry.parent)
        except OSError:
            continue
    return own


def cpu_ms(server: int) -> float:
    """Milliseconds of processor that the server and its workers have used so far."""
    spent = 0
    for process in _family(server):
        user, system = (process / "stat").read_text().rpartition(")")[2].split()[11:13]
        spent += int(user) + int(system)
    return spent * 1000 / TICKS


def memory_mb(server: int) -> float:
    """Megabytes of memory of the largest process among the server and its workers."""
    sizes = [
        int(re.search(r"VmRSS:\s+(\d+)", (process / "status").read_text())[1])
        for process in _family(server)
    ]
    return max(sizes) / 1024
