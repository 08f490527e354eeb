"""An amount of a text that could repeat either of two tables is held against the one that its sisters repeat."""

from __future__ import annotations

from gouji.model.finding import Comparison
from gouji.reading.read import read_document
from gouji.rules.catalogue import all_rules
from gouji.rules.check import check

HEAD = "青川市水务局2025年部门预算\n\n部门预算编制说明\n\n财政拨款支出主要内容如下：\n\n"
TEXT = HEAD + "".join(
    f"{number}. “农林水支出（类）水利（款）{name}（项）”{{{key}}}万元，主要用于{name}。\n\n"
    for number, (name, key) in enumerate((("行政运行", "a"), ("防汛", "b"), ("抗旱", "c")), 1)
)
HEADER = "功能分类科目编码\t\t\t功能分类科目名称\t合计\t基本支出\t项目支出\n类\t款\t项\t\t\t\t\n"
ALL = "2025年部门支出预算总表\n单位：元\n" + HEADER + (
    "213\t\t\t农林水支出\t6,630,000\t2,010,000\t4,620,000\n213\t03\t\t水利\t6,630,000\t2,010,000\t4,620,000\n"
    "213\t03\t01\t行政运行\t2,010,000\t2,010,000\t0\n213\t03\t14\t防汛\t3,020,000\t0\t3,020,000\n"
    "213\t03\t15\t抗旱\t1,600,000\t0\t1,600,000\n合计\t\t\t\t6,630,000\t2,010,000\t4,620,000\n\n"
)  # fmt: skip
GENERAL = "2025年部门一般公共预算支出功能分类预算表\n单位：元\n" + HEADER + (
    "213\t\t\t农林水支出\t6,500,000\t2,000,000\t4,500,000\n213\t03\t\t水利\t6,500,000\t2,000,000\t4,500,000\n"
    "213\t03\t01\t行政运行\t2,000,000\t2,000,000\t0\n213\t03\t14\t防汛\t{flood}\t0\t3,000,000\n"
    "213\t03\t15\t抗旱\t1,500,000\t0\t1,500,000\n合计\t\t\t\t6,500,000\t2,000,000\t4,500,000\n"
)  # fmt: skip


def against(flood: str = "3,000,000", b: str = "300.00") -> list[str]:
    """The boxes that amounts of the text fail against."""
    document = TEXT.format(a="200.00", b=b, c="150.00") + ALL + GENERAL.format(flood=flood)
    (checked,) = check([read_document("budget.txt", document.encode())], all_rules())
    return [
        finding.observation.terms[0].figure.place.form for finding in checked.findings
        if isinstance(finding.observation, Comparison) and finding.card.name.startswith("stated-budget")
    ]  # fmt: skip


def test_where_all_is_right_nothing_is_said() -> None:
    assert against() == []


def test_a_wrong_box_is_the_one_that_the_text_repeats_elsewhere() -> None:
    assert against(flood="3,900,000") == ["一般公共预算支出预算表"]


def test_a_wrong_amount_of_the_text_is_held_against_that_box_too() -> None:
    assert against(b="309.00") == ["一般公共预算支出预算表"]
