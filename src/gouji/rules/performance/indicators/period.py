"""The value of the year against that of the whole period."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gouji.model.finding import Observation, Remark
from gouji.model.performance import Criterion, CriterionKind
from gouji.model.report import Report
from gouji.rules.performance.indicators.gathering import as_few
from gouji.rules.performance.indicators.judged import (
    NUMERIC,
    PERIOD,
    Judged,
    bound,
    grouped,
    judged,
    unit_of,
    value_place,
)
from gouji.rules.rule import INDICATORS, rule
from gouji.vocabulary.advice import BLANK
from gouji.vocabulary.terms import plain

PLAN = "财预〔2015〕88号：绩效目标分实施期目标和年度目标，年度目标由实施期目标分解"
LAID_OUT = ("metres",)  # what is built adds up as what is counted does; areas and volumes may be those kept up
FEWEST = 4  # fewer indicators than these say nothing of a habit


@dataclass(frozen=True, slots=True)
class _Pair:
    """Both values of an indicator."""

    one: Judged
    year: Criterion
    whole: Criterion


def _pairs(report: Report) -> Iterator[_Pair]:
    for one in judged(report):
        if one.indicator.period_value is not None and one.indicator.period_value.text:
            yield _Pair(one, one.value, one.indicator.period_value)


@rule(
    title="年度指标值大于实施周期指标值",
    title_en="the value of the year is above that of the whole period",
    basis=PLAN,
    reads=(INDICATORS,),
    certainty="O",
    severity="warning",
)
def annual_target_exceeds_period_target(report: Report) -> Iterator[Observation]:
    for pair in _pairs(report):
        if _counts_up(pair.year) and _counts_up(pair.whole) and _more(pair):
            yield Remark(
                pair.one.at_value,
                f"{pair.one.label}当年“{pair.year.text}”，多于整个实施周期的“{pair.whole.text}”",
                f"{pair.year.text} in the year, only {pair.whole.text} in the whole period",
                (value_place(pair.one.indicator, pair.whole, PERIOD),),
            )


def _counts_up(value: Criterion) -> bool:
    """Is it a count of things done that adds up over the years? Rates, limits and values per year do not."""
    unit = unit_of(value)
    return (
        value.kind in NUMERIC
        and value.comparator in ("≥", ">", "=")
        and not value.period
        and (unit is None or unit.family.startswith("count") or unit.family in LAID_OUT)
        and value.unit not in ("分", "度", "倍", "级")
    )


def _more(pair: _Pair) -> bool:
    year, whole = bound(pair.year), bound(pair.whole)
    same_unit = pair.year.unit == pair.whole.unit
    return same_unit and year is not None and whole is not None and year > whole


@rule(
    title="实施周期为多年，年度指标值与实施周期指标值却全部相同",
    title_en="a project of several years whose annual values are copies of the period's",
    basis=PLAN,
    reads=(INDICATORS,),
    certainty="O",
    severity="note",
)
def annual_targets_copy_period_targets(report: Report) -> Iterator[Observation]:
    yield from as_few([remark for pairs in _by_form(report) if (remark := _copied(pairs))])


def _copied(pairs: list[_Pair]) -> Remark | None:
    project = pairs[0].one.project
    countable = [pair for pair in pairs if _counts_up(pair.year)]
    if len(pairs) < FEWEST or not countable or any(plain(p.year.text) != plain(p.whole.text) for p in pairs):
        return None
    if project is not None and (project.period is None or project.period[0] == project.period[1]):
        return None
    one = countable[0].one
    years = f"（{project.period[0]}—{project.period[1]}年）" if project and project.period else ""
    if project is None:
        message = f"{len(pairs)}个指标的年度值与周期值全部相同；如实施周期不止一年，应分解到当年"
    else:
        message = f"实施周期{years}不止一年，{len(pairs)}个指标的年度值却与周期值全部相同，没有分解到当年"
    return Remark(
        one.at_value,
        f"{message}，如{one.label}均为“{one.value.text}”",
        f"all {len(pairs)} annual values are copies of the period's",
        rewrite=f"{one.value.comparator}{BLANK}{one.value.unit}" if one.value.unit else "",
    )


@rule(
    title="实施周期指标值全部写“长期”或空白，没有周期目标",
    title_en="the targets of the whole period are all “long-term” or blank",
    basis=PLAN,
    reads=(INDICATORS,),
    certainty="O",
    severity="note",
)
def period_targets_are_all_idle(report: Report) -> Iterator[Observation]:
    idle = (CriterionKind.LONG_TERM, CriterionKind.MISSING)
    forms = [pairs for pairs in _by_form(report) if len(pairs) >= FEWEST]
    yield from as_few([_idle(pairs) for pairs in forms if all(pair.whole.kind in idle for pair in pairs)])


def _idle(pairs: list[_Pair]) -> Remark:
    first = pairs[0]
    return Remark(
        value_place(first.one.indicator, first.whole, PERIOD),
        f"{len(pairs)}个指标的实施周期值全部是“{first.whole.text}”，没有可考核的周期目标",
        f"all {len(pairs)} values of the period are {first.whole.text}",
        tuple(value_place(pair.one.indicator, pair.whole, PERIOD) for pair in pairs[1:]),
    )


def _by_form(report: Report) -> list[list[_Pair]]:
    by_indicator = {id(pair.one.indicator): pair for pair in _pairs(report)}
    groups = grouped((pair.one for pair in by_indicator.values()), lambda one: id(one.project))
    return [[by_indicator[id(one.indicator)] for one in group] for group in groups]
