"""项目支出绩效自评表, the money: sources, adjustment, execution rate, and the points the rate is worth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from gouji.model.comparison import (
    must_be_percent,
    must_be_quotient,
    must_be_share_of_points,
    must_not_exceed,
    must_total,
)
from gouji.model.figure import Figure
from gouji.model.finding import Comparison, NotApplicable, Observation, Severity
from gouji.model.report import Report
from gouji.model.rounding import HUNDRED, Term, Verdict, judge_range, rounded
from gouji.model.table import Row
from gouji.rules.formula import identity
from gouji.rules.rule import rule
from gouji.rules.slips import with_hint
from gouji.scoring.execution import Rate, rate_of
from gouji.scoring.form import (
    ADJUSTED,
    EXECUTED,
    FORM,
    INITIAL,
    POINTS,
    RATE,
    SCORE,
    SelfEvaluation,
    self_evaluations,
)
from gouji.scoring.points import by_ratio_above
from gouji.scoring.register import all_schemes
from gouji.scoring.span import Span

BASIS = "财预〔2020〕10号 项目支出绩效自评表"
# A list of sources that names a rest is complete; one without it may leave some out.
_REST = ("其他", "非财政", "单位资金", "自筹", "专户", "结转")


@rule(
    title="项目资金总额不等于各来源之和",
    title_en="the project's money is not the sum of its sources",
    basis=BASIS,
    reads=(FORM,),
)
def project_money_is_not_sum_of_sources(report: Report) -> Iterator[Observation]:
    for form in self_evaluations(report):
        rows = list(form.table.rows) if form.table else []
        sources = [row for row in rows[1:] if row.depth == min(part.depth for part in rows[1:])]
        for column in (INITIAL, ADJUSTED, EXECUTED) if sources else ():
            yield from _sources(rows[0], sources, column)


adjusted = identity(
    "adjusted-budget-is-not-initial-plus-adjustment",
    form=FORM,
    each_row=f"{ADJUSTED} = {INITIAL} + 预算调整数",
    title="全年预算数不等于年初预算数加调整数",
    title_en="the adjusted budget is not the initial budget plus the adjustment",
    basis=BASIS,
)


@rule(
    title="预算执行率与全年执行数除以全年预算数不符",
    title_en="the execution rate is not executed over budget",
    basis=f"{BASIS}：执行率 = 全年执行数 ÷ 全年预算数",
    reads=(FORM,),
)
def execution_rate_is_not_executed_over_budget(report: Report) -> Iterator[Observation]:
    for form in self_evaluations(report):
        for row in form.table.rows if form.table else ():
            rate, executed = row.figure(RATE), row.figure(EXECUTED)
            budget = row.figure(ADJUSTED) or row.figure(INITIAL)
            if rate is None or executed is None or budget is None:
                yield NotApplicable(f"《{FORM}》{row.name}没有列全执行率、执行数和预算数")
            elif not budget.value and not executed.value and (found := _rate_of_sources(form, row, rate)) is not None:
                yield found
            else:
                yield must_be_percent(rate, executed, budget, f"执行率 = {EXECUTED} ÷ {_base(row)}")


def _rate_of_sources(form: SelfEvaluation, total: Row, rate: Figure) -> Comparison | None:
    """The rate against the money of the sources, where the line of totals was left at zero."""
    rows = list(form.table.rows) if form.table else []
    if not rows or rows[0] is not total or len(rows) < 2:
        return None
    sources = [row for row in rows[1:] if row.depth == min(part.depth for part in rows[1:])]
    executed = [Term(figure) for row in sources if (figure := row.figure(EXECUTED)) is not None]
    budget = [Term(figure) for row in sources if (figure := row.figure(ADJUSTED) or row.figure(INITIAL)) is not None]
    if not executed or not any(term.figure.value for term in budget):
        return None
    return must_be_quotient(rate, executed, budget, f"执行率 = 各来源{EXECUTED} ÷ {ADJUSTED}（合计行为 0）")


@rule(
    title="预算执行得分与分值乘执行率不符",
    title_en="the score for executing the budget is not points times rate",
    basis=f"{BASIS}：执行得分 = 分值 × 执行率（最高得满分）",
    reads=(FORM,),
    certainty="O",
)
def execution_score_does_not_follow_from_rate(report: Report) -> Iterator[Observation]:
    for form in self_evaluations(report):
        row = form.execution
        points, score = (row.figure(POINTS), row.figure(SCORE)) if row is not None else (None, None)
        rate = rate_of(form)
        if points is None or score is None or rate is None:
            yield NotApplicable(f"《{FORM}》没有列全预算执行的分值、执行率和得分")
        else:
            yield _execution_score(form, points, score, rate)


def _execution_score(form: SelfEvaluation, points: Figure, score: Figure, rate: Rate) -> Comparison:
    """The score against points × rate; the pass-mark rule is let pass, full marks for a rate below 100 % are milder."""
    capped = min(rate.value, HUNDRED) / HUNDRED
    capped_words = rate.words if rate.value <= HUNDRED else "100%（超过 100% 按 100% 计）"
    expected = score.worded(rounded(points.value * capped, score.step))
    working = f"{capped_words} = {expected}"
    found = must_be_share_of_points(score, points, capped, "得分 = 分值 × 执行率", working)
    if found.verdict is not Verdict.DISAGREE:
        return found
    if _by_pass_mark(score, points, capped):
        note, english = (
            "按 60% 及格线计分可以得到这个分数，请注明所用办法",
            "a pass mark of 60 % gives this score; say so",
        )
        return replace(found, severity=Severity.NOTE, note=note, note_en=english)
    note, english = _what_follows(form, score, found.expected)
    if echo := _echoes(score, rate.words):
        note, english = f"{echo}；{note}", f"the score repeats the digits of the rate; {english}"
    if rate.of_sources:
        note, english = f"资金合计行为 0，按各来源计；{note}", f"reckoned from the sources, the total is 0; {english}"
    severity = Severity.WARNING if score.value == points.value or rate.of_sources else None
    return replace(found, note=note, note_en=english, severity=severity)


def _what_follows(form: SelfEvaluation, score: Figure, expected: Decimal) -> tuple[str, str]:
    """What the total becomes when the score is mended."""
    total = form.total.score if form.total is not None else None
    if total is None:
        return "总分应相应更正", "the total changes with it"
    mended = total.worded(total.value - score.value + expected)
    return f"更正后总分由 {total.text} 变为 {mended}", f"the total then becomes {mended} instead of {total.text}"


def _echoes(score: Figure, rate: str) -> str:
    """A word on a score whose digits are those of the rate (19.27 for 99.27 %)."""
    tail = score.text.partition(".")[2]
    same = len(tail) >= 2 and rate.rstrip("%").partition(".")[2] == tail
    return f"得分 {score.text} 的小数与执行率 {rate} 相同，多半是照抄了执行率的尾数" if same else ""


def _by_pass_mark(score: Figure, points: Figure, rate: Decimal) -> bool:
    """Does the rule with a pass mark, as the circular of 2021 has it, give the score?"""
    marks = {use.mark for scheme in all_schemes() if (use := scheme.uses.get("number")) is not None and use.mark}
    due = (by_ratio_above(points.value, Span.of(rate), mark).low for mark in marks)
    exact = (Decimal(one.numerator) / Decimal(one.denominator) for one in due)
    return any(judge_range(score, value, value, value)[0] is not Verdict.DISAGREE for value in exact)


def _sources(total: Row, sources: list[Row], column: str) -> Iterator[Observation]:
    stated = total.figure(column)
    parts = [figure for row in sources if (figure := row.figure(column)) is not None]
    unread = any(cell.unread for row in (total, *sources) if (cell := row.cells.get(column)) is not None)
    if stated is None or not parts or unread:
        return
    words = f"{total.name} = {' + '.join(row.name for row in sources)}（{column}）"
    if len(sources) > 1 or any(word in sources[0].name for word in _REST):
        yield with_hint(must_total(stated, [Term(part) for part in parts], words))
    else:
        yield must_not_exceed(parts[0], [Term(stated)], f"{sources[0].name} ≤ {total.name}（{column}）")


def _base(row: Row) -> str:
    return ADJUSTED if row.figure(ADJUSTED) is not None else INITIAL
