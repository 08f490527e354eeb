"""What all parts of the page share: the language, the addresses that numbers carry, links to contradictions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from gouji.exporting.html.summary import text
from gouji.exporting.speech import Speech, address
from gouji.exporting.text.lines import safe
from gouji.exporting.where import Where
from gouji.exporting.years.contradictions import Found
from gouji.model.figure import Figure
from gouji.model.place import Place
from gouji.model.report import Report

_LONGEST = 80

Link = Callable[[Place], str]


class Sheet:
    """Numbers the addresses as they are met; the page's script shows them."""

    def __init__(self, reports: Iterable[Report], speech: Speech, link: Link | None = None) -> None:
        reports = list(reports)
        self.speech = speech
        self.where = Where(reports, speech)
        self.link = link or (lambda _: "")  # where the page of `gouji check` shows a place
        self.room = 0  # how many more indicators may be drawn on the page
        self._documents = {report.path: number for number, report in enumerate(reports)}
        self._addresses: dict[tuple[object, ...], int] = {}

    def at(self, place: Place) -> str:
        """The attribute by which a number shows where it stands."""
        told = (
            self._documents.get(place.document, -1), safe(self.where.short(place)), safe(address(place))[:_LONGEST],
            safe(place.text)[:_LONGEST],
        )  # fmt: skip
        return f' data-a="{self._addresses.setdefault(told, len(self._addresses))}"'

    def number(self, figure: Figure, shown: str) -> str:
        """A number with its address and, for programs, its exact value."""
        return f'<span class="n"{self.at(figure.place)} data-v="{figure.value:f}">{text(shown)}</span>'

    def words(self, place: Place, shown: str) -> str:
        """A stated text with its address."""
        return f'<span class="n"{self.at(place)}>{text(shown)}</span>'

    def told(self) -> dict[str, object]:
        """What the script needs."""
        return {"documents": [safe(file_name(path)) for path in self._documents], "at": list(self._addresses)}


def file_name(path: str) -> str:
    """The name of a file without its folders, and the file in an archive or folder as well."""
    return re.split(r"[/\\]", path)[-1]


def flags(found: Found, numbers: Iterable[int], owner: str, speech: Speech) -> str:
    """A mark for each contradiction, linked to where it is told."""
    told = speech("前后不一致之", "contradiction ")
    return "".join(
        f'<a class="flag{found.kind(number)}" href="#{owner}c{number}" aria-label="{told}{number}">{number}</a>' for number in numbers
    )


def row(label: str, cells: Iterable[str], kind: str = "") -> str:
    """A row: its label, then a cell for each year."""
    inner = "".join(f'<div class="cell" role="cell">{cell}</div>' for cell in cells)
    return f'<div class="row {kind}" role="row"><div class="label" role="rowheader">{label}</div>{inner}</div>'
