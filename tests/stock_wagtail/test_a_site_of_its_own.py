"""A body with a Wagtail site of its own installs the lower three packages, without the roof.

The steps are read out of docs/plug-in.md, so that what is documented is what is tested.
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
GUIDE = ROOT / "docs" / "plug-in.md"
LOWER_FLOORS = ("permissions", "feedback_forms", "staff_workspace")

# One process for all of it: starting Django takes longer than the questions.
FOLLOW_AND_ASK = """
import io, json, sys
import django
django.setup()
from django.core.management import call_command
from django.test import Client

def printed(*words, **options):
    out = io.StringIO()
    call_command(*words, stdout=out, stderr=out, **options)
    return out.getvalue()

printed("nhsuk_assets")
printed("migrate", verbosity=0)
exec(sys.argv[1])
client = Client()
answers = {address: client.get(address) for address in ("/", "/complaint/", "/workspace/")}
print(json.dumps({
    "check": printed("check"),
    "migrations": printed("makemigrations", dry_run=True),
    "status": {address: answer.status_code for address, answer in answers.items()},
    "sent_to": answers["/workspace/"].headers.get("Location", ""),
    "form": answers["/complaint/"].content.decode(),
    "roof": any(name.partition(".")[0] == "public_site" for name in sys.modules),
}))
"""


def run(folder: Path, *words: str) -> str:
    """What a command in the project's folder prints; fails with what it complained of."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("CANDOUR_")}
    environment["PYTHONPATH"] = f"{folder}{os.pathsep}{folder / 'packs'}"
    environment["DJANGO_SETTINGS_MODULE"] = "host.settings.dev"
    done = subprocess.run(
        words, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a stock project says of itself once the guide was followed."""
    folder = tmp_path_factory.mktemp("stock")
    run(folder, sys.executable, "-m", "wagtail.bin.wagtail", "start", "host", ".")
    (folder / "packs").mkdir()
    for package in LOWER_FLOORS:
        (folder / "packs" / package).symlink_to(ROOT / package)
    steps = re.findall(r"```python\n(.*?)```", GUIDE.read_text(), re.DOTALL)
    settings, logging, addresses, body = steps
    base = f"{settings}\n{logging}"
    for path, text in (("host/settings/base.py", base), ("host/urls.py", addresses)):
        with (folder / path).open("a") as file:
            file.write(f"\n{text}")
    printed: dict[str, Any] = json.loads(
        run(folder, sys.executable, "-c", FOLLOW_AND_ASK, body).splitlines()[-1]
    )
    return printed


def test_a_stock_project_has_nothing_to_complain_of(told: dict[str, Any]) -> None:
    assert "no issues" in told["check"]


def test_a_stock_project_needs_no_migrations_of_its_own(told: dict[str, Any]) -> None:
    assert "No changes detected" in told["migrations"]


def test_a_stock_project_serves_its_pages_and_the_form(told: dict[str, Any]) -> None:
    assert told["status"] == {"/": 200, "/complaint/": 200, "/workspace/": 302}
    assert "Our Trust" in told["form"]


def test_a_stock_project_sends_staff_to_sign_in(told: dict[str, Any]) -> None:
    assert told["sent_to"] == "/workspace/sign-in/?next=/workspace/"


def test_the_lower_floors_stand_without_the_roof(told: dict[str, Any]) -> None:
    assert told["roof"] is False
