"""Comparisons ready made: equal to, sum of, at most, per cent of, growth over, points times rate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from gouji.model.figure import Figure, Kind, worded
from gouji.model.finding import Comparison, Shape
from gouji.model.place import Place
from gouji.model.rounding import (
    Term,
    Verdict,
    judge_order,
    judge_range,
    judge_sum,
    percent,
    ratio_range,
    rounded,
    total,
)


def must_equal(stated: Figure, other: Figure, formula: str = "", exact: bool = False) -> Comparison:
    """Two printings of one figure."""
    return must_total(stated, [Term(other)], formula, exact)


def must_total(stated: Figure, terms: Sequence[Term], formula: str = "", exact: bool = False) -> Comparison:
    """A stated figure against the signed sum of its terms."""
    terms = tuple(terms)
    verdict, why = judge_sum(stated, terms, exact)
    expected = total(terms)
    return Comparison(
        stated, terms, expected, verdict, formula=formula, why=why,
        working=addends(terms, stated, expected), shape=Shape.SUM, exact=exact,
    )  # fmt: skip


def must_not_exceed(stated: Figure, limits: Sequence[Term], formula: str = "") -> Comparison:
    """A stated figure that may be at most the sum of `limits`."""
    limits = tuple(limits)
    verdict, why = judge_order([Term(stated)], limits)
    return Comparison(
        stated, limits, total(limits), verdict, relation="≤", formula=formula, why=why,
        working=addends(limits, stated, total(limits)), shape=Shape.ORDER,
    )  # fmt: skip


def must_cover(stated: Figure, parts: Sequence[Term], formula: str = "") -> Comparison:
    """A stated figure that may be no less than the sum of `parts`."""
    parts = tuple(parts)
    verdict, why = judge_order(parts, [Term(stated)])
    return Comparison(
        stated, parts, total(parts), verdict, relation="≥", formula=formula, why=why,
        working=addends(parts, stated, total(parts)), shape=Shape.ORDER,
    )  # fmt: skip


def must_be_percent(stated: Figure, part: Figure, whole: Figure, formula: str = "") -> Comparison:
    """A stated percentage against part ÷ whole, all three rounded. A base of zero is not checkable."""
    return must_be_quotient(stated, [Term(part)], [Term(whole)], formula)


def must_be_quotient(
    stated: Figure, numerator: Sequence[Term], denominator: Sequence[Term], formula: str = ""
) -> Comparison:
    """A stated percentage against a quotient of signed sums; a figure may stand above and below the line.

    One that the text leaves open (0.95 without a sign may be a ratio) is not checkable.
    """
    terms = (*numerator, *denominator)
    above, below = total(numerator), total(denominator)
    bounds = _quotient_bounds(numerator, denominator)
    if bounds is None or stated.loose:
        return Comparison(stated, terms, stated.value, Verdict.NOT_CHECKABLE, formula=formula)
    plain = percent(above, below)
    verdict, why = judge_range(stated, plain, *bounds)
    working = f"{addends(numerator)} ÷ {_bracketed(denominator)} = {stated.worded(rounded(plain, stated.step))}"
    return Comparison(
        stated, terms, rounded(plain, stated.step), verdict, formula=formula, why=why,
        working=working, shape=Shape.QUOTIENT, below=len(denominator),
    )  # fmt: skip


def must_be_share_of_points(score: Figure, points: Figure, rate: Decimal, formula: str, working: str) -> Comparison:
    """A score against points × rate, where `rate` (1 = full) is already capped as the scheme says."""
    expected = points.value * rate
    verdict, why = judge_range(score, expected, expected, expected)
    return Comparison(score, (Term(points),), rounded(expected, score.step), verdict, formula=formula, why=why,
                      working=f"{points.text} × {working}")  # fmt: skip


def remade(comparison: Comparison, right: Mapping[tuple[Place, Decimal], Figure]) -> Comparison | None:
    """The comparison with figures as they should be, by place and printed value; None where it cannot be reckoned again."""
    stated = right.get((comparison.stated.place, comparison.stated.value), comparison.stated)
    terms = [Term(right.get((t.figure.place, t.figure.value), t.figure), t.factor) for t in comparison.terms]
    match comparison.shape:
        case Shape.SUM:
            return must_total(stated, terms, comparison.formula, comparison.exact)
        case Shape.ORDER:
            must = must_not_exceed if comparison.relation == "≤" else must_cover
            return must(stated, terms, comparison.formula)
        case Shape.QUOTIENT:
            above = len(terms) - comparison.below
            return must_be_quotient(stated, terms[:above], terms[above:], comparison.formula)
        case Shape.OPAQUE:
            return None


def solved_for(comparison: Comparison, figure: Figure) -> Comparison | None:
    """The same sum with `figure`, one of its terms, as the stated one; None where it cannot be solved for it."""
    if comparison.shape is not Shape.SUM:
        return None
    own = [term for term in comparison.terms if term.figure.place == figure.place]
    if len(own) != 1 or abs(own[0].factor) != 1:
        return None
    sign = own[0].factor
    others = [Term(t.figure, -t.factor * sign) for t in comparison.terms if t is not own[0]]
    return must_total(figure, [Term(comparison.stated, sign), *others], comparison.formula, comparison.exact)


def _quotient_bounds(numerator: Sequence[Term], denominator: Sequence[Term]) -> tuple[Decimal, Decimal] | None:
    """Range of the quotient. A figure on both sides moves together: its effect is taken at its own ends."""
    shared = [term.figure for term in numerator if any(term.figure is below.figure for below in denominator)]
    above_half = sum((t.figure.half * abs(t.factor) for t in numerator if t.figure not in shared), Decimal(0))
    below_half = sum((t.figure.half * abs(t.factor) for t in denominator if t.figure not in shared), Decimal(0))
    ranges = []
    for sign in (-1, 1) if shared else (0,):
        shift = Decimal(sign)
        above, below = (
            sum((t.factor * (t.figure.value + shift * t.figure.half * (t.figure in shared)) for t in side), Decimal(0))
            for side in (numerator, denominator)
        )
        bounds = ratio_range(above, above_half, below, below_half)
        if bounds is None:
            return None
        ranges.append(bounds)
    return min(low for low, _ in ranges), max(high for _, high in ranges)


def addends(terms: Sequence[Term], like: Figure | None = None, result: Decimal | None = None) -> str:
    """`30.00 + 20.00 - 1.00 = 49.00`, what is taken away last; each as printed, with its unit where these differ."""
    terms = sorted(terms, key=lambda term: term.factor < 0)
    units = {term.figure.unit for term in terms} | ({like.unit} if like else set())
    parts: list[str] = []
    for term in terms:
        text = _printed(term.figure, len(units) > 1)
        if abs(term.factor) != 1:
            text = f"{abs(term.factor)} × {text}"
        parts.append(f"- {text}" if term.factor < 0 else f"+ {text}")
    laid_out = " ".join(parts).removeprefix("+ ")
    if like is None or result is None or len(terms) == 1 and not laid_out.startswith("-"):
        return laid_out
    # The result keeps every decimal that the terms print, be the stated figure coarser.
    step = min(like.step, *(term.figure.step for term in terms if term.figure.kind is like.kind), like.step)
    return f"{laid_out} = {_with_unit(worded(result, like.unit, step, like.kind), like, len(units) > 1)}"


def _bracketed(terms: Sequence[Term]) -> str:
    text = addends(terms)
    return f"({text})" if len(terms) > 1 else text


def _printed(figure: Figure, with_unit: bool) -> str:
    return _with_unit(figure.text, figure, with_unit)


def _with_unit(text: str, figure: Figure, wanted: bool) -> str:
    return f"{text}{figure.unit}" if wanted and figure.kind is Kind.MONEY and not text.endswith(figure.unit) else text
