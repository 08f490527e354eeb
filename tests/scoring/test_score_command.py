"""`gouji score` as a user meets it: the table, the exit status, the schemes, JSON that follows the schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from gouji.cli import main
from gouji.exporting.schema import schema

FORM = """2023年度项目支出绩效自评表

单位：万元

项目名称|馆藏档案数字化||||||
主管部门|青川市档案馆|||实施单位|青川市档案馆||
项目资金（万元）|||全年预算数|全年执行数|分值|执行率|得分
|总额||600.00|540.00|10|90.00%|9
|其中：财政拨款||600.00|540.00|||
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施
产出指标|数量指标|数字化数量|≥5万页|4万页|50|{score}|分批实施
效益指标|社会效益指标|查档便利|明显提高|达成预期指标|30|30|
满意度指标|服务对象满意度指标|群众满意度|≥90%|92%|10|10|
总分|||||100|{total}|
"""


@pytest.fixture
def form(tmp_path: Path) -> Path:
    path = tmp_path / "自评.txt"
    path.write_text(FORM.format(score="40", total="89"), encoding="utf-8")
    return path


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    path = tmp_path / "错.txt"
    path.write_text(FORM.format(score="50", total="99"), encoding="utf-8")
    return path


def told(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out


def test_scores_that_agree_give_0_and_a_table_with_reasons(form: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", str(form)]) == 0
    text = told(capsys)
    assert "核算办法：项目支出绩效自评（全国，2020）" in text
    assert "完成率 80%，50 × 80% = 40" in text
    assert "达成预期指标”属“达成”" in text
    assert "1 个文件，1 张表：得分相符 4，不符 0" in text


def test_a_score_that_disagrees_gives_1_and_says_where(wrong: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", str(wrong)]) == 1
    text = told(capsys)
    assert "不符" in text
    assert "第 11 行" in text
    assert "按核算改正后为 89" in text


def test_another_scheme_may_be_asked_for_by_the_beginning_of_its_name(
    form: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["score", "--scheme", "hubei", str(form)]) == 0
    assert "hubei-2020（按 --scheme 指定）" in told(capsys)


@pytest.mark.parametrize("name", ["没有", "review-2015", "national"])
def test_a_scheme_that_is_none_or_scores_no_forms_gives_2(
    form: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["score", "--scheme", name, str(form)]) == 2
    assert "计分办法" in capsys.readouterr().err


def test_a_document_without_forms_is_said_to_have_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "说明.txt"
    path.write_text("青川市档案馆的一段说明。", encoding="utf-8")
    assert main(["score", str(path)]) == 0
    assert "没有自评表或得分表" in told(capsys)


def test_without_a_path_the_command_says_what_it_needs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score"]) == 2
    assert "没有给出文件或文件夹" in capsys.readouterr().err


def test_all_schemes_are_listed_with_their_certainty(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", "--schemes"]) == 0
    text = told(capsys)
    assert "财预〔2020〕10号" in text
    assert "4 月底 25%" in text
    assert "完整性 · 规范完整性" in text


def answer(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> Any:
    main(["score", "--format", "json", *arguments])
    found = json.loads(told(capsys))
    jsonschema.Draft202012Validator(schema()).validate(found)
    return found


def test_json_follows_the_schema(wrong: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (form,) = answer([str(wrong)], capsys)["documents"][0]["forms"]
    line = form["lines"][1]
    assert (line["printed"], line["exact"], line["rule"], line["standing"]) == ("50", "40", "linear", "disagrees")
    assert line["completion"] == {"low": "80", "high": "80"}
    assert form["scheme"] == "national-2020"


def test_the_schemes_as_json_follow_the_schema(capsys: pytest.CaptureFixture[str]) -> None:
    schemes = answer(["--schemes"], capsys)["schemes"]
    assert {scheme["name"] for scheme in schemes} >= {"national-2020", "platform-lights"}


def test_the_answer_goes_into_a_file(form: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "核算.json"
    assert main(["score", str(form), "--out", str(out)]) == 0
    assert json.loads(out.read_text(encoding="utf-8"))["documents"]
    assert "得分相符 4" in capsys.readouterr().err


def test_the_seeds_follow_the_schema(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    documents = answer([str(seeds)], capsys)["documents"]
    assert sum(len(document["forms"]) for document in documents) >= 2
