"""What a scoring scheme is: who decreed it, for which years and regions, and how sure each of its numbers is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from gouji.model.finding import Certainty
from gouji.scoring.points import RuleType

PROJECT, DEPARTMENT, EVALUATION, REVIEW, MONITORING = "project", "department", "evaluation", "review", "monitoring"
LEVELS = {
    PROJECT: ("项目自评", "project self-evaluation"),
    DEPARTMENT: ("部门整体", "whole department"),
    EVALUATION: ("部门评价、财政评价", "evaluation by department or finance"),
    REVIEW: ("目标审核", "review of targets"),
    MONITORING: ("运行监控", "monitoring"),
}


@dataclass(frozen=True, slots=True)
class Weight:
    """The points of a class of indicators, of an area, or of the execution of the budget; `most` where they vary."""

    name: str
    points: Fraction
    certainty: Certainty
    part_of: str = ""
    most: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class Profile:
    """One allotment of points to the classes of indicators, the execution of the budget left out."""

    title: str
    weights: tuple[Weight, ...]


@dataclass(frozen=True, slots=True)
class Use:
    """The rules for one kind of target, the usual one first; `mark` is the pass mark as a share."""

    of: str
    rules: tuple[RuleType, ...]
    certainty: Certainty
    text: str
    mark: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class Bands:
    """Limits from the highest down: (name, from this value on); for grades, lights and months."""

    bands: tuple[tuple[str, Fraction], ...]
    certainty: Certainty
    text: str = ""

    def name_of(self, value: Fraction) -> str:
        """The band `value` lies in; "" below all."""
        return next((name for name, least in self.bands if value >= least), "")


@dataclass(frozen=True, slots=True)
class Over:
    """What is said of results far above their targets: from which completion on, and whether points may be cut."""

    least: Fraction
    certainty: Certainty
    deduct: bool
    text: str


@dataclass(frozen=True, slots=True)
class Scheme:
    """A way of scoring in force for some regions and years (None: open).

    `graded` are the (lowest, highest) shares of the points for 达成, 部分达成, 未达成; `bands` (from this value on, share).
    `words` are how a text names the scheme. `lines` is (number of indicators, points of each), where these
    are fixed, and `named` what they are called.
    """

    name: str
    title: str
    title_en: str
    source: str
    certainty: Certainty
    level: str
    regions: tuple[str, ...]
    years: tuple[int | None, int | None]
    words: tuple[str, ...]
    execution: Weight | None
    profiles: tuple[Profile, ...]
    areas: tuple[Weight, ...]
    uses: Mapping[str, Use]
    graded: tuple[tuple[Fraction, Fraction], ...]
    graded_certainty: Certainty
    bands: tuple[tuple[Fraction, Fraction], ...]
    grades: Bands | None
    over: Over | None
    lights: Bands | None = None
    schedule: Bands | None = None
    gap: Fraction | None = None  # of monitoring: how many points expenditure and work may be apart
    lines: tuple[int, Fraction] | None = None
    named: tuple[str, ...] = ()
    notes: tuple[tuple[str, Certainty], ...] = field(default=())

    def use(self, of: str) -> Use:
        """The rules for a kind of target; those for numbers where the scheme has none of its own."""
        return self.uses.get(of) or self.uses.get("number") or MANUAL

    def in_force(self, year: int | None) -> bool:
        """Does the scheme hold for that year? Nobody can tell for a year that is not printed: then it may."""
        first, last = self.years
        return year is None or ((first is None or year >= first) and (last is None or year <= last))


MANUAL = Use("", (RuleType.MANUAL,), Certainty.OPINION, "没有规定，须人工评定")
