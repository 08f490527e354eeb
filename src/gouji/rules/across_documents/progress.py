"""Two monitorings of a year: what was spent and done by one month cannot be less by a later one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from gouji.chain.mentions import WHOLE
from gouji.model.chain import IndicatorYear, Moment, Record, Stage
from gouji.model.comparison import must_cover
from gouji.model.finding import Observation, Remark
from gouji.model.rounding import Term
from gouji.rules.across_documents.bounds import at_most, bound
from gouji.rules.rule import rule_across
from gouji.scoring.completion import amount_of
from gouji.vocabulary.indicators import unit_named

BASIS = "财预〔2019〕136号：监控反映年初至监控时点的累计数"
_NO_COUNTS = ("percent", "permille", "permyriad", "points", "seconds", "workdays", "weeks", "months")


@rule_across(
    title="后一次监控的累计执行数小于前一次",
    title_en="less had been spent by a later month than by an earlier one",
    basis=BASIS,
    certainty="O",
    severity="warning",
)
def executed_amount_falls(records: tuple[Record, ...]) -> Iterator[Observation]:
    for record in records:
        for project in record.projects:
            for year in project.years:
                so_far = year.money.of(WHOLE, Moment.SO_FAR)
                months = sorted((one for one in so_far if one.month), key=lambda one: one.month or 0)
                for early, late in pairwise(months):
                    if early.month != late.month:
                        words = f"“{project.name}”1—{late.month} 月执行数 ≥ 1—{early.month} 月执行数"
                        yield must_cover(late.figure, [Term(early.figure)], words)


@rule_across(
    title="后一次监控的累计完成数小于前一次",
    title_en="less had been done by a later month than by an earlier one",
    basis=BASIS,
    certainty="O",
    severity="note",
)
def state_of_indicator_falls(records: tuple[Record, ...]) -> Iterator[Observation]:
    for record in records:
        for owner, line in record.all_indicators():
            for year in line.years:
                name = f"“{owner.name}”的" if owner is not None else ""
                yield from _falls(f"{name}“{line.name}”", year)


def _falls(name: str, year: IndicatorYear) -> Iterator[Remark]:
    """Only counts that grow over the year: no rates, no upper bounds, nothing that is told per month."""
    target = year.target
    if target is None or at_most(target.value) or bound(target.value) is None or target.value.period not in ("", "年"):
        return
    unit = unit_named(target.value.unit)
    if unit is None or unit.family in _NO_COUNTS:
        return
    states = [one for one in year.states if one.month is not None and one.stage is Stage.MONITORING]
    for early, late in pairwise(states):
        was, now = amount_of(early.value, like=target.value), amount_of(late.value, like=target.value)
        if early.month != late.month and was is not None and now is not None and now < was:
            yield Remark(
                late.place,
                f"{name}1—{early.month} 月已完成 {early.value.text}，1—{late.month} 月只有 {late.value.text}，累计数不应减少",
                f"{early.value.text} by month {early.month}, but {late.value.text} by month {late.month}",
                against=(early.place,),
                expected=f"不少于 {early.value.text}",
            )
