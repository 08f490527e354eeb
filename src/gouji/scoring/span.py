"""An exact interval: what a score or a completion may be when the numbers behind it were rounded or put in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

ZERO, ONE = Fraction(0), Fraction(1)
Exact = Fraction | Decimal | int


@dataclass(frozen=True, slots=True)
class Span:
    """`low` to `high`, both ends included, both exact."""

    low: Fraction
    high: Fraction

    @classmethod
    def of(cls, low: Exact, high: Exact | None = None) -> Span:
        """The interval between two values; a single value where only one is given."""
        first = Fraction(low)
        return cls(first, first if high is None else Fraction(high))

    @property
    def single(self) -> bool:
        return self.low == self.high

    def times(self, factor: Exact) -> Span:
        """Every value multiplied by a factor that is not negative."""
        return Span(self.low * Fraction(factor), self.high * Fraction(factor))

    def within(self, least: Exact, most: Exact) -> Span:
        """The values cut off at both limits: what lies outside counts as the limit itself."""
        floor, roof = Fraction(least), Fraction(most)
        return Span(min(max(self.low, floor), roof), min(max(self.high, floor), roof))

    def holds(self, value: Exact, slack: Exact = 0) -> bool:
        """Does `value` lie inside, or outside by no more than `slack`?"""
        return self.low - Fraction(slack) <= Fraction(value) <= self.high + Fraction(slack)

    def apart(self, value: Exact) -> Fraction:
        """How far `value` lies outside; 0 inside."""
        exact = Fraction(value)
        return max(self.low - exact, exact - self.high, ZERO)


def total_of(spans: Iterable[Span]) -> Span:
    """The sum of intervals."""
    listed = list(spans)
    return Span(sum((one.low for one in listed), ZERO), sum((one.high for one in listed), ZERO))


def decimal(value: Exact, places: int = 2) -> Decimal:
    """`value` with that many decimals, halves upwards (四舍五入): the only place where a score is rounded."""
    exact = Fraction(value)
    scaled = exact * 10**places
    whole = (scaled.numerator * 2 + scaled.denominator) // (scaled.denominator * 2)
    return Decimal(whole).scaleb(-places)


def worded(value: Exact, places: int = 2) -> str:
    """As people write points: `12`, `19.85`, without idle zeros."""
    text = f"{decimal(value, places):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def told(span: Span, places: int = 2) -> str:
    """`12`, or `8—10` where both ends differ as printed."""
    low, high = worded(span.low, places), worded(span.high, places)
    return low if low == high else f"{low}—{high}"


def percent(share: Exact, places: int = 2) -> str:
    """A share as per cent: `80%`, `99.27%`."""
    return f"{worded(Fraction(share) * 100, places)}%"


def percent_span(span: Span, places: int = 2) -> str:
    """`80%`, or `92.78—93.33%`."""
    low, high = worded(span.low * 100, places), worded(span.high * 100, places)
    return f"{low}%" if low == high else f"{low}—{high}%"
