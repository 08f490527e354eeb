"""`gouji years` over a made body: the contradiction put into its documents is found, marked and told."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from gouji.cli import main

ROOT = Path(__file__).resolve().parents[3]
SAMPLES = str(ROOT / "samples")
sys.path.insert(0, SAMPLES)

from made_body.making import make  # noqa: E402

sys.path.remove(SAMPLES)


def test_a_made_body_is_shown_with_its_contradiction(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make(tmp_path, seed=2, years=(2024, 2025), faults=("opening-differs@2025",))
    out = tmp_path / "years.html"
    assert main(["years", str(tmp_path / "documents"), "--out", str(out)]) == 1
    html = out.read_text(encoding="utf-8")
    assert "年初结转和结余与上年" in html
    assert 'href="#b0c1"' in html
    assert "2024" in html
    assert "已写入" in capsys.readouterr().err


def test_documents_without_a_body_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "无名.txt").write_text("随便写几句话。\n", encoding="utf-8")
    out = tmp_path / "years.html"
    assert main(["years", str(tmp_path / "无名.txt"), "--out", str(out)]) == 0
    assert "没有列入的文件" in out.read_text(encoding="utf-8")


def test_text_is_told_without_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make(tmp_path, seed=2, years=(2025, 2025))
    main(["years", str(tmp_path / "documents")])
    assert "个单位" in capsys.readouterr().out
