"""A printed value → its criterion, with its ink. The same few values stand in every form: they are read once."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from gouji.model.inked import Inked
from gouji.model.performance import Criterion
from gouji.model.place import Ink
from gouji.reading.criteria.normal import normal
from gouji.reading.criteria.shape import read_by_shape
from gouji.reading.criteria.value import value, value_of


def criterion(content: Inked) -> Criterion:
    """The value as it can be judged. What cannot be judged keeps its text and says in `reason` why."""
    printed = content.strip()
    read = _read(printed.text)
    if read.parts:  # only the parts of a value have ink of their own
        read = value(normal(printed))
        return replace(read, text=printed.text, ink=printed.ink())
    return Criterion(
        printed.text, read.kind, read.comparator, read.low, read.high, read.unit, read.scale, read.implied, read.period,
        read.aggregation, read.scope, read.base_year, (), _ink(printed), read.reason, read.by, read.base, read.change,
        read.met, read.grades,
    )  # fmt: skip


@lru_cache(maxsize=4096)
def _read(text: str) -> Criterion:
    return read_by_shape(text, value_of)


def _ink(content: Inked) -> Ink:
    """As `content.ink()`; most values are printed in one run."""
    if len(content.runs) == 1 and content.text and content.runs[0][0] == 0:
        _, line, column = content.runs[0]
        return Ink(line=line, column=column, end_line=line, end_column=column + len(content.text))
    return content.ink()
