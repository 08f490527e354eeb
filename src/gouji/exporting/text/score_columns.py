"""The table of scores: its columns, and the words for how a printed score stands to what was recomputed."""

from __future__ import annotations

from collections.abc import Sequence

from gouji.exporting.text.lines import Style, padded, shortened
from gouji.model.figure import Figure
from gouji.scoring.award import Standing

STANDINGS: dict[Standing, tuple[str, str, Style]] = {
    Standing.AGREES: ("相符", "agrees", "good"),
    Standing.NEAR: ("相近", "near", "good"),
    Standing.ALLOWED: ("可扣", "allowed", "note"),
    Standing.DISAGREES: ("不符", "disagrees", "error"),
    Standing.OPEN: ("待评", "open", "note"),
    Standing.BLANK: ("未填", "blank", "note"),
    Standing.NONE: ("无分值", "no points", "dim"),
}
COLUMNS = (
    ("指标", "indicator", 24), ("目标", "target", 14), ("实际", "result", 14), ("完成率", "reached", 8),
    ("分值", "points", 6), ("自评得分", "printed", 8), ("核算得分", "due", 12), ("结果", "verdict", 9),
)  # fmt: skip
_RIGHT = range(3, 7)
_LEFT_OUT_WHEN_NARROW = (1, 2)  # target and result, which the reason tells as well
_WIDE = 118  # columns: the table with room for its reasons


def points(figure: Figure | None) -> str:
    return figure.text.removesuffix("分") if figure is not None else ""


def row(cells: Sequence[str], wide: int) -> str:
    """The cells in their columns, numbers to the right; fewer of them on a page that has not so many columns."""
    widths = [width for _, _, width in COLUMNS]
    shown = [at for at in range(len(cells)) if wide >= _WIDE or at not in _LEFT_OUT_WHEN_NARROW]
    return "  ".join(padded(shortened(cells[at], widths[at]), widths[at], at in _RIGHT) for at in shown) + "  "
