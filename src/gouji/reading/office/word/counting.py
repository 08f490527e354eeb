"""A number as the automatic numbering of Word prints it: 一, 甲, ①, (a), IV."""

from __future__ import annotations

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
LARGEST = 9_999  # what is beyond is printed in plain digits


def counted(number: int, style: str) -> str:
    """The number in a numbering style (`w:numFmt`); plain digits for a style unknown."""
    if style in ("none", "bullet"):
        return ""
    if not 0 < number <= LARGEST:
        return str(number)
    return _STYLES.get(style, str)(number)


def _chinese(number: int, digits: str = _DIGITS, powers: tuple[str, ...] = ("", "十", "百", "千")) -> str:
    """一 … 十, 十一, 二十, 一百零一."""
    text = ""
    for power in range(3, -1, -1):
        digit = number // 10**power % 10
        if digit:
            text += digits[digit] + powers[power]
        elif text and number % 10**power:
            text = text.rstrip("零") + "零"
    return text[1:] if text.startswith("一十") else text


def _letters(number: int) -> str:
    """a … z, aa, bb: Word repeats the letter."""
    return chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 30)


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        text += sign * (number // value)
        number %= value
    return text


def _enclosed(first: int, last: int, beyond: str = "({})") -> Callable[[int], str]:
    """Signs that stand in a row in Unicode from `first` on, for 1 to `last`."""
    return lambda number: chr(first + number - 1) if number <= last else beyond.format(number)


def _circled(number: int) -> str:
    if number <= 20:
        return chr(0x2460 + number - 1)
    return chr(0x3251 + number - 21) if number <= 35 else chr(0x32B1 + number - 36) if number <= 50 else f"({number})"


def _cycled(signs: str) -> Callable[[int], str]:
    return lambda number: signs[(number - 1) % len(signs)]


def _digitwise(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


_STYLES: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(
        ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting", "taiwaneseCountingThousand",
         "koreanCounting"), _chinese,
    ),
    **dict.fromkeys(("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital", "koreanDigital2"), _digitwise),
    **dict.fromkeys(
        ("chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal"),
        lambda number: _chinese(number, _LEGAL, ("", "拾", "佰", "仟")),
    ),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _circled),
    **dict.fromkeys(
        ("decimalFullWidth", "decimalFullWidth2"),
        lambda number: str(number).translate(str.maketrans("0123456789", "０１２３４５６７８９")),
    ),
    "ideographTraditional": _cycled(_STEMS),
    "ideographZodiac": _cycled(_BRANCHES),
    "ideographEnclosedCircle": _enclosed(0x3280, 10),
    "decimalEnclosedParen": _enclosed(0x2474, 20),
    "decimalEnclosedFullstop": _enclosed(0x2488, 20, "{}."),
    "decimalZero": lambda number: f"{number:02}",
    "numberInDash": lambda number: f"-{number}-",
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
}  # fmt: skip
