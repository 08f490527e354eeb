"""Amounts as they are recognised: read twice where unsure, and with the separators that their form leaves no choice about."""

from __future__ import annotations

import re
from dataclasses import replace

from gouji.reading.scan import widths
from gouji.reading.scan.finding import Spot
from gouji.reading.scan.picture import Grey
from gouji.reading.scan.recognising import Line, Read, read
from gouji.reading.scan.widths import Fit

SURE = 0.9  # below, a character is looked at again
GUESSED = 0.6  # how sure a separator is that was put in by us
SMALL = 24  # pixels: in figures of less height a point is not told from a comma, however sure it seems
_STRETCH = 1.3  # of the second look: so wide that equal digits stand apart
_LETTERS = {"O": "0", "o": "0", "D": "0", "l": "1", "I": "1", "|": "1", "S": "5", "B": "8", "Z": "2"}
_SIGNS = {"，": ",", "．": ".", "。": ".", "·": ".", "−": "-", "–": "-"}
_WIDE = {"(": "（", ")": "）", ":": "：", ";": "；"}
_FIGURE = re.compile(r"[-−–]?[\dOolI|DSBZ][\dOolI|DSBZ,.，．。·]*%?")
_AMOUNT = re.compile(r"-?(?:\d{1,3}(?:,\d{3})*|\d+)(?:\.\d+)?%?")
_CENTS = re.compile(r"-?(?:\d{1,3}(?:,\d{3})*|\d+)\.\d\d%?")
_TWO_PLACES = re.compile(r"-?\d{1,3}(?:(?P<group>[.,])\d{3})*(?P<point>[.,]?)(?P<cents>\d\d)%?")


def is_figure(text: str) -> bool:
    """Is the text digits and their signs, or letters taken for them?"""
    digits = sum(character.isdigit() for character in text)
    return bool(_FIGURE.fullmatch(text)) and digits >= sum(character in _LETTERS for character in text)


def second_look(picture: Grey, lines: list[Line]) -> None:
    """Reads the lines of doubtful figures once more in another light and keeps what both looks say."""
    known = widths.fits(picture, lines)
    doubtful = [index for index, line in enumerate(lines) if _is_doubtful(line, known.get(index))]
    if not doubtful:
        return
    boxes = [_wider(lines[index].spot, picture) for index in doubtful]
    for index, again in zip(doubtful, read(picture, boxes, _STRETCH, sharper=True), strict=True):
        lines[index].reads = both(lines[index].reads, again.reads, known.get(index))


def _is_doubtful(line: Line, fit: Fit | None) -> bool:
    return is_figure(line.text) and (line.sure < SURE or (fit is not None and fit.is_amiss(line.text)))


def _wider(spot: Spot, picture: Grey) -> Spot:
    more = spot.height * 0.08
    height, _ = picture.shape
    return Spot(spot.left, max(0.0, spot.top - more), spot.right, min(height, spot.bottom + more))


def both(first: list[Read], second: list[Read], fit: Fit | None = None) -> list[Read]:
    """One reading out of two looks at a line: where they differ each character is as sure as the looks are apart.

    Where one has more characters the width of the ink decides, if it is known.
    """
    if len(first) == len(second):
        return [_agreed(one, two) for one, two in zip(first, second, strict=True)]
    if fit is not None and (amiss := [fit.is_amiss(_text(reads)) for reads in (first, second)]) in (
        [True, False],
        [False, True],
    ):
        return second if amiss[0] else first
    better, other = (first, second) if _least(first) >= _least(second) else (second, first)
    return _apart(better, _text(other))


def _text(reads: list[Read]) -> str:
    return "".join(read.text for read in reads)


def _least(reads: list[Read]) -> float:
    return min((read.sure for read in reads), default=0.0)


def _apart(reads: list[Read], other: str) -> list[Read]:
    """The reading of a line that another look read with more or fewer characters: unsure where they part."""
    text = _text(reads)
    same = next(
        (at for at, (one, two) in enumerate(zip(text, other, strict=False)) if one != two), min(len(text), len(other))
    )
    behind = next(
        (at for at, (one, two) in enumerate(zip(text[::-1], other[::-1], strict=False)) if one != two),
        min(len(text), len(other)),
    )
    low, high = sorted((min(same, len(text) - 1), len(text) - behind))
    return [
        read._replace(sure=min(read.sure, 0.5)) if low <= at <= max(low, high - 1) or read.sure < SURE else read
        for at, read in enumerate(reads)
    ]


def _agreed(one: Read, two: Read) -> Read:
    if one.text == two.text:
        return one._replace(sure=max(one.sure, two.sure), others=_distinct(one.others + two.others, one.text))
    better, other = (one, two) if one.sure >= two.sure else (two, one)
    others = _distinct(other.text + better.others + other.others, better.text)
    return better._replace(left=one.left, right=one.right, sure=min(0.6, better.sure), others=others)


def _distinct(texts: str, own: str) -> str:
    return "".join(dict.fromkeys(texts.replace(own, "")))


def full_width(line: Line) -> Line:
    """The line with the brackets and signs beside Chinese characters as wide as those: `单位:万元` is `单位：万元`."""
    texts = [read.text for read in line.reads]
    for index, text in enumerate(texts):
        beside = texts[max(0, index - 1) : index] + texts[index + 1 : index + 2]
        if text in _WIDE and any(_is_chinese(other) for other in beside):
            line.reads[index] = line.reads[index]._replace(text=_WIDE[text])
    return line


def _is_chinese(text: str) -> bool:
    return "\u3400" <= text <= "\u9fff"


def punctuated(line: Line) -> Line:
    """The line with letters read as digits where it is a figure, and separators where an amount has no other form."""
    if not is_figure(line.text):
        return line
    plain = [_plain(read) for read in line.reads]
    text = "".join(read.text for read in plain)
    if _AMOUNT.fullmatch(text):
        lettered = any(read.text in _LETTERS for read in line.reads)
        return line if lettered and not _CENTS.fullmatch(text) else replace(line, reads=_confirmed(plain))
    return replace(line, reads=_confirmed(_with_separators(plain, line.spot.height < SMALL) or line.reads))


def _confirmed(reads: list[Read]) -> list[Read]:
    """An amount with two decimals, its separators as sure as its form makes them: no others could stand there."""
    if not _CENTS.fullmatch(_text(reads)):
        return reads
    return [
        read._replace(sure=max(read.sure, SURE))
        if read.text in ",." and read.left < read.right and not _may_be_digit(read)
        else read
        for read in reads
    ]


def _may_be_digit(read: Read) -> bool:
    return any(other.isalnum() for other in read.others)


def _plain(read: Read) -> Read:
    """A letter as the digit that it looks like, which is a guess; a full-width sign as the plain one."""
    if read.text in _LETTERS:
        return read._replace(text=_LETTERS[read.text], sure=min(read.sure, GUESSED))
    return read._replace(text=_SIGNS.get(read.text, read.text))


def _with_separators(reads: list[Read], small: bool) -> list[Read] | None:
    """`4.201.30` and `4,20130` can only be `4,201.30`, were their separators not read surely; None where not so."""
    match = _TWO_PLACES.fullmatch("".join(read.text for read in reads))
    if match is None or not (match["point"] or match["group"]):
        return None
    made = []
    for index, read_ in enumerate(reads):
        if index == match.start("cents") and not match["point"]:
            made.append(Read(".", read_.left, read_.left, GUESSED))
        if read_.text in ",.":
            meant = "." if index == match.start("point") and match["point"] else ","
            if meant != read_.text and read_.sure >= SURE and not small:
                return None  # so it is printed: a fault of the document, not of the reading
            read_ = read_._replace(text=meant, sure=max(read_.sure, SURE) if meant != read_.text else read_.sure)
        made.append(read_)
    return made
