"""Made accounts for the benchmark of the engine: true amounts in fen that add up, printed in 万元 one by one.

Three tables over one tree of codes (classes, groups, items), a table of totals tied to them, and sentences with shares
and growth rates. Everything is drawn from one seed; nothing in a made document is wrong.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from gouji.model.comparison import must_be_percent, must_be_quotient, must_equal, must_total
from gouji.model.figure import Figure, Kind
from gouji.model.finding import Comparison
from gouji.model.place import Ink, Place
from gouji.model.rounding import Term

FEN_IN_STEP = 10_000  # 0.01 万元
STEP = Decimal(100)
PERCENT_STEP = Decimal("0.01")
TABLES = {
    "收入决算表": ("财政拨款收入", "事业收入", "其他收入"),
    "支出决算表": ("基本支出", "项目支出", "经营支出"),
    "一般公共预算财政拨款支出决算表": ("基本支出", "项目支出"),
}
TOTALS = "收入支出决算总表"
FILLED = 0.45


@dataclass
class Made:
    """A document: its comparisons, and the forms whose figures stand in rows and columns."""

    comparisons: list[Comparison] = field(default_factory=list)
    forms: set[str] = field(default_factory=set)
    cells: int = 0
    line: int = 0

    def money(self, fen: int, form: str, row: str, column: str) -> Figure:
        value = Decimal((abs(fen) + FEN_IN_STEP // 2) // FEN_IN_STEP * (1 if fen >= 0 else -1)) * STEP
        return self._figure(f"{value / 10_000:.2f}", value, STEP, Kind.MONEY, form, row, column)

    def percent(self, value: Decimal, row: str) -> Figure:
        printed = value.quantize(PERCENT_STEP, ROUND_HALF_UP)
        return self._figure(f"{printed}%", printed, PERCENT_STEP, Kind.PERCENT, "", row, "占比")

    def _figure(self, text: str, value: Decimal, step: Decimal, kind: Kind, form: str, row: str, column: str) -> Figure:
        self.cells += 1
        self.line += 1
        place = Place("made", form, row, column, text, Ink(line=self.line, column=1))
        return Figure(text, value, step, kind, "万元" if kind is Kind.MONEY else "%", place)


def made(seed: int, cells: int) -> Made:
    """A document of about so many cells."""
    chance = random.Random(seed)
    document = Made(forms={*TABLES, TOTALS})
    tree = _tree(chance, max(6, cells // 12))
    previous: dict[str, dict[str, int]] | None = None
    totals: dict[str, dict[str, Figure]] = {}
    for form, columns in TABLES.items():
        truth = {code: {c: _amount(chance) if chance.random() < FILLED else 0 for c in columns} for code in _leaves(tree)}
        figures = _table(document, form, columns, tree, truth)
        totals[form] = {code: figures[code, "合计"] for code in tree if figures.get((code, "合计"))}
        previous = truth
    _totals(document, tree, totals)
    _sentences(document, chance, previous or {}, totals)
    return document


def _tree(chance: random.Random, rows: int) -> dict[str, list[str]]:
    """Children by code; the root is ""."""
    tree: dict[str, list[str]] = {"": []}
    while len(tree) < rows:
        top = f"{201 + len(tree[''])}"
        tree[""].append(top)
        tree[top] = [f"{top}{n:02}" for n in range(1, 1 + chance.randint(1, 4))]
        for group in tree[top]:
            tree[group] = [f"{group}{n:02}" for n in range(1, 1 + chance.randint(1, 6))]
            tree.update((item, []) for item in tree[group])
    return tree


def _leaves(tree: dict[str, list[str]]) -> list[str]:
    return [code for code, below in tree.items() if not below]


def _amount(chance: random.Random) -> int:
    return int(10 ** chance.uniform(5.5, 10.5))


def _table(
    document: Made, form: str, columns: Sequence[str], tree: dict[str, list[str]], leaves: dict[str, dict[str, int]]
) -> dict[tuple[str, str], Figure]:
    truth = {code: {column: sum(leaves[leaf][column] for leaf in _under(tree, code)) for column in columns} for code in tree}
    printed: dict[tuple[str, str], Figure] = {}
    for code, amounts in truth.items():
        printed[code, "合计"] = document.money(sum(amounts.values()), form, code, "合计")
        for column in columns:
            printed[code, column] = document.money(amounts[column], form, code, column)
    for code, below in tree.items():
        terms = [Term(printed[code, column]) for column in columns]
        document.comparisons.append(must_total(printed[code, "合计"], terms))
        for column in ("合计", *columns) if below else ():
            document.comparisons.append(must_total(printed[code, column], [Term(printed[each, column]) for each in below]))
    return printed


def _under(tree: dict[str, list[str]], code: str) -> Iterator[str]:
    if not tree[code]:
        yield code
    for below in tree[code]:
        yield from _under(tree, below)


def _totals(document: Made, tree: dict[str, list[str]], totals: dict[str, dict[str, Figure]]) -> None:
    """Classes and totals printed again, tied to their tables: what is received is spent or carried over."""
    for form in totals:
        for code in ("", *tree[""]):
            first = totals[form][code]
            again = document._figure(first.text, first.value, STEP, Kind.MONEY, TOTALS, code, form)
            document.comparisons.append(must_equal(again, first))


def _sentences(
    document: Made, chance: random.Random, truth: dict[str, dict[str, int]], totals: dict[str, dict[str, Figure]]
) -> None:
    """Shares of the classes, and growth over a year before that the text alone states."""
    for figures in totals.values():
        whole, *parts = figures.values()
        for part in [each for each in parts if each.value][:12]:
            if whole.value:
                share = 100 * part.value / whole.value
                document.comparisons.append(must_be_percent(document.percent(share, part.place.row), part, whole))
        if whole.value:
            _growth(document, chance, whole)


def _growth(document: Made, chance: random.Random, now: Figure) -> None:
    change = int(now.value / STEP * Decimal(chance.uniform(0.02, 0.3))) * STEP
    told = document._figure(f"{change / 10_000:.2f}", change, STEP, Kind.MONEY, "", "总额", "增减额")
    base = [Term(now), Term(told, Decimal(-1))]
    rate = document.percent(100 * change / (now.value - change), "总额")
    document.comparisons.append(must_be_quotient(rate, [Term(told)], base))


def sizes(documents: Iterable[Made]) -> tuple[int, int]:
    """Cells and comparisons of some documents together."""
    documents = list(documents)
    return sum(each.cells for each in documents), sum(len(each.comparisons) for each in documents)
