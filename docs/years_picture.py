"""The picture of a body's years, put together from the plots that `gouji years` itself draws of the demo's body."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import svg

from gouji.chain.records import records
from gouji.exporting.html.years.drawn import bars, dots
from gouji.exporting.html.years.sheet import Sheet
from gouji.exporting.speech import Speech
from gouji.exporting.years.contradictions import contradictions
from gouji.exporting.years.indicators import plotted
from gouji.exporting.years.money import NAMES, percent, wan
from gouji.exporting.years.worded import message, subject, titled
from gouji.exporting.years.words import Body, body, points
from gouji.model.chain import IndicatorLine, Moment, ProjectLine
from gouji.model.examination import Examination, Examined
from gouji.reading.read import read_document
from gouji.rules.catalogue import all_rules
from gouji.rules.check import check

SAMPLES = str(Path(__file__).resolve().parents[1] / "samples")
FAULTS = ("report-differs-from-accounts@2024", "full-marks-although-missed@2025")
STYLE = """
.bar-budget{fill:#a9c3ea}.bar-adjusted{fill:#6f97d3}.bar-final,.result{fill:#22508f}rect.bad{stroke:#b42318;stroke-width:2}
.axis{stroke:#6b7280;stroke-width:.8}.state{fill:#fff;stroke:#22508f;stroke-width:1.5}.missed{fill:#d9480f}
.target{fill:none;stroke:#24292f;stroke-width:1.6}.value{fill:#24292f;font-size:11px;text-anchor:middle}
"""
LEFT, COLUMN = 230, 218
CHINESE = Speech("zh")


def years_picture() -> str:
    """The money of three years, an indicator with its targets and results, a contradiction with both addresses."""
    shown, examination = _made()
    sheet = Sheet((one.report for one in examination.documents), CHINESE)
    parts = [f"<style>{STYLE}</style>", *_head(shown), *_money(shown, sheet), *_indicator(shown, sheet), *_contradiction(shown, sheet)]
    return svg.picture(900, 500, parts)


def _made() -> tuple[Body, Examination]:
    """The demo's body with two contradictions, read and checked."""
    sys.path.insert(0, SAMPLES)
    try:
        from made_body import text
        from made_body.making import made
    finally:
        sys.path.remove(SAMPLES)
    several, truth = made(1, faults=FAULTS)
    named = {f"{truth['body']}{one.document.name}.txt": one for one in several.values() if one.kind != "unit-accounts"}
    reports = [read_document(path, text.told(one.document).encode()) for path, one in named.items()]
    examination = Examination(tuple(map(Examined, reports, check(reports, all_rules()))))
    record = records(reports)[0]
    return body(record, contradictions(record, examination)), examination


def _head(shown: Body) -> Iterator[str]:
    yield svg.text(24, 36, shown.name, svg.INK, 18)
    for number, year in enumerate(shown.years):
        yield svg.text(LEFT + COLUMN * number, 36, str(year), svg.INK, 18)
    yield _rule(50)


def _rule(y: int) -> str:
    return f'<path d="M24 {y}H876" stroke="{svg.INK}" stroke-width="1.5"/>'


def _placed(drawn: str, x: int, y: int, width: int) -> str:
    """A plot of the page at a place of the picture, without the addresses that its script shows."""
    high, low = (float(size) for size in re.findall(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', drawn)[0])
    size = f'<svg x="{x}" y="{y}" width="{width}" height="{width * low / high:.0f}" '
    return re.sub(r' data-\w="[^"]*"| role="img"', "", drawn.replace("<svg ", size, 1))


def _money(shown: Body, sheet: Sheet) -> Iterator[str]:
    yield svg.text(24, 76, f"支出（{shown.spent.scoped(CHINESE)}，万元）", svg.INK, 15)
    for number, (moment, (name, _)) in enumerate(NAMES.items()):
        y = 128 + 24 * number
        yield f'<rect class="bar-{moment.value}" x="24" y="{y - 11}" width="12" height="12"/>' + svg.text(44, y, name, svg.PALE, 13)
    for number, year in enumerate(shown.spent.years):
        x = LEFT + COLUMN * number
        yield _placed(bars(year, shown.spent, sheet, lambda figure: shown.found.bad(figure.place)), x, 64, 170)
        spent, rate = year.figures[Moment.FINAL], year.rate(shown.spent.basis)
        yield svg.text(x, 214, f"决算 {wan(spent.value)}　执行率 {percent(rate)}" if rate is not None else "", svg.INK, 13)
        for flag in shown.found.at(spent.place)[:1]:
            yield _flag(flag, x + 184, 209)


def _flag(number: int, x: float, y: float) -> str:
    return f'<circle cx="{x}" cy="{y}" r="9" fill="#b42318"/>' + svg.text(x, y + 4, str(number), "#fff", 12, "middle")


def _missed(shown: Body) -> tuple[ProjectLine, IndicatorLine]:
    """An indicator of every year whose target was missed in one."""
    several = [(project, line) for project in shown.record.projects for line in project.indicators if len(line.years) == len(shown.years)]
    return next((project, line) for project, line in several if any(one.met is False for one in plotted(line).values()))


def _indicator(shown: Body, sheet: Sheet) -> Iterator[str]:
    project, line = _missed(shown)
    drawn = plotted(line)
    numbers = [number for one in drawn.values() for number in one.numbers]
    yield _rule(234)
    yield svg.text(24, 260, line.name, svg.INK, 15) + svg.text(24, 282, project.name, svg.PALE, 13)
    for number, year in enumerate(line.years):
        x = LEFT + COLUMN * number
        yield _placed(dots(drawn[year.year], min(numbers), max(numbers), sheet, False), x, 246, 150)
        target, result = year.target, year.result
        if target is None or result is None:
            continue
        met = "" if drawn[year.year].met else "　未达到"
        score = f"　得 {points(result.score)} 分" if result.score is not None else ""
        yield svg.text(x, 324, f"目标 {target.value.text}", svg.INK, 13)
        yield svg.text(x, 344, f"结果 {result.value.text}{met}{score}", "#b42318" if met else svg.INK, 13)


def _contradiction(shown: Body, sheet: Sheet) -> Iterator[str]:
    one = next(each for each in shown.found.grave if shown.found.at(each.finding.at) and _is_shown(each.number, shown))
    yield _rule(366)
    yield _flag(one.number, 33, 388) + svg.text(52, 393, f"{titled(one, CHINESE)}　{subject(one, CHINESE)}", svg.INK, 15)
    yield svg.text(52, 417, message(one, CHINESE), svg.INK, 13)
    for number, place in enumerate(one.places[:2]):
        side = "对照" if number else "此处"
        told = f"{side}　{place.text}　{place.document}　{sheet.where.short(place)}《{place.form}》{place.row}·{place.field}"
        yield svg.text(52, 443 + 24 * number, told, svg.PALE, 13)


def _is_shown(number: int, shown: Body) -> bool:
    return any(number in shown.found.at(figure.place) for year in shown.spent.years for figure in year.figures.values())
