"""What a document is printed on: its pages, and where each of its lines lies on a page, in a sheet or in a text flow.

Ink counts lines and columns on every medium; a spot tells where such a line lies. Boxes are in points from the upper
left corner of the page as it is displayed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from gouji.model.place import Box


class Medium(StrEnum):
    """The kinds of file a document comes in."""

    TEXT = "text"
    HTML = "html"
    PDF = "pdf"
    SCAN = "scan"  # pages without a text layer, or pictures
    SHEET = "sheet"
    WORD = "word"


class Along(StrEnum):
    """The direction in which a line runs on the page as it is displayed."""

    RIGHT = "right"
    DOWN = "down"
    LEFT = "left"
    UP = "up"


@dataclass(frozen=True, slots=True)
class Page:
    """A page as displayed: its size in points. `scanned` pages were read by character recognition."""

    number: int
    width: float
    height: float
    scanned: bool = False


@dataclass(frozen=True, slots=True)
class Extent:
    """A box of a table off any page: the table's number in the document, its first row and column (from 1), its reach."""

    table: int
    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Spot:
    """Where one line of a document lies.

    On a page, `edges[i]` and `edges[i + 1]` bound character i in the direction `along`, `across` bounds all of them the
    other way. In a sheet, `sheet` and `cell` (A1) name the box; in a flow of text `cell` is the path of the element
    (`表3/行5/格2`). `sure` gives for each character of a scanned line how sure the recognition is of it, 0 to 1;
    `others` what else it may be, where any character may be another.
    """

    page: int | None = None
    across: tuple[float, float] = (0.0, 0.0)
    edges: tuple[float, ...] = ()
    along: Along = Along.RIGHT
    sheet: str = ""
    cell: str = ""
    sure: tuple[float, ...] = ()
    extent: Extent | None = None  # in a sheet or a flow of text, where the line stands in a table
    others: tuple[str, ...] = ()

    def box(self, start: int = 0, end: int | None = None) -> Box | None:
        """The box around the characters `start` to `end` (offsets from 0); None off any page."""
        if not self.edges:
            return None
        last = len(self.edges) - 1
        start = max(0, min(start, last))
        end = last if end is None else max(start, min(end, last))
        low, high = sorted((self.edges[start], self.edges[end]))
        near, far = self.across
        if self.along in (Along.RIGHT, Along.LEFT):
            return (low, near, high, far)
        return (near, low, far, high)


def around(boxes: list[Box]) -> Box:
    """The smallest box that holds all of them."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return (min(lefts), min(tops), max(rights), max(bottoms))
