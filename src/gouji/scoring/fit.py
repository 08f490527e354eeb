"""Which scheme a form follows: the one asked for, the one the text names, the one its points tell, or the usual one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

from gouji.model.report import Report
from gouji.scoring.execution import points_for_execution
from gouji.scoring.form import SelfEvaluation, is_execution
from gouji.scoring.register import DEFAULT, all_schemes
from gouji.scoring.scheme import PROJECT, Scheme
from gouji.scoring.span import worded
from gouji.vocabulary.terms import plain


class How(StrEnum):
    """How the scheme was found."""

    ASKED = "asked"
    STATED = "stated"  # the document names it
    FORM = "form"  # points, region and year of the form tell it
    INFERRED = "inferred"  # most printed scores agree under it
    DEFAULT = "default"  # the usual one of the year


@dataclass(frozen=True, slots=True)
class Chosen:
    """A scheme, how it was found, and in words why."""

    scheme: Scheme
    how: How
    why: tuple[str, str]


def candidates(report: Report, form: SelfEvaluation) -> list[Scheme]:
    """The schemes a project's form may follow by year, region and the points of the execution; the likeliest first."""
    known = [one for one in all_schemes() if one.level == PROJECT and one.in_force(report.year)]
    here = [one for one in known if not one.regions or report.region in one.regions]
    if fixed := [one for one in here if one.lines is not None and _has_lines(form, one)]:
        return fixed
    here = [one for one in here if one.lines is None]
    printed = execution_points(form)
    fitting = [one for one in here if printed is None or one.execution is None or one.execution.points == printed]
    # 10号 lets its first-level points be changed: it is the one to fall back on.
    return sorted(fitting or [one for one in here if not one.regions], key=lambda one: not one.regions) or [usual()]


def usual() -> Scheme:
    """The scheme in force where nothing else is said."""
    return next(scheme for scheme in all_schemes() if scheme.name == DEFAULT)


def choose(report: Report, form: SelfEvaluation, agreeing: Mapping[str, int], scored: int) -> Chosen:
    """The scheme, `agreeing` telling under how many of the `scored` printed scores each candidate agrees."""
    found = candidates(report, form)
    if stated := _stated(report, found):
        scheme, word = stated
        return Chosen(scheme, How.STATED, (f"文中写明“{word}”", f"the document names “{word}”"))
    first = found[0]
    best = max(found, key=lambda one: agreeing.get(one.name, 0))
    if agreeing.get(best.name, 0) > agreeing.get(first.name, 0):
        return Chosen(best, How.INFERRED, _inferred(best, first, agreeing, scored))
    return Chosen(first, *_of_form(report, form, first))


def _inferred(best: Scheme, first: Scheme, agreeing: Mapping[str, int], scored: int) -> tuple[str, str]:
    most, usually = agreeing.get(best.name, 0), agreeing.get(first.name, 0)
    return (
        f"按自评得分推定：在此办法下 {scored} 个得分中有 {most} 个相符，按“{first.title}”只有 {usually} 个",
        f"inferred: {most} of {scored} scores agree under it, {usually} under “{first.title_en}”",
    )


def _of_form(report: Report, form: SelfEvaluation, scheme: Scheme) -> tuple[How, tuple[str, str]]:
    printed = execution_points(form)
    told = f"预算执行率 {worded(printed)} 分" if printed is not None else ""
    if scheme.lines is not None:
        count, points = scheme.lines
        return How.FORM, (
            f"{count} 项指标各 {worded(points)} 分，名称相合",
            f"{count} indicators of {worded(points)} points each, by their names",
        )
    if scheme.regions:
        where = "、".join(part for part in (report.region, f"{report.year} 年度" if report.year else "", told) if part)
        return How.FORM, (f"按地区、年度和分值：{where}", f"by region, year and points: {where}")
    if not scheme.in_force(report.year):
        told = f"没有收录 {report.year} 年度的办法，按以后通行的办法核算"
        return How.DEFAULT, (told, f"no scheme of {report.year} is at hand: the later one is used")
    year = f" {report.year} 年度" if report.year else ""
    return How.DEFAULT, (
        f"表上没有写明计分办法，按{year}通行的办法",
        "the form names no scheme: the usual one of the year",
    )


def _stated(report: Report, found: Sequence[Scheme]) -> tuple[Scheme, str] | None:
    """The candidate whose words stand in the document; a later one that names more than the circular goes first."""
    words = [(scheme, word) for scheme in reversed(found) for word in scheme.words]
    text = _joined(report.lines) if words else ""
    return next(((scheme, word) for scheme, word in words if plain(word) in text), None)


@lru_cache(maxsize=8)
def _joined(lines: tuple[str, ...]) -> str:
    """The whole text in plain form: the same for every form of a document."""
    return plain("".join(lines))


def _has_lines(form: SelfEvaluation, scheme: Scheme) -> bool:
    """Has the form the indicators of the scheme? Points alone, 22.5 for each of four, may be anyone's: half the names too."""
    count, points = scheme.lines or (0, Fraction(0))
    alike = len(form.lines) == count and all(line.points and line.points.value == points for line in form.lines)
    names = [plain(line.name) for line in form.lines]
    return alike and sum(any(word in name for name in names) for word in scheme.named) * 2 >= len(scheme.named)


def execution_points(form: SelfEvaluation) -> Fraction | None:
    """The points of the execution of the budget, of the money table or of a line of its own; None where there are none."""
    figure = points_for_execution(form)
    if figure is None:
        named = (line for line in form.lines if is_execution(line.name))
        figure = next((line.points for line in named if line.points is not None), None)
    return Fraction(figure.value) if figure is not None else None
