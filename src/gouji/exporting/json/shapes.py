"""What `gouji check` answers: one type for every object, with what each key means. The schema is made from these."""

from __future__ import annotations

from typing import Annotated, Literal, TypedDict

Kind = Literal[
    "department_target", "project_targets", "project_application", "budget", "final_accounts", "self_evaluation",
    "self_evaluation_report", "monitoring", "unknown",
]  # fmt: skip
Severity = Literal["error", "warning", "note"]
Medium = Literal["text", "html", "pdf", "scan", "sheet", "word"]
Relation = Literal["=", "≤", "≥", ""]


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
    vouched: Annotated[int, "figures that something vouches for"]
    unvouched: Annotated[int, "figures that nothing vouches for"]
    unread: Annotated[int, "places where a figure stands that could not be read"]


class Outcomes(TypedDict):
    """How many things the rules looked at came out which way."""

    agree: int
    within_rounding: Annotated[int, "agreements that rounding is needed for"]
    disagree: int
    not_applicable: int
    broken: Annotated[int, "rules that failed: a fault of gouji, not of the document"]


class Tail(TypedDict):
    """One of the comparisons that a finding gathers."""

    at: Place
    stated: str
    expected: str
    difference: str
    formula: str
    working: str


class Suspect(TypedDict):
    """The one printed number that explains the finding and others with it."""

    at: Place
    stated: str
    likely: Annotated[str, "the value with which all those identities hold, as the figure would print it"]
    clears: Annotated[int, "how many identities that disagree now would hold"]
    identities: Annotated[list[Tail], "those identities, each with the figure it states"]


class Finding(TypedDict):
    """Something that is wrong. Strings are empty where there is nothing to say."""

    id: Annotated[str, "fingerprint: stays the same when the document is read again"]
    rule: Annotated[str, "name of the rule, as `gouji rules NAME` takes it"]
    severity: Severity
    title: Annotated[str, "the fault in one line"]
    message: Annotated[str, "the fault with its figures in one sentence"]
    stated: Annotated[str, "what is printed"]
    expected: Annotated[str, "what would agree, in the unit and decimals of the printed figure"]
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
    suspect: Annotated[Suspect | None, "set where one wrong number explains several faults, which are then one finding"]


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
    outcomes: Outcomes
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
    documents: list[CheckedDocument]
    failures: list[Failure]
    skipped: list[Skipped]
