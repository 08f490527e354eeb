"""What the rules on targets, projects and indicators must leave alone, and how grave they call what they find."""

from __future__ import annotations

from gouji.model.finding import Finding, Severity
from gouji.reading.read import read_document
from gouji.rules.catalogue import all_rules
from gouji.rules.check import check

HEAD = "2026年部门整体绩效目标申报表\n\n部门名称|青川市档案馆|||||\n"
INDICATORS = "绩效指标|一级指标|二级指标|三级指标|实施周期指标值|年度指标值\n"
APPLICATION = (
    "绩效目标申报表\n\n资金名称|智慧水利平台项目||||\n项目实施周期|2024年-2027年||||\n资金需求（元）|2026年金额|2,000,000.00|||\n"
    "用途范围|{}||||\n政策依据|《临江市水利发展规划》||||\n总体绩效目标|年度绩效目标|当年建成二十个监测点。|||\n"
)


def found(text: str, *rules: str) -> list[Finding]:
    checked = check([read_document("例.txt", text.encode())], [r for r in all_rules() if r.card.name in rules])
    return list(checked[0].findings)


def indicators(*rows: str) -> str:
    return HEAD + INDICATORS + "".join(f"|{row}\n" for row in rows)


def money(*rows: str) -> str:
    return (
        HEAD
        + "预算整体情况|部门预算支出|预算金额（万元）|收入来源|预算金额（万元）|\n"
        + "".join(f"|{r}|\n" for r in rows)
    )


def test_a_form_that_lists_more_sources_balances_with_them() -> None:
    text = money("基本支出|100.00|财政拨款|120.00", "项目支出|50.00|其他资金|10.00", "||上年结转资金|20.00")
    assert not found(text, "department-expenditure-differs-from-income")


def test_the_amount_that_breaks_the_balance_is_named() -> None:
    text = money("基本支出|100.00|财政拨款|150.00", "项目支出|50.00|其他资金|12.34")
    (finding,) = found(text, "department-expenditure-differs-from-income")
    assert finding.severity is Severity.ERROR
    assert "不计其他资金12.34" in finding.observation.note  # type: ignore[union-attr]


def test_a_rounding_tail_is_no_error() -> None:
    text = money("基本支出|100.00|财政拨款|150.01", "项目支出|50.00|其他资金|0.00")
    (finding,) = found(text, "department-expenditure-differs-from-income")
    assert finding.card.name == "sums-differ-by-rounding"


def test_instalments_that_leave_a_real_rest_are_no_fault() -> None:
    text = APPLICATION.format("总预算800.00万元，2024年已支付300.00万元，2026年需支付200.00万元。")
    assert not found(text, "payments-do-not-make-the-total", "amount-asked-differs-from-text")


def test_instalments_above_the_total_are_an_error() -> None:
    text = APPLICATION.format("总预算400.00万元，2024年已支付300.00万元，2026年需支付200.00万元。")
    (finding,) = found(text, "payments-do-not-make-the-total")
    assert finding.severity is Severity.ERROR


def test_instalments_a_little_short_of_the_total_are_a_warning_in_yuan() -> None:
    text = APPLICATION.format("总预算500.366万元，2024年已支付300万元，2026年需支付200万元。")
    (finding,) = found(text, "payments-do-not-make-the-total")
    assert finding.severity is Severity.WARNING
    assert "少3660元" in finding.observation.note  # type: ignore[union-attr]


def test_two_amounts_of_one_year_may_be_its_parts() -> None:
    text = APPLICATION.format("2026年需支付设备款150.00万元，2026年需支付监理款50.00万元。")
    assert not found(text, "amount-asked-differs-from-text")


def test_minutes_and_hours_contradict_each_other_and_the_conversion_is_given() -> None:
    text = indicators("产出指标|时效指标|故障处理时间（分钟）|1-24小时|1-24小时")
    (finding,) = found(text, "unit-in-name-differs-from-unit-in-value")
    assert finding.severity is Severity.ERROR
    assert finding.observation.rewrite == "60—1440分钟"  # type: ignore[union-attr]


def test_a_word_in_brackets_that_is_no_unit_says_nothing() -> None:
    rows = (
        "满意度指标|服务对象满意度指标|群众满意（度）|≥90%|≥90%",
        "产出指标|数量指标|项目数（含转移支付）|≥5个|≥5个",
    )
    assert not found(indicators(*rows), "unit-in-name-differs-from-unit-in-value")


def test_a_floor_under_a_grant_is_no_contradiction() -> None:
    text = indicators("成本指标|经济成本指标|人均补助标准|≥600元|≥600元")
    assert not found(text, "operator-contradicts-the-name")


def test_secret_projects_are_left_alone() -> None:
    text = (
        "2025年项目支出绩效目标表\n部门名称：临江市水务局\n单位：万元\n"
        "项目名称|总计|财政拨款|财政专户拨款|其他资金|绩效目标|绩效指标\n"
        "合计|15.00|15.00||||\n临江市水务局|15.00|15.00||||\n"
        " XM-008|10.00|10.00|||涉密项目。|涉密项目。\n"
        " 水文监测|5.00|5.00|||保障站点运行。|1、产出指标：运维站点，年度指标值：≥40个。2、效益指标：到报率，年度指标值：≥95%。\n"
    )
    grave = found(text, *(rule.card.name for rule in all_rules()))
    assert not [finding for finding in grave if "XM-008" in finding.at.row or "XM-008" in finding.at.text]
    assert not [finding for finding in grave if finding.severity is not Severity.NOTE]


def test_the_same_vague_value_is_said_once_for_a_document() -> None:
    rows = ("效益指标|社会效益指标|公众意识|提升|提升", "效益指标|可持续影响指标|公众意识|提升|提升")
    (finding,) = found(indicators(*rows), "qualitative-target-has-no-grades")
    assert len(finding.against) == 1


def test_a_blank_target_that_is_due_later_is_a_note() -> None:
    text = indicators("产出指标|数量指标|建成库房|≥1座|", "产出指标|数量指标|整理档案|≥9卷|≥3卷")
    (finding,) = found(text, "target-value-is-missing")
    assert finding.severity is Severity.NOTE


def test_a_share_of_the_period_over_a_hundred_is_told_beside_one_of_the_year_that_is_not() -> None:
    text = indicators("产出指标|质量指标|验收合格率|≥190%|≥90%", "产出指标|质量指标|完好率|≥95%|≥95%")
    (finding,) = found(text, "share-target-exceeds-hundred-percent")
    assert finding.at.text == "≥190%"
