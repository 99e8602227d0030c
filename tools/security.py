"""Looks for insecure code (bandit) and for packages with known holes (pip-audit).

Bandit needs nothing but the code. Pip-audit asks a service about the locked packages; where none
can be reached nothing is known about them, which is no hole: the exit status is then NOT_CHECKED,
and whoever runs this says so where it is seen.
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = "requirements.txt"
# With what develops and tests the product; all that is shipped is in it too (a test sees to it).
LOCKED = "requirements-dev.txt"
PINNED = re.compile(r"^[\w.-]+==", re.MULTILINE)
# Neither well nor a hole: "try again later" of sysexits.h.
NOT_CHECKED = 75
CODE = ("permissions", "feedback_forms", "staff_workspace", "public_site", "tools", "manage.py")
# Pip-audit ends with 1 both for a hole and when nobody answered: these words tell which.
NOBODY_ANSWERED = (
    "ConnectionError",
    "ConnectTimeout",
    "ReadTimeout",
    "Max retries exceeded",
    "Name or service not known",
    "name resolution",
    "ServiceError",
    "ProxyError",
    "HTTPError",
)
# The Python Packaging Advisory Database by way of PyPI, then OSV.
SERVICES = ("pypi", "osv")
PATIENCE = 90


def insecure_code() -> int:
    """Run bandit over everything that is shipped; its exit status."""
    command = ["bandit", "--quiet", "--recursive", "-c", "pyproject.toml", *CODE]
    return subprocess.run([sys.executable, "-m", *command], cwd=ROOT, check=False).returncode


def known_holes(services: tuple[str, ...] = SERVICES) -> int:
    """Ask about the locked packages, one service after the other: 0, 1 for a hole, NOT_CHECKED."""
    asked = f"{_packages(LOCKED)} packages of {LOCKED}, with all {_packages(SHIPPED)} of {SHIPPED}"
    for service in services:
        status, said = _ask(service)
        if status == 0:
            print(f"Known holes: none in {asked}, says {service}.")
            return 0
        if not nobody_answered(said):
            print(said)
            print(f"Known holes: some in {asked}, says {service}.")
            return 1
    print(
        f"NOT CHECKED: known holes in {asked}. Neither {' nor '.join(services)} answers from here."
    )
    return NOT_CHECKED


def _packages(name: str) -> int:
    return len(PINNED.findall((ROOT / name).read_text()))


def worst(*found: int) -> int:
    """What to end with: a failure if there is one, then NOT_CHECKED, then 0."""
    return next((status for status in found if status not in (0, NOT_CHECKED)), max(found))


def nobody_answered(said: str) -> bool:
    """Whether what pip-audit printed means that no service was reached."""
    return any(words in said for words in NOBODY_ANSWERED) and "Found " not in said


def _ask(service: str) -> tuple[int, str]:
    options = ["--requirement", LOCKED, "--require-hashes", "--disable-pip", "--timeout", "15"]
    command = ["pip_audit", *options, "--progress-spinner", "off", "--vulnerability-service"]
    try:
        asked = subprocess.run(
            [sys.executable, "-m", *command, service],
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return 1, "ReadTimeout"
    return asked.returncode, asked.stdout + asked.stderr


if __name__ == "__main__":
    sys.exit(worst(insecure_code(), known_holes()))
