"""The points a line earns under a scheme, as an interval with the rule that gave them, beside the printed score."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from gouji.model.figure import Figure
from gouji.model.performance import Score
from gouji.scoring.due import due
from gouji.scoring.points import PROPORTIONAL, RuleType, anything
from gouji.scoring.reached import reached
from gouji.scoring.register import all_schemes
from gouji.scoring.result import AT_MOST, EXECUTION, PARTS, Reached
from gouji.scoring.scheme import PROJECT, Scheme, Use
from gouji.scoring.span import ZERO, Span, percent_span
from gouji.vocabulary.terms import plain

NEAR = Fraction(1, 10)  # points that cutting off instead of rounding, or rounding twice, may cost
_FINEST_FULL = Fraction(1, 200)  # a missed target whose due points round to full marks at two decimals
_SATISFACTION = "满意"
_UNKNOWN = ("须人工评定", "to be judged by hand")


class Standing(StrEnum):
    """How the printed score stands to the points due."""

    AGREES = "agrees"
    NEAR = "near"  # off by no more than rounding or cutting off may cost
    ALLOWED = "allowed"  # below the points due, as the scheme allows for
    DISAGREES = "disagrees"
    OPEN = "open"  # cannot be recomputed; the printed score is possible
    BLANK = "blank"  # no score is printed
    NONE = "none"  # there are no points to be had


@dataclass(frozen=True, slots=True)
class Award:
    """`span` are the points due by `rule`, `plain` the one value the numbers as printed give; `why` in two languages.

    `known` says that the points could be recomputed; where they could not, `span` is all that is possible.
    """

    span: Span
    rule: RuleType
    why: tuple[str, str]
    standing: Standing
    reached: Reached
    plain: Fraction | None = None
    printed: Decimal | None = None
    known: bool = True
    note: tuple[str, str] = ("", "")


def award(line: Score, scheme: Scheme, year: int | None = None) -> Award:
    """The points of a scored line. Of several rules a scheme leaves to the form, the one that gives the printed score."""
    result = reached(line.name, line.target, line.actual, year)
    return awarded(line.points, line.score, result, scheme.use(kind(line, result)), scheme)


def awarded(points: Figure | None, score: Figure | None, result: Reached, use: Use, scheme: Scheme) -> Award:
    """The points due for a result, beside the score printed for it."""
    printed = score.value if score is not None else None
    if points is None:
        nothing = ("没有分值", "there are no points")
        return Award(Span.of(0), RuleType.MANUAL, nothing, Standing.NONE, result, printed=printed, known=False)
    made = [_award(points, score, rule, use, scheme, result) for rule in use.rules]
    fitting = [one for one in made if one.standing in (Standing.AGREES, Standing.NEAR)]
    return min(fitting, key=lambda one: one.span.apart(score.value), default=made[0]) if score is not None else made[0]


def known_awards(line: Score, year: int | None = None) -> list[Award]:
    """What the line earns by every rule that any scheme for projects knows for its kind, and by deviation."""
    found: list[Award] = []
    result = reached(line.name, line.target, line.actual, year)
    for scheme in all_schemes() if line.points is not None else ():
        if scheme.level == PROJECT:
            use = scheme.use(kind(line, result))
            rules = dict.fromkeys((*use.rules, RuleType.DEVIATION))
            found += [_award(line.points, line.score, rule, use, scheme, result) for rule in rules if line.points]
    return found


def kind(line: Score, result: Reached) -> str:
    """The kind of target in the words of the schemes; satisfaction has rules of its own in some."""
    satisfaction = _SATISFACTION in plain(line.level1 + line.level2 + line.name)
    of = "number" if result.of == PARTS else result.of
    return "satisfaction" if satisfaction and of == "number" else of


def _award(points: Figure, score: Figure | None, rule: RuleType, use: Use, scheme: Scheme, result: Reached) -> Award:
    earned = due(Fraction(points.value), rule, use, scheme, result)
    printed = score.value if score is not None else None
    if earned is None:
        span, why = anything(points.value), result.why if result.why[0] else _UNKNOWN
        standing = _possible(points, score)
        why = _outside(points, score) or why
        return Award(span, RuleType.MANUAL, why, standing, result, printed=printed, known=False)
    note = _over(scheme, result)
    why = _outside(points, score) or earned.why
    made = Award(earned.span, earned.rule, why, Standing.AGREES, result, earned.plain, printed, note=note)
    return Award(
        made.span, made.rule, made.why, _standing(points, score, made, scheme), result, made.plain, printed, note=note
    )


def _over(scheme: Scheme, result: Reached) -> tuple[str, str]:
    """A word on a result far above its target; an upper limit kept by far says nothing."""
    over, share = scheme.over, result.share
    if over is None or share is None or result.of == AT_MOST or share.low <= over.least:
        return "", ""
    rate = percent_span(share, 0)
    return f"完成率 {rate}，{over.text}", f"{rate} of the target: to be explained"


def _outside(points: Figure, score: Figure | None) -> tuple[str, str] | None:
    if score is None or 0 <= score.value <= points.value:
        return None
    return f"得分 {score.text} 不在 0 与分值 {points.text} 之间", f"{score.text} lies outside 0 to {points.text}"


def _possible(points: Figure, score: Figure | None) -> Standing:
    if score is None:
        return Standing.BLANK
    return Standing.OPEN if 0 <= score.value <= points.value else Standing.DISAGREES


def _standing(points: Figure, score: Figure | None, earned: Award, scheme: Scheme) -> Standing:
    possible = _possible(points, score)
    if score is None or possible is Standing.DISAGREES:
        return possible
    missed = earned.reached.met is False and earned.reached.of != EXECUTION  # 10 may be the rounding of 10 × 99.27 %
    if earned.rule in PROPORTIONAL and missed and score.value == points.value:
        full = earned.span.high > Fraction(points.value) - _FINEST_FULL
        return Standing.AGREES if full else Standing.DISAGREES
    return _against(score, earned, scheme)


def _against(score: Figure, earned: Award, scheme: Scheme) -> Standing:
    """By the worth of the last printed digit; proportional points may also have been cut off instead of rounded."""
    proportional = earned.rule in PROPORTIONAL and not (earned.reached.met and earned.span.single)
    slack = Fraction(score.step) / 2 if proportional or not earned.span.single else ZERO
    if earned.span.holds(score.value, slack):
        return Standing.AGREES
    if proportional and _near(score, earned):
        return Standing.NEAR
    share = earned.reached.share
    if scheme.over is not None and scheme.over.deduct and earned.note[0] and share is not None:
        least = earned.span.low * max(ZERO, 2 - share.high)
        return Standing.ALLOWED if least <= score.value < earned.span.low else Standing.DISAGREES
    return Standing.DISAGREES


def _near(score: Figure, earned: Award) -> bool:
    """Indicators may be some hundredths off; the score of the execution may be cut off at its last digit, no more."""
    apart = earned.span.apart(score.value)
    if earned.reached.of == EXECUTION:
        return score.value < earned.span.low and apart < Fraction(score.step)
    return apart <= NEAR
