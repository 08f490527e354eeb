"""One year beside the next: what is left is what is begun with; what the text says of last year stood in its accounts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from gouji.chain.amounts import CLOSING, OPENING, T1, T3
from gouji.chain.pairs import year_after_year
from gouji.model.chain import Amount, BodyYear, Moment, Record
from gouji.model.comparison import must_equal, must_total
from gouji.model.figure import Figure
from gouji.model.finding import Observation
from gouji.model.narrative import ClaimKind
from gouji.model.report import DocumentKind, Report
from gouji.model.rounding import Term
from gouji.model.table import TOTAL
from gouji.rules.rule import rule_across
from gouji.rules.slips import with_hint
from gouji.vocabulary.terms import plain

SHORTEST = 4  # signs; fewer name nothing by themselves
_SPENT = re.compile("决算|执行|完成")  # what was spent last year, not what was budgeted


@rule_across(
    title="本年年初结转和结余与上年年末数不一致",
    title_en="the opening carry-over differs from last year's closing one",
    basis="部门决算：年初结转和结余 = 上年年末结转和结余；有调整的应说明",
    certainty="O",
    severity="warning",
)
def opening_differs_from_last_closing(records: tuple[Record, ...]) -> Iterator[Observation]:
    for record in records:
        for year in record.years:
            before = record.year(year.year - 1)
            for opening in _all(year, OPENING):
                closing = next((one for one in _all(before, CLOSING) if one.scope == opening.scope), None)
                if closing is not None:
                    form = opening.figure.place.form
                    words = f"{year.year} 年{OPENING} = {year.year - 1} 年{CLOSING}（《{form}》）"
                    yield with_hint(must_equal(opening.figure, closing.figure, words))


@rule_across(
    title="文字所述比上年增减额与上年决算对不上",
    title_en="the change over last year does not fit last year's accounts",
    basis="部门决算：比上年增减额 = 本年数 - 上年决算数",
    certainty="O",
    severity="warning",
)
def change_does_not_fit_last_years_accounts(records: tuple[Record, ...]) -> Iterator[Observation]:
    for record in records:
        for before, after in year_after_year(record):
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
    title="预算说明所述比上年增减额与上年预算对不上",
    title_en="the change over last year does not fit last year's budget",
    basis="部门预算：比上年增减额 = 本年预算数 - 上年公开的预算数",
    certainty="O",
    severity="warning",
)
def change_does_not_fit_last_years_budget(records: tuple[Record, ...]) -> Iterator[Observation]:
    """Beside the amount that last year's text gives to the very same words; not where it gives several."""
    for record in records:
        for before, after in year_after_year(record):
            if (before.kind, after.kind) != (DocumentKind.BUDGET, DocumentKind.BUDGET):
                continue
            told = _told(before)
            for claim in after.claims_of(ClaimKind.CHANGE):
                last = told.get(plain(claim.about))
                exact = claim.figure is not None and not claim.figure.loose and not _SPENT.search(claim.against)
                if last is not None and exact and claim.figure and claim.amount and claim.direction and claim.against:
                    sign = Decimal(claim.direction)
                    terms = [Term(claim.amount, sign), Term(last, -sign)]
                    words = f"{claim.about}比上年增减额 = {after.year} 年预算数 - {before.year} 年预算数"
                    yield with_hint(must_total(claim.figure, terms, words))


def _told(report: Report) -> dict[str, Figure]:
    """The amounts of a text by what they are about, where all printings of one are equal."""
    found: dict[str, list[Figure]] = {}
    for claim in report.claims_of(ClaimKind.AMOUNT):
        if claim.figure is not None and not claim.figure.loose:
            found.setdefault(plain(claim.about), []).append(claim.figure)
    alike = {about: figures[0] for about, figures in found.items() if len({one.value for one in figures}) == 1}
    return {about: figure for about, figure in alike.items() if len(about) >= SHORTEST}


def _all(year: BodyYear | None, meaning: str) -> list[Amount]:
    return year.money.of(meaning, Moment.FINAL) if year is not None else []


def _last_years(report: Report, about: str) -> Figure | None:
    """Last year's amount of what a claim is about: a source of income, or a nature of expenditure."""
    return _figure(report, T1, about, "决算数", "收入") or _figure(report, T3, TOTAL, about)


def _figure(report: Report, form: str, row: str, column: str, side: str = "") -> Figure | None:
    table = report.table(form)
    figure = table.figure(row, column, side) if table is not None else None
    return None if figure is None or figure.loose else figure
