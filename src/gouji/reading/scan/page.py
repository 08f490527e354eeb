"""A picture of a page → its ink: upright, even, its rules, its lines, and every character with its place."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from gouji.reading.page.ink import Glyph, PageInk, Stroke
from gouji.reading.scan import amounts, finding, overlooked, recognising, ruling, seals, upright
from gouji.reading.scan.picture import Colour, Grey, clean, stamped
from gouji.reading.scan.ruling import Rule

_BASE = 0.1  # of a line's height: so far its characters stand above its lowest ink
_WORDS = 3  # characters: less is a speck that was taken for a line
_LEGIBLE = 0.5  # how sure a line without figures must be on the whole; shadows and seals are less
_ASLANT = 0.6  # degrees by which the lines of a photo lean apart: its rows are no longer told from one another
_FIGURES = 12  # digits on a page that is worth a warning
_FINEST = 400  # dots per inch: more adds nothing but time


@dataclass(slots=True)
class View:
    """A page made upright: its picture, the same without the rules, the rules, and where its lines stand."""

    picture: Grey
    bare: Grey
    across: list[Rule]
    down: list[Rule]
    spots: list[finding.Spot]
    skew: float
    stamp: Grey | None = None  # where a red seal was, black on white
    faint: int = 0  # lines of words left out because they cannot be read


def page_ink(picture: Colour, dpi: float, number: int, width: float, height: float) -> PageInk:
    """The ink of a page as `gouji.reading.scan.page_ink` tells."""
    even, stamp = clean(picture, dpi), stamped(picture)
    if dpi > _FINEST:
        even, dpi = upright.smaller(even, _FINEST / dpi), _FINEST
    shown, turn = _upright(_view(even, dpi), even, dpi)
    shown.stamp = None if stamp is None else _as_shown(stamp, shown, turn)
    ink = PageInk(number, width, height, turn=turn, scanned=True, skew=shown.skew)
    point = (width if turn % 2 == 0 else height) / shown.picture.shape[1]
    ink.strokes = strokes(shown.across, shown.down, point)
    for line in lines(shown, dpi):
        ink.glyphs += glyphs(line, point)
    ink.faint = shown.faint
    has_figures = sum(glyph.text.isdigit() for glyph in ink.glyphs) >= _FIGURES
    ink.aslant = has_figures and upright.spread(shown.picture) > _ASLANT
    return ink


def _as_shown(stamp: Grey, view: View, turn: int) -> Grey:
    """The picture of the seals turned and levelled as the page was."""
    height, width = view.picture.shape
    flat = upright.straightened(upright.turned(stamp, turn), view.skew)
    return np.asarray(cv2.resize(flat, (width, height), interpolation=cv2.INTER_AREA), dtype=np.uint8)


def _view(even: Grey, dpi: float) -> View:
    """The page as it lies, its lines levelled."""
    skew = upright.skew(even)
    picture = upright.straightened(even, skew)
    across, down = ruling.rules(picture, dpi)
    bare = ruling.without(picture, across, down)
    return View(picture, bare, across, down, finding.lines(bare, dpi), skew)


def _upright(view: View, even: Grey, dpi: float) -> tuple[View, int]:
    """The page as it is read, and by how many quarters it had to be turned clockwise."""
    turn = 0
    if _lies(view.spots):
        turn, even = 1, upright.turned(even, 1)
        view = _view(even, dpi)
    if _upside_down(view):
        turn += 2
        view = _view(upright.turned(even, 2), dpi)
    return view, turn


def _lies(spots: list[finding.Spot]) -> bool:
    """Do most lines run downward: is the page scanned on its side?"""
    tall = sum(spot.height for spot in spots if spot.height > 2 * spot.width)
    wide = sum(spot.width for spot in spots if spot.width > 2 * spot.height)
    return tall > 2 * wide


def _upside_down(view: View) -> bool:
    """Do the longest lines read better head over heels?"""
    longest = sorted(view.spots, key=lambda spot: -spot.width)[:8]
    reads = recognising.mean_sure(recognising.read(view.bare, longest))
    if not longest or reads >= 0.9:
        return False
    height, width = view.bare.shape
    over = [finding.Spot(width - s.right, height - s.bottom, width - s.left, height - s.top) for s in longest]
    return recognising.mean_sure(recognising.read(upright.turned(view.bare, 2), over)) > reads + 0.05


def lines(view: View, dpi: float) -> list[recognising.Line]:
    """The lines of an upright page, read; doubtful figures twice."""
    spots = finding.cut(view.spots, view.across, view.down, dpi)
    spots = overlooked.with_overlooked(view.bare, spots, view.down, dpi)
    found = recognising.read(view.bare, spots)
    amounts.second_look(view.bare, found)
    below = seals.seals(view.bare, dpi)
    view.faint = sum(len(line.text.strip()) >= _WORDS and not _is_legible(line) for line in found if line.reads)
    kept = [
        seals.overprinted(seals.doubted(line, below), view.stamp) for line in found if line.reads and _is_legible(line)
    ]
    kept = [overlooked.tightened(view.bare, line) for line in kept]
    return [amounts.punctuated(amounts.full_width(line)) for line in kept]


def _is_legible(line: recognising.Line) -> bool:
    return recognising.mean_sure([line]) >= _LEGIBLE or any(character.isdigit() for character in line.text)


def strokes(across: list[Rule], down: list[Rule], point: float) -> list[Stroke]:
    """The rules in points."""
    level = [Stroke(rule.start * point, rule.at * point, rule.end * point, rule.at * point) for rule in across]
    return level + [Stroke(rule.at * point, rule.start * point, rule.at * point, rule.end * point) for rule in down]


def glyphs(line: recognising.Line, point: float) -> list[Glyph]:
    """The characters of a line in points."""
    left, top, right, bottom = (edge * point for edge in line.spot)
    base = bottom - (bottom - top) * _BASE
    wide = right - left
    return [
        Glyph(read.text, left + read.left * wide, top, left + read.right * wide, bottom, base, read.sure, read.others)
        for read in line.reads
    ]
