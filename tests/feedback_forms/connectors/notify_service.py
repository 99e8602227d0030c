"""A server that speaks GOV.UK Notify's API over real HTTP, and remembers what it was given.

As the API is documented: a token signed with the key's secret, JSON in and out, errors as a list.
"""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import jwt

SERVICE = "26785a09-ab16-4eb0-8407-a37497a57506"
SECRET = "3d844edf-8d35-48ac-975b-e847b4f122b0"
KEY = f"service-{SERVICE}-{SECRET}"
EMAIL_TEMPLATE = "f33517ff-2a88-4f6e-b855-c550268ce08a"
TEXT_TEMPLATE = "2b4b6c1e-8d3f-4a57-9d1e-0a4f4b1f2c3d"
NEEDS = {"email": {"subject", "body"}, "sms": {"body"}}


class NotifyService:
    """Answers as Notify does; ``answers_with`` makes it fail as Notify fails."""

    def __init__(self) -> None:
        self.got: list[dict[str, Any]] = []
        self.answers_with = 0
        self.url = ""

    def post(self, path: str, data: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        """What Notify answers to a message."""
        means = path.rpartition("/")[2]
        if self.answers_with:
            return _failure(self.answers_with, "Exception", f"failed for {json.dumps(data)}")
        address = data.get("email_address") or data.get("phone_number", "")
        if not address or "refused" in address:
            return _failure(400, "ValidationError", f"{address} is not an address")
        expected = EMAIL_TEMPLATE if means == "email" else TEXT_TEMPLATE
        if data.get("template_id") != expected:
            return _failure(400, "BadRequestError", "Template not found")
        if set(data.get("personalisation", {})) != NEEDS[means]:
            return _failure(400, "BadRequestError", "Missing personalisation")
        self.got.append({"means": means, **data})
        return 201, {"id": SERVICE, "reference": data.get("reference"), "content": {}}

    def get(self, path: str) -> tuple[int, dict[str, Any]]:
        """What Notify answers to the question for a template."""
        if self.answers_with:
            return _failure(self.answers_with, "Exception", "failed")
        if path.rpartition("/")[2] in {EMAIL_TEMPLATE, TEXT_TEMPLATE}:
            return 200, {"id": path.rpartition("/")[2]}
        return _failure(404, "NoResultFound", "No result found")


@contextmanager
def running() -> Iterator[NotifyService]:
    """The service on a port of this machine."""
    service = NotifyService()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            data = json.loads(self.rfile.read(length))
            self._answer(lambda: service.post(self.path, data))

        def do_GET(self) -> None:
            self._answer(lambda: service.get(self.path))

        def _answer(self, found: Any) -> None:
            status, body = found() if _signed(self.headers) else _failure(403, "AuthError", "token")
            content = json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *args: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    service.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield service
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _signed(headers: Any) -> bool:
    token = headers.get("Authorization", "").removeprefix("Bearer ")
    try:
        claims = jwt.decode(token, SECRET, algorithms=["HS256"], options={"verify_iat": True})
    except jwt.PyJWTError:
        return False
    return claims["iss"] == SERVICE


def _failure(status: int, error: str, message: str) -> tuple[int, dict[str, Any]]:
    return status, {"status_code": status, "errors": [{"error": error, "message": message}]}
