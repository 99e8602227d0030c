"""A PostgreSQL cluster of the tests' own: made, started, and gone again at the end.

It listens on a local socket only. PostgreSQL refuses to run as root, so root lends it another
user's identity.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

PROGRAMS = ("initdb", "pg_ctl", "postgres")
# Nothing in it outlives the run, so nothing needs to survive a power cut.
SETTINGS = "-c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off"


def programs() -> Path | None:
    """The folder of the newest PostgreSQL that has all its server programs, or None."""
    folders = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"),
        key=lambda folder: int(folder.parent.name) if folder.parent.name.isdigit() else 0,
        reverse=True,
    )
    if on_path := shutil.which("initdb"):
        folders.append(Path(on_path).resolve().parent)
    whole = [f for f in folders if all((f / program).exists() for program in PROGRAMS)]
    return whole[0] if whole else None


@contextmanager
def cluster(folder_of_programs: Path) -> Iterator[str]:
    """Run a cluster; yields the address for CANDOUR_TEST_DATABASE_URL. Always stops it."""
    who = _identity()
    # Not in TMPDIR: that may be a folder which the other user cannot enter.
    folder = Path(tempfile.mkdtemp(prefix="candour-pg-", dir="/tmp"))  # nosec B108
    data = folder / "data"
    try:
        if who:
            os.chown(folder, who["user"], who["group"])
        quiet = {"cwd": folder, "check": True, "stdout": subprocess.DEVNULL, **who}
        initdb = [folder_of_programs / "initdb", "--auth=trust", "--username=candour"]
        subprocess.run([*initdb, "--encoding=UTF8", "--no-sync", "-D", data], **quiet)
        control = [folder_of_programs / "pg_ctl", "-D", data, "--silent", "-w"]
        options = f"-c unix_socket_directories={folder} {SETTINGS}"
        subprocess.run([*control, "-l", folder / "log", "-o", options, "start"], **quiet)
        try:
            yield f"postgresql://candour@/postgres?host={quote(str(folder))}"
        finally:
            subprocess.run([*control, "-m", "immediate", "stop"], **quiet)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _identity() -> dict[str, int | list[int]]:
    """Whom the server runs as: ourselves, or for root another user."""
    if os.geteuid() != 0:
        return {}
    names = {user.pw_name: user for user in pwd.getpwall()}
    user = names.get("postgres") or names["nobody"]
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
