"""From the points of a PDF page (origin below left, before any turn) to the frame in which its text stands upright."""

from __future__ import annotations

from dataclasses import dataclass

Quad = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """The page box in user space, and how many quarter turns clockwise make its text upright."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int = 0

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the upright page."""
        width, height = self.right - self.left, self.top - self.bottom
        return (width, height) if self.turns % 2 == 0 else (height, width)

    def turned(self, turns: int) -> Frame:
        """The frame of the same page under so many turns."""
        return Frame(self.left, self.bottom, self.right, self.top, turns)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of user space in the upright frame, whose y runs downwards."""
        match self.turns:
            case 0:
                return (x - self.left, self.top - y)
            case 1:
                return (y - self.bottom, x - self.left)
            case 2:
                return (self.right - x, y - self.bottom)
            case _:
                return (self.top - y, self.right - x)

    def box(self, left: float, bottom: float, right: float, top: float) -> Quad:
        """A box of user space as (left, top, right, bottom) of the upright frame."""
        x0, y0 = self.point(left, bottom)
        x1, y1 = self.point(right, top)
        return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
