"""The key-task table of a target form in a dump: an amount closes name and content of a task and opens its goal."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from gouji.model.inked import Inked
from gouji.reading.dump.form.task_columns import Widths, column_widths, cut
from gouji.reading.dump.printed import Printed
from gouji.reading.dump.tidy import tidy

_NUMBER = r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_ALONE = re.compile(rf"^{_NUMBER}(?:万?元)?$")
_AMOUNT = re.compile(r"(?:^|(?<= ))[-+]?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,15}\.\d{1,6})(?= |$)")
_UNIT = re.compile(r"^(?:[万亿千百]?元|%|％|[个家次人年月日台套吨件]|平方|公里)")


@dataclass(slots=True)
class _Part:
    """The lines up to an amount, and the amount."""

    lines: list[Printed] = field(default_factory=list)
    amount: Inked | None = None


def rows(lines: Sequence[Printed], widths: Widths | None = None) -> tuple[list[tuple[Inked, ...]], Widths]:
    """Name, content, amount and goal of every task; with the widths of the columns for the block that follows."""
    parts = _parts(lines)
    segments = [part.lines for part in parts]
    widths = widths or column_widths(segments)
    found: list[list[Inked]] = []
    for index, part in enumerate(parts):
        first, last = index == 0, index == len(parts) - 1
        goal_end, name_end = cut(part.lines, widths, first, last) if part.lines else (0, 0)
        if not first:
            found[-1].append(_joined(part.lines[:goal_end]))
        if not last and part.amount is not None:
            name, content = _split_line(part.lines[goal_end:name_end], part.lines[name_end:])
            found.append([name, content, part.amount])
    return [tuple(row) for row in found], widths


def _parts(lines: Sequence[Printed]) -> list[_Part]:
    parts = [_Part()]
    for line, following in zip_longest(lines, lines[1:]):
        before, amount, behind = _cut_at_amount(line, following.text if following else "")
        if amount is None:
            parts[-1].lines.append(line)
            continue
        if before:
            parts[-1].lines.append(Printed(before))
        parts[-1].amount = amount
        parts.append(_Part([Printed(behind)] if behind else []))
    return parts


def _cut_at_amount(line: Printed, following: str) -> tuple[Inked, Inked | None, Inked]:
    """A line with the amount of a task alone, at its end, or between content and goal."""
    blank = Inked("")
    if _ALONE.match(line.text):
        return (blank, None, blank) if _UNIT.match(following) else (blank, line.content, blank)
    for match in reversed(list(_AMOUNT.finditer(line.text))):
        if not _UNIT.match(line.text[match.end() :].strip() or following):
            before, behind = line.content.cut(0, match.start()), line.content.cut(match.end())
            return before.strip(), line.content.cut(*match.span()), behind.strip()
    return blank, None, blank


def _split_line(name: Sequence[Printed], content: Sequence[Printed]) -> tuple[Inked, Inked]:
    """Name and content; when both stand on one line, a blank parts them."""
    if content or not name or " " not in name[-1].text:
        return _joined(name), _joined(content)
    pieces = name[-1].tokens
    head = Inked.join((*(line.content for line in name[:-1]), pieces[0]))
    return tidy(head), tidy(Inked.join(pieces[1:], " "))


def _joined(lines: Sequence[Printed]) -> Inked:
    return tidy(Inked.join(line.content for line in lines))
