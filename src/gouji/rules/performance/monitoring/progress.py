"""项目支出绩效运行监控表, how far the year has come: expenditure behind the months, behind or ahead of the work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from gouji.chain.lights import RED, light
from gouji.chain.names import level_name
from gouji.chain.stages import month_of
from gouji.model.figure import Figure
from gouji.model.finding import NotApplicable, Observation, Remark
from gouji.model.performance import Score
from gouji.model.report import Report
from gouji.rules.performance.monitoring.money import ADJUSTED, EXECUTED, FORM, INITIAL, RATE
from gouji.rules.rule import rule
from gouji.scoring.completion import completion
from gouji.scoring.register import scheme_named
from gouji.scoring.scheme import Scheme

SCHEDULE = "sichuan-monitoring-2025"
QUANTITY = "数量"
MOST_NAMED = 5
NOT_TOLD = "监控表没有写明监控到几月"


@dataclass(frozen=True, slots=True)
class Done:
    """A project half-way through the year: how much of its budget was spent, in per cent."""

    project: str
    executed: Figure
    rate: Fraction


@rule(
    title="预算执行进度偏慢",
    title_en="expenditure is behind the schedule of the year",
    basis="预算绩效运行监控的执行进度预警（四川2025年规定：4、6、8、10月底执行率低于25%、40%、60%、80%）",
    reads=(FORM,),
    certainty="S",
    severity="note",
)
def expenditure_is_behind_schedule(report: Report) -> Iterator[Observation]:
    """One note for all projects of a document: the schedule of one province is a measure elsewhere, no duty."""
    month = month_of(report)
    least = _least(month) if month is not None else None
    if month is None or least is None:
        yield NotApplicable(NOT_TOLD)
        return
    slow = [done for done in _done(report) if done.rate < least]
    if slow:
        told = _listed([f"“{done.project}”{_percent(done.rate)}" for done in slow])
        yield Remark(
            slow[0].executed.place,
            f"到 {month} 月底执行率低于 {_percent(least)}：{told}，请分析原因",
            f"by the end of month {month} less than {float(least):g}% is spent in {len(slow)} projects",
            against=tuple(done.executed.place for done in slow[1:]),
        )


@rule(
    title="资金执行与目标完成的进度相差较大",
    title_en="money and work have come along at different speeds",
    basis="预算绩效运行监控的“双监控”预警（四川2025年规定：相差超过10个百分点）",
    reads=(FORM,),
    certainty="S",
    severity="note",
)
def expenditure_and_work_differ_in_progress(report: Report) -> Iterator[Observation]:
    """The work is the average of the counts, which grow over the year; a rate tells nothing of progress."""
    scheme = scheme_named(SCHEDULE)
    gap = scheme.gap if scheme is not None else None
    apart = []
    for done in _done(report) if gap is not None else ():
        work = _work([line for line in _lines(report) if line.project == done.project])
        if work is not None and gap is not None and abs(work - done.rate) > gap:
            apart.append((done, work))
    if apart:
        told = _listed([f"“{done.project}”执行 {_percent(done.rate)}、完成 {_percent(work)}" for done, work in apart])
        yield Remark(
            apart[0][0].executed.place,
            f"预算执行与数量指标的完成进度相差超过 10 个百分点：{told}，请核对数据或说明原因",
            f"in {len(apart)} projects money and work differ by more than 10 points",
            against=tuple(done.executed.place for done, _ in apart[1:]),
        )


@rule(
    title="亮红灯的指标没有说明原因",
    title_en="no reason is given for an indicator far behind its target",
    basis="预算管理一体化平台绩效监控灯：完成值不足序时目标60%的为红灯；财预〔2019〕136号：偏离目标的应分析原因",
    reads=(FORM,),
    certainty="S",
    severity="note",
)
def red_light_has_no_reason(report: Report) -> Iterator[Observation]:
    month = month_of(report)
    red = [
        line
        for line in _lines(report)
        if line.target is not None and line.actual is not None and not line.reason.strip("—-/ 无") and line.asks_reason
        if light(line.name, line.level2, line.target, line.actual, month) == RED
    ]
    if red and red[0].actual is not None:
        told = _listed(
            [
                f"“{line.name}”{line.actual.text}（目标 {line.target.text}）"
                for line in red
                if line.actual and line.target
            ]
        )
        yield Remark(
            red[0].place,
            f"按时间进度应亮红灯而没有说明原因的指标：{told}",
            f"{len(red)} indicators are far behind their targets and give no reason",
            against=tuple(line.place for line in red[1:]),
        )


def _least(month: int) -> Fraction | None:
    """What should be spent by the end of a month, by the last threshold passed, in per cent."""
    scheme: Scheme | None = scheme_named(SCHEDULE)
    if scheme is None or scheme.schedule is None:
        return None
    passed = [(int(name), rate) for name, rate in scheme.schedule.bands if int(name) <= month]
    return max(passed)[1] if passed else None


def _done(report: Report) -> Iterator[Done]:
    for table in report.tables_of(FORM):
        row = table.rows[0] if table.rows else None
        executed = row.figure(EXECUTED) if row is not None else None
        budget = (row.figure(ADJUSTED) or row.figure(INITIAL)) if row is not None else None
        if row is not None and executed is not None and budget is not None and budget.value > 0:
            rate = row.figure(RATE)
            place = executed if rate is None else rate
            yield Done(row.side, place, Fraction(executed.value) * 100 / Fraction(budget.value))


def _lines(report: Report) -> list[Score]:
    return [score for score in report.scores if score.form == FORM]


def _work(lines: Sequence[Score]) -> Fraction | None:
    """The average completion of the counts, in per cent, each at most 100; None where there is none."""
    shares = [
        min(reached.exact, Fraction(1))
        for line in lines
        if level_name(line.level2) == QUANTITY and line.target is not None and line.target.unit not in ("", "%")
        if line.target.comparator not in ("≤", "<") and (reached := completion(line.name, line.target, line.actual))
    ]
    return sum(shares, Fraction(0)) * 100 / len(shares) if shares else None


def _percent(rate: Fraction) -> str:
    return f"{float(rate):.1f}%".replace(".0%", "%")


def _listed(told: Sequence[str]) -> str:
    more = f"等 {len(told)} 个" if len(told) > MOST_NAMED else ""
    return "、".join(told[:MOST_NAMED]) + more
