"""The small plots, one for a year: bars of money, the score in its bands, targets with what was reached."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from gouji.exporting.html.summary import text
from gouji.exporting.html.years.sheet import Sheet
from gouji.exporting.years.indicators import Plotted, Point
from gouji.exporting.years.money import NAMES, Series, YearMoney, short_wan, wan
from gouji.model.figure import Figure

BANDS = (("优", 90, 100), ("良", 80, 90), ("中", 60, 80), ("差", 0, 60))
_WIDTH, _TOP, _FOOT = 132, 16, 94
_SMALL_TOP, _SMALL_FOOT = 4, 46
_DOTS_TOP, _DOTS_FOOT = 9, 43
_LEFT, _RIGHT = 12, 120


def bars(money: YearMoney, series: Series, sheet: Sheet, marked: Callable[[Figure], bool], small: bool = False) -> str:
    """A bar from zero for each amount of a year, all years on one scale; an amount nobody tells is a dashed stump."""
    top, foot = (_SMALL_TOP, _SMALL_FOOT) if small else (_TOP, _FOOT)
    moments = [moment for moment in NAMES if series.has(moment)]
    slot = _WIDTH / max(1, len(moments))
    wide = min(38.0, slot - 4)
    parts = [] if money.figures else [_nothing(4, _WIDTH - 8, foot, sheet)]
    for place, moment in enumerate(moments if money.figures else ()):
        left = place * slot + (slot - wide) / 2
        figure = money.figures.get(moment)
        if figure is None:
            parts.append(_nothing(left, wide, foot, sheet))
            continue
        high = float(figure.value / series.highest) * (foot - top) if series.highest else 0.0
        high = max(high, 0.8)
        bad = " bad" if marked(figure) else ""
        parts.append(
            f'<rect class="bar-{moment.value}{bad}"{sheet.at(figure.place)} data-v="{figure.value:f}" '
            f'x="{left:.1f}" y="{foot - high:.1f}" width="{wide:.1f}" height="{high:.1f}"/>'
        )
        if not small:
            parts.append(_label(left + wide / 2, foot - high - 4, short_wan(figure.value)))
    parts.append(f'<path class="axis" d="M0 {foot}H{_WIDTH}"/>')
    return _svg(foot + 4, "bars small" if small else "bars", _told(money, sheet), parts)


def _nothing(left: float, wide: float, foot: int, sheet: Sheet) -> str:
    lack = f'<rect class="nothing" x="{left:.1f}" y="{foot - 12}" width="{wide:.1f}" height="12"/>'
    return lack + _label(left + wide / 2, foot - 16, sheet.speech("未见", "none"), "lacking") if foot > 50 else lack


def _told(money: YearMoney, sheet: Sheet) -> str:
    """The bars in words, for those who cannot see them."""
    speech = sheet.speech
    listed = [f"{speech.of(NAMES[moment])} {wan(figure.value)}" for moment, figure in money.figures.items()]
    return f"{money.year}: " + (speech("，", ", ").join(listed) or speech("未见", "none"))


def _label(x: float, y: float, words: str, kind: str = "value") -> str:
    return f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}">{text(words)}</text>'


def _svg(height: int, kind: str, told: str, parts: Sequence[str]) -> str:
    return (
        f'<svg class="{kind}" viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="{text(told)}">{"".join(parts)}</svg>'
    )


def score(figure: Figure | None, lowest: int, highest: Decimal, sheet: Sheet, bad: bool) -> str:
    """The score of a year as a dot over the bands of the grades; the scale begins at `lowest`."""
    most = max(Decimal(100), highest)

    def y(value: Decimal) -> float:
        return _FOOT - float((value - lowest) / (most - lowest)) * (_FOOT - _TOP)

    parts = []
    for number, (name, least, end) in enumerate(BANDS):
        high, low = y(Decimal(end)), y(Decimal(max(least, lowest)))
        if end > lowest:
            parts.append(f'<rect class="band{number}" x="0" y="{high:.1f}" width="{_WIDTH}" height="{low - high:.1f}"/>')
            parts.append(f'<text class="band" x="3" y="{(high + low) / 2 + 3.5:.1f}">{name}</text>')
    if figure is not None:
        shown = figure.text.removesuffix("分")
        at = y(max(Decimal(lowest), figure.value))
        parts.append(
            f'<circle class="dot{" bad" if bad else ""}"{sheet.at(figure.place)} data-v="{figure.value:f}" '
            f'cx="{_WIDTH / 2}" cy="{at:.1f}" r="5"/>'
        )
        parts.append(_label(_WIDTH / 2 + 26, at + 4, shown))
    told = figure.text if figure is not None else sheet.speech("没有得分", "no score")
    return _svg(_FOOT + 4, "score", told, parts)


def dots(one: Plotted, lowest: Decimal, highest: Decimal, sheet: Sheet, bad: bool) -> str:
    """A year of an indicator: what is asked for as a line with feet to the allowed side, hollow dots in the course of the
    year, the result at its end."""

    def y(value: Decimal) -> float:
        reach = float(highest - lowest)
        share = float(value - lowest) / reach if reach else 0.5
        return _DOTS_FOOT - share * (_DOTS_FOOT - _DOTS_TOP)

    parts = [f'<path class="axis" d="M0 {_DOTS_FOOT + 7}H{_WIDTH}"/>', *_target(one, y)]
    for point in one.states:
        x = _LEFT + (_RIGHT - _LEFT) * (point.stated.month or 6) / 12
        parts.append(_dot("state", x, y(point.value), 3.2, point, sheet))
    if one.result is not None:
        at = y(one.result.value)
        kind = "result bad" if bad else "result"
        if one.met is False:
            parts.append(_diamond(_RIGHT, at, one.result, sheet))
        else:
            parts.append(_dot(kind, _RIGHT, at, 4.6, one.result, sheet))
    told = sheet.speech(f"{one.year} 年目标与结果", f"target and result of {one.year}")
    return _svg(_DOTS_FOOT + 9, "dots", told, parts)


def _target(one: Plotted, y: Callable[[Decimal], float]) -> list[str]:
    parts = []
    if one.low is not None and one.high is not None and one.low != one.high:
        top, foot = y(one.high), y(one.low)
        parts.append(
            f'<rect class="range" x="{_LEFT - 6}" y="{top:.1f}" width="{_RIGHT - _LEFT + 12}" height="{foot - top:.1f}"/>'
        )
    for value, feet in ((one.low, -6), (one.high, 6)):
        if value is None:
            continue
        at, foot = y(value), 0 if one.low == one.high else feet
        parts.append(
            f'<path class="target" data-v="{value:f}" d="M{_LEFT - 6} {at + foot:.1f}V{at:.1f}H{_RIGHT + 6}v{foot}"/>'
        )
    return parts


def _dot(kind: str, x: float, at: float, radius: float, point: Point, sheet: Sheet) -> str:
    place = sheet.at(point.stated.place)
    return f'<circle class="{kind}"{place} data-v="{point.value:f}" cx="{x:.1f}" cy="{at:.1f}" r="{radius}"/>'


def _diamond(x: float, y: float, point: Point, sheet: Sheet) -> str:
    """A result that misses its target has another shape, not just another colour."""
    place = sheet.at(point.stated.place)
    return f'<path class="missed"{place} data-v="{point.value:f}" d="M{x} {y - 6:.1f}l6 6l-6 6l-6-6z"/>'
