"""The key-task table of a target form in a dump: an amount closes name and content of a task and opens its goal."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from gouji.model.inked import Inked
from gouji.reading.dump.form.task_columns import Segment, Widths, column_widths, cut
from gouji.reading.dump.printed import Printed
from gouji.reading.dump.tidy import tidy

_NUMBER = r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,6})?"
_PRINTED = r"[-+]?(?:\d{1,3}(?:,\d{3})+(?:\.\d{1,6})?|\d{1,15}\.\d{1,6})"  # so that no count in a text is taken for it
_ALONE = re.compile(rf"^{_NUMBER}(?: {_NUMBER})*(?:万?元)?$")
_AMOUNTS = re.compile(rf"(?:^|(?<= )){_PRINTED}(?: {_PRINTED})*(?= |$)")
_UNIT = re.compile(r"^(?:[万亿千百]?元|%|％|[个家次人年月日台套吨件]|平方|公里)")
_BETWEEN_WORDS = re.compile(r"(?<=[\u4e00-\u9fff）)”0-9。]) (?=[\u4e00-\u9fff（(“0-9])")

Row = tuple[Inked, Inked, tuple[Inked, ...], Inked]  # name, content, amounts, goal


@dataclass(slots=True)
class _Part:
    """The lines up to an amount, and the amount (or the amounts of several columns)."""

    lines: list[Printed] = field(default_factory=list)
    amounts: tuple[Inked, ...] = ()


def rows(lines: Sequence[Printed], has_goal: bool = True, widths: Widths | None = None) -> tuple[list[Row], Widths]:
    """The tasks in order; with the widths of their columns for the block that follows."""
    parts = _parts(lines)
    for part in parts:
        part.lines = _at_blanks(part.lines)
    segments = [
        Segment(part.lines, goal=has_goal and index > 0, task=bool(part.amounts)) for index, part in enumerate(parts)
    ]
    widths = widths or column_widths(segments)
    texts: list[tuple[Inked, Inked, tuple[Inked, ...], list[Printed]]] = []
    for part, segment in zip(parts, segments, strict=True):
        goal_end, name_end = cut(segment, widths) if part.lines else (0, 0)
        if texts:
            texts[-1][3].extend(part.lines[:goal_end])
        if part.amounts:
            name, content = _joined(part.lines[goal_end:name_end]), _joined(part.lines[name_end:])
            texts.append((name, content, part.amounts, []))
    return [(name, content, amounts, _joined(goal)) for name, content, amounts, goal in texts], widths


def _parts(lines: Sequence[Printed]) -> list[_Part]:
    parts = [_Part()]
    for line, following in zip_longest(lines, lines[1:]):
        found = _cut_at_amounts(line, following.text if following else "")
        if found is None:
            parts[-1].lines.append(line)
            continue
        before, amounts, behind = found
        if before:
            parts[-1].lines.append(Printed(before))
        parts[-1].amounts = amounts
        parts.append(_Part([Printed(behind)] if behind else []))
    return parts


def _cut_at_amounts(line: Printed, following: str) -> tuple[Inked, tuple[Inked, ...], Inked] | None:
    """A line with the amount of a task: alone, at its end, or between content and goal."""
    if _ALONE.match(line.text):
        return None if _UNIT.match(following) else (Inked(""), line.tokens, Inked(""))
    for match in reversed(list(_AMOUNTS.finditer(line.text))):
        before, behind = line.content.cut(0, match.start()).strip(), line.content.cut(match.end()).strip()
        if not _UNIT.match(behind.text or following):
            return before, Printed(line.content.cut(*match.span())).tokens, behind
    return None


def _at_blanks(lines: Sequence[Printed]) -> list[Printed]:
    """Lines that hold the end of one cell and the beginning of the next are cut at the blank between two words."""
    found: list[Printed] = []
    for line in lines:
        start = 0
        for match in _BETWEEN_WORDS.finditer(line.text):
            found.append(Printed(line.content.cut(start, match.end()), goes_on=True))
            start = match.end()
        found.append(Printed(line.content.cut(start)) if start else line)
    return found


def _joined(lines: Sequence[Printed]) -> Inked:
    return tidy(Inked.join(line.content for line in lines).strip())
