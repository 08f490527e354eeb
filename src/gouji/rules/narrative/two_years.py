"""Changes from one year to the next, where the text states the amounts of both years in other sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from gouji.model.comparison import must_be_quotient, must_total
from gouji.model.figure import Figure
from gouji.model.finding import Comparison, NotApplicable, Observation, Severity
from gouji.model.narrative import Claim, ClaimKind
from gouji.model.report import Report
from gouji.model.rounding import Term
from gouji.rules.narrative.once import once_per_report
from gouji.rules.narrative.percents import HOLDS, judged
from gouji.rules.narrative.sentences import bare, before, exact_money, in_reason
from gouji.rules.narrative.zeros import NOTE, NOTE_EN
from gouji.rules.rule import NARRATIVE, rule
from gouji.rules.slips import with_hint

_YEAR = re.compile(r"(?:19|20)\d\d(?=年)")
_LAST_YEAR = re.compile(r"上年|去年|上一年度|同期")
_TAIL = re.compile(r"(?:支出|经费|费用|费|预算|决算|总额|数)+$")
_THIS = re.compile(r"((?:19|20)\d\d)年[^，。；\d]{0,16}(?:比|较|与|同)")
Amounts = dict[tuple[str, int], set[Figure]]
Pair = tuple[Claim, Figure, Figure]


@rule(
    title="增减额、增减率与前文所列两年的金额不符",
    title_en="a change or its rate differs from the amounts of the two years stated elsewhere",
    basis="算术关系：增减额 = 本年数 - 上年数；增减率 = 增减额 ÷ 上年数",
    reads=(NARRATIVE,),
)
def change_differs_from_the_two_years(report: Report) -> Iterator[Observation]:
    pairs = _pairs(report)
    looked_at = False
    for change, now, then in pairs:
        if _witnessed(change, pairs):
            looked_at = True
            short = not (now.step and then.step)
            for compared in (with_hint(_difference(change, now, then)), *_rates(report, change, now, then)):
                yield replace(compared, severity=Severity.WARNING, note=NOTE, note_en=NOTE_EN) if short else compared
    if not looked_at:
        yield NotApplicable("没有另外列出两年的金额")


def _difference(change: Claim, now: Figure, then: Figure) -> Comparison:
    assert change.figure is not None
    sign = Decimal(change.direction)
    return must_total(change.figure, [Term(now, sign), Term(then, -sign)], "增减额 = 本年数 - 上年数")


def _rates(report: Report, change: Claim, now: Figure, then: Figure) -> Iterator[Comparison]:
    """The rates that follow the change in its statement."""
    for rate in report.claims_of(ClaimKind.RATE):
        figure = rate.figure
        if rate.statement != change.statement or figure is None or figure.loose or not rate.direction or not then.value:
            continue
        sign = Decimal(rate.direction)
        words = "增减率 =（本年数 - 上年数）÷ 上年数"
        compared = must_be_quotient(figure, [Term(now, sign), Term(then, -sign)], [Term(then)], words)
        yield judged(compared, sign * (now.value - then.value), then.value)


def _witnessed(change: Claim, pairs: tuple[Pair, ...]) -> bool:
    """Does another change of the paragraph show that it is these years' amounts that are compared?"""
    others = [pair for pair in pairs if pair[0].paragraph is change.paragraph and pair[0] is not change]
    return any(_difference(*pair).verdict in HOLDS and pair[1].value != pair[2].value for pair in others)


@once_per_report
def _pairs(report: Report) -> tuple[Pair, ...]:
    """The changes that no amount stands beside, with the one amount of either year that the text states."""
    amounts = _amounts(report)
    found: list[Pair] = []
    for change in report.claims_of(ClaimKind.CHANGE):
        if change.amount is not None or not exact_money(change) or not change.direction or in_reason(change):
            continue
        years = _years(report, change)
        name = _core(change.about)
        now, then = (amounts.get((name, year), set()) for year in years) if years and name else (set(), set())
        if len({figure.value for figure in now}) == 1 and len({figure.value for figure in then}) == 1:
            found.append((change, *_exact_where_short(change, next(iter(now)), next(iter(then)))))
    return tuple(found)


def _exact_where_short(change: Claim, now: Figure, then: Figure) -> tuple[Figure, Figure]:
    """The two amounts; one that prints fewer decimals than the change, as planned amounts do, is exact to the yuan."""
    step = change.figure.step if change.figure is not None else now.step
    return (
        replace(now, step=Decimal(0)) if now.step > step else now,
        replace(then, step=Decimal(0)) if then.step > step else then,
    )


def _amounts(report: Report) -> Amounts:
    found: Amounts = {}
    for claim in report.claims_of(ClaimKind.AMOUNT):
        year = _year_of(claim)
        if year is not None and exact_money(claim) and claim.figure is not None and _core(claim.about):
            found.setdefault((_core(claim.about), year), set()).add(claim.figure)
    return found


def _year_of(claim: Claim) -> int | None:
    """The one year that the words before an amount name, or the heading above it."""
    for words in (before(claim), claim.paragraph.headings[-1] if claim.paragraph.headings else ""):
        years = {int(year) for year in _YEAR.findall(words)}
        if years:
            return years.pop() if len(years) == 1 else None
    return None


def _years(report: Report, change: Claim) -> tuple[int, int] | None:
    """The year of a change and the one before it, as its sentence or the document tells."""
    text = change.paragraph.text[: change.span[0]]
    named = _THIS.findall(text)
    this = int(named[-1]) if named else report.year
    if this is None:
        return None
    against = _YEAR.search(change.against)
    if against is None and not _LAST_YEAR.search(change.against):
        return None
    then = int(against.group()) if against else this - 1
    return (this, then) if then == this - 1 else None


def _core(about: str) -> str:
    return _TAIL.sub("", bare(about))
