"""Claims by statement: the amount, change, rate, share and completion that speak of one subject, and its parts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from gouji.model.figure import Figure
from gouji.model.narrative import Claim, ClaimKind
from gouji.model.report import Report
from gouji.rules.narrative.once import once_per_report
from gouji.rules.narrative.sentences import FARTHEST, planned

MOST_BESIDE = 40  # amounts of one sentence that are looked at


class Statements:
    """All claims of a text, found by the number of their statement."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._claims: dict[int, list[Claim]] = {}
        self._parts: dict[int, list[int]] = {}
        self._by_paragraph: dict[int, list[Claim]] = {}
        for claim in claims:
            known = self._claims.setdefault(claim.statement, [])
            if not known and claim.parent is not None:
                self._parts.setdefault(claim.parent, []).append(claim.statement)
            known.append(claim)
            if claim.kind is ClaimKind.AMOUNT:
                self._by_paragraph.setdefault(id(claim.paragraph), []).append(claim)

    def claims(self, number: int | None, *kinds: ClaimKind) -> list[Claim]:
        """The claims of one statement, of some kinds."""
        claims = self._claims.get(number, []) if number is not None else []
        return [claim for claim in claims if not kinds or claim.kind in kinds]

    def amount(self, number: int | None) -> Claim | None:
        """The amount or count of a statement that its parts detail: the last one that is no budget, else the last."""
        amounts = self.claims(number, ClaimKind.AMOUNT, ClaimKind.COUNT)
        return next((claim for claim in reversed(amounts) if not planned(claim)), amounts[-1] if amounts else None)

    def headline(self, number: int) -> Claim | None:
        """The first amount of a statement."""
        return next(iter(self.claims(number, ClaimKind.AMOUNT)), None)

    def parts(self) -> Iterator[tuple[Claim, list[Claim]]]:
        """Every statement that 其中 details, with the amounts of its parts in order."""
        for number, children in self._parts.items():
            whole = self.amount(number)
            parts = [part for child in children if (part := self.amount(child)) is not None]
            if whole is not None and parts:
                yield whole, parts

    def change_before(self, rate: Claim) -> Claim | None:
        """The change that a rate follows in its statement."""
        found = None
        for claim in self.claims(rate.statement, ClaimKind.CHANGE):
            if claim.span < rate.span and claim.paragraph is rate.paragraph:
                found = claim
        return found

    def amounts_for(self, claim: Claim) -> list[Figure]:
        """The amounts a change or rate may speak of: the one linked, others of its sentence, the one it details."""
        if claim.amount is None:
            return self._of_its_subject(claim) if claim.against else []
        whole = self.amount(claim.parent)
        own = [c.figure for c in self.claims(claim.statement, ClaimKind.AMOUNT) if c.span < claim.span]
        found = [claim.amount, *own, whole.figure if whole else None, *self._same_sentence(claim)]
        return [figure for index, figure in enumerate(found) if figure is not None and figure not in found[:index]]

    def _of_its_subject(self, claim: Claim) -> list[Figure]:
        """The amounts of its sentence, budgeted and spent, of the subject of a claim, where a reason parts them from it."""
        earlier = self._before(claim, "。")
        of_subject = any(c.about == claim.about and c.parent == claim.parent for c in earlier)
        return [c.figure for c in earlier if c.figure is not None] if of_subject else []

    def _same_sentence(self, claim: Claim) -> list[Figure | None]:
        """The amounts printed before the claim in its sentence."""
        return [earlier.figure for earlier in self._before(claim, "。")]

    def shares_its_parts(self, whole: Claim) -> bool:
        """Does another amount stand beside this one before 其中, so that it is open which of them is detailed?"""
        beside = self._before(whole, "。；;：:")
        return any(c.parent == whole.parent and c.statement != whole.statement for c in beside)

    def _before(self, claim: Claim, marks: str) -> list[Claim]:
        """The nearest amounts of the paragraph before the claim, none beyond one of the marks."""
        first = max(0, claim.span[0] - FARTHEST)
        start = max(claim.paragraph.text.rfind(mark, first, claim.span[0]) for mark in marks)
        amounts = self._by_paragraph.get(id(claim.paragraph), [])
        end = bisect_left(amounts, claim.span[0], key=lambda amount: amount.span[0])
        return [amount for amount in amounts[max(0, end - MOST_BESIDE) : end] if amount.span[0] > max(start, first - 1)]


@once_per_report
def statements_of(report: Report) -> Statements:
    """The statements of a report."""
    return Statements(report.claims)
