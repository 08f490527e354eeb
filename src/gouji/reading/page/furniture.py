"""Page numbers, running heads and feet: what belongs to the paper, not to the document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from gouji.model.inked import Inked
from gouji.model.medium import Page, Spot
from gouji.reading.captions import is_label, is_title
from gouji.reading.headings import starts_new
from gouji.reading.page.lines import Line
from gouji.reading.run import Piece

HEAD, FOOT = 0.09, 0.91  # of the height of the page: above and below them stands what is repeated
FEWEST_COPIES = 3
LONGEST = 80

_NUMBER = re.compile(
    r"^[\s\-—–－―~·•.]*(?:第\s*)?(?:\d{1,3}|[ivxIVX]{1,6})(?:\s*页)?[\s\-—–－―~·•.]*$"
    r"|^第?\s*\d{1,4}\s*页?\s*[,，/／|]\s*共?\s*\d{1,4}\s*页?$|^第\s*\d{1,4}\s*页\s*共\s*\d{1,4}\s*页$"
)


def without_page_number(found: list[Line], height: float, low: float, high: float) -> list[Line]:
    """The lines but for a page number that stands alone at the head or the foot.

    `low` and `high` bound the tables of the page: nothing inside of them is a page number.
    """
    ends = {index for index in (0, len(found) - 1) if 0 <= index < len(found)}
    dropped = {
        index
        for index in ends
        if (found[index].base < min(HEAD * height, low) or found[index].base > max(FOOT * height, high))
        and _NUMBER.match("".join(glyph.text for glyph in found[index].glyphs))
    }
    return [line for index, line in enumerate(found) if index not in dropped]


def without_running(pieces: list[Piece], spots: Sequence[Spot], pages: Sequence[Page]) -> list[Piece]:
    """The pieces but for lines that come again at one height of the head or the foot of several pages."""
    heights = {page.number: page.height for page in pages}
    keys = [_key(piece, spots, heights) for piece in pieces]
    copies = Counter(key for key in keys if key)
    return [piece for piece, key in zip(pieces, keys, strict=True) if not key or copies[key] < FEWEST_COPIES]


def _key(piece: Piece, spots: Sequence[Spot], heights: dict[int, float]) -> tuple[str, int] | None:
    """What a line at the head or the foot says, and where; None for all that cannot be furniture."""
    if not isinstance(piece, Inked) or len(piece.runs) != 1 or not 0 < len(piece.text) <= LONGEST:
        return None
    spot = spots[piece.runs[0][1] - 1]
    box = spot.box()
    height = heights.get(spot.page or 0)
    if box is None or height is None or HEAD * height < (box[1] + box[3]) / 2 < FOOT * height:
        return None
    if is_label(piece.text) or is_title(piece.text) or starts_new(piece.text):
        return None
    return re.sub(r"\d+", "0", piece.text), round(box[1] / 4)
