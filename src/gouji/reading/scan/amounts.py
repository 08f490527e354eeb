"""Amounts as they are recognised: read twice where unsure, and with the separators that their form leaves no choice about."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import zip_longest

from gouji.reading.scan.finding import Spot
from gouji.reading.scan.picture import Grey
from gouji.reading.scan.recognising import Line, Read, read

SURE = 0.9  # below, a character is looked at again
GUESSED = 0.6  # how sure a separator is that was put in by us
SMALL = 14  # pixels: in figures of less height a point is not told from a comma, however sure it seems
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
    """Reads the lines of unsure figures once more in another light and keeps what both looks say."""
    doubtful = [line for line in lines if is_figure(line.text) and line.sure < SURE]
    if not doubtful:
        return
    wider = [_wider(line.spot, picture) for line in doubtful]
    for line, again in zip(doubtful, read(picture, wider, sharper=True), strict=True):
        line.reads = both(line.reads, again.reads)


def _wider(spot: Spot, picture: Grey) -> Spot:
    more = spot.height * 0.08
    height, _ = picture.shape
    return Spot(spot.left, max(0.0, spot.top - more), spot.right, min(height, spot.bottom + more))


def both(first: list[Read], second: list[Read]) -> list[Read]:
    """One reading out of two looks at a line: where they differ each character is as sure as the looks are apart."""
    if len(first) != len(second):
        better, other = (first, second) if _least(first) >= _least(second) else (second, first)
        others = "".join(read.text for read in other)
        return [_unsurer(read, others) for read in better]
    return [_agreed(one, two) for one, two in zip_longest(first, second, fillvalue=first[0])] if first else first


def _least(reads: list[Read]) -> float:
    return min((read.sure for read in reads), default=0.0)


def _unsurer(read: Read, other_text: str) -> Read:
    """A character of a line that another look read with more or fewer characters."""
    return read if read.text in other_text and read.sure >= SURE else read._replace(sure=min(read.sure, 0.5))


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
        return line if lettered and not _CENTS.fullmatch(text) else replace(line, reads=plain)
    return replace(line, reads=_with_separators(plain, line.spot.height < SMALL) or line.reads)


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
