"""A printed line → the cells of a table row: tabs, or the bars of Markdown and plain text."""

from __future__ import annotations

import re

from gouji.model.inked import Inked

WIDEST = 400  # cells; no form is wider, and padding to a hostile line would fill the memory

_RULE_LINE = re.compile(r"^[\s|｜:+=-]*-{2,}[\s|｜:+=-]*$")


def is_rule(line: Inked) -> bool:
    """Is the line the `|---|---|` under a Markdown header, or a frame of dashes?"""
    return len(line) < 2000 and ("|" in line.text or "+" in line.text) and bool(_RULE_LINE.match(line.text))


def cells(line: Inked) -> list[Inked]:
    """The cells of a line, stripped; a line without separators is a single cell."""
    if "\t" in line.text:
        found = list(line.split("\t"))
    else:
        bare = line.strip()
        separator = "|" if "|" in bare.text else "｜"
        framed = bare.text.startswith(separator)
        if framed:
            bare = bare.cut(1, len(bare) - 1 if bare.text.endswith(separator) and len(bare) > 1 else len(bare))
        found = list(bare.split(separator))
    return [cell.strip() for cell in _narrowed(found)]


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
