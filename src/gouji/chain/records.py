"""Reports → records: one for each body, with its years, projects, indicators, and what joins its documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from gouji.chain.amounts import amounts_of
from gouji.chain.bodies import Body, bodies
from gouji.chain.indicators import Told, lines
from gouji.chain.links import gaps, links
from gouji.chain.mentions import mentions
from gouji.chain.projects import projects
from gouji.chain.stages import COMPLETION, MONITORING, month_of, stage_of_form, stages_of
from gouji.chain.statements import of_indicators, of_scores
from gouji.chain.totals import total_of
from gouji.model.chain import BodyYear, Money, Record, Stage
from gouji.model.report import Report
from gouji.scoring.form import SCORED


def records(reports: Sequence[Report]) -> tuple[Record, ...]:
    """A record for each body, the one with most documents first; documents that name no body are in none."""
    found = [_record(body) for body in bodies(reports)]
    return tuple(sorted(found, key=lambda record: (-len(record.reports), record.body, record.level)))


def _record(body: Body) -> Record:
    years = dict.fromkeys(report.year or 0 for report in body.reports)
    months = {report.path: month_of(report) if _monitors(report) else None for report in body.reports}
    found, unclear = projects([one for report in body.reports for one in mentions(report, months[report.path])])
    indicators, unclear_too = lines(one for report in body.reports for one in _own(report, months[report.path]))
    names = tuple(dict.fromkeys(report.body for report in body.reports))
    record = Record(
        body=max(names, key=len), names=names, level=body.level, reports=body.reports,
        years=tuple(_year(year, body.reports) for year in years),
        projects=found, indicators=indicators, unclear=(*unclear, *unclear_too),
    )  # fmt: skip
    return replace(record, links=tuple(links(record)), gaps=tuple(gaps(record)))


def _monitors(report: Report) -> bool:
    return Stage.MONITORING in stages_of(report)


def _year(year: int, every: Sequence[Report]) -> BodyYear:
    reports = [report for report in every if report.year == year]
    documents: dict[Stage, tuple[str, ...]] = {}
    for stage in Stage:
        paths = tuple(report.path for report in reports if stage in stages_of(report))
        documents |= {stage: paths} if paths else {}
    amounts = [amount for report in reports for amount in amounts_of(report) if not amount.later]
    after = (report for report in every if report.year == year + 1)
    amounts += [amount for report in after for amount in amounts_of(report) if amount.later]
    money = Money(tuple(sorted(amounts, key=lambda amount: list(Stage).index(amount.stage))))
    score, grade = total_of(reports)
    return BodyYear(year, documents, money, score, grade)


def _own(report: Report, month: int | None) -> Iterator[Told]:
    """What a report says of the indicators of the department as a whole."""
    scored = {score.form for score in report.scores}
    targets = (one for one in report.indicators if one.place.form not in scored)  # else told with their results
    year = report.year or 0
    yield from (Told(year, one) for one in of_indicators(targets, Stage.TARGET))
    own = [score for score in report.scores if not score.project and _is_target(score.form, report)]
    for form in dict.fromkeys(score.form for score in own):
        lines_of_form = (score for score in own if score.form == form)
        at_month = month if form == MONITORING else None
        yield from (Told(year, one) for one in of_scores(lines_of_form, stage_of_form(form, report), at_month))


def _is_target(form: str, report: Report) -> bool:
    """Are the lines of a form targets of the department? Those of a scheme of evaluation are not."""
    return form == COMPLETION or ("整体" in report.title and form != SCORED)
