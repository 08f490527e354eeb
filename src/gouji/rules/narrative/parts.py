"""What 其中 details: parts against their whole, where the list is complete or exceeds it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from gouji.model.comparison import must_not_exceed, must_total
from gouji.model.figure import Figure, Kind
from gouji.model.finding import Comparison, Observation, Severity
from gouji.model.narrative import Claim, ClaimKind
from gouji.model.report import Report
from gouji.model.rounding import Term, Verdict, judge_sum
from gouji.rules.narrative.percents import HOLDS
from gouji.rules.narrative.sentences import in_reason, planned, subject
from gouji.rules.narrative.statements import Statements, statements_of
from gouji.rules.narrative.zeros import with_zeros
from gouji.rules.rule import NARRATIVE, rule
from gouji.rules.slips import one_slip_away, with_hint
from gouji.vocabulary.closed_lists import closing
from gouji.vocabulary.terms import plain

MEASURED = ("平方米", "平方公里", "公里", "千米", "公顷", "亩", "吨", "公斤", "米")  # rounded, not counted
LONGEST_BREAKDOWN = 60  # parts
MOST_PARTS_TRIED = 10  # among more parts some selection fits almost any whole


@rule(
    title="“其中”各项之和与总数不符",
    title_en="the parts named after 其中 do not make up their whole",
    basis="算术关系：列全的各分项之和等于总数；任何分项之和不大于总数",
    reads=(NARRATIVE,),
)
def parts_do_not_make_up_their_whole(report: Report) -> Iterator[Observation]:
    yield from compared_parts(statements_of(report))


def compared_parts(statements: Statements) -> Iterator[Comparison]:
    """Every whole that can be held against its parts."""
    for whole, parts in statements.parts():
        parts = [part for part in parts if _part_of(whole, part)]
        figures = [part.figure for part in parts if part.figure is not None]
        if whole.figure is None or whole.figure.loose or not figures or in_reason(whole):
            continue
        if (comparison := _compared(whole, whole.figure, parts, figures, statements.shares_its_parts(whole))) is not None:
            yield comparison


def _part_of(whole: Claim, part: Claim) -> bool:
    """Is the part measured as the whole is, and both planned or both not?"""
    one, other = whole.figure, part.figure
    if one is None or other is None or other.loose or one.kind is not other.kind or one.kind not in (Kind.MONEY, Kind.COUNT):
        return False
    if one.kind is Kind.COUNT and one.unit != other.unit:
        return False
    return whole.kind is ClaimKind.COUNT or not planned(part) or planned(whole)


def _compared(
    whole: Claim, stated: Figure, parts: list[Claim], figures: list[Figure], shared: bool
) -> Comparison | None:
    """The comparison that the list allows; None where it is not complete and not too large.

    `shared`: it is open whether the parts are those of this whole.
    """
    exact = stated.kind is Kind.COUNT and stated.unit not in MEASURED
    names = [subject(part) for part in parts]
    closed = closing(subject(whole), names) or closing(plain(whole.about), names)
    words = f"{whole.about} = {' + '.join(part.about for part in parts)}"
    everything = must_total(stated, [Term(figure) for figure in figures], words, exact)
    if (precise := with_zeros(everything)) is not None:
        return precise
    if closed is not None or everything.verdict in HOLDS:
        unsure = closed is not None and not closed.sure
        return with_hint(replace(everything, severity=Severity.WARNING) if unsure else everything)
    if (chosen := _selection(stated, figures, exact)) is not None:
        return must_total(stated, [Term(figure) for figure in chosen], words, exact) if len(chosen) > 1 else None
    if shared:
        return None
    if len(figures) > 1 and one_slip_away(everything):
        return with_hint(replace(everything, severity=Severity.WARNING))
    largest = max(figures, key=lambda figure: figure.value)
    if largest.value > stated.value:
        limited = must_not_exceed(largest, [Term(stated)], "其中项 ≤ 总数")
        return limited if limited.verdict is Verdict.DISAGREE else None
    too_large = sum((figure.value for figure in figures), Decimal(0)) > stated.value
    if not too_large or stated.kind is not Kind.MONEY or not _disjoint(parts):
        return None
    return with_hint(everything if _one_kind(parts) else replace(everything, severity=Severity.NOTE))


def _selection(stated: Figure, figures: Sequence[Figure], exact: bool) -> tuple[Figure, ...] | None:
    """The parts, first ones first, that make up the whole when the list names more than one breakdown of it."""
    for length in range(min(len(figures) - 1, LONGEST_BREAKDOWN), 0, -1):
        if _sums(stated, figures[:length], exact):
            return tuple(figures[:length])
    if len(figures) <= MOST_PARTS_TRIED:
        for length in range(len(figures) - 1, 0, -1):
            for chosen in combinations(figures, length):
                if _sums(stated, chosen, exact):
                    return chosen
    return None


def _sums(stated: Figure, figures: Sequence[Figure], exact: bool) -> bool:
    return judge_sum(stated, [Term(figure) for figure in figures], exact)[0] in HOLDS


def _disjoint(parts: list[Claim]) -> bool:
    """Do the names tell the parts apart, so that none is counted in another?"""
    names = [subject(part) for part in parts]
    if len(names) > LONGEST_BREAKDOWN:
        return False
    return len(set(names)) == len(names) and all(names) and not any(
        one != other and (one in other or other in one) for one in names for other in names
    )


def _one_kind(parts: list[Claim]) -> bool:
    """Do all names end alike (…支出, …收入, …经费), as the names of one classification do?"""
    endings = {re.sub(r"[（(].*$", "", subject(part))[-2:] for part in parts}
    return len(endings) == 1
