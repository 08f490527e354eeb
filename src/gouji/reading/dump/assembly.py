"""A dump → its blocks in order: each stretch read by the reader of its kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gouji.model.inked import Inked
from gouji.reading.dump import zones
from gouji.reading.dump.form import target_form
from gouji.reading.dump.printed import Printed, printed
from gouji.reading.dump.projects import project_list
from gouji.reading.dump.prose import paragraphs, text_width
from gouji.reading.grid import Block
from gouji.reading.paragraphs import Reader


def blocks(lines: Sequence[Inked]) -> tuple[Block, ...]:
    """The blocks of a dump: as a document with tabs would give them."""
    return tuple(_blocks(printed(lines)))


def _blocks(lines: Sequence[Printed]) -> Iterator[Block]:
    reader = Reader()
    found = list(zones.zones(lines))
    full = text_width([line for zone in found if zone.kind == zones.TEXT for line in zone.lines])
    for zone in found:
        if zone.kind == zones.TARGET:
            yield target_form.grid(zone.lines, reader.chain.headings)
        elif zone.kind == zones.PROJECTS:
            yield project_list.grid(zone.lines, reader.chain.headings)
        else:
            for paragraph in paragraphs(zone.lines, full):
                yield from reader.read([paragraph])
