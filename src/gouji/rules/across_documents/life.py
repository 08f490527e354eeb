"""The life of a project: budgeted with a target, evaluated when spent, and cut where it did badly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from gouji.chain.mentions import WHOLE
from gouji.model.chain import Moment, ProjectLine, ProjectYear, Record, Stage
from gouji.model.figure import Figure
from gouji.model.finding import Observation, Remark, Severity
from gouji.model.place import Place
from gouji.rules.across_documents.bounds import gives_reason
from gouji.rules.rule import rule_across
from gouji.scoring.grade import same_grade
from gouji.vocabulary.terms import plain

FEWEST = 2  # projects a list must share with another before one that is missing means anything
MOST_NAMED = 5
POOR = ("中", "差")


@dataclass(frozen=True, slots=True)
class Listed:
    """The projects of a body in a year that a stage names, and those that another stage does not."""

    year: int
    named: tuple[tuple[ProjectLine, ProjectYear], ...]
    only: tuple[tuple[ProjectLine, ProjectYear], ...]

    @property
    def comparable(self) -> bool:
        """Do both stages list the projects, so that one that is missing was left out?"""
        both = len(self.named) - len(self.only)
        return both >= FEWEST and both >= len(self.only)


@rule_across(
    title="预算安排的项目没有绩效目标",
    title_en="a budgeted project has no target",
    basis="中发〔2018〕34号、财预〔2015〕88号：未按要求设定绩效目标的，不得安排预算",
    certainty="O",
    severity="warning",
)
def budgeted_project_has_no_target(records: tuple[Record, ...]) -> Iterator[Observation]:
    for record in records:
        for listed in _years(record, Stage.BUDGET, Stage.TARGET):
            others = _years_only(record, listed.year, Stage.TARGET, Stage.BUDGET)
            for project, year in listed.only:
                told = f"“{project.name}”列入了 {listed.year} 年预算，绩效目标中没有这个项目"
                yield from _missing(project, year, Stage.BUDGET, told, "it is in the budget, but has no target", others)


@rule_across(
    title="有绩效目标的项目不在预算中",
    title_en="a project with a target is not in the budget",
    basis="中发〔2018〕34号、财预〔2015〕88号：绩效目标与预算同步编报、同步批复",
    certainty="O",
    severity="warning",
)
def project_with_target_is_not_in_the_budget(records: tuple[Record, ...]) -> Iterator[Observation]:
    for record in records:
        for listed in _years(record, Stage.TARGET, Stage.BUDGET):
            others = _years_only(record, listed.year, Stage.BUDGET, Stage.TARGET)
            for project, year in listed.only:
                told = f"“{project.name}”有 {listed.year} 年绩效目标，预算的项目表中没有这个项目"
                yield from _missing(
                    project, year, Stage.TARGET, told, "it has a target, but is not in the budget", others
                )


@rule_across(
    title="有支出的项目没有自评表",
    title_en="a project with expenditure has no self-evaluation",
    basis="财预〔2020〕10号：预算部门应组织对全部项目支出开展绩效自评",
    certainty="O",
    severity="warning",
)
def project_was_not_evaluated(records: tuple[Record, ...]) -> Iterator[Observation]:
    """Only where most projects of the year have a form of self-evaluation among the documents."""
    for record in records:
        for year in record.years:
            known = [(one, at) for one in record.projects if not one.secret and (at := one.year(year.year)) is not None]
            formless = [(one, at) for one, at in known if not _has_form(one, at) and _spent(at) is not None]
            formed = [at for one, at in known if _has_form(one, at)]
            if formless and len(formed) >= max(FEWEST, len(formless)):
                yield _not_evaluated(year.year, formless)


@rule_across(
    title="自评为中、差的项目，下年预算没有压减",
    title_en="a project with a poor result was not cut in the next budget",
    basis="中发〔2018〕34号、财预〔2020〕10号：评价结果与预算安排挂钩，结果较差的应压减或取消",
    certainty="O",
    severity="note",
)
def poor_result_was_not_cut(records: tuple[Record, ...]) -> Iterator[Observation]:
    for record in records:
        for project in record.projects:
            for before, after in pairwise(project.years):
                if after.year == before.year + 1 and any(same_grade(before.grade, grade) for grade in POOR):
                    yield from _not_cut(record, project, before, after)


def _not_cut(record: Record, project: ProjectLine, before: ProjectYear, after: ProjectYear) -> Iterator[Remark]:
    was, now = _budget(before), _budget(after)
    explained = any(gives_reason(report, project.name) for report in record.of_year(after.year))
    if was is None or now is None or now.value < was.value or explained:
        return
    yield Remark(
        now.place,
        f"“{project.name}”{before.year} 年自评为“{before.grade}”，{after.year} 年预算 {now.text} {now.unit}，"
        f"没有比 {before.year} 年的 {was.text} {was.unit} 压减，请说明理由",
        f"its result of {before.year} was poor; the budget of {after.year} was not cut",
        against=(was.place, *((before.total.place,) if before.total is not None else ())),
    )


def _budget(year: ProjectYear) -> Figure | None:
    return year.money.figure(WHOLE, Moment.BUDGET, Stage.BUDGET) or year.money.figure(WHOLE, Moment.BUDGET)


def _years(record: Record, stage: Stage, other: Stage) -> Iterator[Listed]:
    """Each year's projects with money of a stage beside those of another; secret ones have no targets to show."""
    for year in record.years:
        named = tuple(
            (project, at)
            for project in record.projects
            if not project.secret and (at := project.year(year.year)) and _place(at, stage) and _funded(at)
        )
        only = tuple(
            (project, at) for project, at in named if _place(at, other) is None and not _unclear(record, project)
        )
        listed = Listed(year.year, named, only)
        if only and listed.comparable:
            yield listed


def _years_only(record: Record, year: int, stage: Stage, other: Stage) -> list[Figure]:
    """The money of the projects that only the other list has: the same amount may be the same project renamed."""
    return [
        figure
        for project in record.projects
        if (at := project.year(year)) and _place(at, stage) and _place(at, other) is None
        if (figure := at.money.figure(WHOLE, Moment.BUDGET)) is not None
    ]


def _missing(
    project: ProjectLine, year: ProjectYear, stage: Stage, told: str, english: str, others: Sequence[Figure]
) -> Iterator[Remark]:
    own = year.money.figure(WHOLE, Moment.BUDGET)
    renamed = own is not None and any(figure.value == own.value for figure in others)
    place = _place(year, stage)
    if place is not None:
        hint = "；另一份文件有金额相同的项目，可能改了名称，请统一" if renamed else ""
        yield Remark(place, told + hint, english, severity=Severity.NOTE if renamed else None)


def _not_evaluated(year: int, missing: Sequence[tuple[ProjectLine, ProjectYear]]) -> Remark:
    figures = [figure for _, at in missing if (figure := _spent(at)) is not None]
    names = "、".join(f"“{project.name}”" for project, _ in missing[:MOST_NAMED])
    more = f"等 {len(missing)} 个项目" if len(missing) > MOST_NAMED else ""
    return Remark(
        figures[0].place,
        f"{names}{more}{year} 年有预算或支出，自评文件中没有它的自评表",
        f"{len(missing)} projects with expenditure have no self-evaluation",
        against=tuple(figure.place for figure in figures[1:]),
    )


def _spent(year: ProjectYear) -> Figure | None:
    """What shows that a project has spent: the latest figure of its year, if it is more than nothing."""
    for moment in (Moment.FINAL, Moment.SO_FAR, Moment.BUDGET):
        figure = year.money.figure(WHOLE, moment, Stage.BUDGET, Stage.MONITORING, Stage.SELF_EVALUATION)
        if figure is not None:
            return figure if figure.value > 0 else None
    return None


def _has_form(project: ProjectLine, year: ProjectYear) -> bool:
    """Is there a form of self-evaluation, not only a line in a list of scores?"""
    results = [one for line in project.indicators if (at := line.year(year.year)) for one in at.stated]
    return any(one.stage is Stage.SELF_EVALUATION for one in results)


def _funded(year: ProjectYear) -> bool:
    figure = year.money.figure(WHOLE, Moment.BUDGET)
    return figure is not None and figure.value > 0


def _unclear(record: Record, project: ProjectLine) -> bool:
    """Does the name, or one that differs in years only, stand for several projects?"""
    return any(plain(one.name) in {plain(name) for name in project.names} for one in record.unclear)


def _place(year: ProjectYear, stage: Stage) -> Place | None:
    return next((place for at, place in year.places if at is stage), None)
