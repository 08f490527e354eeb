"""The columns of a table from the broken pieces of its header: the words of a known form, else the printed pieces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gouji.model.inked import Inked
from gouji.reading.dump.printed import Printed
from gouji.reading.dump.table.header_match import HeaderText, Match, figure_columns, matched
from gouji.reading.recognise import titled
from gouji.vocabulary.form import Column, Form, all_forms

SHAPES = ("coded", "named", "money", "scores")
FEWEST_UNTITLED = 3  # columns that must all be found where no title names the form
LONGEST_LABEL = 14
NUMBERS = ("序号", "编号")


@dataclass(frozen=True, slots=True)
class Columns:
    """The value columns in order, the word above the names, and how many header lines they take.

    `measures` say what stands in each (money, percent …), "" where that is not known. `form` is None where none fits.
    """

    cells: tuple[Inked, ...]
    label: Inked
    height: int
    measures: tuple[str, ...]
    form: Form | None = None
    number: Inked = Inked("")  # the word over a column of running numbers (序号), if there is one


def columns_of(header: Sequence[Printed], titles: Sequence[str], count: int, percents: Sequence[bool]) -> Columns:
    """The columns of a table with `count` values in a row; `percents` say which of them carry a percent sign."""
    text = Inked.join(Inked.join(line.tokens) for line in header)
    match = _best(HeaderText.of(header), titles, count)
    if match is not None and len(match.spans) > count:
        count = len(match.spans)
        percents = ()
    if match is None:
        return _printed(header, count)
    columns = _ordered(match, count, percents)
    cells = tuple(_cell(column, match, text) for column in columns)
    first = min((span[0] for span in match.spans.values()), default=0)
    last = max((span[1] for span in match.spans.values()), default=0)
    label = text.cut(0, first) if 0 < first <= LONGEST_LABEL else Inked("项目", text.runs[:1])
    number = next((label.cut(0, len(word)) for word in NUMBERS if label.text.startswith(word)), Inked(""))
    label = label.cut(len(number)) if len(label) > len(number) else label
    measures = tuple(column.measure for column in columns)
    return Columns(cells, label, _height(header, last), measures, match.form, number)


def columns_in(header: Sequence[Printed], form: Form) -> list[tuple[Column, Inked]]:
    """The columns of a form that a header of one level prints, in printed order, with their cells."""
    text = Inked.join(Inked.join(line.tokens) for line in header)
    match = matched(form, HeaderText.of(header))
    columns = {column.name: column for column in figure_columns(form)}
    return [(columns[name], text.cut(*span)) for name, span in sorted(match.spans.items(), key=lambda pair: pair[1])]


def _best(text: HeaderText, titles: Sequence[str], count: int) -> Match | None:
    """The form that a title names, in the variant whose columns fit; else one whose columns all stand in the header."""
    for title in titles:
        forms = [form for form in titled(title) if form.shape in SHAPES]
        matches = [matched(form, text) for form in forms]
        fitting = [match for match in matches if _fits(match, count)]
        if fitting:
            return max(fitting, key=lambda match: (len(figure_columns(match.form)) == count, match.share))
    if count < FEWEST_UNTITLED:
        return None
    matches = [
        matched(form, text) for form in all_forms() if form.shape in SHAPES and len(figure_columns(form)) == count
    ]
    return max((match for match in matches if match.share == 1.0), key=lambda match: len(match.spans), default=None)


def _fits(match: Match, count: int) -> bool:
    """Are the columns as many as the values of a full row? More, where all are spelled: some are blank in every row."""
    columns = len(figure_columns(match.form))
    return columns == count or len(match.spans) == count or (len(match.spans) == columns > count)


def _ordered(match: Match, count: int, percents: Sequence[bool]) -> list[Column]:
    """The columns in the order of the form; in printed order where that alone agrees with the percent signs."""
    columns = figure_columns(match.form)
    if len(columns) != count:
        columns = [column for column in columns if column.name in match.spans]
    if _agree(columns, percents) or len(match.spans) < len(columns):
        return columns
    printed = sorted(columns, key=lambda column: match.spans[column.name])
    return printed if _agree(printed, percents) else columns


def _agree(columns: Sequence[Column], percents: Sequence[bool]) -> bool:
    """Do percent signs stand under rates only?"""
    return all(column.measure == "percent" for column, percent in zip(columns, percents, strict=False) if percent)


def _cell(column: Column, match: Match, text: Inked) -> Inked:
    """The header cell in printed words; a column that could not be spelled gets the form's word."""
    if column.name in match.spans:
        return text.cut(*match.spans[column.name])
    return Inked(column.name, text.runs[:1])


def _height(header: Sequence[Printed], end: int) -> int:
    """How many header lines reach to the end of the last column; a bracket behind it (（%）) belongs to it."""
    length = 0
    for number, line in enumerate(header, start=1):
        length += sum(len(token) for token in line.tokens)
        if length >= end:
            rest = number
            while rest < len(header) and re.match(r"^[（(]", header[rest].text):
                rest += 1
            return rest
    return len(header)


def _printed(header: Sequence[Printed], count: int) -> Columns:
    """No form fits: the pieces of one header line are the columns where their number is right, else nothing is said."""
    lines = [(line.tokens, number + 1) for number, line in enumerate(header)][::-1]
    pieces = tuple(token for line in header for token in line.tokens)
    for tokens, height in (*lines, (pieces, len(header))):
        labels = tokens[: len(tokens) - count]
        numbered = bool(labels) and labels[0].text in NUMBERS
        if count > 1 and 0 <= len(tokens) - count <= 1 + numbered:
            label = labels[-1] if len(labels) > numbered else Inked("项目", tokens[0].runs[:1])
            number = labels[0] if numbered else Inked("")
            return Columns(tokens[-count:], label, height, ("",) * count, number=number)
    text = Inked.join(pieces)
    return Columns((Inked("", text.runs[:1]),) * count, text, len(header), ("",) * count)
