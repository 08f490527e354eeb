"""How truly tables are read in every format and layout: `.venv/bin/python benchmarks/formats.py [FOLDER] [--seed N] [--peer]`.

FOLDER is a set made by samples/made_set.py; without it one is made from the seed. Told for each format and layout:
F1 of the cells (row, column and text alike), amounts at their place as read and as a user gets them (those of scans
settled by the sums of their table; one marked as illegible is not right), merged header cells spanning what they should,
tables that are right in every cell as a user gets them, and pages a second by CPU time. With --peer the same for pdfplumber as it comes
and with boxes of 3 pt and more left out, its tables joined over pages by our own rules.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from gouji.model.inked import Inked
from gouji.reading.blocks import blocks_of
from gouji.reading.grid import Block, Grid, covers
from gouji.reading.press import Source
from gouji.reading.read import _READERS as readers
from gouji.reading.run import Piece
from gouji.reading.scan.settle import settled

ROOT = Path(__file__).resolve().parents[1]

Reader = Callable[[bytes, str], Source | list[Piece]]
Cells = set[tuple[int, int, str]]
_PAGE = re.compile(rb"/Type\s*/Page[^s]")
_SPACE = re.compile(r"\s+")
_AMOUNT = re.compile(r"^-?[\d,]+\.\d+$|^\d{1,3}(?:,\d{3})+$|^0$")


@dataclass
class Tally:
    """Counts over some tables."""

    wanted: int = 0
    found: int = 0
    right: int = 0
    amounts: int = 0
    amounts_right: int = 0
    amounts_settled: int = 0
    spans: int = 0
    spans_right: int = 0
    tables: int = 0
    whole: int = 0
    pages: int = 0
    seconds: float = 0.0

    def add(self, other: Tally) -> None:
        for field in fields(self):
            setattr(self, field.name, getattr(self, field.name) + getattr(other, field.name))

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.wanted + self.found) if self.wanted + self.found else 0.0


@dataclass(frozen=True)
class Printed:
    """A table as one side has it: its cells, and the spans of its merged header cells."""

    cells: Cells
    spans: set[tuple[int, int, int, int]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--peer", action="store_true", help="measure pdfplumber as well")
    parser.add_argument("--only", default="", help="layouts or formats whose name holds this")
    parser.add_argument("--tell", action="store_true", help="name the cells that differ")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        _measure(asked.folder or _made(Path(scratch), asked.seed), asked)


def _made(folder: Path, seed: int) -> Path:
    sys.path.insert(0, str(ROOT / "samples"))
    from made_set import Maker

    Maker(folder, seed).make(("xlsx", "xls", "docx", "html", "pdf", "office"))
    return folder


def _measure(folder: Path, asked: argparse.Namespace) -> None:
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    peers: dict[str, Reader] = {}
    if asked.peer:
        sys.path.insert(0, str(Path(__file__).parent))
        import pdfplumber_peer

        peers = {"pdfplumber": pdfplumber_peer.plain, "pdfplumber, boxes out": pdfplumber_peer.filtered}
    tallies: dict[tuple[str, str, str], Tally] = defaultdict(Tally)
    for file in truth["files"]:
        if asked.only not in (file["format"], "") and asked.only not in file["layout"]:
            continue
        wanted = wanted_tables(truth["documents"][file["document"]]["tables"], file.get("shown"))
        data = (folder / file["file"]).read_bytes()
        for who, read in {"gouji": gouji, **(peers if file["format"] == "pdf" else {})}.items():
            key = (file["format"], file["layout"], who)
            tallies[key].add(measured(read, data, file["file"], wanted, asked.tell))
    _tell(tallies)


def gouji(data: bytes, name: str) -> Source:
    """What our own reader makes of a file."""
    from importlib import import_module

    from gouji.reading.sniff import sniff

    source: Callable[[bytes, str], Source] = import_module(readers[sniff(data)]).source
    return source(data, name)


def measured(read: Reader, data: bytes, name: str, wanted: Sequence[Printed], tell: bool = False) -> Tally:
    """Read a file and set the tables found beside those wanted, each with the one it shares most cells with."""
    start = time.process_time()
    blocks, done = _blocks(read, data, name)
    tally = Tally(seconds=time.process_time() - start, pages=len(_PAGE.findall(data)) or 1)
    grids, final = ([printed(grid) for grid in found if isinstance(grid, Grid)] for found in (blocks, done))
    tally.found = sum(len(grid.cells) for grid in grids)
    for table, index in _paired(wanted, grids):
        best = grids[index] if index is not None else Printed(set(), set())
        done = final[index] if index is not None else best
        _compare(table, best, done, tally)
        for what, shown in (("as read", best), ("settled", done)):
            if tell and shown.cells != table.cells:
                missing, extra = (sorted(cells)[:6] for cells in (table.cells - shown.cells, shown.cells - table.cells))
                print(name, what, "missing", missing, "extra", extra)
        if tell and not table.spans <= best.spans:
            print(name, "spans missing", sorted(table.spans - best.spans)[:8])
    return tally


def _blocks(read: Reader, data: bytes, name: str) -> tuple[Sequence[Block], Sequence[Block]]:
    """The blocks of a file as read, and settled."""
    try:
        source = read(data, name)
    except Exception as error:  # a reader that fails has read nothing
        print(f"{name}: {type(error).__name__}: {error}", file=sys.stderr)
        return (), ()
    if not isinstance(source, Source):
        return (blocks := blocks_of(source)), blocks
    blocks = blocks_of(source.pieces, source.whole)
    return blocks, settled(blocks, source.spots)


def _paired(wanted: Sequence[Printed], found: Sequence[Printed]) -> list[tuple[Printed, int | None]]:
    """Every table wanted with the number of the one found that it shares most cells with; none is taken twice."""
    shared = sorted(
        ((len(one.cells & other.cells), i, j) for i, one in enumerate(wanted) for j, other in enumerate(found)),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    for count, i, j in shared:
        if count and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return [(one, pairs.get(i)) for i, one in enumerate(wanted)]


def _compare(wanted: Printed, found: Printed, done: Printed, tally: Tally) -> None:
    amounts = {cell for cell in wanted.cells if _AMOUNT.match(cell[2])}
    tally.wanted += len(wanted.cells)
    tally.right += len(wanted.cells & found.cells)
    tally.amounts += len(amounts)
    tally.amounts_right += len(amounts & found.cells)
    tally.amounts_settled += len(amounts & done.cells)
    tally.spans += len(wanted.spans)
    tally.spans_right += len(wanted.spans & found.spans)
    tally.tables += 1
    tally.whole += wanted.cells == done.cells


def wanted_tables(tables: Iterable[dict[str, Any]], shown: list[tuple[int, str, list[int]]] | None) -> list[Printed]:
    """The truth; only the rows that a file shows, where that is told."""
    parts = None if shown is None else _parts(shown)
    found = []
    for table in tables:
        rows: Iterable[int] = range(table["rows"])
        if parts is not None:
            rows = parts[table["title"]].pop(0) if parts[table["title"]] else []
        place = {row: number for number, row in enumerate(rows)}
        cells = [cell for cell in table["cells"] if cell["row"] in place]
        if cells:
            texts = {(place[cell["row"]], cell["column"], bare(cell["text"])) for cell in cells}
            found.append(Printed(texts, set(_spans(cells, table["header_rows"]))))
    return found


def _parts(shown: list[tuple[int, str, list[int]]]) -> dict[str, list[list[int]]]:
    """The rows that a file shows of each table, by title; tables of one title follow one another."""
    parts: dict[str, list[list[int]]] = defaultdict(list)
    for _, title, rows in shown:
        if parts[title] and rows[-1] > parts[title][-1][-1]:
            parts[title][-1] += [row for row in rows if row not in parts[title][-1]]
        else:
            parts[title].append(list(rows))
    return parts


def _spans(cells: Iterable[dict[str, Any]], header: int) -> Iterable[tuple[int, int, int, int]]:
    for cell in cells:
        if cell["row"] < header and cell["rows"] * cell["columns"] > 1:
            yield cell["row"], cell["column"], cell["rows"], cell["columns"]


def printed(grid: Grid) -> Printed:
    """A grid as it was read."""
    cells: Cells = set()
    spans = set()
    for row, line in enumerate(grid.rows):
        for column, cell in enumerate(line):
            if text := bare(cell.text):
                cells.add((row, column, text))
                wide, tall = (
                    _reach(cell, line[column + 1 :]),
                    _reach(cell, [below[column] for below in grid.rows[row + 1 :]]),
                )
                spans.add((row, column, tall, wide))
    return Printed(cells, spans)


def _reach(anchor: Inked, others: Iterable[Inked]) -> int:
    count = 1
    for other in others:
        if not covers(anchor, other):
            break
        count += 1
    return count


def bare(text: str) -> str:
    """The text without white space."""
    return _SPACE.sub("", text)


def _tell(tallies: dict[tuple[str, str, str], Tally]) -> None:
    print(
        f"{'format':<7}{'layout':<22}{'reader':<23}{'F1':>6}{'amounts':>9}{'settled':>9}{'spans':>8}{'tables':>10}{'pages/s':>9}"
    )
    totals: dict[tuple[str, str], Tally] = defaultdict(Tally)
    for (kind, layout, who), tally in tallies.items():
        totals[kind, who].add(tally)
        _line(kind, layout, who, tally)
    for (kind, who), tally in totals.items():
        _line(kind, "all", who, tally)


def _line(kind: str, layout: str, who: str, tally: Tally) -> None:
    amounts, done = (
        right / tally.amounts if tally.amounts else 1.0 for right in (tally.amounts_right, tally.amounts_settled)
    )
    spans = tally.spans_right / tally.spans if tally.spans else 1.0
    whole, speed = f"{tally.whole}/{tally.tables}", tally.pages / max(tally.seconds, 1e-6)
    print(f"{kind:<7}{layout:<22}{who:<23}{tally.f1:6.3f}{amounts:9.3f}{done:9.3f}{spans:8.3f}{whole:>10}{speed:9.0f}")


if __name__ == "__main__":
    main()
