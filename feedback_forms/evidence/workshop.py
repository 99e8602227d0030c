"""Has the viewing copy of a file made in a process apart, which is kept warm for the next one."""

import json
import os
import socket
import subprocess
import sys
import threading
from pathlib import Path
from typing import BinaryIO

from feedback_forms.evidence.viewing_copy import Viewing
from feedback_forms.rules.uploads import FileRefused, Refusal

PROGRAM = "feedback_forms.evidence.workshop_process"
ROOT = Path(__file__).resolve().parent.parent.parent
#: A little more than the process gives itself.
SECONDS = 60
LONGEST_ANSWER = 1000

_lock = threading.Lock()
_running: dict[int, socket.socket] = {}


def draw_apart(original: BinaryIO, content_type: str, target: BinaryIO) -> Viewing:
    """Write the viewing copy of ``original`` to ``target``, both open files of the system.

    Raises FileRefused, also for a file that takes too much memory or time, and OSError.
    """
    told = json.loads(_ask(content_type, original.fileno(), target.fileno()) or b"{}")
    if "content_type" in told:
        return Viewing(told["content_type"], told["pages"])
    raise FileRefused(Refusal[told.get("refused", Refusal.FAILED.name)])


def _ask(content_type: str, original: int, target: int) -> bytes:
    """The answer; empty when the child died over the file."""
    ours, theirs = socket.socketpair()
    with ours:
        with theirs:
            files = [original, target, theirs.fileno()]
            try:
                socket.send_fds(_door(), [content_type.encode()], files)
            except OSError:  # the process is gone; a new one is asked once
                socket.send_fds(_door(anew=True), [content_type.encode()], files)
        ours.settimeout(SECONDS)
        try:
            return ours.recv(LONGEST_ANSWER)
        except TimeoutError:
            return b""


def _door(*, anew: bool = False) -> socket.socket:
    """The socket of this process's workshop; a forked process gets one of its own."""
    with _lock:
        if anew or os.getpid() not in _running:
            _running[os.getpid()] = _start()
        return _running[os.getpid()]


def _start() -> socket.socket:
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with theirs:
        # Its environment holds no secret: whatever is opened there must not find any.
        subprocess.Popen(
            [sys.executable, "-m", PROGRAM],
            stdin=theirs,
            stdout=subprocess.DEVNULL,
            env={"PYTHONPATH": str(ROOT), "PATH": os.defpath, "LANG": "C.UTF-8"},
            start_new_session=True,
        )
    return ours
