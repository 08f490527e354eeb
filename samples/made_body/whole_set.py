"""All the documents of a body, by the name of their file; which layouts a body uses goes by its seed."""

from __future__ import annotations

from dataclasses import dataclass

from printed.table import Document

from made_body import accounts, budget, half_year, targets, whole, year_end
from made_body.world import MONTHS, World

# In which format departments publish what, most of the time.
USUAL = {
    "department-targets": "xlsx", "project-targets": "xlsx", "budget": "html", "monitoring": "xlsx", "self-evaluation": "docx",
    "report": "docx", "accounts": "pdf",
}  # fmt: skip


@dataclass(frozen=True)
class Made:
    """A document of a body: its kind, year and (of monitoring) month."""

    kind: str
    year: int
    document: Document
    month: int = 0

    @property
    def key(self) -> str:
        return f"{self.year} {self.kind}{f' {self.month}' if self.month else ''}"


def layout(world: World) -> str:
    """How the region of the body prints the targets of projects."""
    return "acdb"[(world.seed - 1) % 4]


def documents(world: World, form: str = "") -> dict[str, Made]:
    """Every document of every published year by its key; `form` is the layout of the projects' targets, if not the usual."""
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
    return {one.key: one for one in made}
