"""A printed value → its criterion, with its ink. The same few values stand in every form: they are read once."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from gouji.model.inked import Inked
from gouji.model.performance import Criterion
from gouji.model.place import Ink
from gouji.reading.criteria import shape
from gouji.reading.criteria.normal import normal
from gouji.reading.criteria.value import value

_MOST = 4096
_TEXTS: dict[str, Criterion] = {}


def criterion(content: Inked) -> Criterion:
    """The value as it can be judged. What cannot be judged keeps its text and says in `reason` why."""
    text = content.text
    if text and (text[0] <= " " or text[-1] <= " " or text[0] == "　" or text[-1] == "　"):
        content = content.strip()
        text = content.text
    split = None
    read = _TEXTS.get(text)
    if read is None:
        split = shape.split(text)
        if split is not None and (template := shape.known(split[0])) is not None and (number := Decimal(split[1])):
            return _filled(*template, text, number, _ink(content))
        read = _learned(text, split)
    ink = _ink(content)
    if read.parts:  # only the parts of a value have ink of their own
        return replace(read, text=text, ink=ink, parts=tuple(_inked(part, content) for part in read.parts))
    return Criterion(
        text, read.kind, read.comparator, read.low, read.high, read.unit, read.scale, read.implied, read.period,
        read.aggregation, read.scope, read.base_year, (), ink, read.reason, read.by, read.base, read.change, read.met,
        read.grades,
    )  # fmt: skip


def _filled(known: Criterion, worth: Decimal | None, text: str, number: Decimal, ink: Ink) -> Criterion:
    """The reading of another text of the same words, with this number."""
    value = number if worth is None else number * worth
    return Criterion(
        text, known.kind, known.comparator, None if known.low is None else value, None if known.high is None else value,
        known.unit, known.scale, known.implied, known.period, known.aggregation, known.scope, None, (), ink, "", None,
        known.base, known.change,
    )  # fmt: skip


def _learned(text: str, split: tuple[shape.Shape, str] | None) -> Criterion:
    """A text met for the first time, kept with its shape."""
    read = _offset(text)
    if len(_TEXTS) >= _MOST:
        _TEXTS.clear()
    _TEXTS[text] = read
    if split is not None:
        shape.learn(*split, read, _offset)
    return read


def _offset(text: str) -> Criterion:
    """The value with the parts' offsets in `text` for their ink."""
    return value(normal(Inked(text, ((0, 1, 0),))))


def _inked(part: Criterion, content: Inked) -> Criterion:
    start, end = part.ink.column or 0, part.ink.end_column or 0
    return replace(part, ink=content.ink(start, min(end, len(content.text))))


def _ink(content: Inked) -> Ink:
    """As `content.ink()`; most values are printed in one run."""
    if len(content.runs) == 1 and content.text and content.runs[0][0] == 0:
        _, line, column = content.runs[0]
        return Ink(line, column, line, column + len(content.text))
    return content.ink()
