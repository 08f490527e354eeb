"""A dump → its blocks in order: each stretch read by the reader of its kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gouji.model.inked import Inked
from gouji.reading.dump import zones
from gouji.reading.dump.form import indicators, self_evaluation, target_form, words
from gouji.reading.dump.printed import Printed, printed
from gouji.reading.dump.projects import indicator_list, project_list
from gouji.reading.dump.prose import paragraphs, text_width
from gouji.reading.dump.table import figure_grid
from gouji.reading.dump.table.stretches import Stretch, parts
from gouji.reading.dump.titles import whole_titles
from gouji.reading.grid import Block
from gouji.reading.pages import pages_joined
from gouji.reading.paragraphs import Reader
from gouji.reading.run import Run


def blocks(lines: Sequence[Inked]) -> tuple[Block, ...]:
    """The blocks of a dump: as a document with tabs would give them."""
    return tuple(_blocks(whole_titles(printed(lines))))


def _blocks(lines: Sequence[Printed]) -> Iterator[Block]:
    reader = Reader()
    found = list(zones.zones(lines))
    full = text_width([line for zone in found if zone.kind == zones.TEXT for line in zone.lines])
    for zone in found:
        if zone.kind == zones.TEXT:
            yield from _text(zone.lines, full, reader)
        elif zone.kind == zones.PROJECTS:
            yield project_list.grid(zone.lines, reader.chain.headings)
        elif zone.kind == zones.LIST:
            yield indicator_list.grid(zone.lines, reader.chain.headings)
        elif zone.kind == zones.INDICATORS:
            yield indicators.grid(zone.lines, reader.chain.headings)
        elif zone.kind in words.EVALUATED:
            yield self_evaluation.grid(zone.lines, reader.chain.headings, zone.kind)
        else:
            yield target_form.grid(zone.lines, zone.kind, reader.chain.headings)


def _text(lines: Sequence[Printed], full: int, reader: Reader) -> Iterator[Block]:
    """Running text with the tables in it; copies of one table on several pages are one."""
    runs: list[Run] = []
    heading: Inked | None = None
    for part in parts(lines):
        if isinstance(part, Stretch):
            runs.append(figure_grid.run(part, heading))
            continue
        yield from _grids(runs, reader)
        runs = []
        for paragraph in paragraphs(part, full):
            for block in reader.read([paragraph]):
                heading = block.content if block.heading else heading
                yield block
    yield from _grids(runs, reader)


def _grids(runs: list[Run], reader: Reader) -> Iterator[Block]:
    for run in pages_joined(list(runs)):
        if isinstance(run, Run):
            reader.leave_contents()
            yield run.grid(reader.chain.headings)
