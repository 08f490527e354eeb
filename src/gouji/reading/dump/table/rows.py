"""The rows of a table in a dump: pieces of a name over several lines, then its values; codes, and tails of broken names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from gouji.model.inked import Inked
from gouji.reading.dump.printed import Printed
from gouji.reading.dump.table.figure_lines import is_code, is_numbered, last_group
from gouji.vocabulary.terms import plain

TOTALS = ("合计", "总计", "小计")


@dataclass(slots=True)
class TableRow:
    """A row: its code, the pieces of its name, its values as printed."""

    names: list[Inked] = field(default_factory=list)
    values: list[Inked] = field(default_factory=list)
    code: Inked = field(default_factory=lambda: Inked(""))

    @property
    def name(self) -> Inked:
        return Inked.join(self.names)

    @property
    def spot(self) -> Inked:
        """Something printed in the row, to show where it stands."""
        return next(piece for piece in (self.code, *self.names, *self.values) if piece)


def rows(lines: Sequence[Printed], waiting: Sequence[Inked], coded: bool) -> list[TableRow]:
    """The rows in order. `waiting` are the pieces of the first name that stand among the header lines."""
    found: list[TableRow] = []
    names = list(waiting)
    for index, line in enumerate(lines):
        group = last_group(line)
        own, values = list(group.names), list(group.values)
        if coded and not own and not names and len(values) > 1 and is_code(values[0].text):
            own, values = values[:1], values[1:]
        if coded and not names and own and not is_code(own[0].text) and not values and _coded_follows(lines, index):
            if found and found[-1].code:
                found[-1].names.extend(own)
                continue
        if names and own and _begins(names, own[0], line, coded):
            found.append(_row(names, [], coded))
            names = []
        names.extend(own)
        if values and not _only_code(names, values, coded):
            found.append(_row(names, values, coded))
            names = []
        elif values:
            names.extend(values)
    if names and coded and is_code(names[0].text):
        found.append(_row(names, [], coded))
    elif names and found:
        found[-1].names.extend(names)
    return found


def _begins(names: Sequence[Inked], first: Inked, line: Printed, coded: bool) -> bool:
    """Does a further row begin, so that the name that waits has no values: by a code after a code, by 二、 after 一、?"""
    if coded:
        return is_code(first.text) and (is_code(names[0].text) or plain(names[0].text) in TOTALS)
    return is_numbered(line)


def _coded_follows(lines: Sequence[Printed], index: int) -> bool:
    """Does the next line begin with a code, so that what stands before it ends the name above?"""
    return index + 1 == len(lines) or is_code(lines[index + 1].tokens[0].text)


def _only_code(names: Sequence[Inked], values: Sequence[Inked], coded: bool) -> bool:
    """A line with nothing but a code begins a row."""
    return coded and not names and len(values) == 1 and is_code(values[0].text)


def _row(names: Sequence[Inked], values: Sequence[Inked], coded: bool) -> TableRow:
    if coded and names and is_code(names[0].text):
        return TableRow(list(names[1:]), list(values), names[0])
    return TableRow(list(names), list(values))
