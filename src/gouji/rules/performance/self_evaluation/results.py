"""项目支出绩效自评表, what is written as result: a percentage a hundred times off, a date or a story for a quantity."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from gouji.model.finding import Observation, Remark
from gouji.model.performance import Criterion, CriterionKind, Score
from gouji.model.report import Report
from gouji.rules.rule import SCORES, rule
from gouji.scoring.form import FORM, self_evaluations

BASIS = f"财预〔2020〕10号 {FORM}：实际完成值与指标值口径一致"
_LOW, _HIGH = Decimal(50), Decimal(200)  # a hundred times, less or more of what a year may bring
_SHARE = Decimal(1000)  # no share or rate of growth is read as a slip below this


@rule(
    title="百分数写错了一百倍：0.95 当作 95%，或 9500% 当作 95%",
    title_en="a percentage is a hundred times too small or too large",
    basis=BASIS,
    reads=(SCORES,),
    certainty="O",
    severity="warning",
)
def percentage_is_off_by_a_hundred(report: Report) -> Iterator[Observation]:
    """The other of target and result tells the size that is meant."""
    for line in _lines(report):
        if (slip := hundredfold(line)) is not None:
            yield _slip(line, *slip)


@rule(
    title="指标要的是数量，完成值写的是日期",
    title_en="the result is a date where the indicator asks for a quantity",
    basis=BASIS,
    reads=(SCORES,),
    certainty="O",
    severity="warning",
)
def result_is_a_date_for_a_quantity(report: Report) -> Iterator[Observation]:
    for line in _lines(report):
        if line.target is None or line.actual is None or not _is_quantity(line.target):
            continue
        if line.actual.kind is CriterionKind.DATE and line.actual.by is not None and line.actual.by.year is not None:
            yield _about(line, line.actual, f"指标值是 {line.target.text}，完成值却写成日期，请填写完成的数量")


@rule(
    title="定量指标的完成值没有写出数量",
    title_en="the result of a quantified target gives no number",
    basis=f"{BASIS}；定量指标应填写实际数值",
    reads=(SCORES,),
    certainty="O",
    severity="note",
)
def result_gives_no_number(report: Report) -> Iterator[Observation]:
    """One remark for each form: forms that are filled in with words are so all over."""
    for form in self_evaluations(report):
        told = [line for line in form.lines if _tells_no_number(line)]
        if not told or told[0].actual is None or told[0].target is None:
            continue
        names = "、".join(line.name for line in told[:3]) + (f"等 {len(told)} 项" if len(told) > 3 else "")
        yield _about(told[0], told[0].actual, f"指标值是 {told[0].target.text}，完成值只有文字，没有写出数量（{names}）")


def hundredfold(line: Score) -> tuple[Criterion, str] | None:
    """The target or result that is a hundred times off, and what is meant; None where neither is."""
    target, actual, bare = _percent(line.target), _percent(line.actual), _bare(line.actual)
    if target is not None and actual is not None:
        for one, other, meant in ((actual, target, line.actual), (target, actual, line.target)):
            if meant is not None and one >= _SHARE > other > 0 and _LOW <= one / other <= _HIGH:
                return meant, f"{_plain(one / 100)}%"
    if target is not None and bare is not None and line.actual is not None:
        return (line.actual, f"{_plain(bare * 100)}%") if target >= 5 and _LOW <= target / bare <= _HIGH else None
    return None


def _lines(report: Report) -> Iterator[Score]:
    return (line for form in self_evaluations(report) for line in form.lines)


def _percent(criterion: Criterion | None) -> Decimal | None:
    """The one bound of a percentage."""
    if criterion is None or criterion.kind is not CriterionKind.NUMBER or criterion.unit != "%":
        return None
    return criterion.low if criterion.low is not None else criterion.high


def _bare(criterion: Criterion | None) -> Decimal | None:
    """A number above nought and not above one, without a unit."""
    if criterion is None or criterion.kind is not CriterionKind.NUMBER or criterion.unit or criterion.scale:
        return None
    value = criterion.low if criterion.low is not None else criterion.high
    return value if value is not None and 0 < value <= 1 else None


def _is_quantity(criterion: Criterion) -> bool:
    return criterion.kind is CriterionKind.NUMBER and criterion.unit not in ("", "年", "月", "日", "季度", "号", "时")


def _tells_no_number(line: Score) -> bool:
    """Words where the target has a number; 全部完成 tells of a rate that is whole, 已完成 of a deadline."""
    target, actual = line.target, line.actual
    if target is None or actual is None or not _is_quantity(target) or not actual.text.strip():
        return False
    words = (CriterionKind.QUALITATIVE, CriterionKind.PASS)
    return actual.kind in words and not any(map(str.isnumeric, actual.text)) and "全" not in actual.text and "均" not in actual.text


def _slip(line: Score, meant: Criterion, due: str) -> Remark:
    return _about(line, meant, f"“{line.name}”写成 {meant.text}，多半是 {due}", due)


def _about(line: Score, criterion: Criterion, message: str, due: str = "") -> Remark:
    field = "实际完成值" if criterion is line.actual else "年度指标值"
    place = line.place if criterion.ink.line is None else replace(line.place, field=field, text=criterion.text, ink=criterion.ink)
    return Remark(place, message, f"“{criterion.text}” cannot be held against the target", (), due)


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"
