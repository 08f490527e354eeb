"""The sums a table itself shows to hold: learnt from its figures, so that no form needs to be known."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from gouji.vocabulary.codes import is_code

Key = tuple[int, int]  # row and column
Values = Mapping[Key, int]  # in units of the last digit of the table

_TOTAL = re.compile(r"合计|总计|本?年?[收支][入出]合计")
_MOST_HOLD = 0.7  # of the rows a sum must hold in to be the meaning of a column
_LEAST_TOLD = 2  # rows in which the sum says more than that a figure equals itself
_MOST_COLUMNS = 24


@dataclass(frozen=True, slots=True)
class Sum:
    """`total` is the sum of `parts`; those that are blank count as nothing."""

    total: Key
    parts: tuple[Key, ...]

    @property
    def keys(self) -> tuple[Key, ...]:
        return (self.total, *self.parts)

    def off(self, values: Values) -> int:
        """By how much the parts miss the total."""
        return values.get(self.total, 0) - sum(values.get(key, 0) for key in self.parts)

    def holds(self, values: Values) -> bool:
        return not self.off(values)

    def tells(self, values: Values) -> bool:
        """Do figures stand on both sides, so that a wrong one would show?"""
        return bool(values.get(self.total)) and any(values.get(key) for key in self.parts)


def sums(texts: Sequence[Sequence[str]], values: Values, unsure: Collection[Key] = ()) -> list[Sum]:
    """The sums along the rows and down the columns of a table. `texts` are its cells, `values` its figures.

    Where a sum fails over figures of which one is `unsure`, this says nothing against it.
    """
    columns = sorted({column for _, column in values})[:_MOST_COLUMNS]
    return [*_along_rows(values, columns, unsure), *_down_columns(texts, values, columns, unsure)]


def _along_rows(values: Values, columns: list[int], unsure: Collection[Key]) -> Iterator[Sum]:
    """For each column the run of columns behind or before it that it sums up in most rows."""
    rows = sorted({row for row, _ in values})
    for index, total in enumerate(columns):
        found = [
            run
            for run in (*_runs(columns[index + 1 :]), *_runs(columns[:index][::-1]))
            if _supported([_sum(row, total, run) for row in rows if (row, total) in values], values, unsure)
        ]
        if found:
            longest = max(found, key=len)
            yield from (
                _sum(row, total, longest) for row in rows if any((row, key) in values for key in (total, *longest))
            )


def _sum(row: int, total: int, run: Sequence[int]) -> Sum:
    return Sum((row, total), tuple((row, column) for column in run))


def _runs(columns: list[int]) -> Iterator[list[int]]:
    """Two or more columns beside the total; a single one is an equality, which needs no other."""
    return (columns[:length] for length in range(2, len(columns) + 1))


def _supported(found: list[Sum], values: Values, unsure: Collection[Key]) -> bool:
    telling = _telling(found, values, unsure)
    shared = sum(1 for made in telling if sum(bool(values.get(key)) for key in made.parts) >= 2 and made.holds(values))
    return shared >= _LEAST_TOLD and _hold(telling, values)


def _telling(found: list[Sum], values: Values, unsure: Collection[Key]) -> list[Sum]:
    """Those that speak for or against a meaning: with figures on both sides, and none unsure in those that fail."""
    telling = [made for made in found if made.tells(values)]
    return [made for made in telling if made.holds(values) or not any(key in unsure for key in made.keys)]


def _hold(telling: list[Sum], values: Values) -> bool:
    return sum(made.holds(values) for made in telling) >= max(1, _MOST_HOLD * len(telling))


def _down_columns(
    texts: Sequence[Sequence[str]], values: Values, columns: list[int], unsure: Collection[Key]
) -> Iterator[Sum]:
    """The codes' tree (类 = Σ款 = Σ项) and the total row over its roots, where most of the columns' sums hold."""
    for children in _trees(texts):
        found = [
            Sum((parent, column), tuple((child, column) for child in below))
            for parent, below in children.items()
            for column in columns
        ]
        if _hold(_telling(found, values, unsure), values):
            yield from (made for made in found if made.tells(values))


def _trees(texts: Sequence[Sequence[str]]) -> Iterator[dict[int, list[int]]]:
    """For each column of codes the rows below each row; for the total row those of the shortest codes."""
    width = len(texts[0]) if texts else 0
    for column in range(min(width, 4)):
        codes = {index: row[column] for index, row in enumerate(texts) if is_code(row[column])}
        if len(codes) < 3:
            continue
        tree: dict[int, list[int]] = {}
        for (index, code), (other, below) in combinations(codes.items(), 2):
            if len(below) == len(code) + 2 and below.startswith(code):
                tree.setdefault(index, []).append(other)
        yield tree
        if total := next(
            (index for index, row in enumerate(texts) if any(_TOTAL.fullmatch(text) for text in row)), None
        ):
            shortest = min(map(len, codes.values()))
            yield {total: [index for index, code in codes.items() if len(code) == shortest]}
