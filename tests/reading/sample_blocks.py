"""The blocks of a sample's text, for tests that lay it out again in another format."""

from __future__ import annotations

from gouji.reading import dump
from gouji.reading.blocks import blocks
from gouji.reading.grid import Block
from gouji.reading.text import lines


def blocks_of(text: str) -> tuple[Block, ...]:
    """Paragraphs and grids, as the reader of texts makes them."""
    printed = lines(text)
    return dump.blocks(printed) if dump.is_dump(printed) else blocks(printed)
