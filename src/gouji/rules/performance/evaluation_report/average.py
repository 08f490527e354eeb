"""Averages of monthly rates, the cap the report itself states for them, and the score that follows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from gouji.model.figure import Figure
from gouji.model.finding import Comparison, Observation, Remark
from gouji.model.report import Report
from gouji.model.rounding import HUNDRED, Term, Verdict, Why, judge_range, rounded
from gouji.rules.rule import NARRATIVE, rule
from gouji.scoring.sentences import (
    Mean,
    StatedScore,
    means,
    points_of,
    score_after,
    scores,
    subject,
    total_score,
)

BASIS = "自评报告所载计算办法"


@rule(
    title="平均数与所列各项不符",
    title_en="a printed average is not the mean of the percentages it lists",
    basis=f"{BASIS}：平均数 = 各项之和 ÷ 项数",
    reads=(NARRATIVE,),
)
def average_is_not_mean_of_its_terms(report: Report) -> Iterator[Observation]:
    for mean in means(report):
        if not mean.cap_matters:
            yield _against(mean, mean.plain, "平均数 = 各项之和 ÷ 项数", "")


@rule(
    title="平均数没有执行报告自己写明的上限",
    title_en="an average ignores the cap that the report itself states",
    basis=f"{BASIS}：超过上限的，按上限计算",
    reads=(NARRATIVE,),
)
def average_ignores_the_cap_the_report_states(report: Report) -> Iterator[Observation]:
    for mean in means(report):
        if mean.cap_matters and mean.cap is not None:
            above = [term.text for term in mean.terms if term.value > mean.cap]
            note = f"报告写明超过 {mean.cap}% 的按 {mean.cap}% 计算；{'、'.join(above)} 均应按 {mean.cap}% 计"
            yield _against(mean, mean.capped, f"平均数 = 各项（超过 {mean.cap}% 的按 {mean.cap}% 计）之和 ÷ 项数", note)


@rule(
    title="求平均数的除数与所列项数不同",
    title_en="an average is divided by another number than it has terms",
    basis=f"{BASIS}：除数应等于所列项数",
    reads=(NARRATIVE,),
)
def average_is_divided_by_another_number(report: Report) -> Iterator[Observation]:
    for mean in means(report):
        if mean.divisor.value != len(mean.terms):
            yield Remark(
                mean.divisor.place,
                f"列了 {len(mean.terms)} 项，却除以 {mean.divisor.text}",
                f"{len(mean.terms)} terms are divided by {mean.divisor.text}",
                against=tuple(term.place for term in mean.terms),
                expected=str(len(mean.terms)),
            )


@rule(
    title="指标得分是按算错的平均数给的",
    title_en="a score rests on an average that ignores the stated cap",
    basis=f"{BASIS}：得分 = 分值 × 按上限计算的平均数",
    reads=(NARRATIVE,),
    certainty="O",
    severity="warning",
)
def score_rests_on_mistaken_average(report: Report) -> Iterator[Observation]:
    for mean in means(report):
        score = score_after(report, mean)
        wrong = mean.cap_matters and _judged(mean, mean.capped)[0] is Verdict.DISAGREE
        if score is None or not wrong or mean.stated.value < HUNDRED or mean.capped >= HUNDRED:
            continue
        # The printed average reaches 100 %, so the printed score is the full one.
        step = min(score.step, Decimal("0.01"))
        expected = rounded(score.value * mean.capped / HUNDRED, step)
        note, english = _chain(report, mean, score, expected)
        working = f"{score.text.removesuffix('分')} × {_percent(mean.capped)} = {expected}"
        yield Comparison(
            replace(score, step=step), (Term(mean.stated),), expected, Verdict.DISAGREE,
            formula="得分 = 分值 × 平均数（按上限计算）", working=working, note=note, note_en=english,
        )  # fmt: skip


def _against(mean: Mean, expected: Decimal, formula: str, note: str) -> Comparison:
    verdict, why = _judged(mean, expected)
    count = mean.divisor.text
    values = (term.value if mean.cap is None else min(term.value, mean.cap) for term in mean.terms)
    working = f"({' + '.join(f'{value}%' for value in values)}) ÷ {count} = {_percent(expected)}"
    return Comparison(
        mean.stated, tuple(Term(term) for term in mean.terms), rounded(expected, mean.stated.step), verdict,
        formula=formula, working=working, why=why, note=note if verdict is Verdict.DISAGREE else "",
        note_en=f"the text caps single terms at {mean.cap}%" if note and verdict is Verdict.DISAGREE else "",
    )  # fmt: skip


def _judged(mean: Mean, expected: Decimal) -> tuple[Verdict, Why]:
    slack = sum((term.half for term in mean.terms), Decimal(0)) / mean.divisor.value
    return judge_range(mean.stated, expected, expected - slack, expected + slack)


def _chain(report: Report, mean: Mean, score: Figure, expected: Decimal) -> tuple[str, str]:
    """What the mended score makes of the sub-total, its 得分率 and the total; and which printed figure confirms it."""
    parts, english = [f"该项得分应为 {expected} 分"], [f"the score should be {expected}"]
    lost = score.value - expected
    subtotal = _subtotal(report, mean, score)
    points = points_of(report, subtotal.what) if subtotal is not None else None
    if subtotal is not None:
        mended = subtotal.score.value - lost
        parts.append(f"{subject(subtotal.what) or '小计'}得分 {mended} 分")
        english.append(f"its sub-total {mended}")
        if points is not None and points.value:
            rate = _percent(HUNDRED * mended / points.value)
            parts.append(f"得分率 {rate}{_confirmed(report, rate)}")
            english.append(f"{rate} of the points")
    total = total_score(report)
    if total is not None:
        parts.append(f"总分 {total[0].value - lost} 分")
        english.append(f"the total {total[0].value - lost}")
    return "，".join(parts), ", ".join(english)


def _subtotal(report: Report, mean: Mean, score: Figure) -> StatedScore | None:
    """The sub-total of the chapter the average stands in."""
    chapter = mean.paragraph.headings[:2]
    stated = [found for found in scores(report) if found.paragraph.headings[:2] == chapter and found.subtotal]
    return next((found for found in stated if found.score.value > score.value), None)


def _confirmed(report: Report, rate: str) -> str:
    stated = any(found.rate is not None and found.rate.text.replace(" ", "") == rate for found in scores(report))
    return "（文中另一处所写的得分率正是这个数）" if stated else ""


def _percent(value: Decimal) -> str:
    return f"{rounded(value, Decimal('0.01')):.2f}%"
