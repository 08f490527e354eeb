"""Text that remembers its ink: joined, cut and cleaned at will, every character still knows where it was printed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gouji.model.place import Ink


@dataclass(frozen=True, slots=True)
class Inked:
    """`text`, and its runs: (offset in `text`, line, column) of each stretch printed without a gap."""

    text: str
    runs: tuple[tuple[int, int, int], ...] = ()

    @classmethod
    def at(cls, text: str, line: int, column: int = 1) -> Inked:
        """A stretch of one printed line; an empty one still knows its spot, as a blank box does."""
        return cls(text, ((0, line, column),))

    @classmethod
    def join(cls, parts: Iterable[Inked], separator: str = "") -> Inked:
        """The parts in a row; the separator is ours and takes the ink of what stands before it."""
        texts: list[str] = []
        runs: list[tuple[int, int, int]] = []
        length = 0
        for part in parts:
            if not part.text:
                continue
            if texts and separator:
                texts.append(separator)
                length += len(separator)
            runs.extend((offset + length, line, column) for offset, line, column in part.runs)
            texts.append(part.text)
            length += len(part.text)
        return cls("".join(texts), tuple(runs))

    def spot(self, offset: int) -> tuple[int | None, int | None]:
        """Line and column of the character at `offset`; of the nearest earlier ink where the character is ours."""
        index = bisect_right(self.runs, offset, key=lambda run: run[0]) - 1
        if index < 0:
            return (None, None)
        start, line, column = self.runs[index]
        return (line, column + offset - start)

    def ink(self, start: int = 0, end: int | None = None) -> Ink:
        """The ink of `text[start:end]`; of the point `start` when that is empty."""
        end = len(self.text) if end is None else end
        line, column = self.spot(start)
        last_line, last_column = self.spot(max(start, end - 1))
        after = None if last_column is None else last_column + (1 if end > start else 0)
        return Ink(line=line, column=column, end_line=last_line, end_column=after)

    def cut(self, start: int, end: int | None = None) -> Inked:
        """`text[start:end]` with its ink. Offsets are counted from the start; negative ones are not meant."""
        end = len(self.text) if end is None else min(end, len(self.text))
        if start <= 0 and end == len(self.text):
            return self
        if end < start:
            end = start
        first = bisect_right(self.runs, start, key=lambda run: run[0])
        last = bisect_left(self.runs, end, lo=first, key=lambda run: run[0])
        runs = [(offset - start, line, column) for offset, line, column in self.runs[first:last]]
        line, column = self.spot(start)
        if line is not None and column is not None:
            runs.insert(0, (0, line, column))
        return Inked(self.text[start:end], tuple(runs))

    def emptied(self, offset: int = 0) -> Inked:
        """An empty box at the spot of `offset`."""
        line, column = self.spot(offset)
        return Inked.at("", line or 1, column or 1)

    def strip(self, characters: str | None = None) -> Inked:
        """Without white space (or `characters`) at both ends."""
        left = len(self.text) - len(self.text.lstrip(characters))
        return self.cut(left, max(left, len(self.text.rstrip(characters))))

    def drop(self, spans: Iterable[tuple[int, int]]) -> Inked:
        """Without the given (start, end) spans, which come in order and do not overlap."""
        kept: list[Inked] = []
        position = 0
        for start, end in spans:
            kept.append(self.cut(position, start))
            position = end
        kept.append(self.cut(position))
        return Inked.join(kept)

    def split(self, separator: str) -> Iterator[Inked]:
        """The pieces between the separators, empty ones included."""
        position = 0
        while (found := self.text.find(separator, position)) >= 0:
            yield self.cut(position, found)
            position = found + len(separator)
        yield self.cut(position)

    def __bool__(self) -> bool:
        return bool(self.text)

    def __len__(self) -> int:
        return len(self.text)
