"""What documents say of an indicator, one statement for each printed value, whatever form it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from gouji.chain.names import indicator_name, level_name
from gouji.model.chain import Part, Stage, Stated
from gouji.model.performance import Criterion, CriterionKind, Indicator, Score
from gouji.model.place import Place
from gouji.vocabulary.terms import plain

_TOTAL = "总分"


@dataclass(frozen=True, slots=True)
class Statement:
    """A stated value with the name and the levels of its indicator as printed."""

    key: str
    name: str
    level1: str
    level2: str
    stated: Stated

    @property
    def level(self) -> str:
        return level_name(self.level2)


def of_indicators(indicators: Iterable[Indicator], stage: Stage) -> Iterator[Statement]:
    """The targets of a form."""
    for one in indicators:
        if key := indicator_name(one.name):
            stated = Stated(Part.TARGET, stage, one.value, at(one.place, one.value), one.weight)
            yield Statement(key, one.name, one.level1, one.level2, stated)


def of_scores(scores: Iterable[Score], stage: Stage, month: int | None = None) -> Iterator[Statement]:
    """Targets repeated beside what was reached; half-way through the year that is a state, no result."""
    reached = Part.STATE if stage is Stage.MONITORING else Part.RESULT
    for one in scores:
        key = indicator_name(one.name)
        if not key or plain(one.name) == _TOTAL:
            continue
        hoped = one.outlook.forecast if one.outlook is not None else None
        for part, value in ((Part.TARGET, one.target), (reached, one.actual), (Part.FORECAST, hoped)):
            if value is not None and value.kind is not CriterionKind.MISSING:
                score = one.score if part is Part.RESULT else None
                stated = Stated(part, stage, value, at(one.place, value), one.points, score, month)
                yield Statement(key, one.name, one.level1, one.level2, stated)


def at(place: Place, value: Criterion) -> Place:
    """The place of a value; of its line when the value has no ink of its own."""
    return place if value.ink.line is None else replace(place, field="指标值", text=value.text, ink=value.ink)
