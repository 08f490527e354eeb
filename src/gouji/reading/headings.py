"""Numbered headings: what is one, how deep it stands, and the chain of headings above a paragraph."""

from __future__ import annotations

import re

_LEVELS = (
    re.compile(r"^第[一二三四五六七八九十百]{1,3}[部章篇编][分]?(?:\s|　|[：:、]|(?=[^，。]))"),
    re.compile(r"^[一二三四五六七八九十]{1,3}\s*[、.．]"),
    re.compile(r"^[（(]\s*[一二三四五六七八九十]{1,3}\s*[)）]"),
    re.compile(r"^\d{1,2}\s*(?:[、．]|\.(?!\s*\d))"),
    re.compile(r"^(?:[（(]\s*\d{1,2}\s*[)）]|\d{1,2}\s*[)）])"),
    re.compile(r"^[①-⑳]"),
)
_ITEM = re.compile(r"^[一二三四五六七八九十]{1,2}是|^[-•·●◆■▪]\s|^其[一二三四五六七八九]")
_ENDS_SENTENCE = re.compile(r"[。；;，,]$")
_INNER = re.compile(r"[。；;，,]")
_RUN_IN = re.compile(r"^[^。；;，,：:]{2,24}[。：:]")
_AMOUNT = re.compile(r"\d\s*(?:万元|亿元|元|[%％])")
# An item cut in the middle of its name by the end of a printed line: …（类）…（款）其他社会工作
_CUT_ITEM = re.compile(r"[（(]\s*[类款]\s*[)）](?!支出$)[^（()）]{1,40}$")
LONGEST_HEADING = 60
TITLE_LEVEL = 9  # a short line without a number: below every numbered level


def level(text: str) -> int | None:
    """The level that the printed numbering tells, 0 outermost; None without numbering."""
    for depth, pattern in enumerate(_LEVELS):
        if pattern.match(text):
            return depth
    return None


def starts_new(text: str) -> bool:
    """Does the line open a heading, a numbered item or a list item, so that nothing runs over into it?"""
    return level(text) is not None or bool(_ITEM.match(text))


def is_heading(text: str) -> bool:
    """Is a numbered line a heading, not a long numbered sentence or a statement of an amount?"""
    if level(text) is None or len(text) > LONGEST_HEADING or _AMOUNT.search(text) or _CUT_ITEM.search(text):
        return False
    if text.endswith("。"):
        return len(text) <= 26 and not _INNER.search(text[:-1])
    return not _ENDS_SENTENCE.search(text) and text.count("，") <= 1 and "。" not in text


def is_bare_heading(text: str) -> bool:
    """Is an unnumbered line short and without any punctuation, as sub-headings are?"""
    return 2 <= len(text) <= 40 and not re.search(r"[。；;，,：:！？!?|\t]|\d\s*$", text) and not _AMOUNT.search(text)


def run_in(text: str) -> str:
    """The heading a numbered paragraph opens with (③存在问题。随着…); "" when it opens with none."""
    match = _RUN_IN.match(text)
    return match.group()[:-1] if match and level(text) is not None and not _AMOUNT.search(match.group()) else ""


class Chain:
    """The headings in force while a document is walked through."""

    def __init__(self) -> None:
        self._open: list[tuple[int, str]] = []

    def enter(self, depth: int, heading: str) -> None:
        """Open a heading; those of its level and below are closed."""
        self.close(depth)
        self._open.append((depth, heading))

    def close(self, depth: int) -> None:
        """Close the headings of this level and below."""
        while self._open and self._open[-1][0] >= depth:
            self._open.pop()

    def has(self, depth: int) -> bool:
        """Is a heading of this level open?"""
        return any(level == depth for level, _ in self._open)

    @property
    def headings(self) -> tuple[str, ...]:
        return tuple(heading for _, heading in self._open)
