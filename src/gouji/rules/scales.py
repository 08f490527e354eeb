"""Tables printed in another unit than they say: their amounts are those of the other tables, ten thousand times over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations

from gouji.model.figure import Figure, Kind
from gouji.model.finding import Comparison, Outcome, Remark, Result, Shape
from gouji.model.place import Place
from gouji.model.report import Report
from gouji.model.rounding import Term, Verdict, judge_order, judge_sum
from gouji.model.table import TOTAL, Row, Table

SAME = Decimal(1)
SCALE = Decimal(10_000)
FEWEST_ROWS = 2  # that two tables must print alike but for the scale
MOST_TABLES = 60  # that are held against each other; no document prints more
TELLING = 3  # long amounts off by the scale that are no chance, however many other rows differ
LONE = 100
LONG = 10_000  # units of its last digit, from which one amount that two tables share tells their scale
INCOME = "收入"
BASIC, PROJECTS, NATURES = "基本支出", "项目支出", ("人员经费", "公用经费")
PROJECT_FORMS = ("项目支出预算表", "一般公共预算项目支出预算表")
UNIT_ASSUMED = "表中没有写明金额单位"

Amounts = Mapping[str, Figure]


@dataclass(frozen=True, slots=True)
class Slip:
    """A table that is off by `factor` against another; `assumed` where no unit is printed and ours was wrong."""

    table: Table
    other: Table
    factor: Decimal
    assumed: bool


def slips_of(report: Report) -> tuple[Slip, ...]:
    """The tables whose unit cannot be the one they are read in."""
    tables = [(table, amounts) for table in report.tables if len(amounts := _amounts(table)) >= FEWEST_ROWS]
    tables = tables[:MOST_TABLES]
    alike: dict[int, int] = {id(table): 0 for table, _ in tables}
    apart: list[tuple[Table, Table, Decimal]] = []
    for (one, ours), (other, theirs) in combinations(tables, 2):
        factor = _factor(ours, theirs)
        if factor == SAME:
            alike[id(one)] += 1
            alike[id(other)] += 1
        elif factor is not None:
            apart.append((one, other, factor))
    found: dict[int, Slip] = {}
    # First where others bear out one of the two; a table that only differs from one at fault is not at fault itself.
    for one, other, factor in sorted(apart, key=lambda each: alike[id(each[0])] == alike[id(each[1])]):
        if id(one) not in found and id(other) not in found:
            slip = _slip(report, one, other, factor, alike)
            found[id(slip.table)] = slip
    return tuple(found.values())


def _slip(report: Report, one: Table, other: Table, factor: Decimal, alike: Mapping[int, int]) -> Slip:
    """Which of two tables is at fault: the one that fewer others bear out; of equals the one without a unit, the later."""
    assumed = [_assumed(report, table) for table in (one, other)]
    if (alike[id(one)], not assumed[0]) < (alike[id(other)], not assumed[1]):
        return Slip(one, other, 1 / factor, assumed[0])
    return Slip(other, one, factor, assumed[1])


def _assumed(report: Report, table: Table) -> bool:
    return any(doubt.message.startswith(UNIT_ASSUMED) and doubt.place.form == table.form for doubt in report.doubts)


def _amounts(table: Table) -> Amounts:
    """The first amount of each row by what it is of: the class by its name, deeper codes as they are, the total."""
    found: dict[str, Figure] = {}
    whole = BASIC if _is_economic(table) else PROJECTS if table.form in PROJECT_FORMS else ""
    for row in table.rows:
        figure = next((each for each in _money(row) if each.value), None)
        key = row.code if len(row.code) > 3 else row.name
        if row.name == TOTAL:
            found |= _by_nature(row, whole)
            key = "" if whole else key
        if figure is not None and key:
            found.setdefault(f"{INCOME}{key}" if row.side == INCOME else key, figure)
    if whole == BASIC and f"{BASIC}合计" not in found:
        found |= _by_halves(table)
    return found


def _by_halves(table: Table) -> dict[str, Figure]:
    """The basic expenditure of a list that only totals its halves, personnel and operating funds."""
    totals = [next(_money(row), None) for row in table.rows if row.name in {f"{name}合计" for name in NATURES}]
    halves = [figure for figure in totals if figure is not None]
    if len(halves) != len(NATURES):
        return {}
    return {f"{BASIC}合计": replace(halves[0], value=halves[0].value + halves[1].value)}


def _is_economic(table: Table) -> bool:
    """Are the codes of a table those of the economic classes, so that its total is the basic expenditure of others?"""
    codes = [row.code for row in table.rows if row.code]
    return bool(codes) and all(code.startswith("3") for code in codes)


def _by_nature(total: Row, whole: str) -> dict[str, Figure]:
    """The total's amounts by nature of expenditure, which tables share; `whole` is the nature of all a table lists."""
    figures = {name: total.figure(name) for name in (BASIC, PROJECTS, *NATURES)}
    if whole:
        figures[whole] = next(_money(total), None)
    return {f"{name}合计": figure for name, figure in figures.items() if figure is not None and figure.value}


def _money(row: Row) -> Iterator[Figure]:
    return (cell.figure for cell in row.cells.values() if cell.figure is not None and cell.figure.kind is Kind.MONEY)


def _factor(ours: Amounts, theirs: Amounts) -> Decimal | None:
    """By how much the second table's amounts are too small: 1 where rows agree, the scale where all are off by it."""
    shared = [(ours[key], theirs[key]) for key in ours if key in theirs]
    if len(shared) < FEWEST_ROWS and not any(_is_long(one) and _is_long(other) for one, other in shared):
        return None
    if any(_equal(one, other, SAME) for one, other in shared):
        return SAME
    for factor in (SCALE, 1 / SCALE):
        off = [pair for pair in shared if _equal(*pair, factor) and not _lone(pair[0], ours) and not _lone(pair[1], theirs)]
        # Half is enough, or some long ones: carry-over and other funds make codes differ, but by no such factor.
        if off and (2 * len(off) >= len(shared) or sum(all(map(_is_long, pair)) for pair in off) >= TELLING):
            return factor
    return None


def _lone(figure: Figure, amounts: Amounts) -> bool:
    """Does an amount by far exceed all others of its table together? Then it alone is in another unit, if any is."""
    others = sum((each.value for each in amounts.values() if each is not figure), Decimal(0))
    return bool(others) and figure.value > LONE * others


def _is_long(figure: Figure) -> bool:
    return figure.step > 0 and figure.value >= LONG * figure.step


def _equal(one: Figure, other: Figure, factor: Decimal) -> bool:
    return judge_sum(one, [Term(other, factor)])[0] is not Verdict.DISAGREE


def without_slips(outcomes: Iterable[Outcome], slips: Iterable[Slip]) -> list[Outcome]:
    """The outcomes without the disagreements that hold once the amounts of a table are read in its true unit."""
    factors = {figure.place: slip for slip in slips for figure in slip.table.figures() if figure.kind is Kind.MONEY}
    return [_settled(outcome, factors) for outcome in outcomes] if factors else list(outcomes)


def _settled(outcome: Outcome, slips: Mapping[Place, Slip]) -> Outcome:
    observed = outcome.observation
    if outcome.result is not Result.DISAGREE or not isinstance(observed, Comparison | Remark):
        return outcome
    places = [f.place for f in observed.figures] if isinstance(observed, Comparison) else [observed.at, *observed.against]
    touched = next((slips[place] for place in places if place in slips), None)
    if touched is None:
        return outcome
    if isinstance(observed, Comparison) and not _holds(observed, slips):
        return outcome
    if isinstance(observed, Remark) and all(place.form == touched.table.form for place in places):
        return outcome  # of that table alone: the unit does not matter
    reason = f"《{touched.table.title or touched.table.form}》的金额单位有误，按另一单位读取则相符"
    return replace(outcome, result=Result.NOT_APPLICABLE, observation=None, reason=reason)


def _holds(observed: Comparison, slips: Mapping[Place, Slip]) -> bool:
    """Does a sum or an order hold with the amounts in their true unit?"""
    stated = _true(observed.stated, slips)
    terms = [Term(_true(term.figure, slips), term.factor) for term in observed.terms]
    if observed.shape is Shape.SUM:
        return judge_sum(stated, terms)[0] is not Verdict.DISAGREE
    smaller, larger = ([Term(stated)], terms) if observed.relation == "≤" else (terms, [Term(stated)])
    return observed.shape is Shape.ORDER and judge_order(smaller, larger)[0] is not Verdict.DISAGREE


def _true(figure: Figure, slips: Mapping[Place, Slip]) -> Figure:
    slip = slips.get(figure.place)
    if slip is None:
        return figure
    return replace(figure, value=figure.value * slip.factor, step=figure.step * slip.factor)
