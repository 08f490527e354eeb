"""What the READMEs show of the program is what it prints today of the demo's documents."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from gouji.cli.entry import COMMANDS

ROOT = Path(__file__).resolve().parents[1]
READMES = ("README.md", "README.zh-CN.md")
SHOWN = re.compile(r"^```text\n(.*?)^```$", re.M | re.S)


@pytest.fixture(scope="module")
def scored(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The lines of `gouji score` on the documents of the demo."""
    folder = tmp_path_factory.mktemp("demo")
    subprocess.run([sys.executable, ROOT / "samples" / "make.py", folder], check=True, capture_output=True)
    asked = [sys.executable, "-m", "gouji", "--lang", "zh", "score", folder / "documents"]
    return subprocess.run(
        asked, check=False, capture_output=True, encoding="utf-8", cwd=ROOT / "src"
    ).stdout.splitlines()


@pytest.mark.parametrize("name", READMES)
def test_scores_shown_are_printed_line_by_line(name: str, scored: list[str]) -> None:
    shown = [line for block in SHOWN.findall((ROOT / name).read_text(encoding="utf-8")) for line in block.splitlines()]
    assert shown
    assert [line for line in shown if line not in scored] == []


@pytest.mark.parametrize("name", READMES)
def test_every_command_is_shown_and_no_other(name: str) -> None:
    blocks = re.findall(r"^```sh\n(.*?)^```$", (ROOT / name).read_text(encoding="utf-8"), re.M | re.S)
    assert set(re.findall(r"^gouji (\w+)", "\n".join(blocks), re.M)) == set(COMMANDS)


def test_both_readmes_run_the_same_two_commands() -> None:
    for name in READMES:
        assert re.findall(r"^\./run (\w+)", (ROOT / name).read_text(encoding="utf-8"), re.M) == ["demo", "test"]


@pytest.mark.parametrize("name", READMES)
def test_figures_of_location_are_those_of_its_page(name: str) -> None:
    page = (ROOT / "docs" / "reference" / "location.md").read_text(encoding="utf-8")
    table = page[page.index("## By number of errors") : page.index("## By kind of error")]
    rows = re.findall(r"^\| \d \| (\d+) \|.*\| (\d+) of (\d+) \|", table, re.M)
    errors, right, claims = (sum(int(row[column]) for row in rows) for column in range(3))
    told = (ROOT / name).read_text(encoding="utf-8")
    assert f"{errors:,}" in told
    assert re.search(f"{right} of {claims}|{claims} 次指明是哪个数，{right} 次正确", told)
