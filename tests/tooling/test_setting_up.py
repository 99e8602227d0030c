"""Setting up: the right Python, once, from the list that is locked."""

import sys
from pathlib import Path

import environment
import pytest
import system_packages


@pytest.mark.parametrize("version", [(3, 8, 20), (3, 10, 13)])
def test_an_old_python_is_named_with_the_way_out(version: tuple[int, int, int]) -> None:
    problem = environment.why_python_is_unfit(version, has_ensurepip=True)
    assert f"{version[0]}.{version[1]}" in problem
    assert "PYTHON=python3.12" in problem


@pytest.mark.parametrize("version", [(3, 11, 2), (3, 12, 0), (3, 13, 1)])
def test_python_from_3_11_on_will_do(version: tuple[int, int, int]) -> None:
    assert environment.why_python_is_unfit(version, has_ensurepip=True) == ""


def test_a_python_without_venv_is_told_the_package_to_install() -> None:
    problem = environment.why_python_is_unfit((3, 11, 2), has_ensurepip=False)
    assert "apt-get install python3-venv" in problem


def test_nothing_is_installed_again_while_the_list_is_the_same(tmp_path: Path) -> None:
    requirements = tmp_path / "list.txt"
    requirements.write_text("")
    folder = tmp_path / "made"
    (folder / "bin").mkdir(parents=True)
    (folder / "bin" / "python").symlink_to(sys.executable)
    (folder / "made-from.txt").write_text(environment.fingerprint(requirements))
    assert environment.make(folder, requirements) is False


def test_a_changed_list_means_installing_again(tmp_path: Path) -> None:
    requirements = tmp_path / "list.txt"
    requirements.write_text("")
    before = environment.fingerprint(requirements)
    requirements.write_text("django==5.2")
    assert environment.fingerprint(requirements) != before


def test_an_ordinary_user_is_told_what_is_skipped_and_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "apt-get").symlink_to("/bin/true")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    skipped = system_packages.provide()
    assert skipped[0] == (
        "Skipped: the browser tests. chromium is not installed, and "
        "only root, or CI=true, may install system packages."
    )


def test_without_apt_the_reason_is_that(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert all("there is no apt-get here" in line for line in system_packages.provide())


def test_root_installs_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = tmp_path / "asked"
    apt = tmp_path / "apt-get"
    apt.write_text(f'#!/bin/sh\necho "$@" >> {asked}\n')
    apt.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("os.geteuid", lambda: 0)
    skipped = system_packages.provide()
    assert "chromium poppler-utils qpdf" in asked.read_text()
    assert "its package could not be installed" in skipped[0]
