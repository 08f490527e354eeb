"""Where the columns of a form are spelled in a header whose cells were broken and run together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from gouji.reading.dump.printed import Printed
from gouji.vocabulary.form import Column, Form
from gouji.vocabulary.terms import plain

_SAME = str.maketrans({"（": "(", "）": ")", "“": '"', "”": '"', "：": ":", "，": ",", "％": "%"})


@dataclass(frozen=True, slots=True)
class HeaderText:
    """The header without blanks: where its pieces begin and end, and where a blank parts two of one line."""

    text: str
    starts: frozenset[int]
    ends: frozenset[int]
    blanks: tuple[int, ...]

    @classmethod
    def of(cls, header: Sequence[Printed]) -> HeaderText:
        pieces = [(token.text, position > 0) for line in header for position, token in enumerate(line.tokens)]
        ends = list(accumulate(len(piece) for piece, _ in pieces))
        starts = [0, *ends[:-1]]
        blanks = tuple(start for start, (_, inner) in zip(starts, pieces, strict=False) if inner)
        text = "".join(piece for piece, _ in pieces).translate(_SAME)
        return cls(text, frozenset(starts), frozenset(ends), blanks)

    def spells(self, start: int, end: int) -> bool:
        """Can the stretch be a cell: from the beginning of a piece to the end of one, no blank inside?"""
        closed = end in self.ends or self.text[end : end + 1] == "("
        return start in self.starts and closed and not any(start < blank < end for blank in self.blanks)


@dataclass(frozen=True, slots=True)
class Match:
    """A form and the columns of it that the header spells."""

    form: Form
    spans: dict[str, tuple[int, int]]  # of the columns found in the header text

    @property
    def share(self) -> float:
        return len(self.spans) / max(1, len(figure_columns(self.form)))


def figure_columns(form: Form) -> list[Column]:
    """The columns that hold figures."""
    return [column for column in form.columns if column.measure != "text"]


def matched(form: Form, text: HeaderText) -> Match:
    """Where the columns of a form are spelled in the header; longer spellings first, each stretch used once."""
    spans: dict[str, tuple[int, int]] = {}
    used = [False] * len(text.text)
    for whole in (True, False):  # whole cells first, then words that the dump ran together with others
        for spelling, name in _spellings(form):
            if name not in spans and (span := _found(text, spelling, used, whole)):
                spans[name] = span
                used[slice(*span)] = [True] * len(spelling)
    return Match(form, spans)


def _found(text: HeaderText, spelling: str, used: Sequence[bool], whole: bool) -> tuple[int, int] | None:
    """Where a word is spelled in a stretch not used yet."""
    start = text.text.find(spelling)
    while start >= 0:
        end = start + len(spelling)
        if not any(used[start:end]) and (not whole or text.spells(start, end)):
            return start, end
        start = text.text.find(spelling, start + 1)
    return None


@cache
def _spelling_list(columns: tuple[Column, ...]) -> list[tuple[str, str]]:
    found = [(plain(spelling), column.name) for column in columns for spelling in (column.name, *column.aliases)]
    return sorted(found, key=lambda pair: -len(pair[0]))


def _spellings(form: Form) -> list[tuple[str, str]]:
    return _spelling_list(tuple(figure_columns(form)))
