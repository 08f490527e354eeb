"""All the documents of a body, by the name of their file; which layouts a body uses goes by its seed."""

from __future__ import annotations

from dataclasses import dataclass

from printed.table import Document

from made_body import accounts, budget, half_year, targets, units, whole, year_end
from made_body.world import MONTHS, World

# In which format departments publish what, most of the time.
USUAL = {
    "department-targets": "xlsx", "project-targets": "xlsx", "budget": "html", "monitoring": "xlsx", "self-evaluation": "docx",
    "report": "docx", "accounts": "pdf", "unit-accounts": "pdf",
}  # fmt: skip


@dataclass(frozen=True)
class Made:
    """A document of a body: its kind, its year and, of several, which: the month of monitoring, the number of a unit."""

    kind: str
    year: int
    document: Document
    which: int | None = None

    @property
    def key(self) -> str:
        return f"{self.year} {self.kind}{'' if self.which is None else f' {self.which}'}"


def layout(world: World) -> str:
    """How the region of the body prints the targets of projects."""
    return "acdb"[(world.seed - 1) % 4]


def documents(world: World, form: str = "") -> dict[str, Made]:
    """Every document of every published year by its key, and the accounts of its units in the last; `form` is the layout of the projects' targets, if not the usual."""
    made: list[Made] = []
    for year in world.published:
        made += [
            Made("department-targets", year, targets.department(world, year)),
            Made("project-targets", year, targets.projects(world, year, form or layout(world))),
            Made("budget", year, budget.document(world, year)),
            *(Made("monitoring", year, half_year.document(world, year, month), month) for month in MONTHS),
            Made("self-evaluation", year, year_end.document(world, year)),
            Made("report", year, whole.document(world, year)),
            Made("accounts", year, accounts.document(world, year)),
        ]
    last = world.published[-1]
    made += [Made("unit-accounts", last, units.document(world, last, unit), unit) for unit in range(len(world.units))]
    return {one.key: one for one in made}
