"""What a review gives a line, beside what its own result earns; the reviewer may take points off for a reason."""

from __future__ import annotations

from dataclasses import dataclass, replace

from gouji.model.performance import Score
from gouji.scoring.award import Award, Standing, award
from gouji.scoring.scheme import Scheme


@dataclass(frozen=True, slots=True)
class AfterReview:
    """`actual` is the result that the review found ("" where it is that of the self-evaluation), `remark` its reason."""

    actual: str
    award: Award
    remark: str


def after_review(line: Score, scheme: Scheme, year: int | None) -> AfterReview | None:
    """The score of the review reckoned again from the result of the review; None where none is printed."""
    given = line.reviewed
    if given is None or given.score is None:
        return None
    own = given.actual is not None and bool(given.actual.text.strip())
    made = award(replace(line, actual=given.actual if own else line.actual, score=given.score), scheme, year)
    lowered = made.known and given.score.value < made.span.low
    if made.standing is Standing.DISAGREES and given.remark and lowered and given.score.value >= 0:
        made = replace(made, standing=Standing.ALLOWED)
    return AfterReview(given.actual.text.strip() if own and given.actual is not None else "", made, given.remark)
