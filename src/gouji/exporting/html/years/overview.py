"""A body's head: which documents there are, its money, its score and its “三公” money, a column for each year."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gouji.exporting.html.summary import text
from gouji.exporting.html.years.drawn import bars, score
from gouji.exporting.html.years.sheet import Sheet, file_name, flags, row
from gouji.exporting.years.money import CARRIED, NAMES, TRAVEL, Series, percent, series, wan
from gouji.exporting.years.words import STAGES, Body
from gouji.model.chain import Moment, Stage
from gouji.model.figure import Figure

_NONE = '<span class="soft">—</span>'
_MOST_MARKS = 30
_LOWEST = 50  # points: where the scale of scores begins, unless one lies below


def overview(body: Body, owner: str, sheet: Sheet) -> str:
    """The rows of the body as a whole."""
    speech = sheet.speech
    years = "".join(f'<div class="cell" role="columnheader">{year}</div>' for year in body.years)
    head = f'<div class="row head" role="row"><div class="label" role="columnheader">{speech("年度", "year")}</div>{years}</div>'
    travel = series(body.record.years, TRAVEL, body.years)
    parts = [head, *_documents(body, sheet), *_contradictions(body, owner, sheet)]
    parts += _money(body, body.spent, speech("支出", "expenditure"), owner, sheet)
    parts += _scores(body, owner, sheet)
    parts += _carried(body, owner, sheet)
    parts += _money(body, travel, speech("“三公”经费", "travel, vehicles, hospitality"), owner, sheet)
    return f'<div class="grid" role="table" aria-label="{text(body.name)}">{"".join(parts)}</div>'


def section(title: str, more: str = "") -> str:
    """The line that opens a group of rows."""
    return f'<div class="group" role="row"><h3 role="rowheader">{text(title)}</h3>{more}</div>'


def _documents(body: Body, sheet: Sheet) -> Iterator[str]:
    speech = sheet.speech
    told = speech("“缺”：给出的文件里没有这一种", "“none”: not among the documents given")
    yield section(speech("有哪些文件", "Documents"), f"<p>{told}</p>")
    for stage in Stage:
        if stage is Stage.EVALUATION and not any(stage in year.documents for year in body.record.years):
            continue
        yield row(text(speech.of(STAGES[stage])), (_held(body, year, stage, sheet) for year in body.years), "tight")


def _held(body: Body, year: int, stage: Stage, sheet: Sheet) -> str:
    """How many documents a stage has in a year, and which."""
    found = body.record.year(year)
    paths = found.documents.get(stage, ()) if found is not None else ()
    if not paths:
        expected = stage is not Stage.EVALUATION
        return f'<span class="lack">{sheet.speech("缺", "none")}</span>' if expected else _NONE
    items = "".join(f"<li>{text(file_name(path))}</li>" for path in paths)
    told = sheet.speech(f"{len(paths)} 份", str(len(paths)))
    return f'<details class="held"><summary>{told}</summary><ul>{items}</ul></details>'


def _contradictions(body: Body, owner: str, sheet: Sheet) -> Iterator[str]:
    """The marks of every year together, whatever they are about."""
    if not body.found.grave:
        return
    cells = []
    for year in body.years:
        numbers = body.found.of_year(year)
        rest = sheet.speech(f" 等 {len(numbers)} 处", f" of {len(numbers)}") if len(numbers) > _MOST_MARKS else ""
        cells.append((flags(body.found, numbers[:_MOST_MARKS], owner, sheet.speech) or _NONE) + rest)
    yield row(sheet.speech("前后不一致之处", "contradictions"), cells, "tight marks")


def _carried(body: Body, owner: str, sheet: Sheet) -> Iterator[str]:
    """What is left at the end of a year is what the next begins with."""
    told = {name: series(body.record.years, name, body.years) for name in CARRIED}
    if not any(one.known for one in told.values()):
        return
    speech = sheet.speech
    scope = next(one for one in told.values() if one.known).scoped(speech)
    title = speech(f"结转和结余（{scope}，万元）", f"Carried over ({scope}, 10,000 yuan)")
    yield section(title, f"<p>{speech('本年年初应等于上年年末', 'a year begins with what the last one left')}</p>")
    for name, one in told.items():
        cells = (_amount(body, year.figures.get(Moment.FINAL), owner, sheet) for year in one.years)
        yield row(text(name), cells, "tight")


def _money(body: Body, told: Series, title: str, owner: str, sheet: Sheet) -> Iterator[str]:
    if not told.known:
        return
    speech = sheet.speech
    named = speech(f"{title}（{told.scoped(speech)}，万元）", f"{title} ({told.scoped(speech)}, 10,000 yuan)")
    yield section(named)
    cells = (bars(year, told, sheet, lambda figure: body.found.bad(figure.place)) for year in told.years)
    yield row(key(told, sheet), cells, "plot")
    for moment in NAMES:
        if told.has(moment):
            cells = (_amount(body, year.figures.get(moment), owner, sheet) for year in told.years)
            yield row(text(speech.of(NAMES[moment])), cells, "tight")
    basis = speech.of(NAMES[told.basis])
    rates = [year.rate(told.basis) for year in told.years]
    if any(rate is not None for rate in rates):
        label = speech(f"执行率<small>决算÷{basis}</small>", f"rate<small>spent ÷ {basis}</small>")
        yield row(label, (_rate(rate) for rate in rates), "tight")


def _amount(body: Body, figure: Figure | None, owner: str, sheet: Sheet) -> str:
    if figure is None:
        return _NONE
    return sheet.number(figure, wan(figure.value)) + flags(body.found, body.found.at(figure.place), owner, sheet.speech)


def _rate(rate: Decimal | None) -> str:
    return f'<b class="rate" data-v="{rate:.4f}">{percent(rate)}</b>' if rate is not None else _NONE


def key(told: Series, sheet: Sheet) -> str:
    """What the bars are, beside them."""
    items = "".join(
        f'<li><svg viewBox="0 0 10 10" aria-hidden="true"><rect class="bar-{moment.value}" width="10" height="10"/></svg>'
        f"{text(sheet.speech.of(NAMES[moment]))}</li>"
        for moment in NAMES
        if told.has(moment)
    )
    lacking = any(len(year.figures) < sum(map(told.has, NAMES)) for year in told.years)
    if lacking:
        drawn = '<svg viewBox="0 0 10 10" aria-hidden="true"><rect class="nothing" width="10" height="10"/></svg>'
        items += f"<li>{drawn}{sheet.speech('文件里没有', 'not in the documents')}</li>"
    return f'<ul class="key">{items}</ul>'


def _scores(body: Body, owner: str, sheet: Sheet) -> Iterator[str]:
    speech = sheet.speech
    found = {year.year: year for year in body.record.years}
    told = [year.score for year in found.values() if year.score is not None]
    if not told:
        return
    lowest = _LOWEST if min(figure.value for figure in told) >= _LOWEST else 0
    highest = max(figure.value for figure in told)
    yield section(speech("部门整体自评得分", "Score of the whole department"))
    scale = speech(f"满分 100 分；优 90 以上，良 80—90，中 60—80，差 60 以下；纵轴自 {lowest} 分起",
                   f"of 100; 优 from 90, 良 from 80, 中 from 60, 差 below; the scale begins at {lowest}")  # fmt: skip
    cells = []
    for year in body.years:
        figure = found[year].score if year in found else None
        numbers = body.found.at(figure.place) if figure is not None else []
        grade = f"<small>{text(found[year].grade)}</small>" if year in found and found[year].grade else ""
        under = grade + flags(body.found, numbers, owner, speech)
        cells.append(score(figure, lowest, highest, sheet, bool(numbers)) + (f"<p>{under}</p>" if under else ""))
    yield row(f"<small>{scale}</small>", cells, "plot")
