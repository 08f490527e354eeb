"""The approved indicators of a project beside those that a form of monitoring or self-evaluation uses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gouji.model.chain import IndicatorLine, Part, ProjectLine, Record, Stage, Stated
from gouji.model.place import Place
from gouji.scoring.form import is_execution

USES = {Stage.MONITORING: "监控表", Stage.SELF_EVALUATION: "自评表"}


@dataclass(frozen=True, slots=True)
class Both:
    """The indicators of one project (None: of the department) in the document that sets them and in one that uses them."""

    record: Record
    project: ProjectLine | None
    year: int
    stage: Stage
    set_in: str
    used_in: str
    lines: tuple[tuple[IndicatorLine, Stated | None, Stated | None], ...]

    @property
    def common(self) -> list[tuple[IndicatorLine, Stated, Stated]]:
        return [(line, one, other) for line, one, other in self.lines if one is not None and other is not None]

    @property
    def missing(self) -> list[tuple[IndicatorLine, Stated]]:
        return [(line, one) for line, one, other in self.lines if one is not None and other is None]

    @property
    def added(self) -> list[tuple[IndicatorLine, Stated]]:
        """Those that nobody approved; the execution of the budget is scored everywhere."""
        return [
            (line, other)
            for line, one, other in self.lines
            if one is None and other is not None and not is_execution(line.name)
        ]

    @property
    def name(self) -> str:
        return f"“{self.project.name}”" if self.project is not None else "部门整体"

    @property
    def place(self) -> Place:
        """Where the document that uses them names the project."""
        year = self.project.year(self.year) if self.project is not None else None
        places = [place for stage, place in year.places if stage is self.stage] if year is not None else []
        named = next((place for place in places if place.document == self.used_in), None)
        return named or next(other.place for _, _, other in self.lines if other is not None)


def pairs_of(record: Record) -> Iterator[Both]:
    """Every form that uses approved targets, with what it uses."""
    owners: list[tuple[ProjectLine | None, tuple[IndicatorLine, ...]]] = [(None, record.indicators)]
    owners += [(project, project.indicators) for project in record.projects if not project.secret]
    for project, lines in owners:
        for year in dict.fromkeys(one.year for line in lines for one in line.years):
            yield from _of_year(record, project, lines, year)


def _of_year(record: Record, project: ProjectLine | None, lines: Sequence[IndicatorLine], year: int) -> Iterator[Both]:
    targets = [(line, one) for line in lines if (at := line.year(year)) for one in at.of(Part.TARGET)]
    approved = list(dict.fromkeys(one.document for _, one in targets if one.stage is Stage.TARGET))
    for stage in USES if approved else ():
        for document in dict.fromkeys(one.document for _, one in targets if one.stage is stage):
            rows = _side_by_side(targets, approved[-1], stage, document)
            yield Both(record, project, year, stage, approved[-1], document, rows)


def _side_by_side(
    targets: Sequence[tuple[IndicatorLine, Stated]], set_in: str, stage: Stage, used_in: str
) -> tuple[tuple[IndicatorLine, Stated | None, Stated | None], ...]:
    """Each indicator with its target in the two documents."""
    found: dict[int, tuple[IndicatorLine, Stated | None, Stated | None]] = {}
    for line, one in targets:
        _, first, second = found.get(id(line), (line, None, None))
        if one.stage is Stage.TARGET and one.document == set_in:
            found[id(line)] = (line, first or one, second)
        elif one.stage is stage and one.document == used_in:
            found[id(line)] = (line, first, second or one)
    return tuple(found.values())
