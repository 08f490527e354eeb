"""Indicators over the years: a plot for each year where numbers tell, and what is printed in words beneath."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from gouji.exporting.html.summary import text
from gouji.exporting.html.years.drawn import dots
from gouji.exporting.html.years.sheet import Sheet, flags, row
from gouji.exporting.speech import Speech
from gouji.exporting.text.lines import shortened
from gouji.exporting.years.indicators import Plotted, plotted, reaches
from gouji.exporting.years.words import Body, points
from gouji.model.chain import IndicatorLine, IndicatorYear, Stated

MOST_INDICATORS = 60  # of one project
_LONGEST = 60


def indicators(lines: Sequence[IndicatorLine], body: Body, owner: str, sheet: Sheet) -> str:
    """A row for each indicator. A page has room for so many: then it says how to see the others."""
    speech = sheet.speech
    shown = lines[: max(0, min(MOST_INDICATORS, sheet.room))]
    sheet.room -= len(shown)
    rows = "".join(_line(line, body, owner, sheet) for line in shown)
    left = len(lines) - len(shown)
    told = speech(f"另有 {left} 项指标从略；对这个单位单独运行 gouji years 可以看到更多。",
                  f"{left} indicators are left out; run gouji years for this body alone to see more.")  # fmt: skip
    return f'<div class="indicators">{rows}{f"<p class=soft>{told}</p>" if left else ""}</div>'


def _line(line: IndicatorLine, body: Body, owner: str, sheet: Sheet) -> str:
    drawn = plotted(line)
    numbers = [value for one in drawn.values() for value in one.numbers]
    scale = (min(numbers), max(numbers)) if numbers else (Decimal(0), Decimal(0))
    level = " · ".join(part for part in (line.level1, line.level2) if part)
    label = f"{text(line.name)}{flags(body.found, body.found.of_indicator(line), owner, sheet.speech)}<small>{text(level)}</small>"
    cells = (_cell(line, year, drawn, scale, body, sheet) for year in body.years)
    return row(label, cells, "indicator")


def _cell(
    line: IndicatorLine, number: int, drawn: dict[int, Plotted], scale: tuple[Decimal, Decimal], body: Body, sheet: Sheet
) -> str:
    year = line.year(number)
    if year is None:
        return '<span class="soft">—</span>'
    one = drawn.get(number)
    bad = year.result is not None and body.found.bad(year.result.place)
    flat = scale[0] == scale[1]  # one number throughout needs no picture
    plot = dots(one, *scale, sheet, bad) if one is not None and not flat else ""
    return plot + "".join(f"<p>{part}</p>" for part in _told(line, year, body, sheet))


def _told(line: IndicatorLine, year: IndicatorYear, body: Body, sheet: Sheet) -> Iterator[str]:
    """Target, course of the year, result and points, as printed."""
    speech = sheet.speech
    if year.target is not None:
        yield f"{speech('目标', 'target')} {_stated(year.target, body, sheet)}"
    for state in year.states:
        upto = speech(f"至 {state.month} 月", f"by month {state.month}") if state.month else speech("年中", "mid-year")
        yield f'<span class="course">{upto} {_stated(state, body, sheet)}</span>'
    if year.result is None:
        return
    met = reaches(line.name, year)
    verdict = f' <em class="short">{speech("未达到", "missed")}</em>' if met is False else ""
    score = year.result.score
    most = _most(year.result, speech(" 分", ""))
    earned = f" <span class=got>{speech('得', '')} {sheet.number(score, points(score))}{most}</span>" if score else ""
    yield f"{speech('结果', 'result')} {_stated(year.result, body, sheet)}{verdict}{earned}"


def _most(result: Stated, unit: str) -> str:
    """Of how many points."""
    return f"/{text(points(result.weight))}{unit}" if result.weight is not None else unit


def _stated(one: Stated, body: Body, sheet: Sheet) -> str:
    bad = " bad" if body.found.bad(one.place) else ""
    shown = shortened(one.value.text, _LONGEST)
    return f'<span class="n{bad}"{sheet.at(one.place)}>{text(shown)}</span>'


def legend(speech: Speech) -> str:
    """What the signs of the indicators' plots mean, drawn as they look."""
    signs = (
        ('<path class="target" d="M2 4V10H30V4"/>', speech("目标 ≥：结果应在线上方", "target ≥: above the line")),
        ('<path class="target" d="M2 12V6H30V12"/>', speech("目标 ≤：结果应在线下方", "target ≤: below the line")),
        ('<circle class="state" cx="16" cy="8" r="3.2"/>', speech("年中进度，按月份自左至右", "in the course of the year, month by month")),
        ('<circle class="result" cx="16" cy="8" r="4.6"/>', speech("全年结果", "result of the year")),
        ('<path class="missed" d="M16 2l6 6l-6 6l-6-6z"/>', speech("结果没有达到目标", "target missed")),
    )
    items = "".join(f'<li><svg viewBox="0 0 32 16" aria-hidden="true">{drawn}</svg>{text(told)}</li>' for drawn, told in signs)
    return f'<ul class="signs">{items}</ul>'
