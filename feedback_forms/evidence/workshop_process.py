"""The process that opens strangers' files: a child for each file, with bounds on what it may take.

Started by ``workshop``, with a socket as standard input. It has nothing of the service's: no
database, no keys, no settings. Each message is a type, with three open files: to read, to write,
and to answer on.
"""

import json
import os
import resource
import signal
import socket
import sys

from feedback_forms.evidence.viewing_copy import make_viewing_copy
from feedback_forms.rules.uploads import FileRefused

#: What one file may take: memory and length of the copy in bytes, seconds of work and of waiting.
MEMORY = 1024 * 1024 * 1024
COPY = 128 * 1024 * 1024
WORK_SECONDS = 30
SECONDS = 45


def main() -> None:
    """Serve until whoever started us closes the socket or is gone."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the system buries the children
    door = socket.socket(fileno=sys.stdin.fileno())
    while True:
        message, files, _, _ = socket.recv_fds(door, 100, 3)
        if not message:
            return
        if os.fork() == 0:
            door.close()
            _bound()
            _serve(message.decode(), *files)
        for file in files:
            os.close(file)


def _bound() -> None:
    signal.alarm(SECONDS)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (COPY, COPY))
    resource.setrlimit(resource.RLIMIT_CPU, (WORK_SECONDS, WORK_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _serve(content_type: str, original: int, target: int, answer: int) -> None:
    """Never returns; no answer means that it went badly."""
    status = 1
    try:
        with os.fdopen(original, "rb") as source, os.fdopen(target, "wb") as copy:
            source.seek(0)
            told = _made(source, content_type, copy)
        os.write(answer, json.dumps(told).encode())
        status = 0
    finally:
        os._exit(status)


def _made(source, content_type: str, copy) -> dict[str, str | int]:
    try:
        made = make_viewing_copy(source, content_type, copy)
    except FileRefused as refused:
        return {"refused": refused.refusal.name}
    return {"content_type": made.content_type, "pages": made.pages}


if __name__ == "__main__":
    main()
