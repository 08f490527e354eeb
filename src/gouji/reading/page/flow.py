"""Lines outside of tables → paragraphs: a full line runs on in the next one, unless that is set in or begins anew."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gouji.model.inked import Inked
from gouji.reading.captions import is_label
from gouji.reading.headings import starts_new
from gouji.reading.page.lines import Line, spelled, stretches
from gouji.reading.page.printing import Printer
from gouji.reading.page.table import joined

FULL = 2.2  # characters that may be missing at the end of a full line
INDENT = 1.2  # characters by which the first line of a paragraph is set in
SAME_SIZE = 0.12  # of the height
LEAD = 2.6  # of the height: lines further apart are no neighbours
WIDER = 1.4  # a gap so many times the one before begins something new
CENTRED = 0.03  # of the width between the margins

_LEADER = re.compile(r"(?:[.·…．﹒]\s?){5,}")
_INNER = re.compile(r"[，。；：,;:]")
_PAGE = re.compile(r"^\d{1,3}$")


@dataclass(frozen=True, slots=True)
class Margins:
    """Where the lines of a column of text usually start, and where the longest end."""

    left: float
    right: float

    @classmethod
    def of(cls, found: list[Line]) -> Margins:
        lefts = sorted(line.left for line in found)
        shared = (left for left in lefts if sum(abs(other - left) < 3 for other in lefts) >= 2)
        return cls(next(shared, min(lefts, default=0.0)), max((line.right for line in found), default=0.0))


def paragraphs(found: list[Line], printer: Printer, margins: Margins) -> list[Inked]:
    """The paragraphs of consecutive lines; texts that stand apart on one line are each their own."""
    result: list[Inked] = []
    waiting: list[Line] = []
    for line in found:
        parts = _labels_with_values(stretches(line))
        if waiting and not (len(parts) == 1 and _runs_on(waiting, parts[0], margins)):
            result.append(_paragraph(waiting, printer))
            waiting = []
        if len(parts) == 1:
            waiting.append(parts[0])
        else:
            result += [printer.line(part) for part in parts]
    return [*result, _paragraph(waiting, printer)] if waiting else result


def _paragraph(waiting: list[Line], printer: Printer) -> Inked:
    return joined([printer.line(line) for line in waiting])


def _labels_with_values(parts: list[Line]) -> list[Line]:
    """A label that ends in a colon and what is filled in behind it are one; so are an entry of the contents and its page."""
    found = parts[:1]
    for part in parts[1:]:
        text, before = _text(part), _text(found[-1])
        filled_in = before[-1:] in ("：", ":") and "：" not in text and ":" not in text and not is_label(text)
        if filled_in or (part is parts[-1] and len(parts) == 2 and _PAGE.match(text) and not before[-1:].isdigit()):
            found[-1] = found[-1].with_(part)
        else:
            found.append(part)
    return found


def _text(line: Line) -> str:
    return spelled(line.glyphs)[0]


def _runs_on(waiting: list[Line], line: Line, margins: Margins) -> bool:
    """Does the paragraph go on in this line?"""
    before = waiting[-1]
    size = before.height
    if abs(line.height - size) > SAME_SIZE * size + 1 or line.base - before.base > LEAD * size:
        return False
    if len(waiting) > 1 and line.base - before.base > WIDER * (before.base - waiting[-2].base):
        return False
    if before.right < margins.right - FULL * size:
        return False
    text, opening = _text(line), _text(before)
    if starts_new(text) or _LEADER.search(opening) or _LEADER.search(text):
        return False
    return line.left < margins.left + INDENT * size or _goes_on_centred(waiting, line, margins)


def _goes_on_centred(waiting: list[Line], line: Line, margins: Margins) -> bool:
    """Is the line the centred rest of a title that fills the line before?"""
    if len(waiting) > 1 or _INNER.search(_text(waiting[0])) or line.right > margins.right - FULL * line.height:
        return False
    middle, reach = (margins.left + margins.right) / 2, CENTRED * (margins.right - margins.left)
    return all(abs((part.left + part.right) / 2 - middle) <= reach for part in (waiting[0], line))
