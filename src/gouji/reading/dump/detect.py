"""Is a document the dump of a printed one: lines broken where the paper ended, cells of a row run together by blanks?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from gouji.model.inked import Inked
from gouji.reading.dump.printed import width
from gouji.reading.headings import starts_new

LONG_LINE = 24
LONGEST_BROKEN_LINE = 260  # columns; a line on paper is not wider
_CLOSED = re.compile(r"[。！？；：:.…][”’）)》]*$")
_AMOUNT = re.compile(r"(?:(?<=\s)|^)-?[\d,]{1,20}(?:\.\d{1,6})?%?(?=\s|$)")
_SENTENCE = re.compile(r"[，。；]|元[^（）()\s]")
_TABLE_WORDS = re.compile(r"^(?:项目名称|一级指标|部门预算支出|预算整体情况)(?:\s|$|[（(])")

_INDICATOR_HEADER = re.compile(
    r"(?:^| )一级指标(?: \S{1,6})? 二级指标(?: \S{1,6})? (?:三级指标|\S{0,6}指标)"
)  # cells set apart by blanks


def is_dump(lines: Sequence[Inked]) -> bool:
    """True for text whose rows are lost: no tabs or bars, but sentences broken midway or rows of figures between blanks."""
    texts = [text for line in lines if (text := line.text.strip(" "))]
    if len(texts) < 3:
        return False
    separated = sum("\t" in text.strip() or text.count("|") + text.count("｜") >= 2 for text in texts)
    if separated >= max(2, len(texts) // 50):
        return False
    if any(_INDICATOR_HEADER.search(text) for text in texts):
        return True
    rows = sum(_is_row(text) for text in texts)
    return rows >= 2 or _broken(texts) or sum(bool(_TABLE_WORDS.match(text)) for text in texts) >= 2


def _is_row(text: str) -> bool:
    """Figures set apart by blanks behind a name, and no sentence."""
    if len(text) > 200 or _SENTENCE.search(text):
        return False
    found = len(_AMOUNT.findall(text))
    return found >= 2 or (found == 1 and " " in text and "." in text)


def _broken(texts: Sequence[str]) -> bool:
    """Do many long lines stop in the middle of a sentence?"""
    long = broken = 0
    for text, following in pairwise(texts):
        wide = width(text[:LONGEST_BROKEN_LINE])
        if wide < LONG_LINE:
            continue
        long += 1
        broken += wide < LONGEST_BROKEN_LINE and not _CLOSED.search(text) and not starts_new(following)
    return broken >= 3 and broken * 3 >= long
