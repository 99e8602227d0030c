"""What `make test` runs, in order. Everything is tried; any failure fails the whole.

The suite comes last, so that the last line is pytest's own. What is too long for every change (the
whole acceptance list in a browser, the whole suite on PostgreSQL) is in `make prove`.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import postgres_cluster
import security
import system_packages

ROOT = Path(__file__).resolve().parent.parent
TEST_SETTINGS = {"DJANGO_SETTINGS_MODULE": "public_site.settings.test"}
MANAGE = [sys.executable, "manage.py"]
# By file, so that what a file sets up is set up once.
PYTEST = [sys.executable, "-m", "pytest", "-n", "2", "--dist", "loadfile"]
# What leans on the database most: locks, constraints, triggers. `make prove` runs all there is.
ON_POSTGRES = [
    f"tests/{place}"
    for place in (
        "faults/test_receiving_failures.py",
        "permissions/models",
        "permissions/sealing",
        "permissions/test_audit.py",
        "permissions/test_final_rows.py",
        "permissions/test_gate.py",
        "permissions/test_grants_in_order.py",
        "permissions/test_outbox.py",
        "staff_workspace/access/test_walls_and_leaving_at_once.py",
        "staff_workspace/actions/test_disposal.py",
        "staff_workspace/actions/test_from_receipt_to_closing.py",
    )
]
LONG = ["--ignore=tests/acceptance"]
# What reads files or makes a database of its own has nothing to say about PostgreSQL.
WITHOUT_DATABASE = [
    f"--ignore=tests/{place}"
    for place in (
        "architecture",
        "stock_wagtail",
        "tooling/test_bench.py",
        "tooling/test_postgres_cluster.py",
        "tooling/test_setting_up.py",
        "tooling/test_start.py",
        "feedback_forms/rules",
        "permissions/rules",
        "staff_workspace/documents",
        "staff_workspace/policy",
    )
]

STEPS: tuple[tuple[str, list[str]], ...] = (
    ("style", ["ruff", "check", "."]),
    ("format", ["ruff", "format", "--check", "."]),
    ("import contracts", ["lint-imports"]),
    ("types", ["mypy"]),
    ("insecure code, packages with known holes", [sys.executable, "tools/security.py"]),
    ("assets", [*MANAGE, "nhsuk_assets"]),
    # This command runs all system checks before it looks for missing migrations.
    ("system checks and migrations", [*MANAGE, "makemigrations", "--check", "--dry-run"]),
)

# What this run could not find out, in words.
not_checked: list[str] = []


def run(name: str, command: list[str], **more: str) -> list[str]:
    """Run one step and say how it went; returns its name if it failed.

    One that could not find out is no failure: it goes into ``not_checked``.
    """
    print(f"\n── {name}", flush=True)
    began = time.monotonic()
    environment = {**os.environ, **TEST_SETTINGS, **more}
    status = subprocess.run(
        command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, check=False
    ).returncode
    if status == security.NOT_CHECKED:
        not_checked.append(f"NOT CHECKED: {name}. See what that step printed.")
    if "pytest" not in command:
        ended = {0: "ok", security.NOT_CHECKED: "NOT CHECKED"}.get(status, "FAILED")
        print(f"{ended} in {time.monotonic() - began:.0f} s")
    return [name] if status not in (0, security.NOT_CHECKED) else []


@contextmanager
def postgres() -> Iterator[str | None]:
    """The address of a cluster while it is needed; None where its programs are not installed."""
    programs = postgres_cluster.programs()
    if programs is None:
        print("\nSkipped: the suite on PostgreSQL. initdb and pg_ctl are not installed.")
        yield None
        return
    with postgres_cluster.cluster(programs) as address:
        yield address


def on_postgres(address: str | None, places: list[str], **more: str) -> list[str]:
    """Run tests without a browser on PostgreSQL; returns what failed."""
    if address is None:
        return []
    return run(
        "tests on PostgreSQL",
        [*PYTEST, "-m", "not browser", *places],
        CANDOUR_TEST_DATABASE_URL=address,
        **more,
    )


def migrate(address: str | None) -> list[subprocess.Popen]:
    """Begin to make the migrated databases: each takes half a minute of one processor."""
    beside = {**os.environ, **({"CANDOUR_TEST_DATABASE_URL": address} if address else {})}
    environments = [os.environ, beside] if address else [os.environ]
    command = [sys.executable, "tools/migrated_database.py"]
    return [
        subprocess.Popen(command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL)
        for environment in environments
    ]


def main() -> int:
    """Run everything; the exit status for the shell."""
    skipped = system_packages.provide()
    with postgres() as address:
        migrating = migrate(address)
        try:
            failed = [name for step, command in STEPS for name in run(step, command)]
            failed += ["migrations" for one in migrating if one.wait()]
        finally:
            for one in migrating:
                one.kill()
        failed += on_postgres(address, ON_POSTGRES)
    lines = "\n".join([*skipped, *not_checked])
    print(lines)
    if failed:
        print(f"\nFAILED so far: {', '.join(failed)}")
    # Pytest says it again at its end, where it is seen.
    failed += run("tests", [*PYTEST, *LONG], CANDOUR_NOT_CHECKED=lines)
    if failed:
        print(f"FAILED: {', '.join(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
