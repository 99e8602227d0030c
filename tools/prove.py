"""What `make prove` runs: all that is too long for each change. Any failure fails the whole."""

import sys

import run_all_checks

# Every address as everybody: long tests of one file, for both processors.
WALK = [sys.executable, "-m", "pytest", "-n", "2", "--dist", "worksteal", "tests/walk"]
# The acceptance list, kill drills, ten thousand hostile inputs.
PLACES = [
    "tests/permissions/test_grants_in_order.py",
    "tests/permissions/test_matrix_everywhere.py",
    "tests/feedback_forms/hostile",
    "tests/feedback_forms/rules/test_form_routes.py",
    "tests/feedback_forms/builder/test_built_in_a_browser.py",
    "tests/acceptance",
    "tests/journeys",
    "tests/public_site/demo",
    "tests/faults",
    "tests/staff_workspace/documents/test_any_text.py",
    "tests/staff_workspace/policy/test_clock_properties.py",
]
PROVING = {"CANDOUR_PROVE": "1"}


def main() -> int:
    """Prove on SQLite, then the whole suite on PostgreSQL; the exit status for the shell."""
    failed = run_all_checks.run("assets", [*run_all_checks.MANAGE, "nhsuk_assets"])
    failed += run_all_checks.run("every address as everybody", WALK, **PROVING)
    failed += run_all_checks.run("proofs", [*run_all_checks.PYTEST, *PLACES], **PROVING)
    with run_all_checks.postgres() as address:
        failed += run_all_checks.on_postgres(address, run_all_checks.WITHOUT_DATABASE)
    if failed:
        print(f"FAILED: {', '.join(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
