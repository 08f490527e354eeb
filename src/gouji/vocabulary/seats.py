"""Where a table prints what a text states: boxes of forms, the words that mean them, the sections that narrow these."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Seat:
    """A box of a form: its row, and the column and side where the form has several."""

    form: str
    row: str
    column: str = ""
    side: str = ""

    @property
    def words(self) -> str:
        """The box as people name it: 《form》side·row·column."""
        return f"《{self.form}》" + "·".join(part for part in (self.side, self.row, self.column) if part)


@dataclass(frozen=True, slots=True)
class Subject:
    """Words for one thing (a pattern over the whole subject), the sections where they mean it, and where it is booked.

    Several seats are readings between which the words do not decide; the form of the first is the one to name.
    """

    words: re.Pattern[str]
    seats: tuple[Seat, ...]
    sections: tuple[str, ...] = ()  # () is any section


# The name of each section and the words of its headings; the first that matches counts.
Sections = tuple[tuple[str, re.Pattern[str]], ...]


def section_among(sections: Sections, headings: tuple[str, ...]) -> str:
    """The section that a chain of headings, outermost first, puts a paragraph in; "" where they tell none."""
    for heading in reversed(headings):
        for name, words in sections:
            if words.search(heading):
                return name
    return ""
