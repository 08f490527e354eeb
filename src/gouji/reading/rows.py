"""A printed line → the cells of a table row: tabs, or the bars of Markdown and plain text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from gouji.model.inked import Inked

FEWEST_ROWS = 5  # to tell the width of a table from its rows
WIDEST = 400  # cells; no form is wider, and padding to a hostile line would fill the memory

_RULE_LINE = re.compile(r"^[\s|｜:+=-]*-{2,}[\s|｜:+=-]*$")


def is_rule(line: Inked) -> bool:
    """Is the line the `|---|---|` under a Markdown header, or a frame of dashes?"""
    return len(line) < 2000 and ("|" in line.text or "+" in line.text) and bool(_RULE_LINE.match(line.text))


def framed(lines: Sequence[Inked]) -> bool:
    """Do bars enclose every row, as in Markdown? If not, a bar at the start of a line follows a blank cell."""
    return all(line.text.strip()[:1] in ("|", "｜") and line.text.strip()[-1:] in ("|", "｜") for line in lines)


def cells(line: Inked, inside_frame: bool = False) -> list[Inked]:
    """The cells of a line, stripped; with `inside_frame` the bars at both ends are a frame, not separators."""
    if "\t" in line.text:
        return [cell.strip() for cell in _narrowed(list(line.split("\t")))]
    bare = line.strip()
    separator = "|" if "|" in bare.text else "｜"
    if inside_frame and bare.text.startswith(separator):
        bare = bare.cut(1, len(bare) - 1 if len(bare) > 1 and bare.text.endswith(separator) else len(bare))
    return [cell.strip() for cell in _narrowed(list(bare.split(separator)))]


def _narrowed(found: list[Inked]) -> list[Inked]:
    """Cells beyond the widest form: trailing blanks go, what is left over stays together in the last cell."""
    if len(found) <= WIDEST:
        return found
    while found and not found[-1].text.strip():
        found.pop()
    if len(found) <= WIDEST:
        return found
    return [*found[: WIDEST - 1], Inked.join(found[WIDEST - 1 :], " ")]


def whole(rows: list[list[Inked]]) -> list[list[Inked]]:
    """Rows of a table with tabs in which a line break inside a cell cut some in two: the halves are put together.

    Told by the number of cells: most rows have one width, and two short rows in turn make it up.
    """
    if len(rows) < FEWEST_ROWS:
        return rows
    width, count = Counter(len(row) for row in rows).most_common(1)[0]
    if width < 3 or count < len(rows) * 0.6:
        return rows
    found: list[list[Inked]] = []
    for row in rows:
        before = found[-1] if found else []
        if len(before) < width and len(row) < width and len(before) + len(row) - 1 == width and _cut(before, row):
            found[-1] = [*before[:-1], Inked.join((before[-1], row[0])), *row[1:]]
        else:
            found.append(row)
    return found


def _cut(row: list[Inked], rest: list[Inked]) -> bool:
    """Does a cell go on from the end of one row to the start of the next: words at both sides of the break?"""
    return all(bool(cell.text) and not cell.text[0].isdigit() for cell in (row[-1], rest[0]))


def has_separator(line: Inked) -> bool:
    """Can the line be a row of a table?"""
    return "\t" in line.text or "|" in line.text or "｜" in line.text


def filled(row: list[Inked]) -> list[int]:
    """The columns of a row that are not blank."""
    return [column for column, cell in enumerate(row) if cell.text]
