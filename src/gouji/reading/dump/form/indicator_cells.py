"""Lines of indicators without cell borders → names and values: the reading under which lines, values and names fit best."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from gouji.model.inked import Inked
from gouji.reading.dump.printed import Printed, width

MOST_LINES = 8  # of one row
MOST_PIECES = 12
USUAL_STRETCH = 200  # lines under one level; in a longer stretch a row has two lines at most
NOT_FULL = 4  # columns by which a line may be narrower than the next one of its cell
DOUBTFUL = 0.0  # a row that costs more than this fits badly
MISSING = 6.0  # a box without a value
_COMPARED = re.compile(
    r"^(?:[≥≤>＞<＜=＝≧≦]|不少于|不低于|不超过|不高于|不多于|至少|大于|小于|超过?|高于|低于|达到?\d|控制在|累计|每[年月季周]|全年|较\d|比|同比)"
)
_NUMERIC = re.compile(
    r"^[≥≤>＞<＜=＝]{0,2}\d[\d,.]*(?:[-~—至]\d[\d,.]*)?(?:[%％‰]|[\u4e00-\u9fff℃（）()/³²a-zA-Z]{0,10})(?:[以之]?[上内下前]|=?[<>≥≤])?$"
)
_WORDS = re.compile(
    r"^(?:长期|提升|提高|增强|改善|促进|优化|明显|显著|有效|持续|不断|逐步|进一步|满足|满意|良好|优秀?|较|好|高|中|低|是|否|无|有|合格|达标"
    r"|通过|完成|及时|按时|按期|相符|正常|健全|完善|保障|保持|稳定|圆满|零|全部|基本|定期|严格|符合|得到|[/／*—\-－]+$)"
)
_ENDS_OPEN = re.compile(r"(?:[≥≤>＞<＜=＝、，（(]|不少于|不低于|不超过|大于|小于|超过|高于|低于|达到|[的和与及])$")
_NAME_END = re.compile(
    r"(?:率|数|量|度|性|次|积|情况|时间|能力|水平|影响|标准|成本|周期|程度|规模|质量|人数|费用|效果|作用)(?:[（(][^（）()]{1,8}[）)])?$"
)
_SENTENCE = re.compile(r"[。；;]")
_NATURE = re.compile(r"^(?:[≥≤>＞<＜=＝≧≦]|定性|定量|正向|反向|逆向)")
_SIGN = re.compile(r"^(?:[≥≤>＞<＜=＝≧≦]{1,2}|定性|定量)$")
_POSSIBLE = re.compile(
    r"^(?:(?:确定|完全|基本)?能|(?:有|很|较大|完全)?(?:不)?可能(?:性[大小])?|(?:完全)?不能|[高中低大小])(?:够?完成)?$"
)
_RATE = re.compile(r"^[-−]?\d{1,4}(?:\.\d+)?[%％]?$")
_WEIGHT = re.compile(r"^\d{1,3}(?:\.\d+)?分?%?$")

VALUE, NATURE, UNIT, WEIGHT, OTHER = "value", "nature", "unit", "weight", "other"
POSSIBLE, RATE = "possible", "rate"


Bounds = tuple[tuple[int, int], ...]  # where each cell of a row begins and ends among the pieces


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a line, and the number of its line."""

    content: Inked
    line: int


@dataclass(frozen=True, slots=True)
class _Best:
    cost: float
    start: int
    cells: Bounds


@dataclass(frozen=True, slots=True)
class Fitted:
    """A row as it reads best: the name and the other cells, and how badly they fit."""

    cells: tuple[Inked, ...]
    cost: float

    @property
    def sure(self) -> bool:
        return self.cost <= DOUBTFUL


def fitted(lines: Sequence[Printed], roles: Sequence[str]) -> list[Fitted]:
    """The rows of a stretch of lines: a name and a cell for each of `roles`; blank cells where nothing fits."""
    pieces = [Piece(token, number) for number, line in enumerate(lines) for token in line.tokens]
    ends = [
        0,
        *(
            index + 1
            for index, piece in enumerate(pieces)
            if index + 1 == len(pieces) or pieces[index + 1].line > piece.line
        ),
    ]
    most = MOST_LINES if len(lines) <= USUAL_STRETCH else 2
    best: dict[int, _Best] = {0: _Best(0.0, 0, ())}
    for position, end in enumerate(ends[1:], start=1):
        for start in ends[max(0, position - most) : position]:
            if end - start > MOST_PIECES and position > 1 and start != ends[position - 1]:
                continue
            cost, bounds = _row(pieces, start, end, roles)
            known = best.get(end)
            if known is None or best[start].cost + cost < known.cost:
                best[end] = _Best(best[start].cost + cost, start, bounds)
    return _walked(pieces, best)


def _walked(pieces: Sequence[Piece], best: dict[int, _Best]) -> list[Fitted]:
    rows: list[Fitted] = []
    end = len(pieces)
    while end > 0:
        found = best[end]
        cost = found.cost - best[found.start].cost
        rows.append(Fitted(tuple(_joined(pieces[start:stop]) for start, stop in found.cells), cost))
        end = found.start
    return rows[::-1]


def _row(pieces: Sequence[Piece], start: int, end: int, roles: Sequence[str]) -> tuple[float, Bounds]:
    """The best split of some pieces into a name and cells. Cells that are missing are taken for the last ones."""
    most = min(len(roles), end - start - 1)
    fewest = most if most < len(roles) else len(roles) - (roles[-1] == OTHER)
    best: tuple[float, Bounds] = (float("inf"), ())
    inner = range(start + 1, min(end, start + MOST_PIECES + 1))
    for count in range(fewest, most + 1):
        missing = sum(_missing(role) for role in roles[count:])
        for cuts in combinations(inner, count):
            bounds = tuple(zip((start, *cuts), (*cuts, end), strict=True))
            cost = _cost(pieces, bounds, roles[:count]) + missing
            if cost < best[0]:
                best = (cost, (*bounds, *((end, end),) * (len(roles) - count)))
    return best


def _cost(pieces: Sequence[Piece], bounds: Sequence[tuple[int, int]], roles: Sequence[str]) -> float:
    texts = ["".join(piece.content.text for piece in pieces[start:end]) for start, end in bounds]
    cost = name_cost(texts[0])
    cost += sum(role_cost(text, role) for text, role in zip(texts[1:], roles, strict=True))
    values = [text for text, role in zip(texts[1:], roles, strict=True) if role == VALUE]
    if len(values) == 2 and values[0] == values[1]:
        cost -= 6.0
    cost += sum(inside_cost(pieces[start:end]) for start, end in bounds)
    return cost + sum(between_cost(pieces, one, other) for one, other in pairwise(bounds))


def _missing(role: str) -> float:
    """A remark may be missing; a value hardly ever."""
    return 0.3 if role == OTHER else MISSING


def is_nature(text: str) -> bool:
    """Is the text what stands under 指标性质: a sign of comparison, 定性?"""
    return bool(_SIGN.match(text))


def name_cost(text: str) -> float:
    cost = 0.0 if len(text) > 2 else 3.0
    if _NUMERIC.match(text) or _COMPARED.match(text):
        cost += 5.0
    elif _WORDS.match(text):
        cost += 1.0
    cost += 3.0 if _SENTENCE.search(text) else 0.0
    return cost - (1.5 if _NAME_END.search(text) else 0.0) + (2.0 if _ENDS_OPEN.search(text) else 0.0)


def role_cost(text: str, role: str) -> float:
    """How little a text looks like what stands in a column."""
    if role == VALUE:
        return _value_cost(text)
    if role == NATURE:
        return -3.0 if _NATURE.match(text) and len(text) <= 4 else 4.0
    if role == WEIGHT:
        return -3.0 if _WEIGHT.match(text) else 5.0
    if role == POSSIBLE:
        return -3.0 if _POSSIBLE.match(text) else 6.0
    if role == RATE:
        return -2.0 if _RATE.match(text) else 5.0
    if role == UNIT:
        return -1.0 if len(text) <= 5 and not text[0].isdigit() else 4.0
    return 1.0 + (4.0 if _POSSIBLE.match(text) and len(text) > 1 or _NUMERIC.match(text) else 0.0)


def _value_cost(text: str) -> float:
    cost = 1.0 if len(text) > 16 else 0.0
    if _ENDS_OPEN.search(text):
        cost += 3.0
    if _NUMERIC.match(text):
        return cost - 3.0
    if _COMPARED.match(text) and any(character.isdigit() for character in text):
        return cost - 3.0
    if _WORDS.match(text) or text.endswith(("以上", "以内", "以下")):
        return cost - 1.5
    return cost + (0.0 if any(character.isdigit() for character in text) else 2.5)


def inside_cost(cell: Sequence[Piece]) -> float:
    """Pieces of one cell stand on lines of their own, full but for the last; a blank rarely is inside a cell."""
    return sum(_break_cost(one, other) for one, other in pairwise(cell))


def _break_cost(one: Piece, other: Piece) -> float:
    if one.line == other.line:
        return 2.0
    return 0.4 if width(one.content.text) + NOT_FULL >= width(other.content.text) else 2.4


def between_cost(pieces: Sequence[Piece], one: tuple[int, int], other: tuple[int, int]) -> float:
    """Two cells of one line each stand on the same line; of two that share a line, one has no further lines."""
    same = pieces[one[1] - 1].line == pieces[other[0]].line
    single, next_single = _lines(pieces, one) == 1, _lines(pieces, other) == 1
    if single and next_single:
        return 0.0 if same else 3.0
    return 3.0 if same and not single and not next_single else 0.0


def _lines(pieces: Sequence[Piece], bounds: tuple[int, int]) -> int:
    return pieces[bounds[1] - 1].line - pieces[bounds[0]].line + 1


def _joined(pieces: Sequence[Piece]) -> Inked:
    return Inked.join(piece.content for piece in pieces)
