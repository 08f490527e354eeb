"""Where documents name a project: in lists and forms of targets, of monitoring and of self-evaluation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from gouji.chain.bodies import same_body
from gouji.chain.names import ProjectName, project_name
from gouji.chain.stages import LIST_OF_SCORES, MONITORING, own_stage
from gouji.chain.statements import Statement, of_indicators, of_scores
from gouji.model.chain import Amount, Moment, Stage
from gouji.model.figure import Figure
from gouji.model.performance import Project, Score
from gouji.model.place import Place
from gouji.model.report import Report
from gouji.model.table import TOTAL, Row, Table
from gouji.scoring.form import FORM as SELF_EVALUATION
from gouji.scoring.form import SelfEvaluation, self_evaluations
from gouji.scoring.grade import printed_grade
from gouji.vocabulary.terms import plain

WHOLE = "资金总额"
BUDGET_LISTS = ("项目支出预算表", "一般公共预算项目支出预算表")
_SOURCES = ("财政拨款", "财政专户拨款", "其他资金")
_YEAR_AMOUNTS = ("年度资金总额", "当年资金总额", "总计", "合计", "资金总额")
_OF_THE_YEAR = re.compile(
    r"^(?:年度|本年度?|当年)(?:项目|预算|资金|申请|安排|投入){1,4}(?:总额|合计|金额)$"
)  # 年度资金申请总额
_GROUP = re.compile(
    r"^(?:小计|总计|.*(?:运转类|目标类|人员类|公用类|类项目))$|(?:局|委员会|办公室|管理所|服务中心|事务中心|本级|机关)$"
)
_CARRIED_OUT_BY = "实施单位"
_MOMENTS = {
    "年初预算数": Moment.BUDGET,
    "全年预算数": Moment.ADJUSTED,
    "全年执行数": Moment.FINAL,
    "已执行数": Moment.SO_FAR,
    "全年预计执行数": Moment.FORECAST,
}


@dataclass(frozen=True, slots=True)
class Mention:
    """A project as one form of a document names it. `unit` is the plain name of its body, "" where none is printed."""

    name: ProjectName
    printed: str
    unit: str
    stage: Stage
    form: str
    year: int
    place: Place
    secret: bool = False
    amounts: tuple[Amount, ...] = ()
    rate: Figure | None = None
    total: Figure | None = None
    grade: str = ""
    statements: tuple[Statement, ...] = field(default=(), repr=False)

    @property
    def document(self) -> str:
        return self.place.document


def mentions(report: Report, month: int | None) -> Iterator[Mention]:
    """Every mention of a project in a dated report; `month` ends the period of a monitoring."""
    yield from (_planned(report, project) for project in report.projects if project.name)
    yield from (_evaluated(report, form) for form in self_evaluations(report) if form.project)
    yield from _monitored(report, month)
    for table in report.tables:
        if table.known and table.form in (LIST_OF_SCORES, *BUDGET_LISTS):
            yield from _listed(report, table)


def _planned(report: Report, project: Project) -> Mention:
    stage = own_stage(report)
    year = report.year or 0
    money = [Amount(WHOLE, Moment.BUDGET, whole, stage)] if (whole := year_amount(project, year)) else []
    money += [Amount(name, Moment.BUDGET, project.funds[name], stage) for name in _SOURCES if name in project.funds]
    statements = tuple(of_indicators(project.indicators, Stage.TARGET)) if not project.secret else ()
    box = project.box(_CARRIED_OUT_BY)
    listed = project.form == "项目支出绩效目标表"
    unit = project.body if listed else box.text if box is not None else ""
    return Mention(
        project_name(project.name), project.name, same_body(unit), Stage.TARGET, project.form, year,
        project.place, project.secret, tuple(one for one in money if not one.figure.loose), statements=statements,
    )  # fmt: skip


def year_amount(project: Project, year: int | None) -> Figure | None:
    """The money of the year; the sum of a whole period is never taken for it."""
    named = next((figure for name, figure in project.funds.items() if year and f"{year}年" in name), None)
    if named is not None:
        return named
    of_the_year = [figure for name, figure in project.funds.items() if _OF_THE_YEAR.match(plain(name))]
    if len(of_the_year) == 1:
        return of_the_year[0]
    return next((project.funds[name] for name in _YEAR_AMOUNTS if name in project.funds), None)


def _evaluated(report: Report, form: SelfEvaluation) -> Mention:
    row = form.execution
    stage = Stage.SELF_EVALUATION
    place = _named_at(report, form.project, SELF_EVALUATION) or _first(form.execution, form.lines)
    return Mention(
        project_name(form.project), form.project, _unit(report, form.project), stage, SELF_EVALUATION, report.year or 0, place,
        amounts=tuple(_amounts(row, stage)) if row is not None else (),
        rate=row.figure("执行率") if row is not None else None,
        total=form.total.score if form.total is not None else None,
        grade=printed_grade(report, form), statements=tuple(of_scores(form.lines, stage)),
    )  # fmt: skip


def _named_at(report: Report, project: str, form: str) -> Place | None:
    """The box with the project's name."""
    boxes = (box for box in report.boxes if box.field == "项目名称" and box.text == project)
    return next((box.place for box in boxes if box.place.form == form), None)


def _first(row: Row | None, lines: Sequence[Score]) -> Place:
    """Where the form of a project begins."""
    cells = [cell.place for cell in row.cells.values()] if row is not None else []
    return min((*cells, *(line.place for line in lines)), key=lambda place: place.ink.order, default=Place())


def _monitored(report: Report, month: int | None) -> Iterator[Mention]:
    scores = [score for score in report.scores if score.form == MONITORING]
    tables = {table.rows[0].side: table for table in report.tables_of(MONITORING) if table.rows}
    for project in dict.fromkeys([*tables, *(score.project for score in scores)]):
        row = tables[project].rows[0] if project in tables else None
        lines = [score for score in scores if score.project == project]
        if not project or (row is None and not lines):
            continue
        yield Mention(
            project_name(project), project, _unit(report, project), Stage.MONITORING, MONITORING, report.year or 0,
            _named_at(report, project, MONITORING) or _first(row, lines),
            amounts=tuple(_amounts(row, Stage.MONITORING, month)) if row is not None else (),
            rate=row.figure("执行率") if row is not None else None,
            statements=tuple(of_scores(lines, Stage.MONITORING, month)),
        )  # fmt: skip


def _listed(report: Report, table: Table) -> Iterator[Mention]:
    """The rows of a list of projects without indicators."""
    stage = Stage.SELF_EVALUATION if table.form == LIST_OF_SCORES else own_stage(report)
    for row in table.rows:
        amounts = tuple(_amounts(row, stage))
        whole = row.figure(TOTAL)
        if whole is not None and not amounts:
            amounts = (Amount(WHOLE, Moment.BUDGET, whole, stage),)
        if not amounts or row.code or not _is_project(row.name, report):
            continue
        grade = row.cells.get("等级")
        yield Mention(
            project_name(row.name), row.name, "", stage, table.form, report.year or 0, amounts[0].figure.place,
            amounts=amounts, rate=row.figure("执行率"), total=row.figure("得分"), grade=grade.text if grade else "",
        )  # fmt: skip


def _is_project(name: str, report: Report) -> bool:
    """Is a row that of a project, no total, group or unit?"""
    name = plain(name)
    return name != TOTAL and not _GROUP.search(name) and same_body(name) != same_body(report.body)


def _amounts(row: Row, stage: Stage, month: int | None = None) -> Iterator[Amount]:
    """The amounts of the line of totals of a form."""
    for column, moment in _MOMENTS.items():
        figure = row.figure(column)
        if figure is not None and not figure.loose:
            passing = stage is Stage.MONITORING and moment is not Moment.BUDGET  # true at its month only
            yield Amount(WHOLE, moment, figure, stage, month=(month or 0) if passing else None)


def _unit(report: Report, project: str) -> str:
    """The body that carries out a project by the box of its form; "" where that does not tell."""
    boxes = [box for box in report.boxes if box.field == _CARRIED_OUT_BY and project in box.place.row]
    return same_body(boxes[0].text) if len(boxes) == 1 else ""
