"""A printed line → the cells of a table row: tabs, or the bars of Markdown and plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gouji.model.inked import Inked

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


def has_separator(line: Inked) -> bool:
    """Can the line be a row of a table?"""
    return "\t" in line.text or "|" in line.text or "｜" in line.text


def filled(row: list[Inked]) -> list[int]:
    """The columns of a row that are not blank."""
    return [column for column, cell in enumerate(row) if cell.text]
