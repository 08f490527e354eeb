"""`./run` on machines that lack something: it says what, and what to do."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TOOLS = ("sh", "dirname", "cat", "cksum", "tr")

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a POSIX shell script")


def run(copy: Path, *arguments: str, python: str = "") -> subprocess.CompletedProcess[str]:
    """`./run` in a folder of its own, where the only Python is the script given."""
    tools = copy / "tools"
    tools.mkdir(parents=True)
    for name in TOOLS:
        (tools / name).symlink_to(str(shutil.which(name)))
    if python:
        (tools / "python3").write_text(f"#!/bin/sh\n{python}\n", encoding="utf-8")
        (tools / "python3").chmod(0o755)
    for name in ("run", "pyproject.toml"):
        shutil.copy(ROOT / name, copy)
    return subprocess.run(
        [tools / "sh", copy / "run", *arguments], env={"PATH": str(tools)}, capture_output=True, text=True, check=False
    )  # fmt: skip


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return tmp_path / "a folder"


def test_without_a_task_it_says_how_it_is_used(copy: Path) -> None:
    answer = run(copy)
    assert answer.returncode == 2
    assert "./run demo" in answer.stderr


def test_a_python_that_is_too_old_is_named(copy: Path) -> None:
    answer = run(copy, "demo", python='case "$*" in *--version*) echo "Python 3.9.1";; *) exit 1;; esac')
    assert answer.returncode == 2
    assert "3.11" in answer.stderr
    assert "Python 3.9.1" in answer.stderr


def test_no_python_at_all_is_said(copy: Path) -> None:
    answer = run(copy, "test")
    assert answer.returncode == 2
    assert "3.11" in answer.stderr


def test_a_missing_venv_names_what_to_install(copy: Path) -> None:
    answer = run(copy, "demo", python='case "$*" in *ensurepip*) exit 1;; esac')
    assert answer.returncode == 2
    assert "venv" in answer.stderr
    assert not (copy / ".venv").exists()
