"""Printed lines of a dump: what is left of a line when blank lines and page furniture are taken away, and how wide it is."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from gouji.model.inked import Inked
from gouji.reading.dump.tidy import tidy

_PAGE = re.compile(r"^(?:[-—–－_·•]+\s*\d{1,4}\s*[-—–－_·•]+|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?)$")
_INNER_PAGE = re.compile(r"(?<=[一-鿿])[ ]?—[ ]{0,3}\d{1,3}[ ]{0,3}—[ ]?(?=[一-鿿])")
_PAGE_OF = re.compile(r"^\d{1,4}\s*/\s*\d{1,4}$")
_BARE = re.compile(r"^\d{1,3}$")
_CLOSEST_PAGES = 15  # printed lines between two page numbers that stand alone


@dataclass(frozen=True)
class Printed:
    """One line with ink on it: its text without outer blanks, and how far it is set in.

    `goes_on` marks the left part of a line that was cut at a blank.
    """

    content: Inked
    indent: int = 0
    goes_on: bool = False

    @property
    def text(self) -> str:
        return self.content.text

    @cached_property
    def width(self) -> int:
        """The width on paper in half-width columns."""
        return width(self.content.text)

    @cached_property
    def tokens(self) -> tuple[Inked, ...]:
        """The pieces between blanks."""
        return tuple(self.content.cut(*match.span()) for match in re.finditer(r"\S+", self.content.text))


def width(text: str) -> int:
    """How wide a text prints, a Chinese character counting two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)


def joined(lines: Iterable[Printed]) -> Inked:
    """The lines run on as one text."""
    return tidy(Inked.join(line.content for line in lines))


def printed(lines: Sequence[Inked]) -> list[Printed]:
    """The lines that carry text, without page numbers and running titles."""
    whole = (_without_page(line) for line in lines if line.text.strip())
    found = [Printed(line.strip(), len(line.text) - len(line.text.lstrip())) for line in whole]
    pages = [index for index, line in enumerate(found) if _is_page(line.text)]
    pages += _counting(found)
    gone = set(pages) | _running_titles(found, sorted(pages))
    return [line for index, line in enumerate(found) if index not in gone]


def _without_page(line: Inked) -> Inked:
    """The line without a page number that was printed into the middle of it (增— 6 —加)."""
    return line.drop(match.span() for match in _INNER_PAGE.finditer(line.text)) if "—" in line.text else line


def _is_page(text: str) -> bool:
    return len(text) < 24 and bool(_PAGE.match(text) or _PAGE_OF.match(text))


def _counting(found: list[Printed]) -> list[int]:
    """Bare numbers that count up by one through the document, some lines apart: page numbers without dashes."""
    best: list[int] = []
    chains: dict[int, list[int]] = {}
    for index, line in enumerate(found):
        if not _BARE.match(line.text):
            continue
        number = int(line.text)
        chain = chains.get(number - 1, [])
        if chain and index - chain[-1] >= _CLOSEST_PAGES:
            chain = [*chain, index]
        elif chain or number in chains:
            continue
        else:
            chain = [index]
        chains[number] = chain
        if len(chain) > len(best):
            best = chain
    ends_the_document = len(best) == 2 and best[-1] == len(found) - 1 and found[best[0]].text == "1"
    return best if len(best) >= 3 or ends_the_document else []


def _running_titles(found: list[Printed], pages: list[int]) -> set[int]:
    """Lines that stand beside three or more page numbers in the same words."""
    beside: dict[str, list[int]] = {}
    for page in pages:
        for index in (page - 1, page + 1):
            if 0 <= index < len(found) and not any(character.isdigit() for character in found[index].text[-1:]):
                beside.setdefault(found[index].text, []).append(index)
    counted = Counter({text: len(indexes) for text, indexes in beside.items()})
    return {index for text, count in counted.items() if count >= 3 for index in beside[text]}
