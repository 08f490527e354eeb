"""What sentences state: subjects, amounts, changes, rates, shares, completion, counts, and what details what."""

from __future__ import annotations

from decimal import Decimal

import pytest

from gouji.model.inked import Inked
from gouji.model.narrative import Claim, ClaimKind, Paragraph
from gouji.reading.claims import claims


def read(*lines: str, headings: tuple[str, ...] = ()) -> tuple[Claim, ...]:
    paragraphs = [Paragraph(Inked.at(line, number), headings) for number, line in enumerate(lines, 1)]
    return claims(paragraphs, "例.txt")


def texts(found: tuple[Claim, ...]) -> list[tuple[str, str, str]]:
    return [(c.kind.value, c.about, c.figure.text if c.figure else "") for c in found]


def test_amount_change_and_rate_make_one_statement() -> None:
    found = read("1. 事业收入 2,310.40 万元，比上年决算增加 120.18 万元，增长 5.5%。")
    assert texts(found) == [
        ("amount", "事业收入", "2,310.40 万元"),
        ("change", "事业收入", "120.18 万元"),
        ("rate", "事业收入", "5.5%"),
    ]
    assert len({claim.statement for claim in found}) == 1
    assert [claim.direction for claim in found] == [0, 1, 1]
    assert found[2].against == "上年决算"
    assert found[2].amount is found[0].figure


def test_a_figure_knows_its_ink_and_its_place() -> None:
    (claim,) = read("公务接待费支出 10.65 万元。", headings=("第三部分", "三、“三公”经费"))
    assert claim.figure is not None
    assert claim.figure.place.form == "三、“三公”经费"
    (claim,) = read("公务接待费支出 10.65 万元。")
    assert claim.figure is not None
    assert (claim.figure.place.ink.column, claim.figure.place.ink.end_column) == (9, 17)
    assert claim.figure.place.form == "文字说明"


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("中共临江市委办公室 2021 年度总收入 100 万元。", "总收入"),
        ("青川市档案馆本年收入合计 100 万元。", "本年收入合计"),
        ("2021 年本部门机关运行经费支出 100 万元。", "机关运行经费支出"),
        ("2021年度“三公”经费财政拨款支出决算为100万元。", "“三公”经费财政拨款支出决算"),
        ("1、因公出国（境）费支出 0 万元。", "因公出国(境)费支出"),
    ],
)
def test_the_subject_is_freed_of_body_year_and_numbering(text: str, about: str) -> None:
    assert read(text)[0].about == about


def test_completion_names_its_budget() -> None:
    found = read("“三公”经费支出决算为 54.97 万元，完成预算 60.18 万元的 91.34%。")
    completion = found[-1]
    assert completion.kind is ClaimKind.COMPLETION
    assert completion.amount is found[0].figure
    assert completion.base is not None
    assert completion.base.yuan == Decimal(601800)


def test_completion_finds_the_budget_its_words_name() -> None:
    found = read("公用经费年初预算为 90.00 万元，全年预算为 100.00 万元，支出决算为 80.00 万元，完成全年预算的 80%。")
    assert [claim.statement for claim in found] == [1, 1, 1, 1]
    assert found[-1].base is found[1].figure
    assert found[-1].amount is found[2].figure


def test_an_execution_rate_is_measured_against_the_adjusted_budget() -> None:
    found = read("年初预算 90.00 万元，调整后预算 100.00 万元，实际支出 80.00 万元，预算执行率 80.00%。")
    assert found[-1].kind is ClaimKind.COMPLETION
    assert found[-1].base is found[1].figure


def test_a_share_names_its_whole() -> None:
    found = read("授予中小企业合同金额 745.4 万元，占政府采购支出总额的34.6%。")
    assert (found[1].kind, found[1].of) == (ClaimKind.SHARE, "政府采购支出总额")
    assert found[1].amount is found[0].figure


def test_a_share_takes_the_whole_the_sentence_opens_with() -> None:
    found = read("2021 年“三公”经费支出决算中，因公出国（境）费 0 万元，占 0%；公务接待费支出 10.65 万元，占 19.4%。")
    assert [claim.of for claim in found if claim.kind is ClaimKind.SHARE] == ["“三公”经费支出决算"] * 2


def test_within_and_brackets_give_parents() -> None:
    found = read("用车支出 44.32 万元（其中：购置费 35.28 万元；运行费 9.04 万元）；接待费 10.65 万元。")
    numbers = {claim.about: (claim.statement, claim.parent) for claim in found}
    assert numbers == {"用车支出": (1, None), "购置费": (2, 1), "运行费": (3, 1), "接待费": (4, None)}


def test_a_list_over_paragraphs_details_the_amount_above() -> None:
    found = read("本年收入合计 3.00 万元，其中：", "财政拨款收入 2.00 万元，占 66.7%。", "事业收入 1.00 万元，占 33.3%。")
    assert [claim.parent for claim in found if claim.kind is ClaimKind.AMOUNT] == [None, 1, 1]


def test_a_dash_for_a_rate_is_a_claim_without_figure() -> None:
    found = read("政府性基金收入 0 万元，比上年决算数增加 0 万元，增长--%(上年基数为 0，不可比)。")
    assert found[-1].kind is ClaimKind.RATE
    assert found[-1].figure is None
    assert found[-1].paragraph.text[slice(*found[-1].span)] == "--%"


def test_flat_is_a_change_without_figure() -> None:
    found = read("经营收入 0 万元，与上年决算持平。")
    assert (found[1].kind, found[1].figure, found[1].against) == (ClaimKind.CHANGE, None, "上年决算")


def test_agreement_of_two_tables_is_not_a_change() -> None:
    assert read("收入合计 5 万元，数据应与《收支总表》一致。")[-1].kind is ClaimKind.AMOUNT


def test_a_change_in_a_reason_speaks_of_something_else() -> None:
    found = read("项目支出 100 万元，比上年增加 20 万元。主要原因是信息化项目增加 35 万元。")
    assert found[-1].amount is None
    assert found[-1].statement != found[0].statement


def test_a_change_of_the_sentence_before_is_linked_when_that_made_one_statement() -> None:
    found = read("住房保障支出 1,856.69 万元，主要用于缴纳住房公积金。与上年相比增加 774.26 万元，增长 71.53%。")
    assert found[-1].amount is found[0].figure
    unclear = read("收入 10 万元，支出 12 万元。与上年相比增加 2 万元。")
    assert unclear[-1].amount is None


def test_counts_carry_their_unit_and_scale() -> None:
    found = read("共有车辆 4 辆，其中，机要通信用车 1 辆、应急保障用车 3 辆；接待 17 批次、208 人次；点击超 2.5 亿次。")
    named = [(claim.about, claim.figure.unit) for claim in found if claim.figure]
    assert named[:3] == [("车辆", "辆"), ("机要通信用车", "辆"), ("应急保障用车", "辆")]
    assert named[3:] == [("接待", "批次"), ("接待", "人次"), ("点击", "次")]
    assert [claim.parent for claim in found[:3]] == [None, 1, 1]
    assert found[-1].figure is not None
    assert found[-1].figure.value == Decimal(250_000_000)
    assert found[-1].figure.loose


def test_dates_names_and_limits_are_not_claims() -> None:
    assert texts(read("截至 2021 年 12 月 31 日，单价 50 万元以上通用设备 19 台（套）。")) == [
        ("count", "单价50万元以上通用设备", "19 台（套）")
    ]
    assert read("根据国办发〔2018〕123号文件，第3次会议于2021年5月召开。") == ()


def test_an_item_is_the_subject_of_the_amounts_that_name_only_a_column() -> None:
    item = "1、卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）。"
    found = read(f"{item}全年预算为 2.23 万元，支出决算为 2.22 万元。")
    assert [claim.about for claim in found] == [
        "卫生健康支出(类)行政事业单位医疗(款)行政单位医疗(项)全年预算",
        "卫生健康支出(类)行政事业单位医疗(款)行政单位医疗(项)支出决算",
    ]


def test_the_base_of_a_rate_is_the_amount_of_the_year_it_names() -> None:
    years = "2021年预算执行数为 25.00 万元，2022年预算安排 30.00 万元，比2021年预算执行数增加20.00%。"
    found = read(f"购房补贴 30.00 万元。{years}")
    assert found[-1].kind is ClaimKind.RATE
    assert found[-1].base is found[1].figure


def test_a_change_may_print_the_base_it_is_measured_from() -> None:
    found = read("运行维护费 5.00 万元，比年初预算 6.00 万元减少 1.00 万元，下降 16.67%。")
    assert [claim.kind.value for claim in found] == ["amount", "change", "rate"]
    assert (found[1].against, found[1].base and found[1].base.text) == ("年初预算", "6.00 万元")


def test_a_share_of_the_budget_is_its_completion() -> None:
    found = read("“三公”经费预算 10.00 万元，实际支出 8.00 万元，占预算的 80%。")
    assert (found[-1].kind, found[-1].base) == (ClaimKind.COMPLETION, found[0].figure)


def test_saving_is_a_change_and_not_an_inexact_amount() -> None:
    found = read("实际支出 8.00 万元，比预算节约 2.00 万元。")
    assert (found[-1].kind, found[-1].direction) == (ClaimKind.CHANGE, -1)
    assert found[-1].figure is not None
    assert not found[-1].figure.loose


def test_a_second_amount_spent_belongs_to_something_else() -> None:
    found = read("项目支出 100.00 万元，全年预算数 520.00 万元，执行数 500.00 万元。")
    assert found[-1].statement != found[0].statement
