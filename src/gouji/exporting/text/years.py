"""The years of each body as a table with a column for each, then its projects and what contradicts what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gouji.exporting.speech import SEVERITIES, Speech, address
from gouji.exporting.text.lines import BLANK, BOUNDLESS, SEVERITY_STYLES, Line, line, padded, shortened, width_of
from gouji.exporting.text.unread import not_read, passed_over
from gouji.exporting.where import Where
from gouji.exporting.years.contradictions import Contradiction, shown_first
from gouji.exporting.years.money import NAMES, PROJECT_MONEY, TRAVEL, Series, YearMoney, percent, series, wan
from gouji.exporting.years.worded import message, subject, titled, units
from gouji.exporting.years.words import STAGES, UNPLACED, Body, contradicting, points, sentences, span, unplaced
from gouji.model.chain import Moment, ProjectLine, Stage
from gouji.model.examination import Examination

MOST_PROJECTS = 60
_LABEL, _CELL = 34, 12
_NOTHING = ("没有可以按年连起来的文件，不能据此认为前后一致。", "Nothing could be linked, so nothing was compared.")
_Row = tuple[str, Sequence[str]]


def years_lines(
    bodies: Sequence[Body], examination: Examination, speech: Speech, wide: int = BOUNDLESS
) -> Iterator[Line]:
    """Every body, then the sum of it all, for a page of so many columns."""
    where = Where((document.report for document in examination.documents), speech)
    for one in bodies:
        yield line(("━━ ", "dim"), (one.name, "strong"), f"  {span(one.years, speech)}")
        for sentence in [*sentences(one, speech), contradicting(one, speech)]:
            yield line(sentence, hang=2)
        yield BLANK
        yield from _table(one, speech, wide)
        for contradiction in one.found.all:
            yield BLANK
            yield from _contradiction(contradiction, where, speech)
        yield BLANK
    yield line(counted(bodies, speech))
    if not bodies:
        yield line((speech(*_NOTHING), "note"))
    if left := unplaced(bodies, examination):
        yield line((speech.of(UNPLACED) + speech("：", ":"), "note"))
    for path in left:
        yield line("  ", (path, "place"), hang=4)
    yield from not_read(examination.failures, speech)
    yield from passed_over(examination.skipped, speech)


def counted(bodies: Sequence[Body], speech: Speech) -> str:
    """How many bodies, documents and contradictions there are."""
    documents = sum(len(one.record.reports) for one in bodies)
    grave = sum(len(one.found.grave) for one in bodies)
    return speech(
        f"{len(bodies)} 个单位，{documents} 份文件，前后不一致 {grave} 处。",
        f"{_some(len(bodies), 'body', 'bodies')}, {_some(documents, 'document')}, {_some(grave, 'contradiction')}.",
    )


def _some(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def _table(one: Body, speech: Speech, wide: int) -> Iterator[Line]:
    """The rows with a column for each year; years that do not fit beside one another follow below."""
    groups = [
        ("", _documents(one, speech)),
        *_amounts(one, speech),
        ("", _scores(one, speech)),
        *_projects(one, speech),
    ]
    every = [cell for _, rows in groups for _, cells in rows for cell in cells]
    width = max([_CELL, *map(width_of, every)]) + 2
    fitting = max(1, (wide - _LABEL) // width)
    for first in range(0, max(1, len(one.years)), fitting):
        if first:
            yield BLANK
        part = slice(first, first + fitting)
        yield line((" " * _LABEL + _laid(list(map(str, one.years[part])), width), "strong"))
        for title, rows in groups:
            if title and rows:
                yield line((title, "dim"))
            for label, cells in rows:
                named = padded(shortened(label, _LABEL), _LABEL)
                yield line(named + _laid(cells[part], width)) if cells else line((label, "dim"), hang=4)


def _laid(cells: Sequence[str], width: int) -> str:
    return "".join(padded(cell, width, True) for cell in cells)


def _documents(one: Body, speech: Speech) -> list[_Row]:
    rows: list[_Row] = []
    found = {year.year: year.documents for year in one.record.years}
    for stage in Stage:
        held = [len(found.get(year, {}).get(stage, ())) for year in one.years]
        if stage is Stage.EVALUATION and not any(held):
            continue
        lack = speech("缺", "none")
        rows.append(
            (speech.of(STAGES[stage]), [speech(f"{count} 份", str(count)) if count else lack for count in held])
        )
    return rows


def _amounts(one: Body, speech: Speech) -> Iterator[tuple[str, list[_Row]]]:
    travel = series(one.record.years, TRAVEL, one.years)
    for told, name in (
        (one.spent, speech("支出", "expenditure")),
        (travel, speech("“三公”经费", "travel, vehicles, hospitality")),
    ):
        if told.known:
            scope = told.scoped(speech)
            yield speech(f"{name}（{scope}，万元）", f"{name} ({scope}, 10,000 yuan)"), list(_money(told, speech))


def _money(told: Series, speech: Speech) -> Iterator[_Row]:
    for moment in NAMES:
        if told.has(moment):
            figures = [year.figures.get(moment) for year in told.years]
            yield speech.of(NAMES[moment]), [wan(figure.value) if figure else "—" for figure in figures]
    rates = [year.rate(told.basis) for year in told.years]
    if any(rate is not None for rate in rates):
        basis = speech.of(NAMES[told.basis])
        yield (
            speech(f"执行率（÷{basis}）", f"rate (÷ {basis})"),
            [percent(rate) if rate is not None else "—" for rate in rates],
        )


def _scores(one: Body, speech: Speech) -> list[_Row]:
    found = {year.year: year.score for year in one.record.years}
    if not any(found.values()):
        return []
    told = [points(score) if (score := found.get(year)) is not None else "—" for year in one.years]
    return [(speech("部门整体自评得分", "score of the whole"), told)]


def _projects(one: Body, speech: Speech) -> Iterator[tuple[str, list[_Row]]]:
    lines = shown_first(one.record.projects)
    if not lines:
        return
    rows = [row for project in lines[:MOST_PROJECTS] for row in _project(project, one, speech)]
    if (rest := len(lines) - MOST_PROJECTS) > 0:
        rows.append((speech(f"……另有 {rest} 个项目，见 --format html 或 json。", f"… {rest} more, see --format html or json."), ()))
    yield speech("项目：预算→执行（万元） 自评得分", "projects: budget → spent (10,000 yuan), score"), rows


def _project(project: ProjectLine, one: Body, speech: Speech) -> Iterator[_Row]:
    """A row, and below it the unit where several projects have the name."""
    yield project.name or speech("（没有名称）", "(no name)"), list(_years(project, one, speech))
    if project.unit and sum(each.name == project.name for each in one.record.projects) > 1:
        yield f"  └ {project.unit}", ()


def _years(project: ProjectLine, one: Body, speech: Speech) -> Iterator[str]:
    money: tuple[YearMoney, ...] = series(project.years, PROJECT_MONEY, one.years).years
    for year in money:
        amounts = [
            wan(figure.value) for moment in (Moment.BUDGET, Moment.FINAL) if (figure := year.figures.get(moment))
        ]
        found = project.year(year.year)
        score = f" {points(found.total)}" if found is not None and found.total is not None else ""
        yield "→".join(amounts) + score if amounts or score else "—"


def _contradiction(one: Contradiction, where: Where, speech: Speech) -> Iterator[Line]:
    severity = one.finding.severity
    chip = (speech.of(SEVERITIES[severity]), SEVERITY_STYLES[severity])
    yield line(f"{one.number:>3}  ", chip, f"  {titled(one, speech)}  ", (subject(one, speech), "dim"), hang=5)
    yield line(f"     {message(one, speech)}", hang=5)
    told = units(one)
    for number, place in enumerate(one.places):
        side = speech("对照", "against") if number else speech("此处", "here")
        shown = " ".join(part for part in (shortened(place.text, 40), told.get(place, "")) if part)
        yield line(f"     {side} {shown}  ", (where.in_file(place), "place"), f"  {address(place)}", hang=10)
