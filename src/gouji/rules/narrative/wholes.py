"""The whole that a share is a share of: named, implied by 其中, or the total of the table that lists the parts."""

from __future__ import annotations

from collections.abc import Iterator

from gouji.model.comparison import must_be_percent
from gouji.model.figure import Figure
from gouji.model.narrative import Claim, ClaimKind
from gouji.model.report import DocumentKind, Report
from gouji.rules.narrative.booked import booked, seated
from gouji.rules.narrative.budgeted import in_budget
from gouji.rules.narrative.once import once_per_report
from gouji.rules.narrative.percents import HOLDS
from gouji.rules.narrative.sentences import bare, exact_money, of_this_year, planned, subject
from gouji.rules.narrative.statements import Statements
from gouji.vocabulary import stated_budget
from gouji.vocabulary.claims import BUDGET
from gouji.vocabulary.seats import Seat
from gouji.vocabulary.stated import (
    EXPENDITURE,
    GENERAL,
    INCOME,
    INCOME_AND_EXPENDITURE,
    NON_TAX,
    SUBJECTS,
    THREE_PUBLIC,
)
from gouji.vocabulary.terms import plain

MOST_OF_ONE_NAME = 40  # amounts

# What a named whole is in the tables, by the words of its name (plain, without quotes).
_NAMED = {
    "本年收入合计": Seat(INCOME_AND_EXPENDITURE, "本年收入合计", "决算数", "收入"),
    "本年收入": Seat(INCOME_AND_EXPENDITURE, "本年收入合计", "决算数", "收入"),
    "本年支出合计": Seat(INCOME_AND_EXPENDITURE, "本年支出合计", "决算数", "支出"),
    "本年支出": Seat(INCOME_AND_EXPENDITURE, "本年支出合计", "决算数", "支出"),
    "一般公共预算项目支出总额": Seat(GENERAL, "合计", "项目支出"),
    "一般公共预算项目支出": Seat(GENERAL, "合计", "项目支出"),
    "一般公共预算财政拨款支出": Seat(GENERAL, "合计", "本年支出合计"),
    "三公经费": Seat(THREE_PUBLIC, "合计"),
    "三公经费支出": Seat(THREE_PUBLIC, "合计"),
}
# The total of the form that lists the parts one by one, where the text names no whole.
_TOTALS = {
    INCOME: Seat(INCOME, "合计", "本年收入合计"),
    INCOME_AND_EXPENDITURE: Seat(INCOME_AND_EXPENDITURE, "本年收入合计", "决算数", "收入"),
    EXPENDITURE: Seat(EXPENDITURE, "合计", "本年支出合计"),
    GENERAL: Seat(GENERAL, "合计", "本年支出合计"),
    THREE_PUBLIC: Seat(THREE_PUBLIC, "合计"),
    NON_TAX: Seat(NON_TAX, "合计", "合计"),
}


def wholes(report: Report, statements: Statements, share: Claim) -> Iterator[Figure]:
    """The figures that the share may refer to, the likeliest first; none where the text leaves it open."""
    if share.of:
        yield from _named(report, share)
        return
    detailed = statements.amount(share.parent)
    if detailed is not None and detailed.figure is not None:
        yield detailed.figure
    part = next((c for c in statements.claims(share.statement, ClaimKind.AMOUNT) if c.figure is share.amount), None)
    for seat, _ in booked(report, part) if part is not None else ():
        if report.kind is DocumentKind.BUDGET:
            yield from _of_budget(report, seat)
            continue
        total = _TOTALS.get(seat.form)
        figure = seated(report, total, planned(part)) if total is not None and part is not None else None
        if figure is not None:
            yield figure


def _of_budget(report: Report, seat: Seat) -> Iterator[Figure]:
    """The totals of the table of a budget that lists a part."""
    rows = ("总计", f"本年{seat.side}合计") if seat.side else ("合计", "预算数", "总计")
    column = "合计" if seat.form == stated_budget.THREE_PUBLIC else seat.column
    for row in rows:
        for name in dict.fromkeys((column, "合计")):
            if (figure := in_budget(report, Seat(seat.form, row, name, seat.side))) is not None:
                yield figure
    if seat.form == stated_budget.THREE_PUBLIC:
        yield from _with_conferences(report)


def _named(report: Report, share: Claim) -> Iterator[Figure]:
    """Amounts of the whole's name: in the paragraph, else under the same heading, else the box of a table."""
    name = bare(share.of)
    same = _amounts_by_name(report).get(_core(name), [])[:MOST_OF_ONE_NAME]
    near = [c for c in same if c.paragraph is share.paragraph and c.span < share.span]
    near = near[-1:] or _elsewhere(report, same, share)
    for claim in near:
        if claim.figure is not None and claim.figure is not share.amount:
            yield claim.figure
    if report.kind is DocumentKind.BUDGET:
        yield from _budgeted(report, name)
        return
    seat = _NAMED.get(name) or _known(name)
    figure = seated(report, seat, bool(BUDGET.search(share.of)) and "决算" not in share.of) if seat else None
    if figure is not None:
        yield figure


def _budgeted(report: Report, name: str) -> Iterator[Figure]:
    """The boxes of a budget that bear the name of a whole."""
    for known in stated_budget.SUBJECTS:
        if known.words.fullmatch(name):
            for seat in known.seats:
                if (figure := in_budget(report, seat)) is not None:
                    yield figure
                if seat.form == stated_budget.THREE_PUBLIC:
                    yield from _with_conferences(report)
            return


def _with_conferences(report: Report) -> Iterator[Figure]:
    """What some bodies divide the three public expenses by: their total with conferences and training."""
    seat = Seat(stated_budget.THREE_PUBLIC, "预算数", stated_budget.WITH_CONFERENCES)
    if (figure := in_budget(report, seat)) is not None:
        yield figure


def _elsewhere(report: Report, same: list[Claim], share: Claim) -> list[Claim]:
    """The amounts under the same heading. Where they differ it is open which is meant: only those that fit."""
    headings = share.paragraph.headings
    found = [c for c in same if headings and c.paragraph.headings == headings]
    if report.kind is not DocumentKind.BUDGET and not BUDGET.search(share.of + share.about):
        found = [c for c in found if not planned(c)]
    differ = len({c.figure.value for c in found if c.figure is not None}) > 1
    return [c for c in found if not differ or _fits(share, c)]


def _fits(share: Claim, whole: Claim) -> bool:
    if share.figure is None or share.amount is None or whole.figure is None:
        return False
    return must_be_percent(share.figure, share.amount, whole.figure).verdict in HOLDS


def _known(name: str) -> Seat | None:
    """The box of a subject that means the same wherever it stands."""
    anywhere = (known for known in SUBJECTS if not known.sections or "" in known.sections)
    return next((known.seats[0] for known in anywhere if known.words.fullmatch(name)), None)


@once_per_report
def _amounts_by_name(report: Report) -> dict[str, list[Claim]]:
    """The exact amounts of this year by what they are about, 总额, 合计 and 支出 left out."""
    found: dict[str, list[Claim]] = {}
    for claim in report.claims_of(ClaimKind.AMOUNT):
        if exact_money(claim) and of_this_year(report, claim):
            found.setdefault(_core(subject(claim, report)), []).append(claim)
    return found


def _core(words: str) -> str:
    text = plain(words)
    for tail in ("总额", "合计", "总计"):
        text = text.removesuffix(tail) or text
    # 项目支出 is not the same as 项目, nor 本年支出 as 本年.
    return text.removesuffix("支出") if len(text) > len("项目支出") else text
