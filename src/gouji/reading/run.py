"""A run of table rows while its grid is put together."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from gouji.model.inked import Inked
from gouji.reading.captions import is_label
from gouji.reading.grid import Grid, rectangular

_SPACE = re.compile(r"\s+")


@dataclass(slots=True)
class Run:
    """Consecutive rows of a table while it is put together. `apart` tells that a blank line stands before it."""

    rows: list[list[Inked]] = field(default_factory=list)
    captions: list[Inked] = field(default_factory=list)
    notes: list[Inked] = field(default_factory=list)
    doubts: list[tuple[Inked, str]] = field(default_factory=list)
    lost: list[tuple[Inked, str]] = field(default_factory=list)  # doubts by which figures are unread
    ruled: bool = False  # a Markdown header of its own
    edges: tuple[float, ...] = ()  # of its columns, in points, where it was printed on a page
    page: int = 0  # on which its last row stands; 0 off any page
    sheet: str = ""  # of a workbook, on which it stands
    inks: tuple[tuple[float, float], ...] = ()  # from where to where its columns print, where edges are guessed from that
    hanging: frozenset[int] = frozenset()  # columns of its last row whose text fills the last line, so that it may go on
    open_below: bool = False  # no rule closes its frame: the page break cut the last row

    @property
    def title(self) -> str:
        return next((caption.text for caption in self.captions if not is_label(caption.text)), "")

    @property
    def body(self) -> str:
        named = (unspaced(line.text) for line in self.captions if line.text.startswith(("部门", "编制", "单位名称")))
        return next(named, "")

    def grid(self, headings: tuple[str, ...]) -> Grid:
        """The finished grid under its headings."""
        return Grid(rectangular(self.rows), tuple(self.captions), tuple(self.notes), headings, tuple(self.doubts), tuple(self.lost))


Piece = Inked | Run


def unspaced(text: str) -> str:
    """The text without any white space: broken header cells hold some."""
    return _SPACE.sub("", text)
