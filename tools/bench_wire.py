"""What a question page takes over the wire: with all that it needs, and once that is cached."""

import re
from urllib.parse import urljoin

import requests

ASSETS = re.compile(r'(?:<link[^>]+rel="(?:stylesheet|icon)"[^>]+href|<script[^>]+src)="([^"]+)"')


def first_and_later(address: str) -> tuple[float, float]:
    """Kilobytes of the first question page with its styles, scripts and icon, and of a later one."""
    session = requests.Session()
    page = f"{address}/complaint/about-you/"
    html, text = size_of(session, page)
    assets = {urljoin(page, found) for found in ASSETS.findall(text)}
    return (html + sum(size_of(session, asset)[0] for asset in assets)) / 1000, html / 1000


def size_of(session: requests.Session, address: str) -> tuple[int, str]:
    """Bytes as they came, compressed or not, with the head; and the text."""
    with session.get(address, stream=True, timeout=60) as answer:
        answer.raise_for_status()
        raw = answer.raw.read(decode_content=False)
        head = sum(len(name) + len(value) + 4 for name, value in answer.headers.items())
        text = (
            session.get(address, timeout=60).text
            if "html" in answer.headers["content-type"]
            else ""
        )
    return len(raw) + head, text
