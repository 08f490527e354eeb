"""What `gouji check` answers: one type for every object, with what each key means. The schema is made from these."""

from __future__ import annotations

from typing import Annotated, Literal, TypedDict

Kind = Literal[
    "department_target", "project_targets", "project_application", "budget", "final_accounts", "self_evaluation",
    "self_evaluation_report", "monitoring", "target_review", "unknown",
]  # fmt: skip
Severity = Literal["error", "warning", "note"]
Medium = Literal["text", "html", "pdf", "scan", "sheet", "word"]
Tolerance = Literal["strict", "closed"]
IdentityStanding = Literal["consistent", "improbable", "needs-hidden-amount", "not-checkable", "violated"]
Relation = Literal["=", "≤", "≥", ""]
Confidence = Literal["located", "one-of-k", "covered-once", "identity-suspect", "not-located"]
FigureStanding = Literal["vouched", "covered-once", "violated", "not-covered"]
Slip = Literal[
    "transposition", "digit", "dropped-digit", "doubled-digit", "point-shift", "unit", "sign", "lost-decimal",
    "zero-for-amount", "amount-for-zero", "swapped", "misread", "other",
]  # fmt: skip
Whole = Literal[
    "table-in-another-unit", "detail-row-lost", "detail-row-doubled", "row-moved-by-a-column", "column-moved-by-a-row"
]


class Place(TypedDict):
    """Where something stands: by meaning (form, row, field) and by ink (line and column, page box, sheet cell)."""

    document: Annotated[str, "path of the document, as in documents[].path"]
    line: Annotated[int | None, "physical line of a text, else the line in reading order; counted from 1"]
    column: Annotated[int | None, "column in the line, counted from 1"]
    end_line: Annotated[int | None, "line of the last character"]
    end_column: Annotated[int | None, "column after the last character"]
    page: Annotated[int | None, "page of a paged document, counted from 1"]
    box: Annotated[list[float] | None, "box on the page as displayed: left, top, right, bottom, in points"]
    sheet: Annotated[str | None, "sheet of a workbook"]
    cell: Annotated[str | None, "cell of the sheet (B5), or path in a text document (表3/行5/格2)"]
    form: Annotated[str, "form, e.g. 支出决算表"]
    row: Annotated[str, "row of the form"]
    field: Annotated[str, "column of the form, or box"]
    text: Annotated[str, "what is printed there"]


class Page(TypedDict):
    """A page as displayed."""

    number: Annotated[int, "counted from 1"]
    width: Annotated[float, "in points"]
    height: Annotated[float, "in points"]
    scanned: Annotated[bool, "its text was read by character recognition"]


class Coverage(TypedDict):
    """How many figures were read, and how many took part in a comparison that holds."""

    figures: int
    vouched: Annotated[int, "figures that at least one identity that holds vouches for"]
    once: Annotated[int, "of these, figures that a single identity vouches for"]
    unvouched: Annotated[int, "figures that nothing vouches for"]
    unread: Annotated[int, "places where a figure stands that could not be read"]


class Outcomes(TypedDict):
    """How many things the rules looked at came out which way."""

    agree: int
    within_rounding: Annotated[int, "agreements that rounding is needed for"]
    disagree: int
    not_applicable: int
    broken: Annotated[int, "rules that failed: a fault of gouji, not of the document"]


class Standings(TypedDict):
    """What can be said of the identities that were looked at: how many of each."""

    consistent: Annotated[int, "no difference, or one that rounding explains"]
    improbable: Annotated[int, "rounding may explain the difference, but leaves so much less than once in a thousand"]
    needs_hidden_amount: Annotated[int, "holds only if a printed 0.00 stands for a small amount"]
    not_checkable: Annotated[int, "what it rests on is missing, or leaves it open"]
    violated: int


class Tail(TypedDict):
    """One of the comparisons that a finding gathers."""

    at: Place
    stated: str
    expected: str
    difference: str
    formula: str
    working: str
    standing: Annotated[IdentityStanding, "what can be said of it"]
    chance: Annotated[
        str | None,
        "how often rounding alone leaves so much, if the sum is right; null for what is no sum of like figures",
    ]


class Change(TypedDict):
    """A printed number that may be wrong, and the value it should have then."""

    at: Place
    stated: Annotated[str, "what is printed"]
    likely: Annotated[str, "what should be printed, in the unit and decimals of the number"]
    kind: Annotated[Slip, "how the one came of the other"]


_With = TypedDict(
    "_With",
    {"with": Annotated[list[Change], "what is changed together with it, such as the neighbour it was exchanged with"]},
)


class Alternative(Change, _With):
    """Another change that would do as well."""


class Suspect(_With):
    """What is most likely wrong, as far as all identities of the document together tell."""

    at: Annotated[Place | None, "the number most likely wrong; null where no number could be told"]
    stated: Annotated[str, "what is printed there; empty where no number could be told"]
    likely: Annotated[str, "what should be printed, in the unit and decimals of the number"]
    kind: Annotated[Slip | None, "how the one came of the other; null where no number could be told"]
    clears: Annotated[int, "how many identities that disagree now hold after the change"]
    confidence: Annotated[Confidence, "how sure it is, a computed fact: see the engine's terms"]
    whole: Annotated[Whole | None, "what is wrong with a whole table or line of it; null where it is not that"]
    alternatives: Annotated[list[Alternative], "other changes that do as well, the likelier first"]
    identities: Annotated[list[Tail], "the identities it clears, each with the figure it states"]


class Looked(TypedDict):
    """A figure and how many identities look at it."""

    at: Place
    identities: Annotated[int, "how many different identities look at it"]
    hold: Annotated[int, "how many of these hold"]
    standing: Annotated[FigureStanding, "two or more hold; one holds; some look and none holds; none looks"]


class Finding(TypedDict):
    """Something that is wrong. Strings are empty where there is nothing to say."""

    id: Annotated[str, "fingerprint: stays the same when the document is read again"]
    rule: Annotated[str, "name of the rule, as `gouji rules NAME` takes it"]
    severity: Severity
    title: Annotated[str, "the fault in one line"]
    message: Annotated[str, "the fault with its figures in one sentence"]
    stated: Annotated[str, "what is printed"]
    expected: Annotated[str, "what would agree, in the unit and decimals of the printed figure"]
    rewrite: Annotated[str, "a text one could print instead; ＿＿ is a blank to be filled in"]
    difference: Annotated[str, "by how much they differ, with the unit"]
    relation: Annotated[Relation, "how stated should relate to expected; empty for no arithmetic"]
    formula: Annotated[str, "the identity in the accountants' words"]
    working: Annotated[str, "the identity with the printed numbers in it"]
    note: str
    basis: Annotated[str, "the regulation, form or arithmetic the rule rests on"]
    certainty: Annotated[Literal["V", "S", "O"], "basis seen in an official text; from practice; professional opinion"]
    doubtful: Annotated[bool, "something it rests on was read with doubt: check the original first"]
    at: Annotated[Place, "the one narrow place"]
    against: Annotated[list[Place], "what it was held against"]
    tails: Annotated[list[Tail], "the rounding tails gathered in this one finding"]
    suspect: Annotated[
        Suspect | None, "what the identities of the document together tell of the fault; null where none does"
    ]


class NotApplicable(TypedDict):
    """Why rules, or single comparisons of them, did not apply."""

    rule: str
    reason: str
    count: int


class Broken(TypedDict):
    """A rule that failed on this document."""

    rule: str
    reason: str


class Doubt(TypedDict):
    """Something the reader could not make sure of."""

    at: Place
    message: str
    unread: Annotated[bool, "a figure is lost there"]


class CheckedDocument(TypedDict):
    """One document and what was found in it."""

    path: str
    sha256: str
    kind: Kind
    title: str
    body: Annotated[str, "the body as printed; empty where the document does not say"]
    year: Annotated[int | None, "the budget year; null where it is not printed"]
    region: str
    layout: Annotated[str, "the layout in force that the forms follow"]
    medium: Annotated[Medium, "what kind of file it is, by its bytes"]
    pages: Annotated[list[Page], "empty for what has no pages"]
    coverage: Coverage
    figures: Annotated[list[Looked], "every figure that was read, with how many identities look at it"]
    outcomes: Outcomes
    standings: Standings
    findings: list[Finding]
    doubts: list[Doubt]
    not_applicable: list[NotApplicable]
    broken: list[Broken]


class Failure(TypedDict):
    """A file that could not be read."""

    path: str
    message: Annotated[str, "what is wrong and what to do about it"]


class Skipped(TypedDict):
    """A file of a folder that was passed over."""

    path: str
    reason: str


class Check(TypedDict):
    """The answer of `gouji check --format json`."""

    gouji: Annotated[str, "version of the program"]
    rules: Annotated[str, "version of the set of rules"]
    tolerance: Annotated[Tolerance, "which differences rounding may explain, as asked for"]
    documents: list[CheckedDocument]
    failures: list[Failure]
    skipped: list[Skipped]
