"""What can be said of an identity, of a fault and of a figure: computed facts, each with one name."""

from __future__ import annotations

from enum import StrEnum


class Standing(StrEnum):
    """Of identities: the first five. Of faults: the next five. Of figures: the last two (and COVERED_ONCE)."""

    CONSISTENT = "consistent"  # no residual, or one within the strict bound
    IMPROBABLE = "improbable"  # within the strict bound, but rounding alone does so less than once in a thousand
    HIDDEN_AMOUNT = "needs-hidden-amount"  # holds only if a printed 0.00 stands for a small amount
    NOT_CHECKABLE = "not-checkable"  # a ratio that its inputs leave free over many steps
    VIOLATED = "violated"

    LOCATED = "located"  # one explanation, alone in its class, far ahead of the next
    ONE_OF = "one-of-k"  # several explanations as good, or one that the identities cannot tell from others
    COVERED_ONCE = "covered-once"  # no second identity looks at any figure that could explain it
    NOT_LOCATED = "not-located"  # no explanation within the budget
    IDENTITY_SUSPECT = "identity-suspect"  # one identity fails, and no mistyped figure explains it

    VOUCHED = "vouched"  # an identity that holds looks at the figure
    NOT_COVERED = "not-covered"  # no identity looks at the figure


class Whole(StrEnum):
    """What is wrong with a whole table or line of it."""

    UNIT = "table-in-another-unit"
    LOST_ROW = "detail-row-lost"
    DOUBLED_ROW = "detail-row-doubled"
    MOVED_ROW = "row-moved-by-a-column"
    MOVED_COLUMN = "column-moved-by-a-row"
