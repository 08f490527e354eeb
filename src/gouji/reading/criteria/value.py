"""A whole value: dates and counting words set aside, clauses told apart, each number made a condition."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from gouji.model.inked import Inked
from gouji.model.performance import Criterion, CriterionKind
from gouji.model.place import Ink
from gouji.reading.criteria.condition import BASE_YEAR, CONDITION, Condition, condition
from gouji.reading.criteria.normal import normal, numeral, with_percent_sign
from gouji.reading.criteria.words import kind_of_words
from gouji.vocabulary.indicators import units

LONGEST_VALUE = 2_000
_YEAR = r"(?:19|20)[0-9]{2}"
# Numbers that ask nothing: dates, years, numbered lists, the numbers inside names and stock phrases.
_MONTH = r"(?:1[0-2]|0?[1-9])"
_ASIDE = re.compile(
    "|".join(
        (
            rf"{_YEAR}([./-]){_MONTH}\1[0-3]?[0-9](?![0-9])",
            rf"{_YEAR}[./-]{_MONTH}(?=之?前|底)|^{_YEAR}[/-]{_MONTH}$",
            rf"{_YEAR}年[-至到]{_YEAR}年?|{_YEAR}[-至到]{_YEAR}年",
            rf"{_YEAR}年(?:度|底|末)?(?:{_MONTH}月?[-至到])?(?:{_MONTH}月(?:份|底|末|初)?(?:[0-9]{{1,2}}[日号])?)?",
            rf"(?<![0-9.]){_MONTH}月?[-至到]{_MONTH}月(?![份底末初]?[0-9])",
            rf"(?<![0-9.]){_MONTH}月(?:份|底|末|初|中旬|上旬|下旬|[0-9]{{1,2}}[日号]|(?=之?前|完成|以前))",
            r"第[0-9]{1,3}|第[一二三四]季度|(?<![0-9.])[0-9]{1,2}\*[0-9]{1,2}(?:小时|h)?",
            r"(?<![0-9.])(?:[2-6]G(?!B)|[1-5]A级?(?![a-zA-Z])|[0-9]{1,2}:[0-5][0-9](?=之?前|以前))",
            r"(?<![0-9a-zA-Z/])[a-zA-Z][-a-zA-Z0-9]{0,20}[0-9](?:\.[0-9]{1,4})?",
        )
    )
)
_DATED = re.compile(rf"{_YEAR}[年./-]|月|季度")
_DATE_ASKED = re.compile(r"前|底|末|完成|结束|完工|竣工|上线|验收|内|投入|交付|开工|到位")
_YEAR_END = re.compile(
    r"(?:每|当|本|各)?(?:年度?|学期|学年|季度?|半年|月|周)(?:(?:底|末|初|内|结束)(?:之?前|以前)?|之?前|以前)(?:全部|按时)?(?:完成|发放|拨付|到位|报送|支付)?"
)
_CUT = re.compile(r"[;；。，、]|并?且|,(?![0-9]{3}(?![0-9]))|(?<![0-9]),")
_LISTED = re.compile(r"^\(?[0-9]{1,2}(?:[)、]|\.(?![0-9]))")
_NUMERAL = "零〇一二两三四五六七八九十百千万"
_WRITTEN = re.compile(rf"^(?P<before>[^{_NUMERAL}亿]{{0,10}})(?P<number>[{_NUMERAL}]{{1,7}})(?P<unit>.{{0,6}})$")
_WRITTEN_UNIT = re.compile(r"(?P<unit>[^以及之内(（]{1,3})(?:(?:及|或)?以[上下内]|之?内)?")
_TELLING = ("unit1", "unit2", "suffix", "within", "post")
_MASK = "\uf8ff"
_YEAR_IN = re.compile(rf"({_YEAR})年?")
_MONTH_IN = re.compile(r"([0-9]{1,2})月")


def criterion(content: Inked) -> Criterion:
    """The value as it can be judged. What cannot be judged keeps its text and says which kind of words it is."""
    printed = content.strip()
    read = _read(printed.text)
    if read.parts:  # only the parts of a value have ink of their own
        read = _value(normal(printed))
    return replace(read, text=printed.text, ink=printed.ink())


@lru_cache(maxsize=4096)
def _read(text: str) -> Criterion:
    """A value by its text alone: the same few values stand in every form."""
    clean = normal(Inked(text))
    return Criterion(text, CriterionKind.QUALITATIVE) if len(clean.text) > LONGEST_VALUE else _value(clean)


def _value(clean: Inked) -> Criterion:
    text = clean.text
    if not any("0" <= character <= "9" for character in text):
        text = _digits_for_numerals(with_percent_sign(text))
        if text != clean.text:  # the offsets no longer fit: the ink of the whole is kept
            clean = Inked(text, clean.runs[:1])
    masked = _ASIDE.sub(lambda match: _MASK * len(match.group()), text)
    pieces = _pieces(masked)
    if not pieces:
        return _without_number(text, masked)
    parts = [_part(clean, masked, piece) for piece in pieces]
    return parts[0] if len(parts) == 1 else Criterion(text, CriterionKind.COMPOUND, parts=tuple(parts))


def _digits_for_numerals(text: str) -> str:
    """三次 as 3次, but only where number and unit are the whole value: 两个维护 is no count."""
    match = _WRITTEN.match(text)
    if match is None or not (unit := _WRITTEN_UNIT.fullmatch(match["unit"])) or unit["unit"] not in units():
        return text
    value = numeral(match["number"])
    return text if value is None else f"{match['before']}{value}{match['unit']}"


def _pieces(masked: str) -> list[tuple[int, int, list[re.Match[str]]]]:
    """Stretches of the text that hold a number each; a stretch without one leads the next, or trails the last."""
    cuts = [match.end() for match in _CUT.finditer(masked)]
    found: list[tuple[int, int, list[re.Match[str]]]] = []
    start = 0
    for end in [*cuts, len(masked)]:
        first = _LISTED.match(masked[start:end])
        matches = list(CONDITION.finditer(masked, start + (first.end() if first else 0), end))
        if matches:
            found.append((start + (first.end() if first else 0), end, matches))
            start = end
    if found and start < len(masked):
        last = found.pop()
        found.append((last[0], len(masked), last[2]))
    return [piece for whole in found for piece in _by_number(whole)]


def _by_number(piece: tuple[int, int, list[re.Match[str]]]) -> list[tuple[int, int, list[re.Match[str]]]]:
    """Several numbers in one stretch: those with an operator or a unit count, else the first."""
    start, end, matches = piece
    if len(matches) == 1:
        return [piece]
    telling = [match for match in matches if any(match[part] for part in _TELLING)] or matches[:1]
    found = []
    for index, match in enumerate(telling):
        until = telling[index + 1].start() if index + 1 < len(telling) else end
        found.append((start, until if index + 1 == len(telling) else match.end(), [match]))
        start = match.end()
    return found


def _part(clean: Inked, masked: str, piece: tuple[int, int, list[re.Match[str]]]) -> Criterion:
    start, end, (match, *_) = piece
    read = condition(masked, match, start, end)
    own = clean.cut(start, end)
    own = own.cut(0, len(own.text.rstrip("。；;，,、且及和并")))
    return _criterion(own.text, read, own.text, own.ink())


def _criterion(text: str, read: Condition, printed: str, ink: Ink) -> Criterion:
    zero = (read.high or read.low) == 0 and (read.comparator in ("=", "≤", "<") or read.implied)
    kind = CriterionKind.RELATIVE if read.relative else CriterionKind.ZERO if zero else CriterionKind.NUMBER
    base = BASE_YEAR.search(printed)
    comparator = "≥" if read.relative and read.implied else read.comparator
    low, high = (read.low or read.high, None) if read.relative and read.implied else (read.low, read.high)
    return Criterion(
        text, kind, comparator, Decimal(0) if zero else low, high, read.unit, read.scale, read.implied, read.period,
        read.aggregation, read.scope.replace(_MASK, ""), int(base[1]) if base else None, ink=ink,
    )  # fmt: skip


def _without_number(text: str, masked: str) -> Criterion:
    dated = masked != text and _DATED.search(text)
    bare = dated and not masked.strip(_MASK + "前底末之以完成内。")
    if (dated and (bare or _DATE_ASKED.search(masked))) or _YEAR_END.fullmatch(text):
        return _date(text)
    kind = kind_of_words(text)
    if kind is CriterionKind.ZERO:
        return Criterion(text, kind, "=", Decimal(0), Decimal(0), implied=True, scope=text)
    return Criterion(text, kind, "≤" if text.startswith(("控制在", "不超")) else "")


def _date(text: str) -> Criterion:
    """`high` is the month (12 where only the year is printed), `base_year` the year."""
    year, months = _YEAR_IN.search(text), _MONTH_IN.findall(text)
    last = Decimal(months[-1]) if months else Decimal(12)
    return Criterion(text, CriterionKind.DATE, "≤", None, last, "月", base_year=int(year[1]) if year else None)
