"""A contradiction put into the documents of a body, and what of them it changed."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from made_body import text
from made_body.results import Outcome
from made_body.whole_set import Made, documents, layout
from made_body.world import Work, World


@dataclass(frozen=True)
class Fault:
    """`stated` is the key of the document that is wrong (or lacks something), `against` those that show it.

    `form` is the layout of the projects' targets where the fault needs one.
    """

    kind: str
    says: str
    stated: str
    against: tuple[str, ...]
    made: dict[str, Made]
    level: str = "warning"
    form: str = ""


@dataclass(frozen=True)
class Case:
    """The body a fault is put into; `form` is the layout of its projects' targets."""

    world: World
    chance: random.Random
    form: str

    @property
    def year(self) -> int:
        """The year that is made wrong: the last one, which has others before it."""
        return self.world.published[-1]

    def documents(self, world: World | None = None, form: str = "") -> dict[str, Made]:
        return documents(world or self.world, form or self.form)

    def works(self, year: int = 0) -> list[Work]:
        return self.world.years[year or self.year].open_works

    def missed(self) -> tuple[Work, Outcome]:
        """A project of the year with an indicator whose target was missed."""
        return next((work, one) for work in self.works() for one in work.outcomes if not one.met)

    def met(self) -> tuple[Work, Outcome]:
        """A project that goes on from last year, whose count was reached, with that indicator."""
        went_on = {work.name for work in self.works(self.year - 1)}
        found = [work for work in self.works() if work.name in went_on and work.outcomes[0].met]
        work = self.chance.choice(found)
        return work, work.outcomes[0]

    def changed(self, year: int, changed: Work) -> World:
        """The world with one project of a year changed."""
        old = self.world.years[year]
        works = tuple(changed if work.plan == changed.plan else work for work in old.works)
        return replace(self.world, years=self.world.years | {year: replace(old, works=works)})


Maker = Callable[[Case], Fault]


def case(world: World, kind: str = "") -> Case:
    return Case(world, random.Random(f"{kind} {world.seed}"), layout(world))


def changes(clean: dict[str, Made], faulty: dict[str, Made]) -> Iterator[dict[str, object]]:
    """Every line of the texts that differs: what is printed there, and what it was; a line left out is printed as nothing."""
    for key in sorted({*clean, *faulty}):
        before, after = (text.told(made[key].document).split("\n") if key in made else [] for made in (clean, faulty))
        for tag, first, last, start, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
            if tag != "equal":
                yield from _places(key, before[first:last], after[start:end], start + 1)


def _places(key: str, before: list[str], after: list[str], line: int) -> Iterator[dict[str, object]]:
    for n in range(max(len(before), len(after))):
        true, printed = (lines[n] if n < len(lines) else "" for lines in (before, after))
        ones, others = true.split("\t"), printed.split("\t")
        if len(ones) == len(others) > 1:
            for one, other in zip(ones, others, strict=True):
                if one != other:
                    yield {"document": key, "line": line + n, "true": one, "printed": other}
        elif true != printed:
            yield {"document": key, "line": line + n, "true": true.strip(), "printed": printed.strip()}
