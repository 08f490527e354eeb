"""`gouji years` over a made body: the contradiction put into its documents is found, marked and told."""

from __future__ import annotations

import html
import json
import re
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
    page = out.read_text(encoding="utf-8")
    assert "年初结转和结余与上年" in page
    assert 'href="#b0c1"' in page
    assert "2024" in page
    assert "已写入" in capsys.readouterr().err


def test_documents_without_a_body_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "无名.txt").write_text("随便写几句话。\n", encoding="utf-8")
    out = tmp_path / "years.html"
    assert main(["years", str(tmp_path / "无名.txt"), "--out", str(out)]) == 0
    assert "没有列入的文件" in out.read_text(encoding="utf-8")


def test_documents_without_a_body_are_named_in_text_and_json_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "无名.txt"
    path.write_text("随便写几句话。\n", encoding="utf-8")
    assert main(["years", str(path)]) == 0
    told = capsys.readouterr().out
    assert "没有可以按年连起来的文件，不能据此认为前后一致。" in told
    assert str(path) in told
    main(["years", str(path), "--format", "json"])
    assert json.loads(capsys.readouterr().out)["unplaced"] == [str(path)]


def test_text_is_told_without_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make(tmp_path, seed=2, years=(2025, 2025))
    main(["years", str(tmp_path / "documents")])
    assert "个单位" in capsys.readouterr().out


def test_the_report_of_the_check_is_written_too_and_each_side_links_to_its_spot(tmp_path: Path) -> None:
    make(tmp_path, seed=2, years=(2024, 2025), faults=("opening-differs@2025",))
    out, report = tmp_path / "years.html", tmp_path / "核对.html"
    main(["years", str(tmp_path / "documents"), "--out", str(out), "--report", str(report)])
    sides = re.findall(r'<b class="n"[^>]*>([^<]*)</b>(?:(?!</li>).)*?href="%E6%A0%B8%E5%AF%B9\.html#s(\d+)"', out.read_text(encoding="utf-8"))
    island = re.search(r'id="island">(.*?)</script>', report.read_text(encoding="utf-8"), re.S)
    assert island
    spots = json.loads(island[1])["spots"]
    assert len(sides) >= 2
    assert [spots[int(number)][2] for _, number in sides] == [html.unescape(text) for text, _ in sides]


def test_a_report_without_a_page_is_refused_before_the_work(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["years", str(tmp_path), "--report", str(tmp_path / "核对.html")]) == 2
    assert "--out" in capsys.readouterr().err


def test_projects_too_many_for_a_terminal_are_counted_and_those_of_one_name_tell_their_units(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = ["2024年度项目支出绩效目标表", "部门：青川市水务局\t单位：万元", "项目名称|总计|财政拨款|财政专户拨款|其他资金|绩效目标|绩效指标"]
    lines += ["合计|720|720||||"]
    for unit in ("青川市水务局本级", "青川市水文站"):
        lines += [f"{unit}|360|360||||", "专项工作经费|10|10|||完成年度任务|产出指标：项目数，指标值：≥1个；"]
        lines += [f"{unit[-2:]}{n}号河道整治|10|10|||完成年度任务|产出指标：项目数，指标值：≥1个；" for n in range(35)]
    (tmp_path / "目标.txt").write_text("\n".join(lines), encoding="utf-8")
    main(["years", str(tmp_path / "目标.txt")])
    told = capsys.readouterr().out
    assert "另有 12 个项目" in told
    assert "└ 青川市水文站" in told
