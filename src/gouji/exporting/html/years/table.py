"""The list of the bodies at the head of a page that has several, and the documents that belong to none."""

from __future__ import annotations

from collections.abc import Sequence

from gouji.exporting.html.summary import text
from gouji.exporting.html.years.sheet import Sheet, file_name
from gouji.exporting.years.money import percent, wan
from gouji.exporting.years.words import UNPLACED, Body, points, span
from gouji.model.chain import Moment

MOST_FILES = 200


def listed_bodies(bodies: Sequence[Body], sheet: Sheet) -> str:
    """A row for each body: years, documents, budget, execution and score of the last year that tells them."""
    speech = sheet.speech
    names = (
        speech("单位", "body"), speech("年度", "years"), speech("文件", "documents"), speech("年初预算（万元）", "budget"),
        speech("执行率", "spent"), speech("整体得分", "score"), speech("前后不一致", "contradictions"),
    )  # fmt: skip
    head = "".join(f"<th>{text(name)}</th>" for name in names)
    rows = "".join(_row(body, number, sheet) for number, body in enumerate(bodies))
    return f'<div class="table"><table class="documents bodies"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'


def _row(body: Body, number: int, sheet: Sheet) -> str:
    grave = len(body.found.grave)
    cells = (_budget(body, sheet), _rate(body), _score(body, sheet))
    told = "".join(f"<td>{cell or '—'}</td>" for cell in cells)
    return (
        f'<tr><td><a href="#b{number}">{text(body.name)}</a></td><td>{text(span(body.years, sheet.speech))}</td>'
        f'<td>{len(body.record.reports)}</td>{told}<td class="count {"error" if grave else "nil"}">{grave}</td></tr>'
    )


def _budget(body: Body, sheet: Sheet) -> str:
    found = [(year.year, year.figures[Moment.BUDGET]) for year in body.spent.years if Moment.BUDGET in year.figures]
    if not found:
        return ""
    year, figure = found[-1]
    return f"{sheet.number(figure, wan(figure.value))}<small>{year}</small>"


def _rate(body: Body) -> str:
    found = [(year.year, rate) for year in body.spent.years if (rate := year.rate(body.spent.basis)) is not None]
    return f"{percent(found[-1][1])}<small>{found[-1][0]}</small>" if found else ""


def _score(body: Body, sheet: Sheet) -> str:
    found = [(year.year, year.score) for year in body.record.years if year.score is not None]
    if not found:
        return ""
    year, figure = found[-1]
    return f"{sheet.number(figure, points(figure))}<small>{year}</small>"


def left_out(paths: Sequence[str], sheet: Sheet) -> str:
    """The documents that are in no record, in a fold."""
    if not paths:
        return ""
    items = "".join(f"<li>{text(file_name(path))}</li>" for path in paths[:MOST_FILES])
    return f"<details><summary>{sheet.speech.of(UNPLACED)} {len(paths)}</summary><ul>{items}</ul></details>"
