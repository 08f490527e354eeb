"""项目支出绩效运行监控表, what is expected of the year: forecasts below target, hopes without reason; and its date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from gouji.chain.stages import month_of
from gouji.model.comparison import must_not_exceed
from gouji.model.finding import NotApplicable, Observation, Remark, Severity
from gouji.model.inked import Inked
from gouji.model.performance import Score
from gouji.model.place import Place
from gouji.model.report import Report
from gouji.model.rounding import Term
from gouji.rules.performance.monitoring.money import ADJUSTED, BASIS, FORECAST, FORM, INITIAL
from gouji.rules.rule import rule
from gouji.scoring.completion import completion

SURE, NEVER = "确定能", "完全不可能"
_EMPTY = "—-/ 无　"
_DATED = re.compile(
    r"(?:填报|填表|报告|编制|填列)(?:日期|时间)\s*[:：]?\s*(?P<date>(?P<year>20\d{2})\s*[年./-]\s*(?P<month>1[0-2]|0?[1-9])\s*[月./-]\s*(?P<day>[12]\d|3[01]|0?[1-9])\s*日?)"
)
_LATE = 2  # months after the period's end


@rule(
    title="预计完不成目标，没有说明偏差原因",
    title_en="the target is expected to be missed and no reason is given",
    basis=f"{BASIS}：预计偏离目标的，应填列偏差原因分析",
    reads=(FORM,),
    certainty="O",
    severity="warning",
)
def forecast_below_target_has_no_reason(report: Report) -> Iterator[Observation]:
    for line in _lines(report):
        if (
            _falls_short(line)
            and line.outlook is not None
            and line.outlook.forecast is not None
            and line.target is not None
        ):
            if line.reason.strip(_EMPTY) or line.outlook.classes:
                continue
            forecast = line.outlook.forecast
            yield Remark(
                _at(line, forecast.text),
                f"“{line.name}”目标 {line.target.text}，全年预计 {forecast.text}，请填写偏差原因和改进措施",
                f"the target is {line.target.text}, {forecast.text} is expected; give the reason",
                severity=None if line.asks_reason else Severity.NOTE,
            )


@rule(
    title="完成目标的可能性与预计完成情况不符",
    title_en="the possibility of reaching the target does not fit the forecast",
    basis=f"{BASIS}：确定能、有可能、完全不可能；完全不可能的应申请调整目标或停止执行",
    reads=(FORM,),
    certainty="O",
    severity="warning",
)
def possibility_does_not_fit_forecast(report: Report) -> Iterator[Observation]:
    for line in _lines(report):
        outlook = line.outlook
        if outlook is None or not outlook.possibility:
            continue
        if (
            outlook.possibility == SURE
            and _falls_short(line)
            and outlook.forecast is not None
            and line.target is not None
        ):
            yield Remark(
                outlook.place,
                f"“{line.name}”目标 {line.target.text}，全年预计只有 {outlook.forecast.text}，却填“{SURE}”",
                f"{outlook.forecast.text} is expected of {line.target.text}, yet it is said to be sure",
            )
        if outlook.possibility == NEVER and not line.reason.strip(_EMPTY) and not outlook.classes:
            yield Remark(
                outlook.place,
                f"“{line.name}”填“{NEVER}”，请说明原因，并按程序申请调整目标或停止执行",
                "the target cannot be reached: give the reason and ask for its adjustment",
            )


@rule(
    title="全年预计执行数大于预算数",
    title_en="more is expected to be spent than was budgeted",
    basis=f"{BASIS}：全年预计执行数 ≤ 预算数；有追加的应列明调整后预算",
    reads=(FORM,),
    certainty="O",
    severity="note",
)
def forecast_exceeds_budget(report: Report) -> Iterator[Observation]:
    for table in report.tables_of(FORM):
        for row in table.rows[:1]:
            forecast, budget = row.figure(FORECAST), row.figure(ADJUSTED) or row.figure(INITIAL)
            if forecast is None or budget is None:
                yield NotApplicable(f"《{FORM}》{row.name}没有列全预算数和全年预计执行数")
            else:
                yield must_not_exceed(forecast, [Term(budget)], f"{FORECAST} ≤ 预算数")


@rule(
    title="监控表的填报日期与监控期间不符",
    title_en="the date of a monitoring does not fit its period",
    basis="财预〔2019〕136号：每年8月对1—7月执行情况开展监控；填报日期应在监控期满之后",
    reads=(FORM,),
    certainty="O",
    severity="note",
)
def monitoring_is_dated_outside_its_time(report: Report) -> Iterator[Observation]:
    """Before the period is over nothing can be told of it; long after it monitoring corrects nothing."""
    month, year = month_of(report), report.year
    for content in _texts(report):
        for match in _DATED.finditer(content.text) if month and year else ():
            told = (int(match["year"]), int(match["month"]))
            if month is None or year is None or not 2000 < told[0] < 2100:
                continue
            after = 12 * (told[0] - year) + told[1] - month
            if after < 0 or (after == 0 and int(match["day"]) < _last_day(year, month) - 5) or after > _LATE:
                said = "早于监控期满" if after <= 0 else f"在监控期满 {after} 个月以后"
                ink = content.ink(*match.span("date"))
                yield Remark(
                    Place(report.path, FORM, "", "填报日期", match["date"], ink),
                    f"监控 1—{month} 月，填报日期 {match['date']} {said}",
                    f"the monitoring of months 1 to {month} is dated {match['date']}",
                )


def _texts(report: Report) -> Iterator[Inked]:
    """The lines of the document, each once."""
    for number, line in enumerate(report.lines, 1):
        yield Inked.at(line, number)


def _last_day(year: int, month: int) -> int:
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - date.resolution).day


def _lines(report: Report) -> list[Score]:
    return [score for score in report.scores if score.form == FORM]


def _falls_short(line: Score) -> bool:
    forecast = line.outlook.forecast if line.outlook is not None else None
    reached = completion(line.name, line.target, forecast)
    return reached is not None and not reached.met


def _at(line: Score, text: str) -> Place:
    """The place of the forecast; of the line where it has no ink of its own."""
    forecast = line.outlook.forecast if line.outlook is not None else None
    if forecast is None or forecast.ink.line is None:
        return line.place
    return Place(
        line.place.document, line.place.form, line.place.row, f"{line.name}·全年预计完成情况", text, forecast.ink
    )
