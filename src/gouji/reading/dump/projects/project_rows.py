"""The rows of a project list in a dump: a line of amounts closes the name above it, text below it is goal and indicators."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from gouji.model.inked import Inked
from gouji.reading.dump.printed import Printed

TOTAL_ROWS = ("合计", "总计")
MOST_NAME_LINES = 12
INDENTED = 2  # blanks before the first line of a project's name
WIDEST_NAME = 44  # columns
_NUMBER = r"-?(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,6})?"
_AMOUNTS = re.compile(rf"(?:^|(?<= )){_NUMBER}(?: {_NUMBER})*(?= |$)")
_SENTENCE = re.compile(r"[。；：:;]")
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
    """The width of the name column, from what stands directly above a line of amounts."""
    above = [
        line.width + line.indent
        for line, following in zip(lines, lines[1:], strict=False)
        if _AMOUNTS.fullmatch(following.text) and "." in following.text and not _SENTENCE.search(line.text)
    ]
    own = [
        before.width
        for line in lines
        if (match := _AMOUNTS.search(line.text)) and match.end() == len(line.text) and " " in match.group()
        if (before := Printed(line.content.cut(0, match.start()).strip())).text and not _SENTENCE.search(before.text)
    ]
    return min(WIDEST_NAME, max((wide for wide in (*above, *own) if wide <= WIDEST_NAME), default=WIDEST_NAME))


def _amount_line(line: Printed, wide: int) -> tuple[Inked, list[Inked], Inked] | None:
    """The end of a name, the amounts of a row and the text that follows them on the line; None for any other line."""
    for match in _AMOUNTS.finditer(line.text):
        before, behind = line.content.cut(0, match.start()).strip(), line.content.cut(match.end()).strip()
        amounts = Printed(line.content.cut(*match.span())).tokens
        if not _are_amounts([amount.text for amount in amounts], bool(before or behind)):
            continue
        if Printed(before).width > wide + 4 or _SENTENCE.search(before.text) or _UNIT.match(behind.text):
            continue
        return before, list(amounts), behind
    return None


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
    for index in range(len(waiting) - 1, nearest - 1, -1):
        if not _fits(waiting[index], wide):
            break
        if waiting[index].indent >= INDENTED:
            return index
    if first:
        return 0
    start = len(waiting)
    while start > nearest and _goes_before(waiting[start - 1], wide, last=start == len(waiting) and not has_piece):
        start -= 1
    return start


def _fits(line: Printed, wide: int) -> bool:
    return line.width + line.indent <= wide + 3 and not line.text.endswith(("。", "；", "："))


def _goes_before(line: Printed, wide: int, last: bool) -> bool:
    """Can the line be part of a name? All but the last line of a name are nearly full."""
    return _fits(line, wide) and not _SENTENCE.search(line.text) and (last or line.width >= wide - 5)
