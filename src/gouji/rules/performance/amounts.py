"""Sums of money named in the text of a box: each a figure at its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from gouji.model.figure import YUAN_IN_UNIT, Figure, Kind
from gouji.model.inked import Inked
from gouji.model.place import Ink, Place

MONEY = re.compile(
    r"(?P<before>约|近|逾|超过?|不超过|不低于|每[^0-9。；，,;]{0,6}|人均|单价|各(?:自|方)?(?:负担|承担|出资|安排|投入|支付|筹集|解决)?)?\s*"
    r"(?<![0-9.,])(?P<number>[0-9]{1,3}(?:,[0-9]{3}){1,5}(?:\.[0-9]{1,6})?|[0-9]{1,15}(?:\.[0-9]{1,6})?)\s*"
    r"(?P<unit>亿元|百万元|万元|千元|元)(?P<after>/|每|左右|以上|以内|以下)?"
)


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount in running text with its span, and whether the text gives it as a plain total."""

    figure: Figure
    start: int
    end: int
    before: str

    @property
    def plain(self) -> bool:
        """Neither loose, nor a limit, nor a price per something."""
        return not self.figure.loose and not self.before


def sums(text: str, place: Place, content: Inked | None = None) -> Iterator[Sum]:
    """Every amount of a text. With `content` each has its own ink, else that of the place."""
    for match in MONEY.finditer(text):
        digits = match["number"].replace(",", "")
        scale = YUAN_IN_UNIT[match["unit"]]
        step = Decimal(1).scaleb(min(0, int(Decimal(digits).as_tuple().exponent))) * scale
        start, end = match.start("number"), match.end("unit")
        loose = bool(match["after"]) or match["before"] in ("约", "近", "逾", "超", "超过", "不超过", "不低于")
        printed = text[start:end]
        figure = Figure(
            printed,
            Decimal(digits) * scale,
            step,
            Kind.MONEY,
            match["unit"],
            _at(place, printed, content.ink(start, end) if content else place.ink),
            loose,
        )
        yield Sum(figure, start, end, match["before"] or "")


def _at(place: Place, printed: str, ink: Ink) -> Place:
    return Place(place.document, place.form, place.row, place.field, printed, ink)
