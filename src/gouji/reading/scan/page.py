"""A picture of a page → its ink: upright, even, its rules, its lines, and every character with its place."""

from __future__ import annotations

from gouji.reading.page.ink import Glyph, PageInk, Stroke
from gouji.reading.scan import finding, recognising, ruling, upright
from gouji.reading.scan.picture import Colour, Grey, evened, grey

_BASE = 0.80  # of a line's height, where its characters stand


def page_ink(picture: Colour, dpi: float, number: int, width: float, height: float) -> PageInk:
    """The ink of a page as `gouji.reading.scan.page_ink` tells."""
    ink = PageInk(number, width, height, scanned=True)
    even = evened(grey(picture), dpi)
    even = upright.straightened(even, upright.skew(even))
    across, down = ruling.rules(even, dpi)
    bare = ruling.without(even, across, down)
    spots = finding.cut(finding.lines(bare, dpi), across, down, dpi)
    if not across and _lies(spots):
        ink.turn = 0
    lines = recognising.read(bare, spots)
    point = width / even.shape[1]
    ink.strokes = strokes(across, down, point)
    ink.glyphs = [glyph for line in lines for glyph in glyphs(line, point)]
    return ink


def _lies(spots: list[finding.Spot]) -> bool:
    """Do most lines run downward: is the page scanned on its side?"""
    tall = sum(spot.height for spot in spots if spot.height > 2 * spot.width)
    wide = sum(spot.width for spot in spots if spot.width > 2 * spot.height)
    return tall > 2 * wide


def strokes(across: list[ruling.Rule], down: list[ruling.Rule], point: float) -> list[Stroke]:
    """The rules in points."""
    level = [Stroke(rule.start * point, rule.at * point, rule.end * point, rule.at * point) for rule in across]
    return level + [Stroke(rule.at * point, rule.start * point, rule.at * point, rule.end * point) for rule in down]


def glyphs(line: recognising.Line, point: float) -> list[Glyph]:
    """The characters of a line in points."""
    spot = line.spot
    top, bottom = spot.top * point, spot.bottom * point
    base = top + (bottom - top) * _BASE
    return [
        Glyph(
            read.text,
            (spot.left + read.left * spot.width) * point,
            top,
            (spot.left + read.right * spot.width) * point,
            bottom,
            base,
            read.sure,
        )
        for read in line.reads
    ]


def upright_picture(picture: Colour, dpi: float) -> Grey:
    """The picture grey, evened and straightened."""
    even = evened(grey(picture), dpi)
    return upright.straightened(even, upright.skew(even))
