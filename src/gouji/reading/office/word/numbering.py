"""Automatic numbering restored: the 一、 （二） 3. that Word prints before a paragraph and that its text does not hold."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from lxml import etree

from gouji.reading.office.word.counting import counted
from gouji.reading.office.word.markup import attribute, child, is_on, name_of, number
from gouji.reading.office.word.styles import Styles, numbering_of

LEVELS = 9
LONGEST_LABEL = 60
_PLACEHOLDER = re.compile(r"%([1-9])")
_OPEN_END = re.compile(r"[0-9A-Za-z]$")
_DIGIT = re.compile(r"^[0-9０-９.]")
_CLOSED = re.compile(r"[、．)）】\]：:]$")
BULLET = "• "


@dataclass(frozen=True, slots=True)
class Level:
    """One level: from where it counts, how it prints, `restart` the level (from 1) whose new number resets it."""

    start: int = 1
    style: str = "decimal"
    text: str = ""
    space: bool = True
    restart: int | None = None
    digits: bool = False  # numbers of outer levels in plain digits (1.1 under 一)
    paragraph_style: str = ""


@dataclass(slots=True)
class _List:
    """A list as defined, and how far it has been counted. Lists of one definition are counted on together."""

    levels: dict[int, Level]
    counts: list[int | None]
    restart: dict[int, int] = field(default_factory=dict)  # level → where this list alone begins anew


class Numbering:
    """The lists of a document while its paragraphs come by."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._lists: dict[int, _List] = {}
        if root is not None:
            self._read(root)

    def _read(self, root: etree._Element) -> None:
        abstract = {attribute(one, "abstractNumId"): one for one in root if name_of(one) == "abstractNum"}
        linked = {
            attribute(link): identity
            for identity, one in abstract.items()
            if (link := child(one, "styleLink")) is not None
        }
        counts: dict[str, list[int | None]] = {identity: [None] * LEVELS for identity in abstract}
        for element in root:
            if name_of(element) != "num" or (which := child(element, "abstractNumId")) is None:
                continue
            identity = attribute(which)
            if identity in abstract and (style := child(abstract[identity], "numStyleLink")) is not None:
                identity = linked.get(attribute(style), identity)
            if identity in abstract:
                self._lists[number(element, "numId")] = _list(abstract[identity], element, counts[identity])

    def label(self, properties: etree._Element | None, style: str) -> str:
        """The label before a paragraph with these properties, counting on; "" where it has none."""
        identity, depth = numbering_of(properties)
        by_style, style_depth = self._styles.numbering(style or self._styles.default)
        if identity is None:
            identity = by_style
        chosen = self._lists.get(identity or 0)
        if chosen is None:
            return ""
        if depth is None:
            own = (at for at, level in chosen.levels.items() if style and level.paragraph_style == style)
            depth = next(own, style_depth or 0)
        level = chosen.levels.get(depth)
        if level is None or not 0 <= depth < LEVELS:
            return ""
        _count(chosen, depth)
        return _printed(chosen, depth)


def _list(abstract: etree._Element, element: etree._Element, counts: list[int | None]) -> _List:
    levels = {number(one, "ilvl"): _level(one) for one in abstract if name_of(one) == "lvl"}
    made = _List(levels, counts)
    for override in element:
        if name_of(override) != "lvlOverride":
            continue
        depth = number(override, "ilvl")
        if (own := child(override, "lvl")) is not None:
            levels[depth] = _level(own)
        if (start := child(override, "startOverride")) is not None:
            made.restart[depth] = number(start, default=1)
            levels[depth] = replace(levels.get(depth, Level()), start=number(start, default=1))
    return made


def _level(element: etree._Element) -> Level:
    def value(name: str, default: str = "") -> str:
        found = child(element, name)
        return default if found is None else attribute(found)

    restart = child(element, "lvlRestart")
    return Level(
        number(child(element, "start"), default=1), value("numFmt") or _newer_style(element), value("lvlText")[:LONGEST_LABEL],
        value("suff", "tab") != "nothing", None if restart is None else number(restart), is_on(child(element, "isLgl")),
        value("pStyle"),
    )  # fmt: skip


def _newer_style(element: etree._Element) -> str:
    """The style where it stands in alternate content, as newer programs write 01, 001."""
    for one in element:
        if name_of(one) == "AlternateContent":
            found = child(one, "Fallback", "numFmt")
            return attribute(found) if found is not None else "decimal"
    return "decimal"


def _count(chosen: _List, depth: int) -> None:
    counts = chosen.counts
    if depth in chosen.restart:  # the first paragraph of a list that begins anew
        counts[depth] = chosen.restart.pop(depth)
    else:
        before = counts[depth]
        counts[depth] = chosen.levels[depth].start if before is None else before + 1
    for outer in range(depth):
        if counts[outer] is None:
            counts[outer] = chosen.levels.get(outer, Level()).start
    for inner in range(depth + 1, LEVELS):
        restart = chosen.levels.get(inner, Level()).restart
        if restart is None or depth < restart:
            counts[inner] = None


def _printed(chosen: _List, depth: int) -> str:
    level = chosen.levels[depth]
    if level.style == "bullet":
        return BULLET if level.text.strip() else ""

    def one(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        style = chosen.levels.get(at, Level()).style
        if level.digits and style != "decimalZero":
            style = "decimal"
        return counted(chosen.counts[at] or 0, style)

    return _PLACEHOLDER.sub(one, level.text).strip()


def before(label: str, text: str) -> str:
    """The label and the text behind it, a space between them where they would run together."""
    if not label or not text or label == BULLET:
        return label + text if text else label.strip()
    apart = _OPEN_END.search(label) or _DIGIT.match(text) or not (_CLOSED.search(label) or label.endswith("."))
    return f"{label} {text}" if apart else label + text
