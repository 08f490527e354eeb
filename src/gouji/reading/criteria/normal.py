"""Target values in one spelling: no inner spaces, half-width signs, one dash, Chinese numerals as digits."""

from __future__ import annotations

import re

from gouji.model.inked import Inked

# One character for one, so that offsets stay those of the printed text.
_SAME = str.maketrans(
    {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}  # full-width ASCII
    | dict.fromkeys("－﹣–—―−‐〜～∼~", "-")
    | {"≧": "≥", "⩾": "≥", "﹥": ">", "≦": "≤", "⩽": "≤", "﹤": "<", "×": "*", "✕": "*"}
    | {"﹪": "%", "﹝": "(", "﹞": ")"}
)
_NEXT = re.compile(r"(?<=[0-9０-９%％‰])\n(?=[0-9０-９.≥≤<>=＞＜≧≦])")  # another value of the same box
_DROPPED = re.compile(r"\s+|</?[a-zA-Z]{1,10}\s{0,3}/?>")
_DIGIT = dict(zip("零〇一二两三四五六七八九", (0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_POWER = {"十": 10, "百": 100, "千": 1000}
_NUMERAL = "[零〇一二两三四五六七八九十百千万亿半]"
_PER_CENT = re.compile(f"百分之({_NUMERAL}{{1,8}}(?:点{_NUMERAL}{{1,4}})?|[0-9.]{{1,6}})")
_TENTHS = re.compile(r"(?<![完达组])([一二三四五六七八九])成(?=以上|以内|以下|$)")
GARBAGE = "。；;，,、．. \t"


def normal(content: Inked) -> Inked:
    """The value without white space, tags and trailing stops; what is left keeps its ink."""
    if "\n" in content.text:
        content = Inked(_NEXT.sub("；", content.text), content.runs)
    if _DROPPED.search(content.text):
        content = content.drop(match.span() for match in _DROPPED.finditer(content.text))
    content = content.strip(GARBAGE)
    translated = content.text.translate(_SAME)
    return Inked(translated, content.runs)


def with_percent_sign(text: str) -> str:
    """百分之九十 and 九成以上 as 90%."""
    if "百分之" in text:
        text = _PER_CENT.sub(lambda match: f"{_plain_number(match[1])}%", text)
    if "成" in text:
        text = _TENTHS.sub(lambda match: f"{_DIGIT[match[1]] * 10}%", text)
    return text


def _plain_number(text: str) -> str:
    whole, _, fraction = text.partition("点")
    if whole[0].isdigit():
        return whole
    return str(numeral(whole) or 0) + ("." + "".join(str(_DIGIT.get(c, 0)) for c in fraction) if fraction else "")


def numeral(text: str) -> int | None:
    """The value of a Chinese numeral up to 亿; None when it is not one."""
    total, section, digit = 0, 0, -1
    for character in text:
        if character in _DIGIT:
            digit = _DIGIT[character]
        elif character in _POWER:
            section += (1 if digit < 0 else digit) * _POWER[character]
            digit = -1
        elif character in "万亿":
            section = (section + max(digit, 0)) * (10_000 if character == "万" else 100_000_000)
            total, section, digit = total + section, 0, -1
        else:
            return None
    return total + section + max(digit, 0)
