"""Make a virtual environment from a locked list, once: `environment.py FOLDER LIST`.

Runs before anything is installed, on whatever Python there is: standard library only.
"""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
INSTALLER = ROOT / "requirements-installer.txt"
OLDEST = (3, 11)
# Give the quick installer little time: behind a proxy that only pip knows of, pip takes over.
QUICK = {"UV_HTTP_TIMEOUT": "20", "UV_HTTP_RETRIES": "1", "UV_NO_PROGRESS": "1"}


def why_python_is_unfit(version: tuple, has_ensurepip: bool) -> str:
    """Say what is wrong with this Python and what to do, or nothing."""
    if version < OLDEST:
        found = ".".join(map(str, version[:2]))
        return (
            f"Candour needs Python 3.11 or newer; this is {found}.\n"
            "Name another one, for example: make start PYTHON=python3.12"
        )
    if not has_ensurepip:
        return "Python's venv module is not complete. On Debian: apt-get install python3-venv"
    return ""


def fingerprint(requirements: Path) -> str:
    """What the environment was made from; another value means: install again."""
    content = requirements.read_bytes() + INSTALLER.read_bytes()
    major, minor = sys.version_info[:2]
    return f"{major}.{minor} of {sys.base_prefix} {hashlib.sha256(content).hexdigest()}"


def make(folder: Path, requirements: Path) -> bool:
    """Bring ``folder`` up to date with ``requirements``; return whether anything was done."""
    stamp = folder / "made-from.txt"
    python = folder / "bin" / "python"
    wanted = fingerprint(requirements)
    if stamp.exists() and stamp.read_text() == wanted and python.exists():
        return False
    print(f"Setting up {folder.name} from {requirements.name} …", flush=True)
    # From nothing: neither another Python nor a package that is no longer listed stays behind.
    venv.create(folder, clear=True, with_pip=True, symlinks=True)
    if not installed_quickly(python, requirements):
        pip(python, requirements)
    stamp.write_text(wanted)
    return True


def pip(python: Path, requirements: Path) -> None:
    """Install with pip; raises CalledProcessError when that fails."""
    options = ["--quiet", "--disable-pip-version-check", "--require-hashes", "-r"]
    subprocess.run([python, "-m", "pip", "install", *options, requirements], check=True)


def installed_quickly(python: Path, requirements: Path) -> bool:
    """Install with uv (which itself comes by pip); return whether it went well."""
    try:
        pip(python, INSTALLER)
    except subprocess.CalledProcessError:
        return False
    command = [python.parent / "uv", "pip", "install", "--quiet", "--require-hashes"]
    command += ["--compile-bytecode", "--python", python, "-r", requirements]
    return subprocess.run(command, env={**os.environ, **QUICK}, check=False).returncode == 0


def main(folder: str, requirements: str) -> int:
    """Check Python, then make the environment; the exit status for the shell."""
    try:
        import ensurepip
    except ImportError:
        ensurepip = None
    problem = why_python_is_unfit(sys.version_info[:3], ensurepip is not None)
    if problem:
        print(problem, file=sys.stderr)
        return 1
    try:
        make(ROOT / folder, ROOT / requirements)
    except subprocess.CalledProcessError:
        print(f"The packages of {requirements} could not be installed: see above.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
