"""The ways a table is printed on pages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Rules(StrEnum):
    """The rules around the boxes."""

    GRID = "grid"
    DOTTED = "dotted"
    BOXES = "boxes"  # thin filled boxes, two beside each other, as word processors print borders
    HORIZONTAL = "horizontal"
    THREE = "three"  # above, under the header, below
    UPRIGHT = "upright"  # a frame and upright rules; rows are told by their shade only
    NONE = "none"


class Turn(StrEnum):
    """How a page lies in the file."""

    UPRIGHT = "upright"
    FLAGGED = "flagged"  # turned content that /Rotate turns back
    LYING = "lying"  # turned content, no flag: the reader turns the head


@dataclass(frozen=True)
class Layout:
    """How a document is printed. `size` is of the type, in points."""

    name: str
    rules: Rules = Rules.GRID
    landscape: bool = False
    size: float = 9.0
    turn: Turn = Turn.UPRIGHT
    header_repeated: bool = True
    total_repeated: bool = False
    title_repeated: bool = False  # marked （续）
    rows_split: bool = False  # a page may end within a row, whose frame stays open there
    shaded_header: bool = False
    shaded_rows: bool = False
    white_boxes: bool = False  # white fills behind page and table, as spreadsheets print backgrounds
    own_page: bool = True  # every table begins a page
    page_numbers: str = "- {0} -"
    loose: float = 1.0  # how much room the columns leave

    @property
    def rules_open(self) -> bool:
        """Does the frame of a row stay open where a page cuts it?"""
        return self.rows_split and self.rules is Rules.GRID

    @property
    def is_ruled(self) -> bool:
        """Do rules bound every box?"""
        return self.rules in (Rules.GRID, Rules.DOTTED, Rules.BOXES)


LAYOUTS = (
    Layout("ruled"),
    Layout("shaded", shaded_header=True, white_boxes=True, own_page=False),
    Layout("dotted", Rules.DOTTED, landscape=True, header_repeated=False),
    Layout("header_once", header_repeated=False, page_numbers="第 {0} 页"),
    Layout("continued", title_repeated=True, landscape=True, size=10.5),
    Layout("total_repeated", total_repeated=True, title_repeated=True),
    Layout("split_rows", header_repeated=False, rows_split=True, size=10.5, own_page=False),
    Layout("split_rows_boxes", Rules.BOXES, rows_split=True, size=11, own_page=False),
    Layout("landscape", landscape=True, own_page=False, page_numbers="{0}"),
    Layout("rotated", landscape=True, turn=Turn.FLAGGED),
    Layout("lying", landscape=True, turn=Turn.LYING, header_repeated=False),
    Layout("thin_boxes", Rules.BOXES, header_repeated=False, page_numbers="{0}"),
    Layout("banded", Rules.UPRIGHT, shaded_header=True, shaded_rows=True),
    Layout("unruled", Rules.NONE, landscape=True),
    Layout("unruled_banded", Rules.NONE, landscape=True, shaded_header=True, shaded_rows=True, header_repeated=False),
    Layout("unruled_small", Rules.NONE, size=7.5, own_page=False),
    Layout("horizontal", Rules.HORIZONTAL, landscape=True),
    Layout("horizontal_portrait", Rules.HORIZONTAL, size=8, header_repeated=False, own_page=False),
    Layout("three_rules", Rules.THREE, landscape=True),
)
