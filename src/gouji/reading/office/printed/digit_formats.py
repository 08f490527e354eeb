"""Formats of digits: 0.00, #,##0.00, 0.00%, 0.00E+00, fractions, General."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

from gouji.reading.office.printed.chinese_digits import chinese
from gouji.reading.office.printed.format_tokens import Token

WIDEST_GENERAL = 11  # characters, decimal point included, that General prints of a number
_DECIMAL = frozenset("0123456789 ")
_EXACT = Context(prec=1500, rounding=ROUND_HALF_UP)

Writer = Callable[[Decimal], str]


def digit_writer(section: list[Token]) -> Writer:
    """The writer of one section; values come without their sign."""
    style = next((token.text for token in section if token.text.upper().startswith("DBNUM")), "")
    tokens = [token for token in section if token.kind != "bracket"]
    if style:
        plain = digit_writer(tokens)
        return lambda value: chinese(plain(value), style)
    kinds = {token.kind for token in tokens}
    if "general" in kinds:
        return lambda value: "".join(general(value) if token.kind == "general" else token.text for token in tokens)
    if "digit" not in kinds:
        words = "".join(token.text for token in tokens)
        return lambda value: words
    if "exponent" in kinds:
        return _exponential(tokens)
    if "slash" in kinds and (fraction := _fractional(tokens)):
        return fraction
    pattern = _pattern(tokens)
    return lambda value: pattern.written(value)


def general(value: Decimal) -> str:
    """A number in Excel's General format in a column wide enough; `value` without its sign."""
    if not value:
        return "0"
    power = value.adjusted()
    if -5 <= power <= 10:
        whole = _rounded(value, max(0, WIDEST_GENERAL - 1 - (max(power, 0) + 1)))
        printed = _trimmed(f"{whole:f}")
        if len(printed) <= WIDEST_GENERAL and (power >= -4 or len(_trimmed(f"{value:f}")) <= WIDEST_GENERAL):
            return printed
    elif power < -5 and len(exact := _trimmed(f"{value:f}")) <= WIDEST_GENERAL:
        return exact
    mantissa = _rounded(value.scaleb(-power), 5)
    if mantissa >= 10:
        mantissa, power = mantissa / 10, power + 1
    return f"{_trimmed(f'{mantissa:f}')}E{'-' if power < 0 else '+'}{abs(power):02d}"


def _rounded(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), context=_EXACT)


def _trimmed(printed: str) -> str:
    return printed.rstrip("0").rstrip(".") if "." in printed else printed


@dataclass(frozen=True, slots=True)
class _Pattern:
    """Digits before and behind the point, among them the literals that stand between."""

    whole: tuple[Token, ...]
    decimals: tuple[Token, ...]
    point: bool
    grouped: bool
    scale: int  # power of ten by which the value is multiplied first
    places: int
    simple: tuple[str, int, str] | None  # prefix, least digits before the point, suffix, where nothing stands between

    def written(self, value: Decimal) -> str:
        value = _rounded(value.scaleb(self.scale) if self.scale else value, self.places)
        if self.simple:
            prefix, least, suffix = self.simple
            digits = f"{value:,f}" if self.grouped else f"{value:f}"
            if least == 1 or value >= 1:
                return f"{prefix}{digits}{suffix}"
            return f"{prefix}{digits[1:]}{suffix}"
        whole, _, decimals = f"{value:f}".partition(".")
        return self._whole("" if whole == "0" else whole) + self._decimals(decimals)

    def _whole(self, digits: str) -> str:
        first = next((index for index, token in enumerate(self.whole) if token.kind == "digit"), None)
        found: list[str] = []
        count = 0
        for index in range(len(self.whole) - 1, -1, -1):
            token = self.whole[index]
            if token.kind != "digit":
                found.append(token.text)
                continue
            cut = 0 if index == first else len(digits) - 1
            taken, digits = digits[max(0, cut) :], digits[: max(0, cut)]
            for digit in reversed(taken or {"0": "0", "?": " "}.get(token.text, "")):
                found.append("," if self.grouped and count and count % 3 == 0 and digit != " " else "")
                found.append(digit)
                count += 1
        return "".join(reversed(found))

    def _decimals(self, digits: str) -> str:
        """The decimals with their point. Excel prints the point of `0.##` without any, too (1.): we do not, for it is no amount."""
        found = ["."] if self.point else []
        position = 0
        for token in self.decimals:
            if token.kind != "digit":
                found.append(token.text)
                continue
            left = digits[position:].strip("0")
            found.append(digits[position] if left or token.text == "0" else {"?": " "}.get(token.text, ""))
            position += 1
        printed = "".join(found)
        return printed[1:] if self.point and printed[1:2] not in _DECIMAL else printed


def _pattern(tokens: Sequence[Token]) -> _Pattern:
    point = next((index for index, token in enumerate(tokens) if token.kind == "point"), len(tokens))
    digits = [index for index, token in enumerate(tokens) if token.kind == "digit"]
    last = max(digits)
    last_whole = max((index for index in digits if index < point), default=-1)
    commas = [index for index, token in enumerate(tokens) if token.kind == "comma"]
    grouping = {index for index in commas if digits[0] < index < last_whole}
    scaling = {index for index in commas if index not in grouping and index > digits[0]}
    scaling = {index for index in scaling if index > last or last_whole < index < point}
    gone = grouping | scaling
    percents = sum(token.kind == "percent" for token in tokens)
    whole = tuple(token for index, token in enumerate(tokens[:point]) if index not in gone)
    decimals = tuple(
        token for index, token in enumerate(tokens[point + 1 :], point + 1) if index not in gone and token.kind != "point"
    )
    return _Pattern(
        whole,
        decimals,
        point < len(tokens),
        bool(grouping),
        2 * percents - 3 * len(scaling),
        sum(token.kind == "digit" for token in decimals),
        _simple(whole, decimals, point < len(tokens)),
    )


def _simple(whole: tuple[Token, ...], decimals: tuple[Token, ...], point: bool) -> tuple[str, int, str] | None:
    """Prefix and suffix of a pattern like `#,##0.00`: its zeros and literals stand apart."""
    prefix, marks, between = _split(whole)
    before, places, suffix = _split(decimals)
    zeros = marks.count("0")
    if between if decimals or point else False:
        return None
    if not decimals and not point:
        before, suffix = "", between
    if before or not marks or zeros > 1 or not marks.endswith("0") or "?" in marks or places.strip("0") or (point and not places):
        return None
    return prefix, zeros, suffix


def _split(tokens: tuple[Token, ...]) -> tuple[str, str, str]:
    """The literals before, the digit marks and the literals behind; literals among the marks spoil them."""
    positions = [index for index, token in enumerate(tokens) if token.kind == "digit"]
    if not positions:
        return "", "", "".join(token.text for token in tokens)
    first, last = positions[0], positions[-1]
    return (
        "".join(token.text for token in tokens[:first]),
        "".join(token.text for token in tokens[first : last + 1]),
        "".join(token.text for token in tokens[last + 1 :]),
    )


def _exponential(tokens: list[Token]) -> Writer:
    at = next(index for index, token in enumerate(tokens) if token.kind == "exponent")
    mantissa = _pattern(tokens[:at]) if any(token.kind == "digit" for token in tokens[:at]) else None
    least = sum(token.kind == "digit" for token in tokens[at:])
    rest = "".join(token.text for token in tokens[at + 1 :] if token.kind != "digit")
    if mantissa is None:
        return general
    width = max(1, sum(token.kind == "digit" for token in mantissa.whole))

    def write(value: Decimal) -> str:
        power = _power(value, width)
        if _rounded(value.scaleb(-power), mantissa.places) >= Decimal(10) ** width:
            power += width
        sign = "-" if power < 0 else "+" if tokens[at].text[1] == "+" else ""
        return f"{mantissa.written(value.scaleb(-power))}E{sign}{abs(power):0{least}d}{rest}"

    return write


def _power(value: Decimal, width: int) -> int:
    return 0 if not value else value.adjusted() - value.adjusted() % width if width > 1 else value.adjusted()


def _fractional(tokens: list[Token]) -> Writer | None:
    """`# ?/?`: whole part and a fraction of so many digits; `# ?/8`: of a fixed one."""
    at = next(index for index, token in enumerate(tokens) if token.kind == "slash")
    behind = [token.text for token in tokens[at + 1 :]]
    if at == 0 or tokens[at - 1].kind != "digit" or not behind:
        return None
    fixed = int(words) if (words := "".join(behind).strip()).isdigit() and words.strip("0") else 0
    largest = 10 ** min(6, sum(token.kind == "digit" for token in tokens[at + 1 :])) - 1
    mixed = sum(token.kind == "digit" for token in tokens[:at]) > 1 and any(t.kind == "literal" for t in tokens[:at])

    def write(value: Decimal) -> str:
        exact = Fraction(value)
        near = Fraction(round(exact * fixed), fixed) if fixed else exact.limit_denominator(max(1, largest))
        whole = near.numerator // near.denominator if mixed else 0
        rest = near - whole
        if not rest:
            return str(whole)
        top, bottom = (rest * fixed, fixed) if fixed else (rest.numerator, rest.denominator)
        return f"{whole} {top}/{bottom}" if whole else f"{top}/{bottom}"

    return write
