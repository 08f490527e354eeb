"""Raised signs behind a word or a figure: marks of notes go, powers stay raised, that 100² may not become 1002."""

from __future__ import annotations

import re

_MARK = re.compile(r"[\[【(（〔]?(?:\d{1,2}|\*{1,3}|＊{1,3}|注\s?\d{0,2}|[①-⑳])[\]】)）〕]?")
_POWERS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised(text: str, before: str) -> str:
    """What raised text is read as behind the text `before`: nothing where it marks a note."""
    bare = text.strip()
    if not _MARK.fullmatch(bare):
        return text
    last = before.rstrip()[-1:]
    power = bare.isascii() and bare.isdigit() and last.isascii() and last.isalnum()
    return bare.translate(_POWERS) if power else ""
