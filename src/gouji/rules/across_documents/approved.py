"""The indicators of monitoring and self-evaluation beside those that were approved: their number, values and weights."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from gouji.chain.links import same_target
from gouji.model.chain import IndicatorLine, Record, Stage, Stated
from gouji.model.finding import Observation, Remark, Severity
from gouji.rules.across_documents.bounds import gives_reason
from gouji.rules.across_documents.side_by_side import USES, Both, pairs_of
from gouji.rules.rule import rule_across

MOST_NAMED = 4
MOST_FORMS = 3  # of one document: more than these that differ come of one cause
_ADJUSTED = "调整后绩效目标"


@rule_across(
    title="监控或自评的指标与批复的绩效目标不一致",
    title_en="the indicators monitored or evaluated are not those that were approved",
    basis="财预〔2019〕136号、财预〔2020〕10号：监控和自评的指标应与批复的绩效目标一致，不得自行增减",
    certainty="O",
    severity="warning",
)
def indicators_differ_from_approved_ones(records: tuple[Record, ...]) -> Iterator[Observation]:
    for several in _by_documents(both for record in records for both in pairs_of(record) if _differs(both)):
        if len(several) > MOST_FORMS:
            yield _at_once(several)
        else:
            yield from (_differing(both) for both in several)


@rule_across(
    title="自评所用的指标值与申报的指标值不同",
    title_en="the self-evaluation uses another target than was set",
    basis="财预〔2020〕10号：自评指标应与批复的绩效目标一致；财预〔2015〕88号：目标调整应按程序报批",
    certainty="O",
    severity="warning",
)
def self_evaluation_uses_another_target(records: tuple[Record, ...]) -> Iterator[Observation]:
    yield from _other_targets(records, Stage.SELF_EVALUATION)


@rule_across(
    title="监控所用的指标值与申报的指标值不同",
    title_en="the monitoring uses another target than was set",
    basis="财预〔2019〕136号：监控以批复的绩效目标为依据；财预〔2015〕88号：目标调整应按程序报批",
    certainty="O",
    severity="warning",
)
def monitoring_uses_another_target(records: tuple[Record, ...]) -> Iterator[Observation]:
    yield from _other_targets(records, Stage.MONITORING)


@rule_across(
    title="自评表的分值与批复的指标权重不一致",
    title_en="the points of the self-evaluation are not the approved weights",
    basis="财预〔2020〕10号：自评指标的权重应与绩效目标批复一致",
    certainty="O",
    severity="warning",
)
def points_differ_from_approved_weights(records: tuple[Record, ...]) -> Iterator[Observation]:
    for record in records:
        for both in pairs_of(record):
            weighed = [each for each in both.common if each[1].weight and each[2].weight]
            changed = [each for each in weighed if _points(each[1]) != _points(each[2])]
            # Weights of another whole (100 for 90) are no other weights.
            whole = sum((_points(one) - _points(other) for _, one, other in weighed), Decimal(0))
            if changed and not whole and both.stage is Stage.SELF_EVALUATION:
                yield _reweighed(both, changed)


def _other_targets(records: tuple[Record, ...], stage: Stage) -> Iterator[Remark]:
    for record in records:
        pairs = [both for both in pairs_of(record) if both.stage is stage]
        for both in pairs:
            changed = [each for each in both.common if same_target(each[1], each[2]) is False]
            if changed:
                yield _changed(both, changed)


def _changed(both: Both, changed: Sequence[tuple[IndicatorLine, Stated, Stated]]) -> Remark:
    """One remark for a form, at its first changed value."""
    line, early, late = changed[0]
    called = USES[both.stage]
    rest = "；".join(
        f"“{one.name}”{was.value.text} 改为 {now.value.text}" for one, was, now in changed[1 : MOST_NAMED + 1]
    )
    more = f"。同表还有 {len(changed) - 1} 项：{rest}" if rest else ""
    explained = _explained(both, line.name)
    return Remark(
        late.place,
        f"“{line.name}”申报的指标值是 {early.value.text}，{called}用的是 {late.value.text}{more}"
        + ("（已说明调整，请核对批复）" if explained else ""),
        f"the target set was {early.value.text}; {late.value.text} is used"
        + (f"; {len(changed) - 1} more" if rest else ""),
        against=tuple(was.place for _, was, _ in changed),
        expected=early.value.text,
        severity=Severity.NOTE if explained else None,
    )


def _explained(both: Both, name: str) -> bool:
    """Does the document that uses a target say that it was adjusted?"""
    report = next(report for report in both.record.reports if report.path == both.used_in)
    own = both.project.names if both.project is not None else ("",)
    boxes = [box for box in report.boxes if box.field == _ADJUSTED and any(one in box.place.row for one in own)]
    return any(box.text.strip("—-/ 无") for box in boxes) or gives_reason(report, name)


def _differs(both: Both) -> bool:
    """A whole department is often evaluated by a scheme of its own, in which its targets are not repeated."""
    scheme = both.project is None and len(both.common) < len(both.missing)
    return bool(both.missing or both.added) and not scheme


def _differing(both: Both) -> Remark:
    """What a form leaves out and what it adds."""
    called, approved = USES[both.stage], len(both.common) + len(both.missing)
    parts = [f"缺少{_named(both.missing)}"] if both.missing else []
    parts += [f"增加了{_named(both.added)}"] if both.added else []
    hint = "；名称不同而内容相同的，请改回批复的名称" if both.missing and both.added else ""
    return Remark(
        both.place,
        f"{both.name}批复的指标有 {approved} 项，{called}{'，'.join(parts)}{hint}",
        f"{len(both.missing)} approved indicators are missing, {len(both.added)} are added",
        against=tuple(one.place for _, one in both.missing),
        expected=f"与批复的 {approved} 项指标一致",
        severity=None if 2 * len(both.common) >= approved else Severity.NOTE,  # else perhaps another way of naming
    )


def _at_once(several: Sequence[Both]) -> Remark:
    """Many forms of one document that differ."""
    first = several[0]
    missing, added = (
        sum(len(part) for part in parts) for parts in zip(*((b.missing, b.added) for b in several), strict=True)
    )
    names = "、".join(both.name for both in several[:MOST_NAMED])
    common = sum(len(both.common) for both in several)
    return Remark(
        first.place,
        f"{USES[first.stage]}中 {len(several)} 个项目的指标与批复的不一致，共缺少 {missing} 项、增加 {added} 项：{names}等",
        f"{len(several)} projects: {missing} approved indicators are missing, {added} are added",
        against=tuple(one.place for both in several for _, one in both.missing),
        expected="与批复的指标一致",
        severity=None if common >= missing else Severity.NOTE,
    )


def _reweighed(both: Both, changed: Sequence[tuple[IndicatorLine, Stated, Stated]]) -> Remark:
    told = "，".join(
        f"“{line.name}”{early.weight.text} 改为 {late.weight.text}"
        for line, early, late in changed[:MOST_NAMED]
        if early.weight is not None and late.weight is not None
    )
    figure = changed[0][2].weight
    return Remark(
        figure.place if figure is not None else changed[0][2].place,
        f"{both.name}自评表的分值与批复的权重不一致：{told}",
        f"{len(changed)} weights were changed",
        against=tuple(early.weight.place for _, early, _ in changed if early.weight is not None),
        expected="与批复的权重一致",
    )


def _points(stated: Stated) -> Decimal:
    return stated.weight.value if stated.weight is not None else Decimal(0)


def _named(found: Sequence[tuple[IndicatorLine, Stated]]) -> str:
    more = f"等 {len(found)} 项" if len(found) > MOST_NAMED else ""
    return "、".join(f"“{line.name}”" for line, _ in found[:MOST_NAMED]) + more


def _by_documents(pairs: Iterator[Both]) -> list[list[Both]]:
    found: dict[tuple[str, str], list[Both]] = defaultdict(list)
    for both in pairs:
        found[both.set_in, both.used_in].append(both)
    return list(found.values())
