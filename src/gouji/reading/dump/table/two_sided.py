"""Two lists side by side in a dump (收入 | 支出, 人员经费 | 公用经费): each line cut into its halves again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from gouji.model.inked import Inked
from gouji.reading.dump.printed import Printed, joined
from gouji.reading.dump.table.figure_lines import is_value
from gouji.reading.dump.table.placing import boxes, place_under_total
from gouji.reading.dump.table.stretches import Stretch
from gouji.reading.dump.tidy import bare, tidy
from gouji.reading.recognise import titled
from gouji.reading.run import Run
from gouji.vocabulary.form import Form
from gouji.vocabulary.terms import plain

_NUMBERED = re.compile(r"^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,2}[)）])")
_ECONOMIC = re.compile(r"^3\d{2}(?:\d{2})?$")
_LINE_NUMBER = re.compile(r"^\d{1,3}$")
_LEFT_CODES = ("301", "303")
_RIGHT = re.compile(r"支出|结余分配|年末|支出总计")
_WHOLE_NAME = re.compile(
    r"^(?:本年收入合计|本年支出合计|收入总计|支出总计|总计|合计|结余分配|(?:年初|年末)[^\d]{0,6}结转(?:和|及)?结余|使用[^\d]{0,8}结余.{0,8}|(?:一般公共预算|政府性基金预算|国有资本经营预算)财政拨款|人员经费合计|公用经费合计)$"
)


@dataclass(slots=True)
class Half:
    """One entry of one of the two lists."""

    code: Inked = field(default_factory=lambda: Inked(""))
    names: list[Inked] = field(default_factory=list)
    number: Inked = field(default_factory=lambda: Inked(""))
    values: list[Inked] = field(default_factory=list)

    @property
    def name(self) -> Inked:
        return tidy(Inked.join(self.names))

    @property
    def spot(self) -> Inked:
        return next((piece for piece in (self.code, *self.names, self.number, *self.values) if piece), Inked(""))


def form_of(captions: Sequence[str]) -> Form | None:
    """The two-sided form that a caption names."""
    return next((form for caption in captions for form in titled(caption) if form.shape == "sided"), None)


def run(stretch: Stretch, form: Form) -> Run:
    """The rows of the table as its version with tabs would give them."""
    numbered = "行次" in bare("".join(line.text for line in stretch.header))
    coded = any(_ECONOMIC.match(token.text) for line in stretch.rows for token in line.tokens)
    halves = list(_coded(stretch.rows) if coded else _numbered(stretch.rows) if numbered else _named(stretch.rows))
    left, right = _sides(halves, coded, _numbers_apart(stretch.rows))
    found = Run(captions=[line.content for line in stretch.captions])
    found.notes = [joined(note) for note in stretch.notes]
    spot = next((half.spot for half in halves if half.spot), Inked(""))
    counts = [len(side.columns) for side in form.sides]
    found.rows.extend(_header(form, numbered, coded, spot))
    for side, count in ((left, counts[0]), (right, counts[1])):
        found.doubts.extend(_filled(side, count))
    for one, other in zip_longest(left, right):
        cells = [*_cells(one, counts[0], numbered, coded, other), *_cells(other, counts[1], numbered, coded, one)]
        found.rows.append(cells)
    return found


def _header(form: Form, numbered: bool, coded: bool, spot: Inked) -> Iterator[list[Inked]]:
    labels = ["科目编码", "科目名称"] if coded else ["项目", "行次"] if numbered else ["项目"]
    sides = [[*labels, *(column.name for column in side.columns)] for side in form.sides]
    runs = spot.runs[:1]
    yield [Inked(side.name, runs) for side, names in zip(form.sides, sides, strict=True) for _ in names]
    yield [Inked(name, runs) for names in sides for name in names]


def _cells(half: Half | None, count: int, numbered: bool, coded: bool, other: Half | None) -> list[Inked]:
    blank = (half or other or Half()).spot.emptied()
    if half is None:
        return [blank] * (1 + (numbered or coded) + count)
    labels = [half.code, half.name] if coded else [half.name, half.number] if numbered else [half.name]
    values = [*half.values[:count], *([blank] * (count - len(half.values)))]
    return [cell if cell else blank for cell in (*labels, *values)]


def _filled(side: list[Half], count: int) -> list[tuple[Inked, str]]:
    """Put the values of every entry in their columns; what cannot be placed is said."""
    message = f"本行的数字少于 {count} 栏，空格在文本中已丢失，不能确定各数所在栏，未用于核算，请核对原件。"
    doubts: list[tuple[Inked, str]] = []
    if count > 1:
        found = place_under_total([half.values for half in side], [plain(half.name.text) for half in side], count)
        for half, seats in zip(side, found, strict=True):
            if half.values and seats is None:
                doubts.append((half.spot, message))
            placed = dict(zip(seats or (), half.values, strict=False))
            half.values = boxes(half.values, placed, count, half.spot)
    return doubts


def _numbered(lines: Sequence[Printed]) -> Iterator[Half]:
    """Entries that carry a line number (行次): the number closes the name and opens the values."""
    half = Half()
    apart = _numbers_apart(lines)
    for line in lines:
        for position, token in enumerate(line.tokens):
            number = _LINE_NUMBER.match(token.text) is not None
            value = is_value(token.text)
            beside = number and bool(half.number) and int(token.text) - int(half.number.text) == apart
            begins = not value or (number and position == 0) or beside
            if begins and (half.number or half.values):
                yield half
                half = Half()
            if not value:
                half.names.append(token)
            elif number and not half.number and not half.values:
                half.number = token
            else:
                half.values.append(token)
    yield half


def _numbers_apart(lines: Sequence[Printed]) -> int:
    """How much higher the line numbers of the right list are than those of the left one beside them; 0 when not told."""
    apart: Counter[int] = Counter()
    for line in lines:
        numbers = [int(token.text) for token in line.tokens if _LINE_NUMBER.match(token.text)]
        if len(numbers) == 2 and numbers[1] > numbers[0]:
            apart[numbers[1] - numbers[0]] += 1
    return max(apart, key=lambda step: apart[step], default=0)


def _named(lines: Sequence[Printed]) -> Iterator[Half]:
    """Entries without line numbers: values close a name, and a numbered name or that of a total opens a new one."""
    half = Half()
    for line in lines:
        for token in line.tokens:
            value = is_value(token.text)
            if not value and (
                half.values or (half.names and (_NUMBERED.match(token.text) or _WHOLE_NAME.match(token.text)))
            ):
                yield half
                half = Half()
            (half.values if value else half.names).append(token)
    yield half


def _coded(lines: Sequence[Printed]) -> Iterator[Half]:
    """Entries that begin with an economic code."""
    half = Half()
    for line in lines:
        for token in line.tokens:
            code = bool(_ECONOMIC.match(token.text))
            total = bool(_WHOLE_NAME.match(token.text))
            if (code or total) and half.spot:
                yield half
                half = Half()
            if code:
                half.code = token
            else:
                (half.values if is_value(token.text) else half.names).append(token)
    yield half


def _sides(halves: Sequence[Half], coded: bool, apart: int) -> tuple[list[Half], list[Half]]:
    """The entries of the two lists."""
    left: list[Half] = []
    right: list[Half] = []
    for half in halves:
        if not half.spot:
            continue
        (right if _is_right(half, left, coded, apart) else left).append(half)
    return left, right


def _is_right(half: Half, left: Sequence[Half], coded: bool, apart: int) -> bool:
    """By code, by line number, by name: which list an entry is of."""
    name = plain(half.name.text)
    if coded:
        return not half.code.text.startswith(_LEFT_CODES) if half.code else "公用" in name
    if half.number and apart:  # the right list goes on counting where the left one ends
        return int(half.number.text) > apart
    if name in ("总计", "合计"):
        return any(plain(entry.name.text) == name for entry in left)
    return bool(_RIGHT.search(name)) and "收入" not in name
