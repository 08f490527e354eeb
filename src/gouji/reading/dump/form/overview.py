"""Boxes with an amount each (基本支出 4,654.49 财政拨款 17,675.72): an amount belongs to the label directly before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gouji.model.inked import Inked
from gouji.reading.dump.form.words import amount_labels
from gouji.reading.dump.printed import Printed

PAIRS_IN_ROW = 2
_VALUE = re.compile(
    r"^(?:[-+]?[\d,，]+(?:\.\d+)?(?:万?元)?|预算金额|金额|(?:预算)?金额[（(](?:万元|元|千元)[)）]|[-—–/])$"
)
_SAME = str.maketrans({"（": "(", "）": ")"})


def rows(lines: Sequence[Printed]) -> list[tuple[Inked, ...]]:
    """The boxes two pairs in a row: label, value, label, value. A box without a value stays blank."""
    pairs = list(_pairs(_words(lines)))
    found: list[tuple[Inked, ...]] = []
    for start in range(0, len(pairs), PAIRS_IN_ROW):
        group = pairs[start : start + PAIRS_IN_ROW]
        found.append(tuple(cell for pair in group for cell in pair))
    return found


def _pairs(words: Sequence[Inked]) -> list[tuple[Inked, Inked]]:
    pairs: list[tuple[Inked, Inked]] = []
    for word in words:
        if _VALUE.match(word.text) and pairs and not pairs[-1][1]:
            pairs[-1] = (pairs[-1][0], word)
        else:
            pairs.append((word, _blank_after(word)))
    return pairs


def _blank_after(word: Inked) -> Inked:
    """An empty box where its value would stand."""
    return word.emptied(len(word))


def _words(lines: Sequence[Printed]) -> list[Inked]:
    """Labels and values in order; labels that were broken are whole again."""
    tokens = [token for line in lines for token in line.tokens]
    words: list[Inked] = []
    position = 0
    while position < len(tokens):
        length = _label_length(tokens, position)
        words.append(Inked.join(tokens[position : position + length]))
        position += length
    return words


def _label_length(tokens: Sequence[Inked], position: int) -> int:
    """How many pieces make up the label (or value) that begins at `position`."""
    text = ""
    for length in range(1, min(6, len(tokens) - position) + 1):
        text += tokens[position + length - 1].text.translate(_SAME)
        if text in amount_labels() or _VALUE.match(text):
            nearest = position + length
            longer = nearest < len(tokens) and text + tokens[nearest].text.translate(_SAME) in amount_labels()
            if not longer:
                return length
    return 1
