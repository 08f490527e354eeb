"""The rows of a table in a dump: pieces of a name over several lines, then its values; codes, and tails of broken names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from gouji.model.inked import Inked
from gouji.reading.dump.printed import Printed
from gouji.reading.dump.table.figure_lines import is_amount, is_numbered, last_group
from gouji.vocabulary.terms import plain

Key = (
    Callable[[str], bool] | None
)  # tells the code (or number) that begins a row from its name; None where rows have none
TOTALS = ("合计", "总计", "小计")


@dataclass(slots=True)
class TableRow:
    """A row: its code or running number, the pieces of its name, its values as printed."""

    names: list[Inked] = field(default_factory=list)
    values: list[Inked] = field(default_factory=list)
    key: Inked = field(default_factory=lambda: Inked(""))

    @property
    def name(self) -> Inked:
        return Inked.join(self.names)

    @property
    def spot(self) -> Inked:
        """Something printed in the row, to show where it stands."""
        return next(piece for piece in (self.key, *self.names, *self.values) if piece)


def rows(lines: Sequence[Printed], waiting: Sequence[Inked], key: Key) -> list[TableRow]:
    """The rows in order. `waiting` are the pieces of the first name that stand among the header lines."""
    found: list[TableRow] = []
    names = list(waiting)
    for index, line in enumerate(lines):
        group = last_group(line)
        own, values = list(group.names), list(group.values)
        if key and not own and not names and len(values) > 1 and key(values[0].text):
            own, values = values[:1], values[1:]
        if key and not names and own and not key(own[0].text) and not values and _key_follows(lines, index, key):
            if found and found[-1].key:
                found[-1].names.extend(own)
                continue
        if names and own and _begins(names, own[0], line, key):
            found.append(_row(names, [], key))
            names = []
        if not key:  # lists side by side that no form tells apart: each name has the amount behind it
            beside, own = _beside(names, own)
            if beside:
                found.extend(beside)
                names = []
        names.extend(own)
        if values and not _only_key(names, values, key):
            found.append(_row(names, values, key))
            names = []
        elif values:
            names.extend(values)
    if names and key and key(names[0].text):
        found.append(_row(names, [], key))
    elif names and found:
        found[-1].names.extend(names)
    return found


def _beside(names: Sequence[Inked], own: Sequence[Inked]) -> tuple[list[TableRow], list[Inked]]:
    """The rows that stand on a line before its last one, and the pieces of the last one's name."""
    found: list[TableRow] = []
    pieces = list(names)
    waiting = len(pieces)
    for piece in own:
        if is_amount(piece.text) and pieces:
            found.append(TableRow(pieces, [piece]))
            pieces, waiting = [], 0
        else:
            pieces.append(piece)
    return found, pieces[waiting:]


def _begins(names: Sequence[Inked], first: Inked, line: Printed, key: Key) -> bool:
    """Does a further row begin, so that the name that waits has no values: by a code after a code, by 二、 after 一、?"""
    if key:
        return key(first.text) and (key(names[0].text) or plain(names[0].text) in TOTALS)
    return is_numbered(line)


def _key_follows(lines: Sequence[Printed], index: int, key: Callable[[str], bool]) -> bool:
    """Does the next line begin a row, so that what stands before it ends the name above?"""
    return index + 1 == len(lines) or key(lines[index + 1].tokens[0].text)


def _only_key(names: Sequence[Inked], values: Sequence[Inked], key: Key) -> bool:
    """A line with nothing but a code begins a row."""
    return key is not None and not names and len(values) == 1 and key(values[0].text)


def _row(names: Sequence[Inked], values: Sequence[Inked], key: Key) -> TableRow:
    if key and names and key(names[0].text):
        return TableRow(list(names[1:]), list(values), names[0])
    return TableRow(list(names), list(values))
