"""Blanks that only the extraction printed: before and after punctuation, between Chinese and figures."""

from __future__ import annotations

import re

from gouji.model.inked import Inked

_HAN = r"\u3400-\u9fff"
_SIGN = r"，。、；：！？）》”’】」』％"
_OPEN = r"（《“‘【「『"
_STRAY = re.compile(
    rf"(?<=[{_SIGN}{_OPEN}])[ ]+|[ ]+(?=[{_SIGN}])|(?<=[{_HAN}])[ ]+(?=[{_OPEN}])"
    rf"|(?<=[{_HAN}])[ ]+(?=[0-9A-Za-z<>≤≥＜＞])(?![ ]+[\d,.]{{1,30}}%?(?:[ ]|$))"
    rf"|(?<=[0-9A-Za-z%+=)])[ ]+(?=[{_HAN}{_OPEN}])"
)


def tidy(content: Inked) -> Inked:
    """The text without stray blanks; blanks between two figures, two Latin words or two Chinese words stay.

    >>> tidy(Inked("2020 年收入 18.50 万元 ，增长 3% 。")).text
    '2020年收入18.50万元，增长3%。'
    """
    if " " not in content.text:
        return content
    return content.drop(match.span() for match in _STRAY.finditer(content.text))


def bare(text: str) -> str:
    """The text without any blank, for comparing."""
    return "".join(text.split())
