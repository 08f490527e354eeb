"""A contradiction put into the documents of a body, and what of them it changed."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
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
    year: int  # that is made wrong; there is one before it

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


def case(world: World, kind: str = "", year: int = 0) -> Case:
    """What a kind of fault is drawn for; without a year it goes into the last one."""
    return Case(world, random.Random(f"{kind} {world.seed}"), layout(world), year or world.published[-1])


def together(clean: dict[str, Made], faults: Iterable[Fault]) -> dict[str, Made]:
    """The documents with several faults in them, which must be in different documents."""
    made, touched = dict(clean), set[str]()
    for fault in faults:
        changed = {key for key in clean if _text(clean, key) != _text(fault.made, key)}
        if changed & touched:
            raise ValueError(f"two faults in one document: {sorted(changed & touched)}")
        touched |= changed
        made |= {key: fault.made[key] for key in changed}
    return made


def _text(made: dict[str, Made], key: str) -> str:
    return text.told(made[key].document)


def changes(clean: dict[str, Made], faulty: dict[str, Made]) -> Iterator[dict[str, object]]:
    """Every line of the texts that differs: what is printed there, and what it was; a line left out is printed as nothing."""
    for key in clean:
        before, after = (_text(made, key).split("\n") for made in (clean, faulty))
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
