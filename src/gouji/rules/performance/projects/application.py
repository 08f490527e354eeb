"""绩效目标申报表, the money of a project: payments against total and period, the year against its request."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from gouji.model.comparison import must_equal, must_total
from gouji.model.figure import Figure
from gouji.model.finding import Comparison, NotApplicable, Observation, Remark, Severity
from gouji.model.performance import Project
from gouji.model.report import Report
from gouji.model.rounding import Term, Verdict, judge_order, total
from gouji.rules.performance.indicators.judged import live, number
from gouji.rules.performance.projects.payments import Money, Payment, money_of
from gouji.rules.performance.targets.tasks import MONEY, TASKS
from gouji.rules.rule import PROJECTS, rule
from gouji.rules.slips import with_hint
from gouji.vocabulary.terms import plain

FORM = "绩效目标申报表"
NEARLY = Decimal("0.01")  # a rest smaller than this share of the total is no instalment still to come
_YEAR = re.compile(r"((?:19|20)\d{2})年")


@rule(
    title="已支付与拟支付的金额之和与项目总预算不一致",
    title_en="what was paid and will be paid does not make the project's total",
    basis=f"{FORM}：历年支付与本年申报之和应当等于或不超过项目总预算，付款按实际金额填写",
    reads=(PROJECTS,),
    certainty="O",
    severity="warning",
)
def payments_do_not_make_the_total(report: Report) -> Iterator[Observation]:
    for project in live(report.projects):
        for money in money_of(project):
            if len(money.totals) == 1 and len(money.payments) > 1 and _told_once(money):
                yield _against_total(money.totals[0], money.payments)


def _told_once(money: Money) -> bool:
    """Is every payment of another year? Two of one year may be parts, or one told twice."""
    years = [payment.year for payment in money.payments]
    return None not in years and len(set(years)) == len(years) and any(payment.paid for payment in money.payments)


def _against_total(stated: Figure, payments: tuple[Payment, ...]) -> Comparison:
    """Above the total is an error; a small rest below it a warning; a larger rest may be paid later on."""
    terms = tuple(Term(payment.figure) for payment in payments)
    paid, formula = total(terms), "总预算 = 已支付 + 拟支付"
    comparison = must_total(stated, terms, formula, exact=True)
    gap = stated.value - paid
    if not gap:
        return comparison
    words = "、".join(f"{payment.year}年{payment.figure.text}" for payment in payments)
    told = f"{words}，合计比总预算{'少' if gap > 0 else '多'}{number(abs(gap))}元"
    if gap < 0:
        beyond = judge_order(terms, [Term(stated)])[0] is Verdict.DISAGREE
        severity = Severity.ERROR if beyond else Severity.WARNING
        return replace(comparison, severity=severity, note=told, note_en=f"{number(-gap)} yuan too much")
    if gap <= NEARLY * stated.value:
        note = f"{told}；如为尾款请写明支付年度，如为四舍五入请按实际金额填写"
        return replace(comparison, note=note, note_en=f"{number(gap)} yuan are not accounted for")
    return replace(comparison, verdict=Verdict.AGREE, relation="≥", note=told, note_en="the rest may be paid later")


@rule(
    title="文字中的本年支付额与资金需求不一致",
    title_en="the year's amount in the text is not the amount asked for",
    basis=f"{FORM}：用途说明中的本年金额应当与资金需求一致",
    reads=(PROJECTS,),
    certainty="O",
    severity="warning",
)
def amount_asked_differs_from_text(report: Report) -> Iterator[Observation]:
    for project in live(report.projects):
        asked = {year: figure for name, figure in project.funds.items() if (year := _year_of(name, project, report))}
        for money in money_of(project):
            unpaid = [each for each in (*money.payments, *money.requests) if not each.paid]
            for year, figure in asked.items():
                named = [each.figure for each in unpaid if each.year == year]
                if named and not figure.loose:
                    yield _asked(figure, named, f"{year}年资金需求 = 用途说明中的金额")


def _asked(figure: Figure, named: list[Figure], formula: str) -> Observation:
    """One amount told twice is held once; different ones may be parts, and only their sum is accepted."""
    if len({each.value for each in named}) == 1:
        return with_hint(must_equal(figure, named[0], formula))
    parts = must_total(figure, [Term(each) for each in named], formula)
    return NotApplicable("文字写了本年的几笔金额，与资金需求的关系不明") if parts.verdict is Verdict.DISAGREE else parts


def _year_of(name: str, project: Project, report: Report) -> int | None:
    """The year a fund is for: the one in its label, or that of the form where there is only one amount."""
    if match := _YEAR.search(name):
        return int(match[1])
    return report.year if len(project.funds) == 1 else None


@rule(
    title="支付年度不在项目实施周期内",
    title_en="a payment lies outside the project's period",
    basis=f"{FORM}：支付时间应当在项目实施周期内",
    reads=(PROJECTS,),
    certainty="O",
    severity="warning",
)
def payment_is_outside_the_period(report: Report) -> Iterator[Observation]:
    for project in live(report.projects):
        if project.period is None or project.period_place is None:
            continue
        first, last = project.period
        for payment in (payment for money in money_of(project) for payment in money.payments):
            if payment.year is not None and not first <= payment.year <= last:
                yield Remark(
                    payment.place,
                    f"“{payment.place.text}”，而实施周期是“{project.period_place.text}”",
                    f"a payment in {payment.year}; the period is {first}-{last}",
                    (project.period_place,),
                    f"实施周期自{payment.year}年起" if payment.year < first else "",
                )


@rule(
    title="同一项目在部门任务表与项目申报表中的金额不一致",
    title_en="a project's money in the department's form is not that of its own form",
    basis="部门整体绩效目标申报表与绩效目标申报表：同一项目金额应当一致",
    reads=(PROJECTS, TASKS),
    certainty="O",
)
def project_money_differs_between_forms(report: Report) -> Iterator[Observation]:
    booked = {
        plain(row.name): figure
        for table in report.tables_of(TASKS)
        for row in table.rows
        if (figure := row.figure(MONEY)) is not None
    }
    if not any(plain(project.name) in booked for project in live(report.projects)):
        yield NotApplicable("任务表中没有与项目同名的任务")
    for project in live(report.projects):
        task = booked.get(plain(project.name))
        figures = [figure for name, figure in project.funds.items() if _year_of(name, project, report) == report.year]
        if task is not None and len(figures) == 1 and not figures[0].loose:
            yield with_hint(must_equal(figures[0], task, "项目资金需求 = 部门任务拟投入的资金"))
