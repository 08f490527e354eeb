"""Targets of one body over the years: lowered, far below what was reached, missed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from gouji.chain.names import indicator_name
from gouji.chain.pairs import year_after_year
from gouji.model.chain import IndicatorLine, IndicatorYear, Part, Record, Stage, Stated
from gouji.model.finding import Observation, Remark
from gouji.model.narrative import ClaimKind
from gouji.model.place import Place
from gouji.model.report import Report
from gouji.rules.across_documents.bounds import at_most, bound, comparable, gives_reason, target_with_number
from gouji.rules.rule import rule_across
from gouji.scoring.completion import amount_of, completion
from gouji.vocabulary.terms import plain

BASIS = "财预〔2021〕101号：指标值应参照历史标准，不低于上年实际完成值"
# A result this many times a later target shows that the target asks for nothing.
FAR_BELOW = 3
SHORTEST_NAME = 3

Reached = tuple[Decimal, str, Place]  # in the unit of the target, as printed, where


@rule_across(
    title="目标值比以前年度降低，没有说明理由",
    title_en="a target was lowered against an earlier year without a reason",
    basis=BASIS,
    certainty="O",
    severity="warning",
)
def target_was_lowered_without_reason(records: tuple[Record, ...]) -> Iterator[Observation]:
    for record in records:
        for name, before, after, early, late in _following(record):
            was, now = amount_of(early.value, like=late.value), bound(late.value)
            lowered = was is not None and now is not None and (now > was if at_most(late.value) else now < was)
            explained = any(gives_reason(report, name) for report in record.of_year(after))
            if lowered and not explained:
                was_text, now_text = early.value.text, late.value.text
                yield Remark(
                    late.place,
                    f"“{name}”{before} 年目标是 {was_text}，{after} 年降低要求为 {now_text}，请说明理由",
                    f"lowered from {was_text} in {before} to {now_text} in {after}",
                    against=(early.place,),
                    expected=f"{'不高于' if at_most(late.value) else '不低于'} {was_text}",
                )


@rule_across(
    title="目标值远低于已经达到的水平",
    title_en="a target lies far below what had already been reached",
    basis=BASIS,
    certainty="O",
    severity="warning",
)
def target_lies_far_below_what_was_reached(records: tuple[Record, ...]) -> Iterator[Observation]:
    for record in records:
        for line, year, target, (value, text, place) in _far_below(record):
            times = (value / (bound(target.value) or value)).quantize(Decimal(1))
            yield Remark(
                target.place,
                f"“{line.name}”目标 {target.value.text}，而 {year - 1} 年已达到 {text}，约 {times} 倍",
                f"{text} had been reached in {year - 1}, about {times} times this target",
                against=(place,),
                expected=f"参照上年实际 {text}",
            )


@rule_across(
    title="后来的文件表明目标没有达到",
    title_en="a later document shows that a target was not reached",
    basis="财预〔2020〕10号：未达到的目标应说明原因",
    certainty="S",
    severity="note",
)
def later_document_shows_target_was_missed(records: tuple[Record, ...]) -> Iterator[Observation]:
    for record in records:
        for _, line in record.all_indicators():
            for year in line.years:
                for target in year.of(Part.TARGET, Stage.TARGET)[:1]:
                    yield from _missed(line, target, year)


def _far_below(record: Record) -> Iterator[tuple[IndicatorLine, int, Stated, Reached]]:
    """Targets far below what last year came to: the indicator, the year, the target, and that result."""
    for _, line in record.all_indicators():
        for year in line.years:
            target = target_with_number(year)
            limit = bound(target.value) if target is not None else None
            reached = _reached(record, line, year) if limit else None
            if target is not None and limit and reached is not None and reached[0] >= FAR_BELOW * limit:
                yield line, year.year, target, reached


def _missed(line: IndicatorLine, target: Stated, year: IndicatorYear) -> Iterator[Remark]:
    for result in year.of(Part.RESULT):
        reached = completion(line.name, target.value, result.value)
        if reached is not None and not reached.met and result.document != target.document:
            yield Remark(
                result.place,
                f"“{line.name}”申报目标 {target.value.text}，实际 {result.value.text}，没有达到",
                f"the target was {target.value.text}; {result.value.text} was reached",
                against=(target.place,),
            )


def _following(record: Record) -> Iterator[tuple[str, int, int, Stated, Stated]]:
    """Targets of one indicator in two years: name, the years, the targets.

    Of one project, or of the department in both. A project's count may also be held against a later one of the whole
    department, never a rate, which says nothing of another scope; not where several projects have one.
    """
    for owner, line in record.all_indicators():
        years = [(year.year, target) for year in line.years if (target := target_with_number(year)) is not None]
        if owner is None and years and years[0][1].value.unit != "%":
            years = _of_projects(record, line, years[0][0]) + years
        for (before, early), (after, late) in pairwise(years):
            if comparable(early.value, late.value):
                yield line.name, before, after, early, late


def _of_projects(record: Record, line: IndicatorLine, before: int) -> list[tuple[int, Stated]]:
    """The last earlier target that projects set under the name, where they all set one value."""
    key = indicator_name(line.name)
    found = [
        (year.year, target)
        for project in record.projects
        for one in project.indicators
        if indicator_name(one.name) == key
        for year in one.years
        if year.year < before and (target := target_with_number(year)) is not None
    ]
    last = [one for one in found if one[0] == max(year for year, _ in found)]
    return last[:1] if len({bound(target.value) for _, target in last}) == 1 else []


def _reached(record: Record, line: IndicatorLine, year: IndicatorYear) -> Reached | None:
    """What last year came to, in the unit of this year's target: by a form, else by the largest count of a text."""
    target = year.target
    if target is None or at_most(target.value) or target.value.unit in ("", "%"):
        return None
    last = line.year(year.year - 1)
    if last is not None and last.result is not None and last.result.value.period == target.value.period:
        result = last.result
        value = amount_of(result.value, like=target.value)
        return (value, result.value.text, result.place) if value is not None else None
    return _told(record, line.name, target, year.year)


def _told(record: Record, printed: str, target: Stated, year: int) -> Reached | None:
    """The largest count that the texts of last year give for what the target names, in its unit."""
    name = plain(printed)
    if len(name) < SHORTEST_NAME:
        return None
    reports: dict[str, Report] = {
        before.path: before for before, after in year_after_year(record) if after.year == year
    }
    claims = [
        claim
        for one in reports.values()
        for claim in one.claims_of(ClaimKind.COUNT)
        if plain(claim.about).endswith(name)
    ]
    counts = [claim.figure for claim in claims if claim.figure is not None and claim.figure.unit == target.value.unit]
    most = max(counts, key=lambda figure: figure.value, default=None)
    return (most.value, most.text, most.place) if most is not None else None
