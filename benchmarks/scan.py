"""How truly amounts are read from scans: `.venv/bin/python benchmarks/scan.py [--seed N] [--pages N] [--dpi N …] [--photocopy] [--tell]`.

Pages of made final accounts are printed, scanned (askew, blurred, noisy, unevenly lit, pressed into JPEG; as a photocopy
also in black and white only, without any grey) and read back;
the same pages read from the digital file are the truth. Told for each resolution: amounts that are exact in their cell
as read and after the sums of their table were used, those marked as illegible (or no numbers), and wrong ones that are not marked
(a reader would take them at their word); seconds a page by the clock and of both processors together,
and the most memory taken.
"""

from __future__ import annotations

import argparse
import re
import resource
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from dataclasses import replace as with_
from pathlib import Path

import pikepdf
import pypdfium2
from formats import Printed, printed

from gouji.reading.blocks import blocks_of
from gouji.reading.grid import Block, Grid
from gouji.reading.pdf import source as pdf_reader
from gouji.reading.press import Source
from gouji.reading.scan.candidates import amount
from gouji.reading.scan.settle import settled

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
SIZES = (9.0, 7.5)  # points of the type
BLACK = 150  # a grey darker than this is black on a photocopy
_AMOUNT = re.compile(r"-?[\d,]+\.\d+%?")
Key = tuple[int, int, int]


@dataclass
class Tally:
    """Counts over some pages."""

    pages: int = 0
    amounts: int = 0
    read: int = 0
    settled: int = 0
    marked: int = 0
    wrong: int = 0
    seconds: float = 0.0
    cpu: float = 0.0

    def line(self, name: str) -> str:
        share = self.amounts or 1
        return (
            f"{name:<9}{self.pages:>6}{self.amounts:>9}{self.read / share:>10.4f}{self.settled / share:>10.4f}"
            f"{self.marked:>8}{self.wrong:>10}{self.seconds / (self.pages or 1):>8.1f}{self.cpu / (self.pages or 1):>8.1f}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pages", type=int, default=2, help="of each size of type")
    parser.add_argument("--dpi", type=int, nargs="+", default=[150, 200, 300])
    parser.add_argument("--photocopy", action="store_true", help="in black and white only")
    parser.add_argument("--tell", action="store_true", help="name the amounts that differ")
    asked = parser.parse_args()
    print(
        f"{'dpi':<9}{'pages':>6}{'amounts':>9}{'as read':>10}{'settled':>10}{'marked':>8}{'unmarked':>10}{'s/page':>8}{'cpu':>8}"
    )
    for dpi in asked.dpi:
        tally = Tally()
        with tempfile.TemporaryDirectory() as scratch:
            for size in SIZES:
                measure(Path(scratch), dpi, size, asked, tally)
        print(tally.line(str(dpi)), flush=True)
    print(f"memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


def measure(scratch: Path, dpi: int, size: float, asked: argparse.Namespace, tally: Tally) -> None:
    """Print, scan and read some pages in one size of type."""
    digital = scratch / f"{dpi}-{size}.pdf"
    scanned = scratch / f"{dpi}-{size}-scanned.pdf"
    _printed(digital, size, asked.seed, asked.pages)
    _scanned(digital, scanned, dpi, asked.seed)
    if asked.photocopy:
        _copied(scanned, dpi)
    truth = amounts(blocks_of(_source(digital).pieces))
    start, busy = time.perf_counter(), time.process_time()
    source = _source(scanned)
    blocks = blocks_of(source.pieces)
    done = settled(blocks, source.spots)
    tally.seconds += time.perf_counter() - start
    tally.cpu += time.process_time() - busy
    tally.pages += len(source.pages)
    _compare(truth, amounts(blocks), amounts(done), tally, asked.tell)


def _printed(path: Path, size: float, seed: int, pages: int) -> None:
    """The first pages with tables of made final accounts, as a digital file."""
    sys.path.insert(0, str(SAMPLES))
    from printed import accounts, invented, pdf
    from printed.layouts import Layout

    whole = path.with_suffix(".whole.pdf")
    shown = pdf.write(accounts.document(invented.books(seed)), Layout("ruled", size=size, landscape=size < 9), whole)
    first = min(part[0] for part in shown) + (size < 9)
    with pikepdf.open(whole) as document, pikepdf.new() as short:
        short.pages.extend(document.pages[first - 1 : first - 1 + pages])
        short.save(path)


def _scanned(digital: Path, target: Path, dpi: int, seed: int) -> None:
    from printed import scans

    scan = scans.Scan(f"scan_{dpi}", dpi, skew=0.8, blur=0.4 if dpi < 200 else 0.6, noise=6.0, quality=60)
    scans.write(digital, with_(scan, blur=scan.blur * max(1.0, dpi / 200)), target, seed)


def _copied(path: Path, dpi: int) -> None:
    """The pages of a scan once more, in black and white."""
    document = pypdfium2.PdfDocument(path.read_bytes())
    pages = [document[number].render(scale=dpi / 72).to_pil().convert("L") for number in range(len(document))]
    black = [page.point(lambda level: 255 * (level >= BLACK)).convert("1") for page in pages]
    black[0].save(path, "PDF", resolution=dpi, save_all=True, append_images=black[1:])


def _source(path: Path) -> Source:
    return pdf_reader.source(path.read_bytes(), path.name)


def amounts(blocks: Sequence[Block]) -> dict[Key, str]:
    """The amounts of all tables by table, row and column; other cells are left out."""
    tables: Iterator[Printed] = (printed(block) for block in blocks if isinstance(block, Grid))
    return {
        (number, row, column): text
        for number, table in enumerate(tables)
        for row, column, text in table.cells
        if _AMOUNT.fullmatch(text) or any(character.isdigit() for character in text)
    }


def _compare(truth: dict[Key, str], read: dict[Key, str], done: dict[Key, str], tally: Tally, tell: bool) -> None:
    for key, text in truth.items():
        if not _AMOUNT.fullmatch(text):
            continue
        tally.amounts += 1
        tally.read += read.get(key) == text
        tally.settled += done.get(key) == text
        shown = done.get(key, "")
        if shown and amount(shown.rstrip("%")) is None:  # marked, or no number at all, which every table says
            tally.marked += 1
        elif shown != text:
            tally.wrong += 1
        if tell and shown != text:
            print("  ", key, "printed", text, "read", read.get(key), "settled", shown)


if __name__ == "__main__":
    main()
