"""One amount in two documents of a body: budget and accounts of a year, opening and closing, a project's money."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from gouji.model.comparison import must_equal, must_total
from gouji.model.figure import Figure
from gouji.model.finding import Comparison, Observation
from gouji.model.narrative import ClaimKind
from gouji.model.performance import Project
from gouji.model.report import Report
from gouji.model.rounding import Term, Verdict
from gouji.model.table import TOTAL
from gouji.rules.across_documents.series import of_one_year, year_after_year
from gouji.rules.rule import rule_across
from gouji.rules.slips import with_hint
from gouji.scoring.form import FORM as SELF_EVALUATION
from gouji.scoring.form import INITIAL, self_evaluations
from gouji.vocabulary.terms import plain

OVERVIEW, LIST, OVERALL = "预算整体情况", "项目支出绩效目标表", "部门整体收支情况"
T1, T3, T4, T5 = (
    "收入支出决算总表",
    "支出决算表",
    "财政拨款收入支出决算总表",
    "一般公共预算财政拨款支出决算表",
)
# What each form says of a year: the meaning, the row and the columns that may stand for it. Documents differ in whether
# they count all money or grants only, so a form may offer several figures for one meaning.
_SAYS: dict[str, tuple[tuple[str, str, tuple[str, ...]], ...]] = {
    OVERVIEW: (
        ("基本支出年初预算", "基本支出", ("预算金额",)),
        ("项目支出年初预算", "项目支出", ("预算金额",)),
    ),
    LIST: (("项目支出年初预算", TOTAL, ("总计", "财政拨款")),),
    OVERALL: (
        ("基本支出年初预算", "基本支出", ("年初预算数",)),
        ("项目支出年初预算", "项目支出", ("年初预算数",)),
        ("基本支出决算", "基本支出", ("决算数",)),
        ("项目支出决算", "项目支出", ("决算数",)),
    ),
    T3: (("基本支出决算", TOTAL, ("基本支出",)), ("项目支出决算", TOTAL, ("项目支出",))),
    T5: (("基本支出决算", TOTAL, ("基本支出",)), ("项目支出决算", TOTAL, ("项目支出",))),
}
_YEAR_AMOUNTS = ("年度资金总额", "当年资金总额", "总计", "合计", "资金总额")


@rule_across(
    title="同一数据在两份文件中不一致",
    title_en="one figure differs between two documents",
    basis="预算、决算、绩效各文件同一口径的数据应一致",
    certainty="S",
    severity="warning",
)
def figure_differs_between_documents(reports: tuple[Report, ...]) -> Iterator[Observation]:
    for first, second in of_one_year(reports):
        for meaning, figures in _said(second).items():
            others = _said(first).get(meaning, [])
            if others and not _same_forms(figures, others):
                yield _best(meaning, figures, others)


@rule_across(
    title="本年年初结转和结余与上年年末数不一致",
    title_en="the opening carry-over differs from last year's closing one",
    basis="部门决算：年初结转和结余 = 上年年末结转和结余；有调整的应说明",
    certainty="O",
    severity="warning",
)
def opening_differs_from_last_closing(reports: tuple[Report, ...]) -> Iterator[Observation]:
    rows = (
        (T1, "年初结转和结余", "决算数", "年末结转和结余", "决算数"),
        (T4, "年初财政拨款结转和结余", "金额", "年末财政拨款结转和结余", "合计"),
    )
    for before, after in year_after_year(reports):
        for form, opening, column, closing, other in rows:
            stated = _figure(after, form, opening, column, "收入")
            last = _figure(before, form, closing, other, "支出")
            if stated is not None and last is not None:
                words = f"{after.year} 年{opening} = {before.year} 年{closing}（《{form}》）"
                yield with_hint(must_equal(stated, last, words))


@rule_across(
    title="文字所述比上年增减额与上年决算对不上",
    title_en="the change over last year does not fit last year's accounts",
    basis="部门决算：比上年增减额 = 本年数 - 上年决算数",
    certainty="O",
    severity="warning",
)
def change_does_not_fit_last_years_accounts(reports: tuple[Report, ...]) -> Iterator[Observation]:
    for before, after in year_after_year(reports):
        for claim in after.claims_of(ClaimKind.CHANGE):
            last = _last_years(before, plain(claim.about))
            exact = claim.figure is not None and claim.amount is not None and not claim.figure.loose
            if "上年" not in claim.against or last is None or not exact or not claim.direction:
                continue
            if claim.figure is not None and claim.amount is not None:
                sign = Decimal(claim.direction)
                terms = [Term(claim.amount, sign), Term(last, -sign)]
                words = f"{claim.about}比上年增减额 = {after.year} 年数 - {before.year} 年数"
                yield must_total(claim.figure, terms, words)


@rule_across(
    title="同一项目的资金在两份文件中不一致",
    title_en="a project's money differs between two documents",
    basis="项目申报表、项目绩效目标表与自评表的年初预算应一致",
    certainty="S",
    severity="warning",
)
def project_money_differs_between_documents(reports: tuple[Report, ...]) -> Iterator[Observation]:
    for first, second in of_one_year(reports):
        known = _project_money(first)
        for name, figure in _project_money(second).items():
            other = known.get(name)
            if other is not None and other.place.form != figure.place.form:
                yield with_hint(must_equal(figure, other, f"{name}的年初预算在两份文件中应一致"))


def _said(report: Report) -> dict[str, list[Figure]]:
    """What a report says of its year, by meaning."""
    said: dict[str, list[Figure]] = {}
    for form, meanings in _SAYS.items():
        for meaning, row, columns in meanings:
            for column in columns:
                figure = _figure(report, form, row, column)
                if figure is not None:
                    said.setdefault(meaning, []).append(figure)
    return said


def _same_forms(figures: list[Figure], others: list[Figure]) -> bool:
    """Two printings of one form (a corrected version) are not held against each other."""
    return {figure.place.form for figure in figures} == {figure.place.form for figure in others}


def _best(meaning: str, figures: list[Figure], others: list[Figure]) -> Comparison:
    """The pair that agrees, or else the nearest; which money a document counts is not always said."""
    pairs = [must_equal(figure, other, f"{meaning}在两份文件中应一致") for figure in figures for other in others]
    agreeing = [pair for pair in pairs if pair.verdict is not Verdict.DISAGREE]
    if agreeing:
        return agreeing[0]
    nearest = min(pairs, key=lambda pair: abs(pair.stated.value - pair.expected))
    return replace(
        with_hint(nearest), note=nearest.note or "若两处口径不同（如是否只含财政拨款），请注明口径",
        note_en="say so if the two count different money",
    )  # fmt: skip


def _figure(report: Report, form: str, row: str, column: str, side: str = "") -> Figure | None:
    """The figure at a place of a form; None where it is not printed or the text itself calls it inexact."""
    table = report.table(form)
    figure = table.figure(row, column, side) if table is not None else None
    return None if figure is None or figure.loose else figure


def _last_years(report: Report, about: str) -> Figure | None:
    """Last year's amount of what a claim is about: a source of income, or a nature of expenditure."""
    return _figure(report, T1, about, "决算数", "收入") or _figure(report, T3, TOTAL, about)


def _project_money(report: Report) -> Mapping[str, Figure]:
    """The initial budget of each project by its plain name; names that stand twice are left out."""
    found: dict[str, list[Figure]] = {}
    for project in report.projects:
        figure = _year_amount(project, report.year)
        if figure is not None and not figure.loose:
            found.setdefault(plain(project.name), []).append(figure)
    for form in self_evaluations(report) if report.table(SELF_EVALUATION) is not None else ():
        initial = form.execution.figure(INITIAL) if form.execution is not None else None
        if initial is not None and form.project:
            found.setdefault(plain(form.project), []).append(initial)
    return {name: figures[0] for name, figures in found.items() if len(figures) == 1}


def _year_amount(project: Project, year: int | None) -> Figure | None:
    """The money of the year; the sum of a whole period is never taken for it."""
    named = next((figure for name, figure in project.funds.items() if year and f"{year}年" in name), None)
    if named is not None:
        return named
    return next((project.funds[name] for name in _YEAR_AMOUNTS if name in project.funds), None)
