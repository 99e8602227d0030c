"""How a file is read off the wire: bounded, and never under a name on the disk.

Named in FILE_UPLOAD_HANDLERS, alone. What is too big is not written down; what was refused is told
to the view as ``request.uploads_refused``. Editors' uploads in Wagtail's admin are not bounded here.
"""

from tempfile import SpooledTemporaryFile
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile, StopUpload
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from feedback_forms.rules.uploads import (
    MAX_BODY,
    MAX_SIZE,
    MAX_TOTAL,
    Refusal,
    display_name,
)

Refused = list[tuple[str, Refusal]]


def refused_on_the_way(request: HttpRequest) -> Refused:
    """The files of this request that were not read to their end: name and reason."""
    return getattr(request, "uploads_refused", [])


class BoundedUpload(FileUploadHandler):
    """Small files stay in memory; larger ones go into files without a name."""

    def handle_raw_input(
        self, input_data: Any, META: Any, content_length: int, *rest: Any, **more: Any
    ) -> None:
        """Decide how much is read; the body is not touched."""
        self.total = 0
        self.bounded = not _is_of_editors(self.request)
        self.hopeless = self.bounded and content_length > MAX_BODY
        self.request.uploads_refused = []

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """A file begins; nothing more is read where the whole is far too much."""
        super().new_file(*args, **kwargs)
        if self.hopeless:
            self._refuse(Refusal.TOTAL)
            raise StopUpload(connection_reset=True)
        self.size = 0
        self.file = SpooledTemporaryFile(settings.FILE_UPLOAD_MAX_MEMORY_SIZE)  # noqa: SIM115

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Keep a piece, or read past the rest of a file that is refused."""
        self.size += len(raw_data)
        self.total += len(raw_data)
        if self.bounded and self.size >= MAX_SIZE:
            self._skip(Refusal.TOO_BIG)
        if self.bounded and self.total > MAX_TOTAL:
            self._skip(Refusal.TOTAL)
        try:
            self.file.write(raw_data)
        except OSError:  # the disk is full
            self._skip(Refusal.FAILED)

    def file_complete(self, file_size: int) -> UploadedFile:
        """The file as views know it."""
        self.file.seek(0)
        return UploadedFile(
            self.file,
            self.file_name,
            self.content_type,
            file_size,
            self.charset,
            self.content_type_extra,
        )

    def upload_interrupted(self) -> None:
        """The other side has gone."""
        if hasattr(self, "file"):
            self.file.close()

    def _skip(self, refusal: Refusal) -> None:
        self.total -= self.size
        self._refuse(refusal)
        raise SkipFile

    def _refuse(self, refusal: Refusal) -> None:
        self.request.uploads_refused.append((display_name(self.file_name or ""), refusal))


def _is_of_editors(request: HttpRequest) -> bool:
    try:
        return request.path.startswith(reverse("wagtailadmin_home"))
    except NoReverseMatch:
        return False
