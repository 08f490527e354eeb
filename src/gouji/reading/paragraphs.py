"""Lines of running text → paragraphs under their headings; sentences cut by a page break are joined."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gouji.model.inked import Inked
from gouji.model.narrative import Paragraph
from gouji.reading.captions import is_title
from gouji.reading.headings import TITLE_LEVEL, Chain, is_bare_heading, is_heading, level, run_in, starts_new

_CLOSED = re.compile(r"[。！？；：!?;:…][”’」』）)\]】]*$")
_MARKUP = re.compile(r"^(?:#{1,6}\s+|[-*+]\s+|>\s+)|\*\*|__")
_RUNS_OVER = re.compile(r"^[，。、；：）)”’》%％]")
_CONTENTS = re.compile(r"^目\s*录$")
_INNER = re.compile(r"[，。；：、,]")
LONGEST_ENTRY = 80
SHORTEST_CUT_LINE = 34  # a line shorter than this that holds no comma is a title, not the top of a cut sentence


def without_markup(line: Inked) -> Inked:
    """The line without the marks of Markdown (bullets, #, **)."""
    if line.text[:1] in "#-*+>" or "**" in line.text or "__" in line.text:
        line = line.drop(match.span() for match in _MARKUP.finditer(line.text))
    return line.strip()


def joined(lines: list[Inked]) -> Iterator[Inked]:
    """The lines of one stretch of text, cut sentences put together again."""
    waiting: list[Inked] = []
    for line in lines:
        if waiting and not _runs_on(waiting[-1].text, line.text, first=waiting[0].text):
            yield Inked.join(waiting)
            waiting = []
        waiting.append(line)
    if waiting:
        yield Inked.join(waiting)


def _runs_on(text: str, following: str, first: str) -> bool:
    """Does a sentence go on from one line to the next?"""
    if _RUNS_OVER.match(following):
        return True
    if _CLOSED.search(text) or starts_new(following) or is_heading(first) or is_title(text):
        return False
    return bool(_INNER.search(text)) or len(text) >= SHORTEST_CUT_LINE


class Reader:
    """Turns lines into paragraphs while it keeps the chain of headings; with `whole` each line is one."""

    def __init__(self, whole: bool = False) -> None:
        self._joined = iter if whole else joined
        self.chain = Chain()
        self._contents: set[str] | None = None  # entries of the list of contents and their beginnings

    def read(self, lines: list[Inked]) -> Iterator[Paragraph]:
        """The paragraphs of one stretch of lines."""
        waiting: list[Inked] = []
        for line in lines:
            if not self._in_contents(line.text):
                waiting.append(line)
                continue
            yield from map(self._paragraph, self._joined(waiting))
            waiting = []
            yield Paragraph(line, ("目录",))
        yield from map(self._paragraph, self._joined(waiting))

    def leave_contents(self) -> None:
        """A table ends the list of contents."""
        self._contents = None

    def _in_contents(self, text: str) -> bool:
        """Is the line one of the list of contents? It ends where a long line comes, or its first entries come again."""
        if _CONTENTS.match(text):
            self._contents = set()
            return True
        if self._contents is None:
            return False
        entry = _entry(text)
        if len(text) > LONGEST_ENTRY or text.endswith("。") or (len(entry) >= 4 and entry in self._contents):
            self._contents = None
            return False
        self._contents.update(entry[:length] for length in range(4, len(entry) + 1))
        return True

    def _paragraph(self, content: Inked) -> Paragraph:
        text = content.text
        depth = level(text)
        if depth is not None and is_heading(text):
            self.chain.close(depth)
            above = self.chain.headings
            self.chain.enter(depth, text.rstrip("。"))
            return Paragraph(content, above, heading=True)
        if depth is not None:
            if opening := run_in(text):
                self.chain.enter(depth, opening)
            elif self.chain.has(depth):
                self.chain.close(depth)
            return Paragraph(content, self.chain.headings)
        if is_bare_heading(text):
            self.chain.close(TITLE_LEVEL)
            above = self.chain.headings
            self.chain.enter(TITLE_LEVEL, text)
            return Paragraph(content, above, heading=True)
        return Paragraph(content, self.chain.headings)


def _entry(text: str) -> str:
    """An entry of the contents without dots and page number."""
    return re.sub(r"[\s.…·]+\d*$|\s+", "", text)
