"""What was reached of a target, as scoring needs it: the kind of target, the share, whether it was met, or why not known."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from gouji.model.performance import Criterion, CriterionKind
from gouji.scoring.span import Span
from gouji.scoring.words import Graded

NUMBER, AT_MOST, RANGE, ZERO_TARGET, YES_NO, WORDS, DATE, PARTS, EXECUTION = (
    "number", "at_most", "range", "zero", "yes_no", "words", "date", "parts", "execution",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reached:
    """`of` is the kind of target. `share` (1 = reached) and `met` are None where they cannot be told, and `why` says why.

    `grade` is what the result claims in words, `value` its number, `told` how it was read
    where that needs saying, `plain` the share of the numbers as printed.
    """

    of: str
    share: Span | None = None
    met: bool | None = None
    grade: Graded | None = None
    value: Span | None = None
    why: tuple[str, str] = ("", "")
    told: str = ""
    plain: Fraction | None = None

    @property
    def known(self) -> bool:
        return self.share is not None or self.met is not None or self.grade is not None


def kind_of(target: Criterion | None) -> str:
    """The kind of target by which a scheme chooses its rule."""
    if target is None:
        return NUMBER
    named = {
        CriterionKind.ZERO: ZERO_TARGET, CriterionKind.PASS: YES_NO, CriterionKind.DATE: DATE,
        CriterionKind.COMPOUND: PARTS, CriterionKind.QUALITATIVE: WORDS, CriterionKind.LONG_TERM: WORDS,
    }  # fmt: skip
    if target.kind in named:
        return named[target.kind]
    return {"≤": AT_MOST, "<": AT_MOST, "~": RANGE}.get(target.comparator, NUMBER)
