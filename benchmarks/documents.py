"""Cells a second of tables in Word files and web pages: `.venv/bin/python benchmarks/documents.py [--rows N]`.

The documents are made here: tables of a code, a name and six amounts, a merged header and a paragraph above each.
Beside ours in the same run: python-docx, which gives the texts of cells without their places, and for HTML bare lxml,
which gives the texts of `td` elements without spans or places. CPU time, median of some rounds.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable
from io import BytesIO

import docx
from lxml import html
from pace import cpu_seconds, tell_speed

from gouji.reading.html import source as page
from gouji.reading.office import docx as word

ROUNDS = 5
AMOUNTS = 6
ROWS_OF_A_TABLE = 60


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_800)
    tables = _tables(parser.parse_args().rows)
    cells = sum(len(row) for table in tables for row in table)
    text, site = _docx(tables), _html(tables)
    print(f"{len(tables)} tables, {cells} cells; median of {ROUNDS}, cells a second of CPU time")
    peer = _tell("python-docx, texts of cells", cells, lambda: _texts_of_word(text))
    _tell("gouji, docx, texts, spans, numbering, places", cells, lambda: word.source(text, "表.docx"), peer)
    peer = _tell("lxml, texts of td", cells, lambda: _texts_of_page(site))
    _tell("gouji, html, texts, spans, places", cells, lambda: page.source(site, "表.html"), peer)


def _tables(rows: int) -> list[list[list[str]]]:
    chance = random.Random(1)
    body = [
        [str(2010101 + number % 100), f"项目{number}", *(f"{chance.randint(0, 10**9) / 100:,.2f}" for _ in range(AMOUNTS))]
        for number in range(rows)
    ]
    header = ["科目编码", "科目名称", *(f"第{number}季度支出" for number in range(AMOUNTS))]
    return [[header, *body[start : start + ROWS_OF_A_TABLE]] for start in range(0, rows, ROWS_OF_A_TABLE)]


def _docx(tables: list[list[list[str]]]) -> bytes:
    document, stream = docx.Document(), BytesIO()
    for rows in tables:
        document.add_paragraph("支出明细表")
        table = document.add_table(len(rows), len(rows[0]))
        for line, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(line.cells, texts, strict=True):
                cell.text = text
    document.add_paragraph("以上为全部明细。")
    document.save(stream)
    return stream.getvalue()


def _html(tables: list[list[list[str]]]) -> bytes:
    parts = []
    for rows in tables:
        lines = ("".join(f"<td style='border:1px solid'><p><span>{text}</span></p></td>" for text in row) for row in rows)
        parts.append(f"<p>支出明细表</p><table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>")
    return f"<html><head><meta charset='utf-8'></head><body>{''.join(parts)}</body></html>".encode()


def _texts_of_word(data: bytes) -> int:
    tables = docx.Document(BytesIO(data)).tables
    return sum(len(cell.text) for table in tables for row in table.rows for cell in row.cells)


def _texts_of_page(data: bytes) -> int:
    return sum(len(cell.text_content()) for cell in html.fromstring(data).iter("td"))


def _tell(what: str, cells: int, work: Callable[[], object], peer: float | None = None) -> float:
    return tell_speed(what, cells, cpu_seconds(work, ROUNDS), peer)


if __name__ == "__main__":
    main()
