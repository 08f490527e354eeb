"""部门整体支出绩效自评报告, the money table: parts, adjustment, rates, and the sentences that repeat it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from gouji.model.comparison import must_be_percent, must_equal
from gouji.model.figure import Figure
from gouji.model.finding import NotApplicable, Observation
from gouji.model.narrative import Claim, ClaimKind
from gouji.model.report import Report
from gouji.model.rounding import Verdict
from gouji.model.table import Row, Table
from gouji.rules.formula import identity
from gouji.rules.rule import NARRATIVE, rule
from gouji.rules.slips import with_hint
from gouji.vocabulary.form import forms_named
from gouji.vocabulary.terms import plain

FORM = "部门整体收支情况"
TOTAL = "本年支出合计"
INITIAL, ADJUSTMENT, ADJUSTED = "年初预算数", "调整金额", "调整后预算"
ADJUSTMENT_RATE, FINAL, FINAL_RATE = "预算调整率", "决算数", "实际支出率"
AMOUNTS = (INITIAL, ADJUSTMENT, ADJUSTED, FINAL)
_WHOSE = re.compile(r"^(?:全?部门|本?单位|我[办局委]|整体支出|整体)+(?:的)?")
BASIS = "部门整体支出绩效自评报告：部门整体收支情况表"

basic = identity(
    "overall-basic-expenditure-is-not-sum-of-parts",
    form=FORM,
    each_column="基本支出 = 人员经费 + 日常公用经费",
    columns=AMOUNTS,
    title="基本支出不等于人员经费加日常公用经费",
    title_en="basic expenditure is not personnel plus operating funds",
    basis=BASIS,
)

projects = identity(
    "overall-project-expenditure-is-not-sum-of-kinds",
    form=FORM,
    each_column="项目支出 = 行政事业类项目 + 基本建设类项目?",
    columns=AMOUNTS,
    title="项目支出不等于各类项目之和",
    title_en="project expenditure is not the sum of its kinds",
    basis=BASIS,
)

total = identity(
    "overall-total-is-not-basic-plus-project",
    form=FORM,
    each_column=f"{TOTAL} = 基本支出 + 项目支出 + 上缴上级支出? + 经营支出? + 对附属单位补助支出? + 其他支出?",
    columns=AMOUNTS,
    title="本年支出合计不等于基本支出加项目支出",
    title_en="total expenditure is not basic plus project expenditure",
    basis=BASIS,
)

adjusted = identity(
    "overall-adjusted-budget-is-not-initial-plus-adjustment",
    form=FORM,
    each_row=f"{ADJUSTED} = {INITIAL} + {ADJUSTMENT}",
    title="调整后预算不等于年初预算数加调整金额",
    title_en="the adjusted budget is not the initial budget plus the adjustment",
    basis=BASIS,
)


@rule(
    title="预算调整率与调整金额除以年初预算数不符",
    title_en="the adjustment rate is not the adjustment over the initial budget",
    basis=f"{BASIS}：预算调整率 = 调整金额 ÷ 年初预算数",
    reads=(FORM,),
)
def overall_adjustment_rate_is_wrong(report: Report) -> Iterator[Observation]:
    yield from _rates(report, ADJUSTMENT_RATE, ADJUSTMENT, INITIAL)


@rule(
    title="实际支出率与决算数除以调整后预算不符",
    title_en="the spending rate is not the final amount over the adjusted budget",
    basis=f"{BASIS}：实际支出率 = 决算数 ÷ 调整后预算",
    reads=(FORM,),
)
def overall_spending_rate_is_wrong(report: Report) -> Iterator[Observation]:
    yield from _rates(report, FINAL_RATE, FINAL, ADJUSTED)


@rule(
    title="文字所述的预算、决算金额与收支情况表不一致",
    title_en="an amount of the text differs from the money table",
    basis=f"{BASIS}与文字说明应一致",
    reads=(FORM, NARRATIVE),
)
def overall_amount_of_text_differs_from_table(report: Report) -> Iterator[Observation]:
    table = report.table(FORM)
    row = table.row(TOTAL) if table else None
    for column, claim in _overall_claims(report) if row is not None else ():
        booked = row.figure(column) if row is not None else None
        if claim.figure is not None and booked is not None and not claim.figure.loose:
            yield with_hint(must_equal(claim.figure, booked, f"文字：{claim.about} = 《{FORM}》{TOTAL}·{column}"))


@rule(
    title="文字所述的预算执行率与收支情况表的金额不符",
    title_en="the execution rate of the text does not follow from the amounts of the table",
    basis=f"{BASIS}：预算执行率 = 实际支出 ÷ 调整后预算",
    reads=(FORM, NARRATIVE),
)
def overall_execution_rate_of_text_is_wrong(report: Report) -> Iterator[Observation]:
    table = report.table(FORM)
    for statement in _statements(report) if table is not None else ():
        rate = statement.get(FINAL_RATE)
        # A sentence that names both amounts is reckoned from these, as any completion rate of the text.
        if rate is not None and rate.figure is not None and not (FINAL in statement and ADJUSTED in statement):
            yield _rate_from_table(rate.figure, table) if table is not None else NotApplicable(f"没有《{FORM}》")


def _rates(report: Report, rate: str, part: str, whole: str) -> Iterator[Observation]:
    for table in report.tables_of(FORM):
        for row in table.rows:
            yield _rate(table, row, rate, part, whole)


def _rate(table: Table, row: Row, rate: str, part: str, whole: str) -> Observation:
    stated, above, below = row.figure(rate), row.figure(part), row.figure(whole)
    if stated is None or above is None or below is None:
        return NotApplicable(f"《{table.form}》{row.name}没有列全{rate}、{part}和{whole}")
    # An adjustment rate is also printed without the sign of a reduction.
    if stated.value > 0 > above.value:
        above = replace(above, value=-above.value)
    return must_be_percent(stated, above, below, f"{rate} = {part} ÷ {whole}（{row.name}）")


def _overall_claims(report: Report) -> Iterator[tuple[str, Claim]]:
    """The amounts that sentences on the whole department state, each with its column of the table."""
    for statement in _statements(report):
        yield from ((column, claim) for column, claim in statement.items() if column != FINAL_RATE)


def _rate_from_table(rate: Figure, table: Table) -> Observation:
    """An execution rate against the table's totals; some measure it against the initial budget."""
    part = table.figure(TOTAL, FINAL)
    wholes = [whole for column in (ADJUSTED, INITIAL) if (whole := table.figure(TOTAL, column)) is not None]
    if part is None or not wholes:
        return NotApplicable(f"《{FORM}》没有列示{FINAL}和{ADJUSTED}")
    found = [must_be_percent(rate, part, whole, f"预算执行率 = {FINAL} ÷ {ADJUSTED}") for whole in wholes]
    held = next((one for one in found if one.verdict is not Verdict.DISAGREE), None)
    printed = table.figure(TOTAL, FINAL_RATE)
    if held is not None or printed is None or printed.value == rate.value:
        return held or found[0]
    note, english = f"表中{TOTAL}的{FINAL_RATE}写的是 {printed.text}", f"the table prints {printed.text}"
    return replace(found[0], note=note, note_en=english)


def _statements(report: Report) -> Iterator[dict[str, Claim]]:
    """Sentences that name at least two columns of the money table, as claims by column."""
    statements: dict[int, dict[str, Claim]] = {}
    for claim in report.claims_of(ClaimKind.AMOUNT, ClaimKind.COMPLETION):
        column = _column(claim)
        if column:
            statements.setdefault(claim.statement, {}).setdefault(column, claim)
    return (found for found in statements.values() if len(found) > 1)


def _column(claim: Claim) -> str:
    """The column of the money table a claim is about; "" for any other claim."""
    if claim.kind is ClaimKind.COMPLETION:
        return FINAL_RATE if "执行率" in claim.text or "支出率" in claim.text else ""
    about = _WHOSE.sub("", plain(claim.about))
    for form in forms_named(FORM):
        for column in form.columns:
            if column.measure == "money" and about in (plain(name) for name in (column.name, *column.aliases)):
                return column.name
    return FINAL if about in ("实际支出", "支出决算", "实际执行") else ""
