"""What rules observe and what is made of it: cards, comparisons, remarks, outcomes, findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from gouji.model.figure import Figure
from gouji.model.place import Place
from gouji.model.rounding import Term, Verdict, Why
from gouji.model.slip import Slip
from gouji.model.standing import Standing, Whole


class Severity(StrEnum):
    """How grave a fault is when the rule is right about it."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Certainty(StrEnum):
    """How sure the basis of a rule is."""

    SEEN = "V"  # stands in an official text or a published document
    SECONDARY = "S"  # press, manuals, review practice
    OPINION = "O"  # professional knowledge, to be confirmed against the official text


@dataclass(frozen=True, slots=True)
class Card:
    """What is to be known of a rule without running it. `name` says the fault and is id, URL and waiver key."""

    name: str
    title: str  # the fault in Chinese, one line
    title_en: str
    basis: str  # the regulation, form or arithmetic it rests on
    certainty: Certainty = Certainty.SEEN
    severity: Severity = Severity.ERROR
    reads: tuple[str, ...] = ()  # forms, 文字说明, 绩效指标 …: all must be there, else not applicable
    years: tuple[int | None, int | None] = (None, None)
    regions: tuple[str, ...] = ()
    across: bool = False  # looks at several documents at once


class Shape(StrEnum):
    """How a comparison was reckoned, so that it can be reckoned again with another number in it."""

    SUM = "sum"  # stated = Σ terms
    ORDER = "order"  # stated ≤ Σ terms, or ≥ as the relation says
    QUOTIENT = "quotient"  # stated % = Σ terms above ÷ Σ terms below the line
    OPAQUE = "opaque"


@dataclass(frozen=True, slots=True)
class Comparison:
    """A stated figure beside what it is reckoned from. `terms` carry their own addresses.

    `expected` is the value, in base units, that would agree; `relation` is = ≤ or ≥; `formula` the identity in the
    accountants' words, `working` the same with the printed numbers in it, `note` what else is to be said.
    """

    stated: Figure
    terms: tuple[Term, ...]
    expected: Decimal
    verdict: Verdict
    relation: str = "="
    formula: str = ""
    working: str = ""
    why: Why = Why.PLAIN
    note: str = ""
    note_en: str = ""
    severity: Severity | None = None  # where this one comparison is graver or lighter than its rule
    title: str = ""  # a plainer statement of this one case, where the rule's title is too general
    title_en: str = ""
    shape: Shape = Shape.OPAQUE
    below: int = 0  # of a QUOTIENT: how many of the terms, the last ones, stand below the line
    exact: bool = False  # of a SUM: nothing counts as rounded

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure that takes part: the stated one, then the terms'."""
        return (self.stated, *(term.figure for term in self.terms))


@dataclass(frozen=True, slots=True)
class Remark:
    """A fault that is not arithmetic: what stands where, what is wrong with it, and what it was held against.

    `rewrite` is a text that one could print instead; ＿＿ in it is a blank that only the author can fill in.
    """

    at: Place
    message: str
    message_en: str
    against: tuple[Place, ...] = ()
    expected: str = ""
    severity: Severity | None = None
    rewrite: str = ""


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """Why a rule, or one comparison of it, does not apply."""

    reason: str


Observation = Comparison | Remark | NotApplicable


class Result(StrEnum):
    """The outcomes that are never mixed. WITHIN_ROUNDING is an agreement that rounding is needed for."""

    AGREE = "agree"
    WITHIN_ROUNDING = "within_rounding"
    DISAGREE = "disagree"
    NOT_APPLICABLE = "not_applicable"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One thing a rule looked at and what came of it."""

    card: Card
    result: Result
    observation: Observation | None = None  # None: the rule ran and had nothing to say
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A printed number taken for wrong, the value it should have (in its base unit), and how the one came of the other."""

    figure: Figure
    likely: Decimal
    slip: Slip


@dataclass(frozen=True, slots=True)
class Suspect:
    """What is most likely wrong where identities fail, and how sure that is: `standing` is one of those of faults.

    `changes` are made together: one number nearly always, two where neighbours were exchanged, none where `whole` says
    what is wrong with a table or where nothing could be found. With them (and those of other findings, where the note of
    the finding says so) all comparisons of `clears` hold, which now disagree. `alternatives` are other changes that do
    the same, the likelier first.
    """

    standing: Standing
    changes: tuple[Change, ...] = ()
    clears: tuple[Comparison, ...] = ()
    alternatives: tuple[tuple[Change, ...], ...] = ()
    whole: Whole | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong, ready to be worded. `fingerprint` survives re-reading of the same document.

    `tail` findings gather the rounding tails of one form into a single note. `suspect` names the number behind the
    fault, as far as the identities of the document tell.
    """

    fingerprint: str
    card: Card
    severity: Severity
    at: Place
    observation: Comparison | Remark
    against: tuple[Place, ...] = ()
    tail: tuple[Comparison, ...] = ()
    suspect: Suspect | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """How many different identities look at a figure, and how many of these hold."""

    identities: int = 0
    hold: int = 0


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many figures a document has, how many something vouches for (`once`: one identity only), how many were not read."""

    figures: int = 0
    vouched: int = 0
    unvouched: int = 0
    unread: int = 0
    once: int = 0


@dataclass(frozen=True, slots=True)
class Checked:
    """All outcomes and findings of one document."""

    path: str
    outcomes: tuple[Outcome, ...] = ()
    findings: tuple[Finding, ...] = ()
    coverage: Coverage = field(default_factory=Coverage)
    looks: Mapping[Place, Look] = field(default_factory=dict)  # a figure that is not here nobody looks at
