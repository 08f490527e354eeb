"""Lines of running text broken at the edge of the paper → whole paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from gouji.model.inked import Inked
from gouji.reading.captions import is_label
from gouji.reading.dump.printed import Printed, joined
from gouji.reading.headings import is_heading, level

_CLOSED = re.compile(r"[。！？!?…：:；;][”’）)》]*$")
_ENDED = re.compile(r"[。！？!?…：:][”’）)》]*$")
_INNER = re.compile(r"[，。；：、,]")
_RUNS_OVER = re.compile(r"^[，。、；：！？）)”’》%％+×÷=]")
_LATIN = re.compile(r"^[\x21-\x7e]+")
_DATE = re.compile(r"^(?:20\d{2}|二[〇○零]\w{2})年\d{0,2}\w{0,3}月(?:\w{1,3}日)?$")
_DATED = re.compile(r"^(?:填报|填表|编制|报送|公开|评价|发布)(?:日期|时间)\s*[：:]")
NARROWEST = 30  # columns; narrower text has no edge to tell a short line by
INDENT = 8  # columns that the first line of a paragraph may be narrower by, and a little more
FIRST_LINE = 3  # columns by which a first line is narrower at least


def text_width(lines: Sequence[Printed]) -> int:
    """The width of a full line: the commonest, for most lines of running text are full."""
    widths = Counter(line.width for line in lines if line.width >= NARROWEST)
    return (
        max(widths, key=lambda wide: (sum(widths[wide + near] for near in (-1, 0, 1)), wide)) if widths else NARROWEST
    )


def paragraphs(lines: Sequence[Printed], full: int) -> Iterator[Inked]:
    """The lines joined to paragraphs; `full` is the width of a full line."""
    waiting: list[Printed] = []
    for line in lines:
        if waiting and _begins(waiting, line, full):
            yield joined(waiting)
            waiting = []
        waiting.append(line)
    if waiting:
        yield joined(waiting)


def _begins(waiting: Sequence[Printed], line: Printed, full: int) -> bool:
    """Does `line` begin a new paragraph?"""
    last = waiting[-1]
    if _RUNS_OVER.match(line.text):
        return False
    if line.indent >= 2 and last.indent < line.indent and _CLOSED.search(last.text):
        return True
    if len(waiting) == 1 and (_stands_alone(last, full) or (_is_label(last) and _short(last, line, full))):
        return True
    if _is_label(line):
        return True
    if level(line.text) is not None and (_CLOSED.search(last.text) or _short(last, line, full)):
        return True
    if not _CLOSED.search(last.text):
        return _short(last, line, full) and (_DATE.match(line.text) is not None or _is_title(waiting))
    if _short(last, line, full):
        return bool(_ENDED.search(last.text)) or len(waiting) == 1
    return bool(_ENDED.search(last.text)) and full - 2 * INDENT < line.width <= full - FIRST_LINE


def _short(line: Printed, following: Printed, full: int) -> bool:
    """Does the line end before the edge, a Latin word that did not fit considered?"""
    latin = _LATIN.match(following.text)
    return line.width + min(len(latin.group()) if latin else 0, 12) < full - INDENT


def _stands_alone(line: Printed, full: int) -> bool:
    """A heading that fits one line; one that reaches the edge may be the beginning of a numbered sentence."""
    return is_heading(line.text) and (
        line.width < full - INDENT or (line.width < full - 1 and not _INNER.search(line.text))
    )


def _is_label(line: Printed) -> bool:
    """A line of a cover that names the body, or the day it was filled in."""
    return is_label(line.text) or bool(_DATED.match(line.text))


def _is_title(waiting: Sequence[Printed]) -> bool:
    """One or two short lines without inner punctuation."""
    return len(waiting) <= 2 and not any(_INNER.search(line.text) for line in waiting)
