"""Scores after review, reckoned from what the review found, beside those of the self-evaluation."""

from __future__ import annotations

from pathlib import Path

import pytest

from gouji.cli.entry import main
from gouji.reading.read import read_document
from gouji.scoring.award import Standing
from gouji.scoring.sheet import sheets

SHEET = """2023年度项目支出绩效自评复核表
项目名称|馆藏档案数字化|||||||||||
一级指标|二级指标|三级指标|指标性质|指标值|度量单位|权重|自评完成值|自评得分|复核完成值|复核得分|偏离度|备注
产出指标|数量指标|数字化档案数量|≥|5|万页|40|5.2万页|40|4万页|32|-20%|样本不符
产出指标|数量指标|整理档案|≥|100|卷|30|100卷|30|80卷|30|-20%|
满意度指标|服务对象满意度指标|查档群众满意度|≥|90|%|30|95%|30|95%|20|0%|没有问卷
合计||||||100||100||82||
"""


def test_the_score_of_a_review_follows_from_what_the_review_found() -> None:
    (found,) = sheets(read_document("复核.txt", SHEET.encode()))
    assert [line.award.standing for line in found.lines] == [Standing.AGREES] * 3
    reviewed = [line.reviewed.award.standing if line.reviewed else None for line in found.lines]
    # 80 of 100 earn no full marks; a deduction beyond the rule has a reason.
    assert reviewed == [Standing.AGREES, Standing.DISAGREES, Standing.ALLOWED]
    assert not found.disagrees


def test_it_stands_beside_the_score_of_the_self_evaluation(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "复核.txt"
    path.write_text(SHEET, encoding="utf-8")
    main(["score", str(path)])
    told = capsys.readouterr().out
    assert "复核完成值 4万页，得 32 分，相符" in told
    assert "复核完成值 80卷，得 30 分，不符（应得 24）" in told


def test_a_form_without_review_has_none() -> None:
    plain = SHEET.replace("|复核完成值|复核得分|偏离度|备注", "").replace("复核", "")
    (found,) = sheets(read_document("自评.txt", plain.encode()))
    assert all(line.reviewed is None for line in found.lines)
