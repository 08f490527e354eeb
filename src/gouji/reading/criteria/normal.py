"""Target values in one spelling: no inner spaces, half-width signs, one dash, no tags, no trailing stops."""

from __future__ import annotations

import re

from gouji.model.inked import Inked

# One character for one, so that offsets stay those of the printed text.
_SAME = str.maketrans(
    {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}  # full-width ASCII
    | dict.fromkeys("－﹣–—―−‐〜～∼~", "-")
    | {"≧": "≥", "⩾": "≥", "﹥": ">", "≦": "≤", "⩽": "≤", "﹤": "<", "≯": "≤", "≮": "≥", "×": "*", "✕": "*", "✖": "*"}
    | {"﹪": "%", "٪": "%", "﹝": "(", "﹞": ")", "∶": ":", "￥": "¥", "〔": "(", "〕": ")"}
)
_NEXT = re.compile(r"(?<=[0-9０-９%％‰])\n(?=[0-9０-９.≥≤<>=＞＜≧≦])")  # another value of the same box
# Blanks, tags, the midnight of a date cell, “included” in brackets.
_DROPPED = re.compile(
    r"[(（\"“](?=[<>=≤≥＜＞＝]{1,3}[)）\"”])|(?<=[<>=≤≥＜＞＝])[)）\"”]|(?<=[0-9])[(（][一二三四五六七八九十百零两]{1,4}[)）]|(?<=[0-9])\s00:00(?::00)?\b|\s+|</?[a-zA-Z]{1,10}\s{0,3}/?>|"
    r"[(（](?:包?含|包括)(?:本数|[0-9.]{1,8}[%％分个次家天万元]{0,2})?[)）](?=及?以[上下]|$)"
)
_TO_DROP = re.compile(r"[\s<含包]|[0-9][(（][一二三四五六七八九十]|[<>=≤≥＜＞＝][)）\"”]")
GARBAGE = "。；;，,、．. \t\"“”'‘’"


def normal(content: Inked) -> Inked:
    """The value without white space, tags and trailing stops; what is left keeps its ink."""
    text = content.text
    if "\n" in text:
        content = Inked(_NEXT.sub("；", text), content.runs)
    if _TO_DROP.search(text):
        content = content.drop(match.span() for match in _DROPPED.finditer(content.text))
    content = content.strip(GARBAGE)
    return Inked(content.text.translate(_SAME), content.runs)
