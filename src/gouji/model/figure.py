"""One printed number: its exact value, the worth of its last printed digit, its text as printed and its place."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from gouji.model.place import Place

YUAN_IN_UNIT = {
    "元": Decimal(1),
    "千元": Decimal(1000),
    "万元": Decimal(10_000),
    "百万元": Decimal(1_000_000),
    "亿元": Decimal(100_000_000),
}


class Kind(StrEnum):
    """What a figure measures, and so what its value is counted in."""

    MONEY = "money"  # yuan
    PERCENT = "percent"  # percentage points
    SCORE = "score"  # points of a scheme
    COUNT = "count"  # things of `unit`


@dataclass(frozen=True, slots=True)
class Figure:
    """A printed number. `value` and `step` (the worth of the last printed digit) share the unit that `kind` names.

    `unit` is the unit in force as printed (`万元`, `%`, `个`), be it on the number, the column or the table.
    `loose` marks a number the text itself calls inexact (约, 近, 超, 余): it is never held against an exact one.
    """

    text: str
    value: Decimal
    step: Decimal
    kind: Kind
    unit: str
    place: Place
    loose: bool = False

    @property
    def yuan(self) -> Decimal | None:
        """The amount in yuan; None for a figure that is not money."""
        return self.value if self.kind is Kind.MONEY else None

    @property
    def half(self) -> Decimal:
        """Half of the last printed digit's worth: how far rounding may have moved it. A printed 0.00 is zero."""
        return self.step / 2 if self.value else Decimal(0)

    def worded(self, value: Decimal) -> str:
        """`value` (in this figure's base unit) written as this figure is: same unit, same decimals."""
        return worded(value, self.unit, self.step, self.kind)


def worded(value: Decimal, unit: str, step: Decimal, kind: Kind) -> str:
    """A value in base units as a clerk would print it: `12,345.60`, `99.79%`."""
    scale = YUAN_IN_UNIT.get(unit, Decimal(1)) if kind is Kind.MONEY else Decimal(1)
    decimals = max(0, -int((step / scale).normalize().as_tuple().exponent)) if step else 2
    text = f"{value / scale:,.{decimals}f}"
    return f"{text}%" if kind is Kind.PERCENT else text
