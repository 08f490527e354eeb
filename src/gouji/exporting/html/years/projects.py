"""The projects of a body, the costliest first: bars of every year, and their indicators on demand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gouji.exporting.html.summary import text
from gouji.exporting.html.years.drawn import bars
from gouji.exporting.html.years.indicators import indicators, legend
from gouji.exporting.html.years.overview import section
from gouji.exporting.html.years.sheet import Sheet, flags, row
from gouji.exporting.years.contradictions import shown_first
from gouji.exporting.years.money import PROJECT_MONEY, Series, YearMoney, percent, series, wan
from gouji.exporting.years.words import Body, points
from gouji.model.chain import Moment, ProjectLine, ProjectYear

MOST_OPEN = 30  # rows at once; the others are folded
MOST_PROJECTS = 400


def projects(body: Body, owner: str, sheet: Sheet) -> str:
    """Every project, and before them the indicators of the department as a whole."""
    speech = sheet.speech
    lines = shown_first(body.record.projects)
    parts = [legend(speech)] if any(True for _ in body.record.all_indicators()) else []
    parts.append(_own(body, owner, sheet))
    if lines:
        told = speech("按金额由大到小；数字依次为年初预算→调整后预算→执行数；柱高只在同一项目的各年之间比较。点开项目看指标。",
                      "The costliest first; bars compare the years of one project. Open a project for its indicators.")  # fmt: skip
        parts.append(section(speech(f"项目（{len(lines)} 个，万元）", f"Projects ({len(lines)}, 10,000 yuan)"), f"<p>{told}</p>"))
        parts += [_project(line, body, owner, sheet) for line in lines[:MOST_OPEN]]
        parts.append(_rest(lines[MOST_OPEN:], body, owner, sheet))
    inner = "".join(parts)
    return f'<div class="grid projects">{inner}</div>' if inner else ""


def _rest(lines: Sequence[ProjectLine], body: Body, owner: str, sheet: Sheet) -> str:
    if not lines:
        return ""
    shown, left = lines[: MOST_PROJECTS - MOST_OPEN], max(0, len(lines) + MOST_OPEN - MOST_PROJECTS)
    rows = "".join(_project(line, body, owner, sheet) for line in shown)
    told = sheet.speech(f"其余 {len(shown)} 个项目", f"the other {len(shown)} projects")
    over = sheet.speech(f"另有 {left} 个金额更小的项目从略。", f"{left} smaller projects are left out.")
    tail = f'<p class="soft">{over}</p>' if left else ""
    return f'<details class="rest"><summary>{told}</summary>{rows}{tail}</details>'


def _own(body: Body, owner: str, sheet: Sheet) -> str:
    """The indicators of the department as a whole."""
    lines = body.record.indicators
    if not lines:
        return ""
    told = sheet.speech(f"部门整体绩效指标（{len(lines)} 项）", f"Indicators of the whole department ({len(lines)})")
    inner = indicators(lines, body, owner, sheet)
    return f'<details class="own"><summary><h3>{told}</h3></summary>{inner}</details>'


def _project(line: ProjectLine, body: Body, owner: str, sheet: Sheet) -> str:
    money = series(line.years, PROJECT_MONEY, body.years)
    cells = [_year(line, year, money, body, owner, sheet) for year in money.years]
    head = row(_head(line, body, owner, sheet), cells, "project")
    if not line.indicators:
        return f'<div class="plain">{head}</div>'
    return f"<details><summary>{head}</summary>{indicators(line.indicators, body, owner, sheet)}</details>"


def _head(line: ProjectLine, body: Body, owner: str, sheet: Sheet) -> str:
    speech = sheet.speech
    secret = speech("涉密项目", "secret") if line.secret else ""
    count = speech(f"{len(line.indicators)} 项指标", f"{len(line.indicators)} indicators") if line.indicators else ""
    told = " · ".join(part for part in (line.unit, secret, count) if part)
    named = text(line.name) or speech("（没有名称）", "(no name)")
    return f"<b>{named}</b>{flags(body.found, body.found.of_project(line), owner, speech)}<small>{text(told)}</small>"


def _year(line: ProjectLine, money: YearMoney, told: Series, body: Body, owner: str, sheet: Sheet) -> str:
    year = line.year(money.year)
    if year is None:
        listed = any(other.year(money.year) is not None for other in body.record.projects)
        return f'<span class="soft">{sheet.speech("未列此项目", "not listed") if listed else "—"}</span>'
    several = sum(len(each.figures) for each in told.years) > 1  # one bar alone says nothing
    drawn = bars(money, told, sheet, lambda figure: body.found.bad(figure.place), small=True) if several else ""
    return drawn + "".join(f"<p>{part}</p>" for part in _told(year, money, told, sheet))


def _told(year: ProjectYear, money: YearMoney, told: Series, sheet: Sheet) -> Iterator[str]:
    """The amounts from budget to execution; then how much of it was spent and the score."""
    figures = [money.figures[moment] for moment in (Moment.BUDGET, Moment.ADJUSTED, Moment.FINAL) if moment in money.figures]
    kept = [figure for place, figure in enumerate(figures) if not place or figure.value != figures[place - 1].value]
    if kept:
        yield " → ".join(sheet.number(figure, wan(figure.value)) for figure in kept)
    parts = []
    rate = money.rate(told.basis)
    if rate is not None:
        parts.append(f'<span>{sheet.speech("执行", "spent")} <b class="rate" data-v="{rate:.4f}">{percent(rate)}</b></span>')
    if year.total is not None:
        grade = f" {text(year.grade)}" if year.grade else ""
        told_so = f"{sheet.speech('自评', 'score')} {sheet.number(year.total, points(year.total))}{grade}"
        parts.append(f'<span class="got">{told_so}</span>')
    if parts:
        yield " ".join(parts)
