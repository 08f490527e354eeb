"""Mistakes on the command line and its help, told in Chinese, or in English on demand."""

from __future__ import annotations

from pathlib import Path

import pytest

from gouji.cli import main
from gouji.cli.entry import COMMANDS


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["check"], "没有给出文件或文件夹。"),
        (["check", "x", "--format", "pdf"], "--format 的值不对，可以是 text、json、html。"),
        (["check", "x", "--fail-no", "error"], "没有选项 --fail-no。是不是 --fail-on？"),
        (["chek", "x"], "没有命令 chek。是不是 check？"),
        (["check", "x", "--out"], "选项 --out 后面缺少值"),
    ],
)
def test_mistakes_are_told_in_chinese_with_the_way_to_help(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert told in (error := capsys.readouterr().err)
    assert "--help" in error


def test_mistakes_and_help_are_told_in_english_on_demand(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "en", "check", "x", "--format", "pdf"]) == 2
    assert "is not one of" in capsys.readouterr().err
    assert main(["check", "--lang=en", "--help"]) == 0
    assert capsys.readouterr().out.startswith("Usage: gouji check")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_in_chinese(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([name, "--help"]) == 0
    told = capsys.readouterr().out
    assert told.startswith(f"用法：gouji {name}")
    assert "Options" not in told
    assert "Show this message" not in told


@pytest.mark.parametrize(
    ("command", "name"),
    [("check", "报告.pdf"), ("years", "历年.xlsx"), ("score", "得分.html"), ("read", "读数.docx")],
)
def test_a_name_that_promises_another_format_is_refused(
    command: str, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = tmp_path / "决算.txt"
    document.write_text("青川市档案馆2023年度部门决算", encoding="utf-8")
    assert main([command, str(document), "--out", str(tmp_path / name)]) == 2
    told = capsys.readouterr().err
    assert f"不能写成 {Path(name).suffix} 文件" in told
    assert ".json、.txt" in told
    assert not (tmp_path / name).exists()
