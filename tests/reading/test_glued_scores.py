"""Numbers of several boxes in one: parted where points and total leave one way, and said; else left alone, and said."""

from __future__ import annotations

from gouji.model.report import Report
from gouji.reading.read import read_document

HEAD = """项目支出绩效自评表
项目名称|河道清淤||||||
项目资金（万元）|年初预算数|全年预算数|全年执行数|分值|执行率|得分|
年度资金总额|100|100|95|10|95%|9.5|
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施
"""
LENGTH = "产出指标|数量指标|清淤长度|≥18公里|18.6公里|20|20|\n"
QUALITY = "|质量指标|验收合格率|100%|100%|30|30|\n"
EFFECT = "效益指标|社会效益指标|受益户数|≥500户|480户|30|28.5|\n"
CONTENT = "满意度指标|服务对象满意度指标|居民满意度|≥90%|93%|10|10|\n"
TOTAL = "总分|||||100|98|\n"


def read(*lines: str) -> Report:
    return read_document("自评.txt", (HEAD + "".join(lines)).encode())


def scored(report: Report) -> list[tuple[str, str]]:
    return [(str(one.points and one.points.value), str(one.score and one.score.value)) for one in report.scores]


WHOLE = [("20", "20"), ("30", "30"), ("30", "28.5"), ("10", "10"), ("100", "98")]


def said(report: Report) -> list[str]:
    return [doubt.message for doubt in report.doubts if "单位" not in doubt.message and "年度" not in doubt.message]


def test_points_and_score_in_one_box_are_parted_and_said() -> None:
    report = read(LENGTH, QUALITY.replace("30|30|", "3030||"), EFFECT.replace("30|28.5|", "3028.5||"), CONTENT, TOTAL)
    assert scored(report) == WHOLE
    assert ["推定为分值 30、得分 30" in told for told in said(report)] == [True, False]
    assert "推定为分值 30、得分 28.5，请核对原件" in said(report)[1]


def test_points_that_ran_into_the_result_are_parted() -> None:
    report = read(LENGTH.replace("18.6公里|20|20", "1820||20"), QUALITY, EFFECT, CONTENT, TOTAL)
    assert scored(report) == WHOLE
    assert report.scores[0].actual
    assert report.scores[0].actual.text == "18"


def test_where_no_way_meets_the_total_nothing_is_guessed() -> None:
    report = read(LENGTH.replace("20|20|", "2019||"), QUALITY, EFFECT, CONTENT, TOTAL)
    assert scored(report)[0] == ("None", "None")
    assert any(doubt.unread and "不能断定" in doubt.message for doubt in report.doubts)


def test_several_texts_in_one_box_are_spread_over_the_blank_boxes_after_it() -> None:
    report = read(LENGTH.replace("18.6公里|20|20|", "18.6公里 20 20|||"), QUALITY, EFFECT, CONTENT, TOTAL)
    assert scored(report) == WHOLE
    assert report.scores[0].actual
    assert report.scores[0].actual.text == "18.6公里"
    assert len(said(report)) == 1


def test_a_form_not_yet_scored_is_left_as_it_is() -> None:
    report = read(*(line.replace("|30|", "||").replace("|10|", "||") for line in (LENGTH, QUALITY, CONTENT)))
    assert not said(report)
