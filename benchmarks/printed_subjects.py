"""Documents whose printed numbers can be changed one by one: made ones in every format, published texts, reports of PDFs."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Container, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from decimal import Decimal
from operator import is_
from pathlib import Path
from typing import Any, Protocol

import _samples  # noqa: F401
from printed.layouts import LAYOUTS
from printed.table import Document, Table
from printed_documents import as_text
from printed_slips import NUMBER

from gouji.model.figure import Figure
from gouji.model.place import Place
from gouji.model.report import Report
from gouji.reading.read import read_document

Key = tuple[str, str, str, int]  # form, row, field, and which of several figures there


class Subject(Protocol):
    """A document with its printed numbers in order; `neighbours` of a number stand beside, above or below it."""

    name: str
    numbers: list[str]

    def neighbours(self, number: int) -> list[int]: ...

    def read(self, changed: Mapping[int, str]) -> Report:
        """The report of the document with some numbers printed otherwise."""
        ...


def keyed(report: Report) -> dict[Key, Figure]:
    """The figures of a report by where they stand, whatever is printed there."""
    met: Counter[tuple[str, str, str]] = Counter()
    found: dict[Key, Figure] = {}
    for figure in report.figures():
        spot = (figure.place.form, figure.place.row, figure.place.field)
        found[*spot, met[spot]] = figure
        met[spot] += 1
    return found


@dataclass
class Text:
    """A plain text. Its numbers are the figures that are read from it and stand on one line."""

    name: str
    report: Report
    numbers: list[str] = field(default_factory=list)
    spots: list[tuple[int, int]] = field(default_factory=list)  # line and column, from 0
    figures: list[Figure] = field(default_factory=list)

    def __post_init__(self) -> None:
        for figure in self.report.figures():
            ink = figure.place.ink
            if ink.line is None or ink.column is None or ink.end_line != ink.line:
                continue
            found = NUMBER.search(self.report.lines[ink.line - 1], ink.column - 1, ink.end_column and ink.end_column - 1)
            if found and any(digit in "123456789" for digit in found[0]) and figure.value:
                self.numbers.append(found[0])
                self.spots.append((ink.line - 1, found.start()))
                self.figures.append(figure)

    @classmethod
    def of(cls, name: str, data: bytes) -> Text:
        return cls(name, read_document(name, data))

    def among(self, places: Container[Place]) -> Text:
        """The same text, of whose numbers only those at the places are changed."""
        kept = [number for number, figure in enumerate(self.figures) if figure.place in places]
        numbers, spots, figures = ([of[n] for n in kept] for of in (self.numbers, self.spots, self.figures))
        text = replace(self)
        text.numbers, text.spots, text.figures = numbers, spots, figures  # type: ignore[assignment]
        return text

    def neighbours(self, number: int) -> list[int]:
        place = self.figures[number].place
        near = []
        for other in (*range(number - 8, number), *range(number + 1, number + 9)):
            if 0 <= other < len(self.numbers) and self.figures[other].place.form == place.form:
                there = self.figures[other].place
                if (there.row == place.row) != (there.field == place.field):
                    near.append(other)
        return near

    def read(self, changed: Mapping[int, str]) -> Report:
        lines = list(self.report.lines)
        for number, text in sorted(changed.items(), key=lambda each: self.spots[each[0]], reverse=True):
            line, column = self.spots[number]
            lines[line] = lines[line][:column] + text + lines[line][column + len(self.numbers[number]) :]
        return read_document(self.name, "\n".join(lines).encode())


@dataclass
class Printed:
    """A made document, printed in a format. Its numbers are the amounts in its tables and in its narrative."""

    name: str
    document: Document
    format: str = "text"
    numbers: list[str] = field(default_factory=list)
    spots: list[tuple[int, int, int]] = field(default_factory=list)  # part; cell or -1; where in the text

    def __post_init__(self) -> None:
        for place, part in enumerate(self.document.parts):
            if isinstance(part, Table):
                for index, cell in enumerate(part.cells):
                    if cell.is_amount and any(digit in "123456789" for digit in cell.text):
                        self._add((place, index, 0), cell.text)
            elif isinstance(part, str):
                for found in NUMBER.finditer(part):
                    if part[found.end() :].lstrip().startswith(("万元", "%")) and float(found[0].replace(",", "")):
                        self._add((place, -1, found.start()), found[0])

    def _add(self, spot: tuple[int, int, int], text: str) -> None:
        self.spots.append(spot)
        self.numbers.append(text)

    def neighbours(self, number: int) -> list[int]:
        place, index, _ = self.spots[number]
        part = self.document.parts[place]
        if not isinstance(part, Table):
            return []
        own = part.cells[index]
        return [
            other for other, (where, cell, _) in enumerate(self.spots)
            if where == place and abs(part.cells[cell].row - own.row) + abs(part.cells[cell].column - own.column) == 1
        ]  # fmt: skip

    def read(self, changed: Mapping[int, str]) -> Report:
        parts = list(self.document.parts)
        for number, text in sorted(changed.items(), key=lambda each: self.spots[each[0]], reverse=True):
            place, index, start = self.spots[number]
            part = parts[place]
            if isinstance(part, Table):
                cells = list(part.cells)
                cells[index] = replace(cells[index], text=text)
                parts[place] = replace(part, cells=cells)
            else:
                assert isinstance(part, str)
                parts[place] = part[:start] + text + part[start + len(self.numbers[number]) :]
        return printed(Document(self.name, parts), self.format)


def printed(document: Document, form: str = "text") -> Report:
    """What is read of a document printed in a format: text, xlsx, docx, or the name of a layout of PDF."""
    if form == "text":
        return read_document("document.txt", as_text(document).encode())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"document.{form if form in ('xlsx', 'docx') else 'pdf'}"
        if form == "xlsx":
            from printed import xlsx

            xlsx.write(document, path)
        elif form == "docx":
            from printed import docx

            docx.write(document, path)
        else:
            from printed import pdf

            pdf.write(document, next(layout for layout in LAYOUTS if layout.name == form), path)
        return read_document(path.name, path.read_bytes())


@dataclass
class Read:
    """A document that was read; numbers are changed in what was read, not on the page."""

    name: str
    report: Report
    numbers: list[str] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)

    def __post_init__(self) -> None:
        for figure in self.report.figures():
            found = NUMBER.search(figure.text)
            if found and figure.value:
                self.figures.append(figure)
                self.numbers.append(found[0])

    def neighbours(self, number: int) -> list[int]:
        return [
            other for other in (number - 1, number + 1)
            if 0 <= other < len(self.figures) and self.figures[other].place.form == self.figures[number].place.form
            and self.figures[other].place.row == self.figures[number].place.row
        ]  # fmt: skip

    def read(self, changed: Mapping[int, str]) -> Report:
        others = {self.figures[number].place: self._reprinted(number, text) for number, text in changed.items()}
        return _with_figures(self.report, others) if others else self.report

    def _reprinted(self, number: int, text: str) -> Figure:
        figure, before = self.figures[number], Decimal(self.numbers[number].replace(",", ""))
        worth = abs(figure.value) / abs(before)
        place = replace(figure.place, text=figure.text.replace(self.numbers[number], text))
        sign = 1 if figure.value * before >= 0 else -1
        return replace(figure, text=place.text, value=sign * worth * Decimal(text.replace(",", "")), place=place)


def _with_figures(thing: Any, others: Mapping[Any, Figure]) -> Any:
    """A frozen thing with figures of it replaced, by their places; what holds none of them stays the same object."""
    if isinstance(thing, Figure):
        return others.get(thing.place, thing)
    if isinstance(thing, tuple):
        parts = tuple(_with_figures(each, others) for each in thing)
        return thing if all(map(is_, parts, thing)) else parts
    if isinstance(thing, dict):
        named = {key: _with_figures(each, others) for key, each in thing.items()}
        return thing if all(named[key] is thing[key] for key in thing) else named
    if is_dataclass(thing) and not isinstance(thing, type):
        old = {each.name: getattr(thing, each.name) for each in fields(thing) if each.init}
        made = {name: new for name, each in old.items() if (new := _with_figures(each, others)) is not each}
        return replace(thing, **made) if made else thing
    return thing
