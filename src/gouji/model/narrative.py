"""Running text: paragraphs, and the claims their sentences make about money, shares, growth and counts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from gouji.model.figure import Figure
from gouji.model.inked import Inked
from gouji.model.place import Ink


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph put together again, the chain of headings above it, outermost first, and its ink."""

    content: Inked
    headings: tuple[str, ...] = ()
    heading: bool = False

    @property
    def text(self) -> str:
        return self.content.text

    @property
    def ink(self) -> Ink:
        return self.content.ink()


class ClaimKind(StrEnum):
    """What a stated number says about its subject."""

    AMOUNT = "amount"  # 本年收入 18,754.63 万元
    CHANGE = "change"  # 比上年增加 1,060.37 万元
    RATE = "rate"  # 增长 7.2%
    SHARE = "share"  # 占 80.6%
    COMPLETION = "completion"  # 完成预算的 91.34%
    COUNT = "count"  # 车辆 4 辆


@dataclass(frozen=True, slots=True)
class Claim:
    """One number of the text with what it is about.

    `about` is the subject in the text's own words; `of` the whole a share or completion refers to; `against` what a
    change or rate is measured from (上年决算, 年初预算). `direction` is +1 for 增加/增长, -1 for 减少/下降, 0 otherwise
    or for 持平. Claims of one statement (the amount, its change and its rate) carry the same `statement` number;
    `parent` is the statement that a 其中 clause details, and `amount` the amount a change, rate or share belongs to.
    `figure` is None where the text prints no number: 持平, or `--%` on a zero base.
    """

    kind: ClaimKind
    about: str
    figure: Figure | None
    paragraph: Paragraph
    span: tuple[int, int]
    text: str  # the clause as printed
    of: str = ""
    against: str = ""
    direction: int = 0
    statement: int = 0
    parent: int | None = None
    amount: Figure | None = None
    base: Figure | None = None  # the budget a completion names

    @property
    def ink(self) -> Ink:
        return self.paragraph.content.ink(*self.span)
