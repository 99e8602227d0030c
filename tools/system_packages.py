"""Which programs the tests use from the system, and putting in those that are missing.

They are installed as root, or where CI=true says that the machine is ours to change; anywhere
else the tests that need them are skipped, and say so.
"""

import os
import shutil
import subprocess

# A program under any of its names, the Debian package that brings it, what is skipped without it.
PROGRAMS = (
    (("chromium", "chromium-browser", "google-chrome"), "chromium", "the browser tests"),
    (("pdftotext",), "poppler-utils", "the tests that read PDFs as a person would"),
    (("qpdf",), "qpdf", "the check of PDF structure"),
    (("clamd",), "clamav-daemon", "the tests with a real virus scanner"),
)


def missing() -> list[tuple[str, str]]:
    """The packages that are not there, each with what cannot be tested without it."""
    return [
        (package, purpose)
        for names, package, purpose in PROGRAMS
        if not any(shutil.which(name) for name in names)
    ]


def way_in() -> list[str]:
    """The words to put before apt-get (none as root), or LookupError saying why not."""
    if not shutil.which("apt-get"):
        raise LookupError("there is no apt-get here")
    if os.geteuid() == 0:
        return []
    if os.environ.get("CI") == "true" and shutil.which("sudo"):
        return ["sudo", "--non-interactive"]
    raise LookupError("only root, or CI=true, may install system packages")


def provide() -> list[str]:
    """Install what is missing where that is allowed; return what is skipped, and why."""
    wanted = missing()
    if not wanted:
        return []
    try:
        _install([package for package, _ in wanted], way_in())
        reason = "its package could not be installed"
    except LookupError as refusal:
        reason = str(refusal)
    return [
        f"Skipped: {purpose}. {package} is not installed, and {reason}."
        for package, purpose in missing()
    ]


def _install(packages: list[str], prefix: list[str]) -> None:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    print(f"Installing from the system's packages: {', '.join(packages)} …", flush=True)
    for arguments in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        subprocess.run(
            [*prefix, "apt-get", "-qq", *arguments],
            env=quiet,
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
