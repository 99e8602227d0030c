"""A person at a form without JavaScript: reads a page, fills in what stands there, goes on."""

from typing import Any
from urllib.parse import urljoin

from bs4 import BeautifulSoup
from django.test import Client


class Person:
    """Holds the page that is open, its address and its status."""

    def __init__(self, client: Client, address: str) -> None:
        self.client, self.address, self.status = client, address, 0
        self.page = BeautifulSoup()
        self.go(address)

    def go(self, address: str) -> "Person":
        """Open an address, as it is led on."""
        self._open(self.client.get(urljoin(self.address, address), follow=True))
        return self

    def send(self, button: str = "", **given: Any) -> "Person":
        """Fill in the page's form and send it; everything else stays as it stands there."""
        form = self.page.main.find("form", method="post")
        data = {
            field["name"]: field.get("value", "") for field in form.find_all("input", type="hidden")
        }
        data.update({key.replace("__", "-"): value for key, value in given.items()})
        if button:
            pressed = next(b for b in form.find_all("button") if button in b.get_text())
            if pressed.get("name"):
                data[pressed["name"]] = pressed["value"]
        target = urljoin(self.address, form.get("action") or self.address)
        self._open(self.client.post(target, data, follow=True), target)
        return self

    def follow(self, words: str) -> "Person":
        """Take the link whose text holds the words."""
        link = next(
            a for a in self.page.body.find_all("a") if words in " ".join(a.get_text().split())
        )
        return self.go(link["href"])

    @property
    def h1(self) -> str:
        """The heading."""
        return " ".join(self.page.h1.get_text().split())

    @property
    def title(self) -> str:
        """The title of the window."""
        return " ".join(self.page.title.get_text().split())

    @property
    def text(self) -> str:
        """What can be read on the page."""
        return " ".join(self.page.main.get_text().split())

    @property
    def problems(self) -> list[str]:
        """The error summary."""
        links = self.page.select(".nhsuk-error-summary__list li")
        return [" ".join(link.get_text().split()) for link in links]

    def _open(self, response: Any, target: str = "") -> None:
        chain = getattr(response, "redirect_chain", [])
        self.status = response.status_code
        self.address = chain[-1][0] if chain else target or response.wsgi_request.get_full_path()
        self.page = BeautifulSoup(response.content, "html.parser")
