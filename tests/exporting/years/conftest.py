"""An invented body over three years, the one in the middle without any document, and what an invented rule says of it."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from gouji.exporting.years.contradictions import contradictions
from gouji.exporting.years.words import Body, body
from gouji.model.chain import (
    Amount,
    BodyYear,
    Gap,
    IndicatorLine,
    IndicatorYear,
    Moment,
    Money,
    Part,
    ProjectLine,
    ProjectYear,
    Record,
    Stage,
    Stated,
)  # fmt: skip
from gouji.model.comparison import must_equal
from gouji.model.examination import Examination, Examined
from gouji.model.figure import Figure, Kind
from gouji.model.finding import Card, Checked, Finding, Remark, Severity
from gouji.model.performance import Criterion, CriterionKind
from gouji.model.place import Ink, Place
from gouji.model.report import DocumentKind, Report

BUDGET, ACCOUNTS, OLD = "2025 预算.txt", "2025 决算.txt", "2023 决算.txt"
HOSTILE = '<img src=x onerror="alert(1)">'
Spoken = Callable[..., Figure]


def place(document: str, line: int, text: str, row: str = "合计", field: str = "金额") -> Place:
    return Place(document, "支出总表", row, field, text, Ink(line=line, column=1, end_line=line, end_column=9))


def money(document: str, line: int, text: str, row: str = "合计") -> Figure:
    """A figure of 万元."""
    return Figure(text, Decimal(text) * 10000, Decimal(100), Kind.MONEY, "万元", place(document, line, text, row))


def points(document: str, line: int, text: str) -> Figure:
    return Figure(text, Decimal(text), Decimal("0.1"), Kind.SCORE, "", place(document, line, text, "总分", "得分"))


def amount(moment: Moment, stage: Stage, figure: Figure, meaning: str = "支出合计", scope: str = "") -> Amount:
    return Amount(meaning, moment, figure, stage, scope)


def stated(part: Part, text: str, line: int, comparator: str, value: str, month: int | None = None) -> Stated:
    low = None if comparator == "≤" else Decimal(value)
    high = None if comparator == "≥" else Decimal(value)
    criterion = Criterion(text, CriterionKind.NUMBER, comparator, low, high, "%")
    stage = Stage.TARGET if part is Part.TARGET else Stage.SELF_EVALUATION
    return Stated(part, stage, criterion, place(ACCOUNTS, line, text, "管网合格率", "指标值"), month=month)


def indicator(name: str = "管网合格率", result: str = "91") -> IndicatorLine:
    told = (
        stated(Part.TARGET, "≥95%", 20, "≥", "95"), stated(Part.STATE, "60%", 21, "=", "60", 6),
        stated(Part.RESULT, f"{result}%", 22, "=", result),
    )  # fmt: skip
    return IndicatorLine(name, (name,), "产出指标", "质量指标", (IndicatorYear(2025, told),))


def project(name: str, planned: str, spent: str, line: int) -> ProjectLine:
    amounts = (
        amount(Moment.BUDGET, Stage.BUDGET, money(BUDGET, line, planned, name), "资金总额"),
        amount(Moment.FINAL, Stage.SELF_EVALUATION, money(ACCOUNTS, line, spent, name), "资金总额"),
    )
    year = ProjectYear(2025, ((Stage.BUDGET, place(BUDGET, line, name, name)),), Money(amounts))
    return ProjectLine(name, (name,), "", "管网所", False, (year,), (indicator(),))


@pytest.fixture
def record() -> Record:
    reports = tuple(
        Report(path, "0" * 64, kind, "临江市水务局", year)
        for path, kind, year in (
            (OLD, DocumentKind.FINAL_ACCOUNTS, 2023), (BUDGET, DocumentKind.BUDGET, 2025),
            (ACCOUNTS, DocumentKind.FINAL_ACCOUNTS, 2025),
        )
    )  # fmt: skip
    now = Money((
        amount(Moment.BUDGET, Stage.BUDGET, money(BUDGET, 3, "200.00")),
        amount(Moment.FINAL, Stage.FINAL_ACCOUNTS, money(ACCOUNTS, 3, "150.00")),
    ))  # fmt: skip
    before = Money((amount(Moment.FINAL, Stage.FINAL_ACCOUNTS, money(OLD, 3, "100.00")),))
    years = (
        BodyYear(2023, {Stage.FINAL_ACCOUNTS: (OLD,)}, before),
        BodyYear(2025, {Stage.BUDGET: (BUDGET,), Stage.FINAL_ACCOUNTS: (ACCOUNTS,)}, now, points(ACCOUNTS, 9, "85.5"), "良"),
    )
    gaps = (Gap(2023, Stage.BUDGET), Gap(2025, Stage.SELF_EVALUATION))
    projects = (project("小修", "1.00", "0.90", 30), project(HOSTILE, "90.00", "81.00", 31))
    return Record("临江市水务局", ("临江市水务局",), "", reports, years, projects, gaps=gaps)


@pytest.fixture
def examination(record: Record) -> Examination:
    """The accounts spend otherwise than the budget says; a note across documents; a warning within one."""
    spent, planned = record.years[1].money.amounts[1].figure, record.years[1].money.amounts[0].figure
    differs = Card("amount-differs-elsewhere", "两份文件的支出不一致", "amounts differ", "常识", severity=Severity.WARNING, across=True)
    late = Card("target-was-late", "目标后补", "late target", "常识", severity=Severity.NOTE, across=True)
    inner = Card("blank-box", "漏填", "blank box", "常识", severity=Severity.WARNING)
    remark = Remark(place(ACCOUNTS, 31, "81.00"), f"项目{HOSTILE}的目标后补", "late")
    findings = (
        Finding("1", late, Severity.NOTE, remark.at, remark, (place(BUDGET, 31, "90.00"),)),
        Finding("2", inner, Severity.WARNING, remark.at, remark),
        Finding("3", differs, Severity.WARNING, spent.place, must_equal(spent, planned, "支出"), (planned.place,)),
    )
    checked = {ACCOUNTS: findings}
    return Examination(tuple(Examined(one, Checked(one.path, (), checked.get(one.path, ()))) for one in record.reports))


@pytest.fixture
def shown(record: Record, examination: Examination) -> Body:
    return body(record, contradictions(record, examination))
