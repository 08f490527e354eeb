"""The rows of a project list in a dump: a line of amounts closes the name above it, text below it is goal and indicators."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from gouji.model.inked import Inked
from gouji.reading.dump.printed import Printed, width
from gouji.reading.dump.prose import text_width

TOTAL_ROWS = ("合计", "总计", "部门合计", "合计数")
MOST_NAME_LINES = 12
INDENTED = 2  # blanks before the first line of a project's name
USUAL = 12  # a width that one in so many lines has is no accident
NOT_FULL = 5  # columns by which a line of a name may miss the width, unless it is the last
NEAR = 4  # lines above the amounts that are looked at for the width of names
_NUMBER = r"-?(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,6})?"
_AMOUNTS = re.compile(rf"(?:^|(?<= )){_NUMBER}(?: {_NUMBER})*(?= |$)")
_SENTENCE = re.compile(r"[。；：:;]")
_CLOSED = re.compile(r"[。；;](?:[”’）)])?$")
_UNIT = re.compile(r"^(?:[万亿千百]?元|%|％|[个家次人年月日台套吨件]|平方|公里)")


@dataclass(slots=True, eq=False)
class Row:
    """A row: the pieces of its name, its amounts as printed, and the text lines below them."""

    name: list[Inked]
    amounts: list[Inked]
    indented: bool = False
    text: list[Inked] = field(default_factory=list)
    project: bool = False

    @property
    def total(self) -> bool:
        return "".join(piece.text for piece in self.name).replace(" ", "") in TOTAL_ROWS

    def line_starts(self) -> set[int]:
        """The offsets in the joined text at which a printed line begins."""
        starts, offset = {0}, 0
        for piece in self.text:
            offset += len(piece)
            starts.add(offset)
        return starts


def rows(lines: Sequence[Printed]) -> list[Row]:
    """The rows in order; those of projects are marked."""
    wide = _name_width(lines)
    found: list[Row] = []
    waiting: list[Printed] = []
    for line in lines:
        parts = _amount_line(line, wide)
        if parts is None:
            waiting.append(line)
            continue
        before, amounts, behind = parts
        start = _name_start(waiting, line, bool(before), wide, first=not found)
        if found:
            found[-1].text.extend(text.content for text in waiting[:start])
        name = waiting[start:] + ([Printed(before, line.indent)] if before else [])
        found.append(Row([piece.content for piece in name], amounts, bool(name) and name[0].indent >= INDENTED))
        if behind:
            found[-1].text.append(behind)
        waiting = []
    if found:
        found[-1].text.extend(text.content for text in waiting)
    _mark_projects(found)
    return found


def _mark_projects(found: Sequence[Row]) -> None:
    """Projects are set in; where the dump lost that, they are the rows with a goal."""
    indents_kept = any(row.indented for row in found)
    for row in found:
        row.project = not row.total and (row.indented if indents_kept else bool(row.text))


def _name_width(lines: Sequence[Printed]) -> int:
    """The width of the name column: the widest line that stands close above a line of amounts, or is set in as names are."""
    most = text_width(lines) * 3 // 4
    found = [line.width + line.indent for line in lines if line.indent >= INDENTED and not _SENTENCE.search(line.text)]
    for index, line in enumerate(lines):
        match = _AMOUNTS.search(line.text)
        if match is None or not _are_amounts(match.group().split(), with_text=match.start() > 0):
            continue
        found.append(width(line.text[: match.start()].strip()))
        for above in lines[max(0, index - NEAR) : index][::-1]:
            if (
                _SENTENCE.search(above.text)
                or any(character in above.text for character in "，、")
                and above.width > most
            ):
                break
            found.append(above.width + above.indent)
    counted = Counter(wide for wide in found if wide <= most)
    near = {wide: sum(counted[wide + step] for step in (-2, -1, 0, 1)) for wide in counted}
    usual = [wide for wide in near if near[wide] * USUAL >= len(found) and near[wide] > 1]
    return max(usual or near, default=most)


def _amount_line(line: Printed, wide: int) -> tuple[Inked, list[Inked], Inked] | None:
    """The end of a name, the amounts of a row and the text that follows them on the line; None for any other line."""
    for match in _AMOUNTS.finditer(line.text):
        start = match.start() + _end_of_name(match.group())
        before, behind = line.content.cut(0, start).strip(), line.content.cut(match.end()).strip()
        amounts = Printed(line.content.cut(start, match.end())).tokens
        nothing = line.indent >= INDENTED and bool(before) and not behind and not amounts[0].text.strip("0.")
        if not nothing and not _are_amounts([amount.text for amount in amounts], bool(before or behind)):
            continue
        if Printed(before).width > wide + 4 or _SENTENCE.search(before.text) or _UNIT.match(behind.text):
            continue
        return before, list(amounts), behind
    return None


def _end_of_name(figures: str) -> int:
    """How much of a run of figures is the end of a name (…-13 / 1 5,000.00 5,000.00): a whole number before decimals."""
    first, _, rest = figures.partition(" ")
    return len(first) + 1 if rest and "." not in first and all("." in figure for figure in rest.split()) else 0


def _are_amounts(amounts: Sequence[str], with_text: bool) -> bool:
    """Amounts are printed with decimals; whole numbers are amounts only where the first is the sum of the others."""
    if all("." in amount for amount in amounts):
        return len(amounts) > 1 or not with_text
    values = [Decimal(amount.replace(",", "")) for amount in amounts]
    return len(values) > 1 and values[0] == sum(values[1:])


def _name_start(waiting: Sequence[Printed], line: Printed, has_piece: bool, wide: int, first: bool) -> int:
    """Where among the waiting lines the name begins that ends at (or before) this line of amounts."""
    if has_piece and line.indent >= INDENTED:
        return len(waiting)
    nearest = max(0, len(waiting) - MOST_NAME_LINES)
    narrow = len(waiting)
    while narrow > nearest and _fits(waiting[narrow - 1], wide):
        narrow -= 1
        if waiting[narrow].indent >= INDENTED:
            return narrow
    if first or narrow == 0 or _CLOSED.search(waiting[narrow - 1].text):
        return 0 if first else narrow
    start = len(waiting)
    while start > narrow and (start == len(waiting) and not has_piece or waiting[start - 1].width >= wide - NOT_FULL):
        start -= 1
    return start


def _fits(line: Printed, wide: int) -> bool:
    """Can the line be part of a name?"""
    return line.width <= wide + 3 and not _SENTENCE.search(line.text)
