"""The statements of a paragraph while it is read: made, joined by further amounts, and found again by later words."""

from __future__ import annotations

import re

from gouji.model.figure import Figure, Kind
from gouji.reading.claims import links
from gouji.reading.claims.scopes import Scopes
from gouji.reading.claims.statement import Statement, is_planned
from gouji.reading.claims.subjects import ITEM, is_measure, stem

MOST_RECENT = 80  # statements of one paragraph; no reader looks back further
_REASON = re.compile(r"原因|主要是|变动情况|增减情况|由于|因为|系因")
_TOPIC = re.compile(rf"^(?:[\d一二三四五六七八九十()]{{1,4}}[、.．]?)?[“\"]?({ITEM.pattern})[”\"]?")
_TOTAL = re.compile(r"合计|总计|总额|总收入|总支出|总数|共")
_YEAR = re.compile(r"(?:19|20)\d\d(?=年)")


class Book:
    """`first` numbers the statements from there; `parent` is what the paragraph details.

    `one_item`: only the first statement is a part of `parent`; otherwise all of the first sentence and those that open
    a later one are.
    """

    def __init__(self, text: str, first: int, parent: Statement | None, one_item: bool) -> None:
        self.next = first
        self.statements: list[Statement] = []
        self.scopes = Scopes()
        self.sentence = 0
        self._parent = parent
        self._one_item = one_item
        topic = _TOPIC.match(text)
        self._topic = topic[1] if topic else ""

    @property
    def _recent(self) -> list[Statement]:
        """The statements that later words of the paragraph can still speak of."""
        return self.statements[-MOST_RECENT:]

    def new(self, about: str) -> Statement:
        """A further statement; one without a subject goes on with the last."""
        if is_measure(about) and self._topic:
            about = self._topic
        if not about:
            about = next((s.subject for s in reversed(self._recent) if s.level <= self.scopes.level), "")
        outer = self.scopes.parent or (self._parent if self._is_part() else None)
        made = Statement(self.next, about, self.sentence, self.scopes.level, outer.number if outer else None)
        self.next += 1
        self.statements.append(made)
        return made

    def _is_part(self) -> bool:
        """Is a statement made here a part of what the paragraph details?"""
        if self.scopes.open:
            return False
        opens_sentence = not any(s.sentence == self.sentence for s in self._recent)
        return not self.statements or (not self._one_item and (not self.sentence or opens_sentence))

    def joined(self, about: str, words: str) -> Statement | None:
        """The statement that another column of the same subject belongs to."""
        current = next((s for s in reversed(self._recent) if s.fits(Kind.MONEY, "")), None)
        if current is None:
            return None
        if is_measure(about):
            return current if current.level == self.scopes.level and self._completes(current, words) else None
        return current if about != current.subject and stem(about) == stem(current.subject) else None

    def _completes(self, statement: Statement, words: str) -> bool:
        """Can these words name another column of the statement? A second amount spent belongs to something else."""
        if self._topic or is_planned(words) or _YEAR.search(words):
            return True
        return all(amount.planned for amount in statement.amounts)

    def spoken_of(self, own: str, clauses: str, kind: Kind, unit: str = "") -> Statement | None:
        """The statement a change or share speaks of. What stands in a reason speaks of something else."""
        if _REASON.search(clauses):
            return None
        return self.named(own, kind, unit) if own and not is_measure(own) else self.nearest(kind, unit)

    def named(self, own: str, kind: Kind, unit: str = "") -> Statement | None:
        """The last statement of that subject."""
        return links.named(self._recent, own, kind, unit)

    def nearest(self, kind: Kind, unit: str = "") -> Statement | None:
        """The statement that a clause without a subject continues."""
        return links.nearest(self._recent, self.sentence, self.scopes.level, kind, unit)

    def head(self) -> Statement | None:
        """What 其中 at the beginning of a sentence details: the one statement, or the total, of the sentence before."""
        amounts = [s for s in self._recent if s.amounts]
        last = max((s.sentence for s in amounts), default=None)
        if last is None:
            return self._parent
        before = [s for s in amounts if s.sentence == last]
        return before[0] if len(before) == 1 or _TOTAL.search(before[0].subject) else None


def printed_base(statement: Statement, against: str) -> Figure | None:
    """The amount of last year that the statement itself prints, told by the year both name."""
    year = _YEAR.search(against)
    if year is None or len(statement.amounts) < 2:
        return None
    return next((a.figure for a in statement.amounts[:-1] if year.group() in a.words), None)
