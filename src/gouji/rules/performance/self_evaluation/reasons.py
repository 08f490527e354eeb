"""项目支出绩效自评表, the words beside the scores: reasons missing, idle or at odds with the numbers; units."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from gouji.model.finding import Observation, Remark, Severity
from gouji.model.performance import Criterion, CriterionKind, Score
from gouji.model.place import Place
from gouji.model.report import Report
from gouji.model.rounding import HUNDRED
from gouji.rules.performance.self_evaluation.results import hundredfold
from gouji.rules.rule import rule
from gouji.scoring.completion import Completion, completion
from gouji.scoring.fit import usual
from gouji.scoring.form import ADJUSTED, EXECUTED, SelfEvaluation, self_evaluations
from gouji.scoring.span import decimal
from gouji.vocabulary.indicators import unit_named

BASIS = "财预〔2020〕10号 项目支出绩效自评表：偏差原因分析及改进措施"
_NO_REASON = re.compile(r"^[\s无/—–\-.。]*$")
_UNIT_IN_TEXT = re.compile(r"[0-9.]+\s*(?:万|亿|千)?\s*(?P<unit>篇次|篇|人次|人|条|个|场次|场|次|份|家|期|件|台|套|户)")


@rule(
    title="没有达到目标值，也没有说明原因",
    title_en="a target was missed and no reason is given",
    basis=BASIS,
    reads=("评分",),
    severity="warning",
)
def shortfall_has_no_reason(report: Report) -> Iterator[Observation]:
    for _, line, reached in _measured(report):
        if not reached.met and _NO_REASON.match(line.reason) and not _told_in_box(report, line):
            where = "" if line.asks_reason else "（表上没有偏差原因栏，请在报告中说明）"
            yield Remark(
                _result(line),
                f"目标值 {_text(line.target)}，实际 {_text(line.actual)}，没有达到，请说明原因和改进措施{where}",
                "the target was missed; give the reason and what will be done",
                severity=None if line.asks_reason else Severity.NOTE,
            )


@rule(
    title="已达到目标值，仍写了偏差原因",
    title_en="a reason stands beside a target that was met",
    basis=BASIS,
    reads=("评分",),
    certainty="S",
    severity="note",
)
def reason_stands_beside_a_met_target(report: Report) -> Iterator[Observation]:
    for form in self_evaluations(report):
        lines = [line for own, line, reached in _measured(report) if own == form and reached.met and not _reduced(line)]
        told = [line for line in lines if not _NO_REASON.match(line.reason)]
        told = [line for line in told if (reached := _reached(line)) is not None and reached.ratio < _far_above()]
        if told:
            yield Remark(
                told[0].place,
                f"{len(told)} 项指标已达到目标值，“偏差原因”栏却有文字（{'、'.join(line.name for line in told[:4])}），"
                "无偏差可不填或写“无”",
                f"{len(told)} targets were met although the column for deviations holds text",
                against=tuple(line.place for line in told[1:]),
            )


def _reduced(line: Score) -> bool:
    """Were points taken off? Then the text may say why."""
    return line.score is not None and line.points is not None and line.score.value < line.points.value


@rule(
    title="实际完成远超目标值，没有说明",
    title_en="a result far above its target is not explained",
    basis="财预〔2020〕10号：完成值超出目标较多的应分析原因，目标明显偏低的应扣分",
    reads=("评分",),
    certainty="O",
    severity="note",
)
def overshoot_is_not_explained(report: Report) -> Iterator[Observation]:
    for _, line, reached in _measured(report):
        smaller = line.target is not None and line.target.comparator in ("≤", "<")
        if not smaller and reached.ratio > _far_above() and _NO_REASON.match(line.reason):
            yield Remark(
                _result(line),
                f"实际 {_text(line.actual)} 是目标值 {_text(line.target)} 的 {reached.ratio:.0%}，请说明目标是否偏低",
                f"{reached.ratio:.0%} of the target was reached; explain it, or the target was set too low",
            )


@rule(
    title="自评表没有填实际完成值或得分",
    title_en="results or scores are left blank in the self-evaluation",
    basis="财预〔2020〕10号 项目支出绩效自评表：实际完成值、得分为必填",
    reads=("评分",),
    severity="warning",
)
def result_is_left_blank(report: Report) -> Iterator[Observation]:
    for form in self_evaluations(report):
        scored = [line for line in form.lines if line.points is not None and line.target is not None]
        blank = [line for line in scored if _is_blank(line.actual) or line.score is None]
        if blank:
            what = "和".join(_blank_columns(blank))
            yield Remark(
                blank[0].place,
                f"{len(blank)} 项指标没有填{what}（{'、'.join(line.name for line in blank[:4])}）",
                f"{len(blank)} indicators have no result or no score",
                against=tuple(line.place for line in blank[1:]),
                expected=f"填写{what}",
            )


@rule(
    title="实际完成值的单位与目标值不同",
    title_en="the result is counted in another unit than the target",
    basis="财预〔2021〕101号：完成值与指标值口径一致",
    reads=("评分",),
    certainty="O",
    severity="warning",
)
def result_has_another_unit_than_target(report: Report) -> Iterator[Observation]:
    for form in self_evaluations(report):
        for line in form.lines:
            units = _two_units(line.target, line.actual)
            if units:
                yield Remark(
                    _result(line),
                    f"目标值以“{units[0]}”计，实际完成值以“{units[1]}”计，无法比较",
                    f"the target is in {units[0]}, the result in {units[1]}",
                    expected=f"以“{units[0]}”计",
                )


@rule(
    title="说明文字里的单位与指标值不同",
    title_en="the explanation counts in another unit than the target",
    basis="财预〔2021〕101号：完成值与指标值口径一致",
    reads=("评分",),
    certainty="O",
    severity="note",
)
def reason_has_another_unit_than_target(report: Report) -> Iterator[Observation]:
    for form in self_evaluations(report):
        for line in form.lines:
            unit = line.target.unit if line.target is not None and line.target.kind is CriterionKind.NUMBER else ""
            told = {match["unit"] for match in _UNIT_IN_TEXT.finditer(line.reason)}
            if unit and told and not any(_one_unit(unit, other) for other in told):
                yield Remark(
                    line.place,
                    f"指标值以“{unit}”计，说明文字写的是“{'、'.join(sorted(told))}”，请统一",
                    f"the target is in {unit}, the explanation in {'/'.join(sorted(told))}",
                    expected=unit,
                )


@rule(
    title="资金执行与产出完成情况不相称",
    title_en="the money spent and the outputs reached do not match",
    basis="审计关注：预算基本执行完而产出未完成，或执行率低而产出全部完成，均应说明",
    reads=("评分",),
    certainty="S",
    severity="note",
)
def execution_and_outputs_do_not_match(report: Report) -> Iterator[Observation]:
    for form in self_evaluations(report):
        rate = _rate(form)
        outputs = [(line, reached) for own, line, reached in _measured(report) if own == form and "产出" in line.level1]
        missed = [line for line, reached in outputs if not reached.met]
        if rate is None or not outputs:
            continue
        if rate >= Decimal(95) and missed:
            yield Remark(
                missed[0].place,
                f"预算执行率已达 {rate:.2f}%，但产出指标“{missed[0].name}”没有完成，请说明资金用途",
                f"{rate:.2f}% of the budget was spent although this output was not reached",
            )
        elif rate < Decimal(80) and not missed and form.execution is not None:
            yield Remark(
                outputs[0][0].place,
                f"预算执行率只有 {rate:.2f}%，产出指标却全部完成，请说明预算是否安排过多",
                f"only {rate:.2f}% of the budget was spent although every output was reached",
            )


def _far_above() -> Decimal:
    """The completion from which on a result wants a word, as the national scheme has it: targets set too low are to be told."""
    over = usual().over
    return decimal(over.least) if over is not None else HUNDRED


def _told_in_box(report: Report, line: Score) -> bool:
    """Some forms have one box for the reasons of all deviations."""
    boxes = (box for box in report.boxes if box.field == "偏差原因" and box.place.row in (line.project, ""))
    return any(not _NO_REASON.match(box.text) for box in boxes)


def _measured(report: Report) -> Iterator[tuple[SelfEvaluation, Score, Completion]]:
    for form in self_evaluations(report):
        for line in form.lines:
            reached = _reached(line)
            if reached is not None:
                yield form, line, reached


def _reached(line: Score) -> Completion | None:
    if hundredfold(line) is not None:
        return None  # what is meant is said by the rule on it
    return completion(line.name, line.target, line.actual)


def _result(line: Score) -> Place:
    """Where the result stands; where the line does when the result has no ink of its own."""
    actual = line.actual
    if actual is None or actual.ink.line is None:
        return line.place
    return replace(line.place, field="实际完成值", text=actual.text, ink=actual.ink)


def _text(value: Criterion | None) -> str:
    return value.text if value is not None else ""


def _two_units(target: Criterion | None, actual: Criterion | None) -> tuple[str, str] | None:
    """The units of a target and its result when both are known ones that do not convert."""
    if target is None or actual is None or CriterionKind.NUMBER not in (target.kind, actual.kind):
        return None
    if target.kind is not actual.kind or not target.unit or not actual.unit or _one_unit(target.unit, actual.unit):
        return None
    known = unit_named(target.unit) is not None and unit_named(actual.unit) is not None
    return (target.unit, actual.unit) if known else None


def _one_unit(one: str, other: str) -> bool:
    """One unit, one within the other (篇 and 篇次), or two of one family."""
    if one in other or other in one:
        return True
    first, second = unit_named(one), unit_named(other)
    return first is None or second is None or first.family == second.family


def _rate(form: SelfEvaluation) -> Decimal | None:
    row = form.execution
    budget, executed = (row.figure(ADJUSTED), row.figure(EXECUTED)) if row is not None else (None, None)
    if budget is None or executed is None or budget.value <= 0:
        return None
    return HUNDRED * executed.value / budget.value


def _is_blank(value: Criterion | None) -> bool:
    return value is None or not value.text.strip()


def _blank_columns(lines: list[Score]) -> list[str]:
    columns = ["实际完成值"] if any(_is_blank(line.actual) for line in lines) else []
    return [*columns, "得分"] if any(line.score is None for line in lines) else columns
