"""Dates and durations that an indicator asks for, against the period of its project."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from gouji.model.finding import Observation, Remark, Severity
from gouji.model.performance import CriterionKind, Project
from gouji.model.report import Report
from gouji.rules.performance.indicators.judged import Judged, judged, unit_of
from gouji.rules.performance.indicators.period import PLAN
from gouji.rules.rule import INDICATORS, PROJECTS, rule
from gouji.vocabulary.advice import tells_a_duration

_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
# Days of each unit's family, so short that no rounding of months makes a fault.
DAYS = {"seconds": Decimal(1) / 86_400, "weeks": Decimal(7), "months": Decimal(30), "workdays": Decimal(1)}
DAYS_OF_A_YEAR = 366


@rule(
    title="指标要求的时间不在项目实施周期内",
    title_en="the date of an indicator lies outside the project's period",
    basis=PLAN,
    reads=(INDICATORS,),
    certainty="O",
    severity="warning",
)
def indicator_date_is_outside_the_period(report: Report) -> Iterator[Observation]:
    for one in judged(report):
        if one.value.kind is not CriterionKind.DATE or one.value.base_year is None:
            continue
        years = [int(found) for found in _YEAR.findall(one.value.text)]
        span = _span(one.project, report)
        if span and not any(span[0] <= found <= span[1] for found in years):
            stated = one.project is not None and one.project.period is not None
            yield Remark(
                one.at_value,
                f"{one.label}的时间“{one.value.text}”{_against(span, max(years), stated)}",
                f"{one.value.text} lies outside {span[0]}-{span[1]}",
                (one.project.period_place,) if one.project and one.project.period_place else (),
                severity=None if stated else Severity.NOTE,
            )


def _against(span: tuple[int, int], year: int, stated: bool) -> str:
    if stated:
        return f"不在项目实施周期{span[0]}—{span[1]}年内"
    return f"早于本表年度{span[0]}年" if year < span[0] else f"晚于本表年度{span[0]}年{year - span[0]}年，请核对"


def _span(project: Project | None, report: Report) -> tuple[int, int] | None:
    """The years a date may fall in: the project's period; without one, not before the year of the form."""
    if project is not None and project.period is not None:
        return project.period
    return (report.year, report.year + 10) if report.year is not None else None


@rule(
    title="工期、完成期限长于项目实施周期",
    title_en="the work takes longer than the project's period",
    basis=PLAN,
    reads=(INDICATORS, PROJECTS),
    certainty="O",
    severity="warning",
)
def duration_exceeds_the_period(report: Report) -> Iterator[Observation]:
    """Only how long the work itself takes: a warranty or a service life may well last longer than the project."""
    for one in judged(report):
        span = one.project.period if one.project else None
        days = _days(one)
        if span is None or days is None or days <= (span[1] - span[0] + 1) * DAYS_OF_A_YEAR:
            continue
        place = one.project.period_place if one.project else None
        yield Remark(
            one.at_value,
            f"{one.label}为“{one.value.text}”，长于项目实施周期{span[0]}—{span[1]}年",
            f"{one.value.text} is longer than {span[0]}-{span[1]}",
            (place,) if place else (),
        )


def _days(one: Judged) -> Decimal | None:
    """How many days the work may take; None where the indicator tells no such duration."""
    value, unit = one.value, unit_of(one.value)
    if value.kind is not CriterionKind.NUMBER or unit is None or not tells_a_duration(one.name):
        return None
    if value.high is None or value.comparator in ("≥", ">") or unit.family not in DAYS:
        return None
    return value.high * unit.worth * DAYS[unit.family]
