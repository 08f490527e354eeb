"""The styles of a Word document: what they hide, and which numbering hangs on them."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from gouji.reading.office.word.markup import attribute, child, is_on, name_of, number

MOST_BASES = 20  # styles that a style is based on, one on the other


@dataclass(frozen=True, slots=True)
class Style:
    """One style. `numbering` is (numId, level) as far as it says so."""

    based_on: str = ""
    hidden: bool | None = None
    numbering: tuple[int | None, int | None] = (None, None)


class Styles:
    """The styles by their id."""

    def __init__(self, root: etree._Element | None = None) -> None:
        self._styles: dict[str, Style] = {}
        self.default = ""
        for element in root if root is not None else ():
            if name_of(element) != "style":
                continue
            name = attribute(element, "styleId")
            self._styles[name] = _style(element)
            if attribute(element, "type") == "paragraph" and attribute(element, "default") in ("1", "true", "on"):
                self.default = name

    def hides(self, name: str) -> bool:
        """Is text of the style hidden?"""
        return next((style.hidden for style in self._chain(name) if style.hidden is not None), False)

    def numbering(self, name: str) -> tuple[int | None, int | None]:
        """The numbering of paragraphs of the style: numId and level, None where no style says so."""
        numbers, levels = None, None
        for style in self._chain(name):
            numbers = style.numbering[0] if numbers is None else numbers
            levels = style.numbering[1] if levels is None else levels
        return numbers, levels

    def _chain(self, name: str) -> list[Style]:
        """The style, the one it is based on, and so on."""
        found: list[Style] = []
        while (style := self._styles.get(name)) is not None and len(found) < MOST_BASES:
            found.append(style)
            name = style.based_on
        return found


def numbering_of(properties: etree._Element | None) -> tuple[int | None, int | None]:
    """numId and level that paragraph properties give; None where they say nothing."""
    own = child(properties, "numPr")
    if own is None:
        return (None, None)
    numbers, level = child(own, "numId"), child(own, "ilvl")
    return (None if numbers is None else number(numbers), None if level is None else number(level))


def hidden(properties: etree._Element | None) -> bool | None:
    """Do run properties hide the text? None where they say nothing."""
    vanish = child(properties, "vanish")
    return None if vanish is None else is_on(vanish)


def _style(element: etree._Element) -> Style:
    based_on = child(element, "basedOn")
    return Style(
        attribute(based_on) if based_on is not None else "",
        hidden(child(element, "rPr")),
        numbering_of(child(element, "pPr")),
    )
