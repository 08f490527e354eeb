"""One amount in several documents: which of them agree, and which one stands alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from gouji.chain.told import UNSAID
from gouji.model.chain import Amount, Moment, Money, Stage
from gouji.model.comparison import must_equal
from gouji.model.finding import Comparison
from gouji.model.rounding import Verdict

Printings = list[Amount]  # of one amount in one document


def compared(money: Money) -> Iterator[Comparison]:
    """Each amount that several documents tell, every document beside the one that most others agree with.

    `stated` is the figure of the one, the only term that of the other, `formula` the meaning. Documents do not always
    say whether they count all money or grants only, and may tell both: of all printings the two that agree are laid
    side by side, else the nearest of those that count the same.
    """
    by_meaning: dict[tuple[object, ...], dict[str, Printings]] = defaultdict(lambda: defaultdict(list))
    for one in money.amounts:
        by_meaning[(one.meaning, one.moment, one.month)][one.figure.place.document].append(one)
    for by_document in by_meaning.values():
        different = {tuple(map(_content, printings)): printings for printings in reversed(by_document.values())}
        if len(different) > 1:
            yield from _beside_most(list(reversed(different.values())))


def _beside_most(documents: Sequence[Printings]) -> Iterator[Comparison]:
    """The document most others agree with, among equals the one with authority, beside each of the others."""
    pairs = {
        (one, other): pair
        for one in range(len(documents))
        for other in range(len(documents))
        if one != other and (pair := _pair(documents[one], documents[other])) is not None
    }
    agreeing = [
        sum(pair.verdict is not Verdict.DISAGREE for (one, _), pair in pairs.items() if one == number)
        for number in range(len(documents))
    ]
    for other in range(len(documents)):
        beside = [one for one in range(len(documents)) if (other, one) in pairs]
        if beside:
            most = max(beside, key=lambda one: _standing(documents[one], agreeing[one], one))
            if _standing(documents[most], agreeing[most], most) > _standing(documents[other], agreeing[other], other):
                yield pairs[other, most]


def _standing(printings: Printings, agreeing: int, order: int) -> tuple[int, bool, int]:
    """The budget is held to the budget, what was spent to the accounts; else what came first counts."""
    first = printings[0]
    authority = Stage.FINAL_ACCOUNTS if first.moment is Moment.FINAL else Stage.BUDGET
    return (agreeing, first.stage is authority, -order)


def _pair(stated: Printings, others: Printings) -> Comparison | None:
    """The printings that agree, or else the nearest that count the same; None where nothing may be compared.

    Two printings of one form (a corrected version) are not held against each other.
    """
    if {_printed(one) for one in stated} == {_printed(one) for one in others}:
        return None
    pairs = [(one, other, must_equal(one.figure, other.figure, one.meaning)) for one in stated for other in others]
    agreeing = [pair for *_, pair in pairs if pair.verdict is not Verdict.DISAGREE]
    if agreeing:
        return agreeing[0]
    alike = [pair for one, other, pair in pairs if _count_the_same(one, other)]
    return min(alike, key=lambda pair: abs(pair.stated.value - pair.expected), default=None)


def _content(amount: Amount) -> tuple[object, ...]:
    """What makes two printings the same: copies of a document tell nothing new."""
    return (amount.figure.place.form, amount.later, amount.scope, amount.figure.value)


def _printed(amount: Amount) -> tuple[str, bool]:
    return (amount.figure.place.form, amount.later)


def _count_the_same(one: Amount, other: Amount) -> bool:
    """Do both count the same money? One that does not say is taken for all of it."""
    return one.scope == other.scope or {one.scope, other.scope} == {UNSAID, ""}
