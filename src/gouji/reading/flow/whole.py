"""Are the paragraphs of a document whole, or lines that a page once cut?"""

from __future__ import annotations

import re
from collections.abc import Iterable

FEWEST = 6  # long paragraphs, to tell from
LONG = 20
_STOPPED = re.compile(r"[。！？；：!?;:…][”’」』）)\]】]*$")


def are_whole(lines: Iterable[str]) -> bool:
    """False where most long paragraphs end in mid-sentence: they were pasted from a page, line by line."""
    long = [line for line in lines if len(line) >= LONG and ("，" in line or "。" in line)]
    if len(long) < FEWEST:
        return True
    return sum(bool(_STOPPED.search(line)) for line in long) >= len(long) / 2
