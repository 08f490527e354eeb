"""Words of a header: which are the lines of one cell, and which stand over the cells beside them on the line below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from gouji.reading.page.unruled.columns import Column
from gouji.reading.page.unruled.header import Head
from gouji.reading.spaced.words import openings
from gouji.vocabulary.terms import plain

_CARS = "公务用车购置"
_PUBLIC = re.compile('[“"]?三公[”"]?经费')
_PARTS = ("因公", "公务接待", "公务用车")
_SUMS = ("合计", "小计")
_SINGLE = "类款项目"
LEVEL = 1.1  # columns of characters, as heights are reckoned in: what is further down is another level
MIDDLE = 2.5  # columns by which a cell over others may stand beside their middle
_WHOLE = re.compile(r"(?:支出|收入|经费|算数|费|拨款|金额|合计|小计|总计|项目|科目|[）)])$")


def is_one(upper: str, lower: str) -> bool:
    """Can two pieces below one another be the lines of one cell? Not where the upper one is a whole name, unless the
    vocabulary knows both together."""
    if not _WHOLE.search(upper) or len(lower) <= 2 or lower[:1] in ("（", "("):
        return upper not in ("项目", "合计", "小计", "总计", "收入", "支出", "科目")
    return plain(upper + lower) in openings()


def is_broken(head: Head) -> bool:
    """Is a cell a single character, so that its lines stand too far apart to be put together?"""
    return len(text(head)) == 1 and text(head) not in _SINGLE


def is_over(head: Head, heads: Sequence[Head]) -> bool:
    """Does a cell stand in the middle over its two neighbours one level below, over neither of them itself?"""
    lower = [other for other in heads if other.words[0].base > head.words[-1].base + LEVEL]
    left = max((other for other in lower if other.right <= head.left), key=lambda other: other.right, default=None)
    right = min((other for other in lower if other.left >= head.right), key=lambda other: other.left, default=None)
    if left is None or right is None:
        return False
    beside = [other for other in heads if other is not head and abs(other.height - head.height) <= LEVEL]
    if any(other.right > left.left and other.left < right.right for other in beside):
        return False
    return abs((left.left + right.right) / 2 - head.middle) <= MIDDLE


def span(heads: Sequence[Head], leaves: Sequence[Head]) -> bool:
    """Give the cells of a table of travel, cars and receptions (三公经费) their columns by what their names say: places
    do not tell in so narrow a header. Says whether a cell is left of which that cannot be said."""
    order = sorted((head for head in leaves if head.first >= 0), key=lambda head: head.first)
    names = [plain(text(head)) for head in order]
    over = [head for head in heads if head not in leaves]
    cars = next((head for head in over if _CARS in text(head)), None)
    whole = next((head for head in over if _PUBLIC.search(text(head)) and head is not cars), None)
    if cars is None and whole is None:
        return False
    inner = [index for index, name in enumerate(names) if cars is not None and _is_in(name, text(cars))]
    taken = _run(inner, names, set())
    outer = [index for index, name in enumerate(names) if name.startswith(_PARTS)]
    spread = _run([*outer, *taken], names, set(taken))
    for head, reach in ((cars, taken), (whole, spread)):
        if head is not None and reach:
            head.first, head.last = order[reach[0]].first, order[reach[-1]].first
    return (cars is not None and not taken) or (whole is not None and not spread)


def text(head: Head) -> str:
    """The text of a header cell."""
    return "".join(word.text for word in head.words)


def _is_in(name: str, whole: str) -> bool:
    """Are the characters of a name, but for its last, in that order in that of the whole?"""
    rest = iter(whole)
    return len(name) > 2 and name not in _SUMS and all(character in rest for character in name[:-1])


def _run(found: Sequence[int], names: Sequence[str], taken: set[int]) -> list[int]:
    """From the first to the last of the columns found, with the sum before them, if that is of no part of them."""
    if not found:
        return []
    first, last = min(found), max(found)
    if first and names[first - 1] in _SUMS and first - 1 not in taken:
        first -= 1
    return list(range(first, last + 1))


def apart(heads: Sequence[Head], columns: Sequence[Column]) -> None:
    """Cells of one level share no column: what two of them reach over is that of the nearer one."""
    order = sorted((head for head in heads if head.last > head.first), key=lambda head: head.left)
    for before, after in pairwise(order):
        if abs(before.height - after.height) > LEVEL or before.last < after.first:
            continue
        cut = (before.middle + after.middle) / 2
        last = max((i for i in range(before.first, after.last) if columns[i].middle < cut), default=before.first)
        before.last, after.first = last, last + 1
