"""Which statement a change, a rate or a share speaks of; None where the text leaves it open."""

from __future__ import annotations

from collections.abc import Sequence

from gouji.model.figure import Figure, Kind
from gouji.reading.claims.statement import Statement
from gouji.reading.claims.subjects import alike, stem


def named(statements: Sequence[Statement], own: str, kind: Kind, unit: str = "") -> Statement | None:
    """The last statement of that subject."""
    wanted = stem(own) or own
    fitting = (statement for statement in reversed(statements) if statement.fits(kind, unit) and statement.subject)
    return next((s for s in fitting if alike(wanted, stem(s.subject) or s.subject) or alike(wanted, s.subject)), None)


def nearest(statements: Sequence[Statement], sentence: int, level: int, kind: Kind, unit: str = "") -> Statement | None:
    """The statement that a clause without a subject continues.

    Of its own sentence the last one not nested deeper than it; of an earlier sentence only when that sentence made one
    statement, or several of one value.
    """
    fitting = [s for s in statements if s.fits(kind, unit)]
    here = [s for s in fitting if s.sentence == sentence and s.level <= level]
    if here:
        return here[-1]
    last = max((s.sentence for s in fitting), default=None)
    earlier = [s for s in fitting if s.sentence == last and last != sentence]
    return earlier[0] if earlier and len({_value(s) for s in earlier}) == 1 else None


def _value(statement: Statement) -> object:
    amount: Figure | None = statement.amount
    return amount.value if amount else None
