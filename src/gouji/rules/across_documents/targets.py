"""Targets of one body over the years and documents: lowered, far below what was reached, changed, missed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from gouji.model.figure import Figure
from gouji.model.finding import Observation, Remark
from gouji.model.narrative import ClaimKind
from gouji.model.performance import Criterion, CriterionKind, Indicator, Project, Score
from gouji.model.place import Place
from gouji.model.report import Report
from gouji.rules.across_documents.series import earlier_and_later, of_one_year, year_after_year
from gouji.rules.performance.monitoring.money import FORM as MONITORING
from gouji.rules.rule import rule_across
from gouji.scoring.completion import amount_of, completion
from gouji.vocabulary.terms import plain

BASIS = "财预〔2021〕101号：指标值应参照历史标准，不低于上年实际完成值"
_ENDS = re.compile(r"[。；;，,：:]+$")
_REASON = re.compile(r"调整|下调|调减|压减|降低")
_AT_MOST = ("≤", "<")
# A result this many times a later target shows that the target asks for nothing.
FAR_BELOW = 3
SHORTEST_NAME = 3


@dataclass(frozen=True, slots=True)
class Target:
    """An indicator with a number, of the department (`project` "") or of one of its projects."""

    name: str
    project: str
    value: Criterion
    place: Place

    @property
    def at_most(self) -> bool:
        return self.value.comparator in _AT_MOST

    @property
    def bound(self) -> Decimal | None:
        return self.value.high if self.at_most else self.value.low


@rule_across(
    title="目标值比以前年度降低，没有说明理由",
    title_en="a target was lowered against an earlier year without a reason",
    basis=BASIS,
    certainty="O",
    severity="warning",
)
def target_was_lowered_without_reason(reports: tuple[Report, ...]) -> Iterator[Observation]:
    for before, after in _latest_pairs(reports):
        for early, late in _same_targets(before, after):
            was = amount_of(early.value, like=late.value)
            now = late.bound
            lowered = was is not None and now is not None and (now > was if late.at_most else now < was)
            if lowered and not _gives_reason(after, late.name):
                was_text, now_text = early.value.text, late.value.text
                yield Remark(
                    late.place,
                    f"“{late.name}”{before.year} 年目标是 {was_text}，{after.year} 年降低要求为 {now_text}，请说明理由",
                    f"lowered from {was_text} in {before.year} to {now_text} in {after.year}",
                    against=(early.place,),
                    expected=f"{'不高于' if late.at_most else '不低于'} {was_text}",
                )


@rule_across(
    title="目标值远低于已经达到的水平",
    title_en="a target lies far below what had already been reached",
    basis=BASIS,
    certainty="O",
    severity="warning",
)
def target_lies_far_below_what_was_reached(reports: tuple[Report, ...]) -> Iterator[Observation]:
    for before, after in year_after_year(reports):
        for target in _targets(after):
            reached = _reached(before, target)
            if reached is None or target.bound is None or reached.value < FAR_BELOW * target.bound:
                continue
            times = (reached.value / target.bound).quantize(Decimal(1))
            yield Remark(
                target.place,
                f"“{target.name}”目标 {target.value.text}，而 {before.year} 年已达到 {reached.text}，约 {times} 倍",
                f"{reached.text} had been reached in {before.year}, about {times} times this target",
                against=(reached.place,),
                expected=f"参照上年实际 {reached.text}",
            )


@rule_across(
    title="自评所用的指标值与申报的指标值不同",
    title_en="the self-evaluation uses another target than was set",
    basis="财预〔2020〕10号：自评指标应与批复的绩效目标一致",
    certainty="O",
    severity="warning",
)
def self_evaluation_uses_another_target(reports: tuple[Report, ...]) -> Iterator[Observation]:
    for set_in, judged_in in _both_ways(reports):
        targets = {(target.project, target.name): target for target in _targets(set_in)}
        for score in _judged(judged_in):
            target = targets.get((plain(score.project), _name(score.name)))
            used = score.target
            if target is None or used is None or used.kind is not CriterionKind.NUMBER:
                continue
            value = amount_of(used, like=target.value)
            if value is not None and target.bound is not None and value != target.bound:
                yield Remark(
                    _at(score.place, used),
                    f"“{score.name}”申报的指标值是 {target.value.text}，自评用的是 {used.text}",
                    f"the target set was {target.value.text}; the self-evaluation uses {used.text}",
                    against=(target.place,),
                    expected=target.value.text,
                )


@rule_across(
    title="后来的文件表明目标没有达到",
    title_en="a later document shows that a target was not reached",
    basis="财预〔2020〕10号：未达到的目标应说明原因",
    certainty="S",
    severity="note",
)
def later_document_shows_target_was_missed(reports: tuple[Report, ...]) -> Iterator[Observation]:
    for set_in, judged_in in _both_ways(reports):
        targets = {(target.project, target.name): target for target in _targets(set_in)}
        for score in _judged(judged_in):
            target = targets.get((plain(score.project), _name(score.name)))
            reached = completion(target.name, target.value, score.actual) if target is not None else None
            if target is not None and score.actual is not None and reached is not None and not reached.met:
                yield Remark(
                    _at(score.place, score.actual),
                    f"“{score.name}”申报目标 {target.value.text}，实际 {score.actual.text}，没有达到",
                    f"the target was {target.value.text}; {score.actual.text} was reached",
                    against=(target.place,),
                )


def _judged(report: Report) -> Iterator[Score]:
    """The results of whole years; what was reached half-way through one is not to be held against its target."""
    return (score for score in report.scores if score.form != MONITORING)


def _targets(report: Report) -> Iterator[Target]:
    for project, indicator in report.all_indicators():
        if (project is None or not project.secret) and indicator.value.kind is CriterionKind.NUMBER:
            yield _target(project, indicator)


def _target(project: Project | None, indicator: Indicator) -> Target:
    name = plain(project.name) if project is not None else ""
    return Target(_name(indicator.name), name, indicator.value, _at(indicator.place, indicator.value))


def _same_targets(before: Report, after: Report) -> Iterator[tuple[Target, Target]]:
    """Targets that are the same indicator in both documents.

    Of one project, or of the department in both. A project's count may also be held against a later one of the whole
    department, never a rate, which says nothing of another scope. Names with several values are left out.
    """
    early = list(_targets(before))
    for late in _targets(after):
        found = [one for one in early if one.name == late.name and _comparable(one, late)]
        own = [one for one in found if one.project == late.project]
        if not own and not late.project and late.value.unit != "%":
            own = found
        if len({one.value.low if not one.at_most else one.value.high for one in own}) == 1:
            yield own[0], late


def _comparable(one: Target, other: Target) -> bool:
    """Both upper or both lower bounds, over one period, counted alike."""
    alike = (one.at_most, one.value.period, one.value.aggregation) == (
        other.at_most, other.value.period, other.value.aggregation,
    )  # fmt: skip
    return alike and bool(one.value.unit) == bool(other.value.unit)


def _latest_pairs(reports: tuple[Report, ...]) -> Iterator[tuple[Report, Report]]:
    """Every document with targets beside the last earlier one that has any."""
    pairs: dict[str, tuple[Report, Report]] = {}
    for before, after in earlier_and_later(reports):
        if any(True for _ in _targets(before)) and any(True for _ in _targets(after)):
            known = pairs.get(after.path)
            if known is None or (known[0].year or 0) <= (before.year or 0):
                pairs[after.path] = (before, after)
    yield from pairs.values()


def _both_ways(reports: tuple[Report, ...]) -> Iterator[tuple[Report, Report]]:
    """Documents of one year: the one that sets targets, the one that scores them."""
    for first, second in of_one_year(reports):
        yield from (pair for pair in ((first, second), (second, first)) if pair[1].scores)


def _reached(report: Report, target: Target) -> Figure | None:
    """The largest count the text gives for what the target names, in its unit."""
    if target.at_most or len(target.name) < SHORTEST_NAME or target.value.unit in ("", "%"):
        return None
    claims = [claim for claim in report.claims_of(ClaimKind.COUNT) if plain(claim.about).endswith(target.name)]
    counts = [claim.figure for claim in claims if claim.figure is not None and claim.figure.unit == target.value.unit]
    return max(counts, key=lambda figure: figure.value, default=None)


def _gives_reason(report: Report, name: str) -> bool:
    """Does the document speak of changing this very target?"""
    texts = [paragraph.text for paragraph in report.paragraphs]
    texts += [box.text for project in report.projects for box in project.boxes] + [box.text for box in report.boxes]
    return any(name in plain(text) and _REASON.search(text) for text in texts)


def _name(printed: str) -> str:
    return _ENDS.sub("", plain(printed))


def _at(place: Place, value: Criterion) -> Place:
    """The place of a value; of its line when the value has no ink of its own."""
    return place if value.ink.line is None else replace(place, field="指标值", text=value.text, ink=value.ink)
