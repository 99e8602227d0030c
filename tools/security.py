"""Looks for insecure code (bandit) and for packages with known holes (pip-audit).

Bandit needs nothing but the code. Pip-audit asks a service about the locked packages; where none
can be reached it says that it was skipped, since a machine without a way out is no hole.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKED = "requirements.txt"
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
    """Ask about the locked packages, one service after the other; 1 for a hole, 0 or skipped: 0."""
    for service in services:
        status, said = _ask(service)
        if status == 0:
            print(f"no known holes in {LOCKED}, says {service}")
            return 0
        if not nobody_answered(said):
            print(said)
            return 1
    print(f"Skipped: pip-audit. None of {', '.join(services)} answers from here about holes.")
    return 0


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
    sys.exit(max(insecure_code(), known_holes()))
