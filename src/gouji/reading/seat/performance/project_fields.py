"""Boxes of a project's form → what a project is: period in years, secrecy, and where several forms share a grid."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from gouji.model.inked import Inked
from gouji.model.performance import TextBox
from gouji.reading.grid import GridRow
from gouji.reading.seat.performance.labels import box_name
from gouji.reading.seat.performance.printed import filled
from gouji.vocabulary.form import Form

NAME = "项目名称"

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
_SECRET = re.compile(r"^[\s(（]*涉密")


def period_of(text: str) -> tuple[int, int] | None:
    """First and last year of a printed period; one year is both; None where no year is printed (长期, 3年)."""
    years = [int(year) for year in _YEAR.findall(text)]
    return (years[0], years[-1]) if years else None


def is_secret(*contents: Inked) -> bool:
    """Do the boxes say that the project is classified (涉密项目) instead of telling of it?"""
    return any(_SECRET.match(content.text) for content in contents)


def box_of(boxes: Sequence[TextBox], field: str) -> TextBox | None:
    """The box of that name; None where the form does not print it."""
    return next((box for box in boxes if box.field == field), None)


def forms_in(rows: Sequence[GridRow], form: Form) -> Iterator[Sequence[GridRow]]:
    """The rows of each form in a grid that holds several, one below the other: each begins with its project's name."""
    starts = [index for index, row in enumerate(rows) if _begins(row, form)]
    bounds = [0, *starts[1:], len(rows)]
    yield from (rows[start:end] for start, end in pairwise(bounds))


def _begins(row: GridRow, form: Form) -> bool:
    columns = filled(row)
    return bool(columns) and box_name(row[columns[0]].text, form) == NAME
