"""The amounts of a body or a project year by year, of one kind of money throughout, so that the years can be compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from gouji.chain.told import GENERAL, GRANTS, UNSAID
from gouji.exporting.speech import Speech
from gouji.model.chain import Amount, BodyYear, Moment, ProjectYear
from gouji.model.figure import Figure

WAN = Decimal(10_000)
SPENT = "支出合计"
TRAVEL = "三公经费合计"
PROJECT_MONEY = "资金总额"
CARRIED = ("年初结转和结余", "年末结转和结余")
MOMENTS = (Moment.BUDGET, Moment.ADJUSTED, Moment.FINAL)
NAMES = {
    Moment.BUDGET: ("年初预算", "initial budget"),
    Moment.ADJUSTED: ("调整后预算", "adjusted budget"),
    Moment.FINAL: ("决算（执行数）", "spent"),
}
_ALL = ("", UNSAID)
_SCOPES = (_ALL, (GENERAL,), (GRANTS,))
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class YearMoney:
    """What was planned and spent in one year; None for what no document says."""

    year: int
    figures: dict[Moment, Figure]

    def yuan(self, moment: Moment) -> Decimal | None:
        figure = self.figures.get(moment)
        return figure.yuan if figure is not None else None

    def rate(self, basis: Moment) -> Decimal | None:
        """What was spent in per cent of a budget; None where either is not known or the budget is nothing."""
        planned, spent = self.yuan(basis), self.yuan(Moment.FINAL)
        return spent / planned * _HUNDRED if planned and spent is not None else None


@dataclass(frozen=True, slots=True)
class Series:
    """An amount over the years. `scope` is the money counted, "" for all of it."""

    meaning: str
    scope: str
    years: tuple[YearMoney, ...]

    @property
    def known(self) -> bool:
        return any(year.figures for year in self.years)

    @property
    def highest(self) -> Decimal:
        """The highest amount, by which bars are drawn; never below zero."""
        return max((figure.value for year in self.years for figure in year.figures.values()), default=Decimal(0))

    @property
    def basis(self) -> Moment:
        """Of which budget the spending is told as a share: the adjusted one where every year that spent tells it."""
        spent = [year for year in self.years if Moment.FINAL in year.figures and len(year.figures) > 1]
        adjusted = bool(spent) and all(Moment.ADJUSTED in year.figures for year in spent)
        return Moment.ADJUSTED if adjusted else Moment.BUDGET

    def has(self, moment: Moment) -> bool:
        return any(moment in year.figures for year in self.years)

    def scoped(self, speech: Speech) -> str:
        """The money counted, in words."""
        return self.scope or speech("全部资金", "all money")


def series(years: Sequence[BodyYear | ProjectYear], meaning: str, all_years: Sequence[int]) -> Series:
    """An amount in every one of `all_years`, counted in the kind of money of which the documents tell most."""
    by_year = {one.year: one.money.amounts for one in years}
    told = [_of_scope(by_year, meaning, scope, all_years) for scope in _SCOPES]
    return max(told, key=_fullness)


def _fullness(one: Series) -> tuple[int, int]:
    """Years that can be compared, then figures; of equals the first is taken, which counts all money."""
    pairs = sum({Moment.BUDGET, Moment.FINAL} <= year.figures.keys() for year in one.years)
    return pairs, sum(len(year.figures) for year in one.years)


def _of_scope(
    by_year: dict[int, tuple[Amount, ...]], meaning: str, scopes: tuple[str, ...], years: Sequence[int]
) -> Series:
    told = tuple(YearMoney(year, _figures(by_year.get(year, ()), meaning, scopes)) for year in years)
    return Series(meaning, scopes[0], told)


def _figures(amounts: Sequence[Amount], meaning: str, scopes: tuple[str, ...]) -> dict[Moment, Figure]:
    found: dict[Moment, Amount] = {}
    of_meaning = [one for one in amounts if one.meaning == meaning]
    for one in (_with_scope(each, of_meaning) for each in of_meaning):
        if one.moment not in MOMENTS or one.scope not in scopes or one.figure.yuan is None:
            continue
        known = found.get(one.moment)
        if known is None or _order(one, scopes) < _order(known, scopes):
            found[one.moment] = one
    return {moment: found[moment].figure for moment in MOMENTS if moment in found}


def _with_scope(one: Amount, others: Sequence[Amount]) -> Amount:
    """An amount of a document that does not say what money it counts, with what its spending shows: that of grants, say."""
    if one.scope != UNSAID:
        return one
    document = one.figure.place.document
    own = {each.figure.value for each in others if _spent_of(each) and each.figure.place.document == document}
    shown = [each.scope for each in others if _spent_of(each) and each.scope != UNSAID and each.figure.value in own]
    return replace(one, scope=shown[0]) if shown and "" not in shown else one


def _spent_of(one: Amount) -> bool:
    return one.moment is Moment.FINAL and not one.later


def _order(one: Amount, scopes: tuple[str, ...]) -> tuple[bool, int]:
    return one.later, scopes.index(one.scope)


def wan(value: Decimal) -> str:
    """An amount in 万元 with two decimals, as most documents print it: `4,593.87`."""
    return f"{value / WAN:,.2f}"


def short_wan(value: Decimal) -> str:
    """As short as a label over a bar can be: whole 万元 from a thousand on, 亿元 from a hundred thousand on."""
    amount = value / WAN
    if abs(amount) >= 100_000:
        return f"{amount / 10_000:,.2f}亿"
    decimals = 0 if abs(amount) >= 1000 else 1 if abs(amount) >= 100 else 2
    return f"{amount:,.{decimals}f}"


def percent(value: Decimal) -> str:
    """A share with one decimal: `98.9%`."""
    return f"{value:.1f}%"
