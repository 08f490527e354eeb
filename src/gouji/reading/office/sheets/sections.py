"""The rows of a sheet → sections: tables, and the lines of text between them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from gouji.reading.captions import is_label, is_note, is_title, unit_of
from gouji.reading.numbers import looks_like_number
from gouji.reading.office.sheets.sheet import Sheet, SheetRow

FEWEST_FRAMED = 2  # rows with rules, for rules to tell what is a table in a sheet
MOST_LOOSE = 3  # texts in one row outside a table
LONG = 30  # characters; a text longer than this alone in its row is no row of a table
_LABELLED = re.compile(r"^(?!其中)[^：:，。]{1,10}[：:]")  # 填表人：…
_COLONS = ("：", ":")


@dataclass(slots=True)
class Section:
    """Consecutive rows of one kind; `loose` ones are lines of text."""

    loose: bool
    rows: list[SheetRow] = field(default_factory=list)


def sections(sheet: Sheet) -> list[Section]:
    """The sections from top to bottom. Rules tell what is a table; in a sheet without rules, blank rows and texts do."""
    framed = _is_framed(sheet.rows)
    rows = [row for row in sheet.rows if row.texts or (framed and row.frame)]
    kinds = _framed(rows) if framed else _unframed(rows)
    marked = zip(kinds, rows, strict=True)
    parted = [Section(loose, [row for _, row in group]) for loose, group in groupby(marked, key=lambda pair: pair[0])]
    return [section for section in parted if _trimmed(section.rows)]


def _is_framed(rows: list[SheetRow]) -> bool:
    """Do rules tell what is a table? Not where only a header has some."""
    kinds = [row.frame is not None for row in rows if len(row.texts) > 1]
    return sum(row.frame is not None for row in rows) >= FEWEST_FRAMED and 2 * sum(kinds) >= len(kinds)


def _trimmed(rows: list[SheetRow]) -> list[SheetRow]:
    """The rows without blank ones at the ends, in place."""
    while rows and not rows[-1].texts:
        rows.pop()
    while rows and not rows[0].texts:
        del rows[0]
    return rows


def _framed(rows: list[SheetRow]) -> list[bool]:
    """In a sheet with rules: the rows without them are lines of text, and so are body and unit at the top of a table."""
    kinds: list[bool] = []
    for row in rows:
        top = not kinds or kinds[-1] or row.apart
        kinds.append(_is_outside(row) if row.frame is None else top and _states_unit(row))
    return kinds


def _is_outside(row: SheetRow) -> bool:
    """Is a row without rules a line of text, or a row of the table that lacks them?"""
    return _is_line(row) or (len(row.texts) <= MOST_LOOSE and not any(map(looks_like_number, row.texts.values())))


def _states_unit(row: SheetRow) -> bool:
    """Does the row hold labels alone (部门：…, 单位：万元), one of them the money unit?"""
    texts = [text.strip() for text in row.texts.values()]
    whole = [before + text for before, text in pairwise(["", *texts]) if not text.endswith(_COLONS)]
    named = [text for text in texts if not text.endswith(_COLONS)]
    labels = [text if is_label(text) else joined for text, joined in zip(named, whole, strict=True)]
    return 0 < len(texts) <= 2 * MOST_LOOSE and any(map(unit_of, labels)) and all(map(is_label, labels))


def _is_line(row: SheetRow) -> bool:
    texts = [text.strip() for text in row.texts.values()]
    if len(texts) == 1 or all(map(_LABELLED.match, texts)):
        return True
    return len(texts) <= 2 * MOST_LOOSE and any(map(_is_labelled, texts)) and not is_title(texts[0])


def _is_labelled(text: str) -> bool:
    return is_label(text) or text.endswith(_COLONS)


def _unframed(rows: list[SheetRow]) -> list[bool]:
    """In a sheet without rules: lines stand above and below the rows of several texts between two blank rows."""
    kinds: list[bool] = []
    for block in _blocks(rows):
        several = [index for index, row in enumerate(block) if not _is_line(row)]
        if not several:
            kinds += [True] * len(block)
            continue
        first, last = several[0], several[-1]
        kinds += [True] * first
        kinds += [False] * (last - first + 1)
        kinds += [_ends_table(row) for row in block[last + 1 :]]
    return kinds


def _blocks(rows: list[SheetRow]) -> list[list[SheetRow]]:
    found: list[list[SheetRow]] = []
    for row in rows:
        if row.apart or not found:
            found.append([])
        found[-1].append(row)
    return found


def _ends_table(row: SheetRow) -> bool:
    """Is a single text below a table a note or a line of text, not a row of the table?"""
    text = next(iter(row.texts.values())).strip()
    if is_note(text) or is_title(text) or len(text) > LONG or text.startswith(("注", "说明", "备注")):
        return True
    return all(_LABELLED.match(text.strip()) for text in row.texts.values())
