"""Tables by pdfplumber, as pieces for our own joiner: so that only the finding of tables differs."""

from __future__ import annotations

import io
import re
from typing import Any

import pdfplumber

from gouji.model.inked import Inked
from gouji.reading.grid import covered
from gouji.reading.run import Piece, Run

THICKEST = 3.0  # points: a filled box thinner than this is a rule

_PAGE_NUMBER = re.compile(r"^[-\s第]*\d+[-\s页]*$")

Box = tuple[float, float, float, float]


def plain(data: bytes, name: str) -> list[Piece]:
    """As it comes."""
    return _read(data, False)


def filtered(data: bytes, name: str) -> list[Piece]:
    """With boxes that are no rules left out."""
    return _read(data, True)


def _read(data: bytes, thin_only: bool) -> list[Piece]:
    pieces: list[Piece] = []
    counter = iter(range(1, 10_000_000))
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            if thin_only:
                page = page.filter(_is_rule)
            pieces += _page(page, counter)
    return pieces


def _is_rule(thing: dict[str, Any]) -> bool:
    return thing["object_type"] != "rect" or min(thing["width"], thing["height"]) < THICKEST


def _page(page: Any, counter: Any) -> list[Piece]:
    tables = page.find_tables()
    found: list[tuple[float, Piece]] = []
    for table in tables:
        found.append((table.bbox[1], _run(page, table, counter)))
    outside = page.filter(
        lambda thing: thing["object_type"] != "char" or not any(_within(thing, table.bbox) for table in tables)
    )
    for line in outside.extract_text_lines(return_chars=False):
        if line["top"] > 0.91 * page.height and _PAGE_NUMBER.match(line["text"]):
            continue  # as our own reader leaves them out
        for text in line["text"].split("   "):
            found.append((line["top"], Inked.at(text.strip(), next(counter))))
    return [piece for _, piece in sorted(found, key=lambda pair: pair[0])]


def _within(thing: dict[str, Any], box: Box) -> bool:
    x, y = (thing["x0"] + thing["x1"]) / 2, (thing["top"] + thing["bottom"]) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _run(page: Any, table: Any, counter: Any) -> Run:
    xs = sorted({round(x, 1) for cell in table.cells for x in (cell[0], cell[2])})
    ys = sorted({round(y, 1) for cell in table.cells for y in (cell[1], cell[3])})
    rows: list[list[Inked]] = [[Inked("") for _ in xs[1:]] for _ in ys[1:]]
    for cell in sorted(table.cells, key=lambda cell: (cell[1], cell[0])):
        text = page.crop(cell, strict=False).extract_text() or ""
        left, top, right, bottom = (round(side, 1) for side in cell)
        anchor = Inked.at(text.replace("\n", ""), next(counter))
        for row in range(ys.index(top), ys.index(bottom)):
            for column in range(xs.index(left), xs.index(right)):
                rows[row][column] = covered(anchor)
        rows[ys.index(top)][xs.index(left)] = anchor
    return Run(rows, edges=tuple(xs), page=page.page_number)
