"""The free-text boxes of forms: what they say of money is read at its own spot, and can be vouched for."""

from __future__ import annotations

from gouji.model.finding import Checked, Severity
from gouji.reading.read import read_document
from gouji.rules.catalogue import all_rules
from gouji.rules.check import check

FORM = (
    "项目支出绩效自评表（2022年度）\n项目名称|河道清淤\n主管部门|青川市水务局|实施单位|青川市河道管理所\n"
    "项目资金（万元）|年初预算数|全年预算数|全年执行数|分值|执行率|得分\n年度资金总额|90.00|90.00|90.00|10|100%|10\n"
    "预期目标：{goal}\n实际完成：{done}\n绩效指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分\n"
    "产出指标（50分）|数量指标|清淤长度|≥12公里|12公里|50|50\n"
)


def checked(goal: str, done: str) -> Checked:
    return check([read_document("例.txt", FORM.format(goal=goal, done=done).encode())], all_rules())[0]


def faults(goal: str, done: str) -> list[str]:
    return [f.at.text for f in checked(goal, done).findings if f.card.name.startswith("amounts-in-box")]


def test_an_amount_of_a_box_stands_in_its_form() -> None:
    report = read_document("例.txt", FORM.format(goal="清淤12公里，投入90万元。", done="已完成。").encode())
    (amount,) = [figure for figure in report.figures() if figure.text == "90万元"]
    assert amount.place.label == "项目支出绩效自评表·河道清淤·年度绩效目标"
    assert (amount.place.ink.line, amount.place.ink.column) == (6, 15)
    assert not report.claims


def test_one_text_in_two_boxes_is_read_once() -> None:
    report = read_document("例.txt", FORM.format(goal="投入90万元。", done="投入90万元。").encode())
    assert len(report.box_claims) == 1


def test_parts_that_make_their_whole_vouch_for_it() -> None:
    goal = "申请90万元，其中：测量30万元；设计30万元；清淤30万元。"
    assert faults(goal, "完成90万元，其中：测量20万元，设计10万元。") == []
    assert checked(goal, "已完成。").coverage.vouched - checked("投入90万元。", "已完成。").coverage.vouched == 4


def test_parts_larger_than_their_whole_are_a_warning() -> None:
    done = "完成89.97万元，其中：测量30.00万元；设计30.00万元；清淤29.99万元。"
    assert faults("完成清淤。", done) == ["89.97万元"]
    assert {f.severity for f in checked("完成清淤。", done).findings if f.at.text == "89.97万元"} == {Severity.WARNING}


def test_whole_numbers_beside_exact_ones_have_only_left_out_their_zeros() -> None:
    assert faults("完成清淤。", "完成89.97万元，其中：测量30万元；设计30万元；清淤29.99万元。") == ["89.97万元"]


def test_a_rounded_whole_may_differ_from_its_exact_parts() -> None:
    assert faults("完成清淤。", "完成90万元，其中：测量30万元；设计30万元；清淤29.99万元。") == []


def test_a_list_by_year_and_by_use_is_no_fault() -> None:
    assert faults("总投资100万元，其中：2022年60万元，2023年40万元，设备费80万元，安装费20万元。", "已完成。") == []
