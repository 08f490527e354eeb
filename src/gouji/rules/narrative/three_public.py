"""“三公”经费 in words: money without counts, counts without money, changes against the budget of the table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from gouji.model.comparison import must_not_exceed, must_total
from gouji.model.figure import Figure
from gouji.model.finding import NotApplicable, Observation, Remark
from gouji.model.narrative import Claim, ClaimKind
from gouji.model.report import DocumentKind, Report
from gouji.model.rounding import Term
from gouji.rules.narrative.booked import seated
from gouji.rules.narrative.budgeted import in_budget
from gouji.rules.narrative.sentences import bare, of_this_year, planned
from gouji.rules.rule import NARRATIVE, rule
from gouji.rules.slips import with_hint
from gouji.vocabulary import stated_budget
from gouji.vocabulary.seats import Seat
from gouji.vocabulary.stated import SUBJECTS, THREE_PUBLIC, section
from gouji.vocabulary.terms import plain

BASIS = "地方预决算公开操作规程：“三公”经费应公开团组、购置和保有、接待的数量"


@dataclass(frozen=True, slots=True)
class _Item:
    """An item of the form and the counts that go with it; `both_ways`: counts without money are a fault too."""

    row: str
    counts: re.Pattern[str]
    words: str
    english: str
    both_ways: bool = True


_ITEMS = (
    _Item(
        "因公出国（境）费",
        re.compile(r"(?:出国|出访|出境|因公).*(?:团组|团|人次|人数)?"),
        "出国（境）团组数或人次",
        "trips abroad",
    ),
    _Item(
        "公务用车购置费",
        re.compile(r"购置(?:公务用车|车辆|公车)|(?:公务用车|车辆|公车|更新).*购置(?:数|数量)?$"),
        "公务用车购置数",
        "cars bought",
    ),
    _Item("公务用车运行费", re.compile(r"保有"), "公务用车保有量", "cars kept", both_ways=False),
    _Item("公务接待费", re.compile(r"接待|来访|外宾"), "接待批次或人次", "receptions"),
)
_NOT_COUNTED = re.compile(r"单位|部门|机关|下属|预算单位")
_PEOPLE, _GROUPS = ("人次", "人", "人(次)"), ("批次", "批", "次", "个", "团组")


@rule(
    title="“三公”经费的金额与数量不符：有支出无数量，或有数量无支出",
    title_en="a three public expense has money without counts, or counts without money",
    basis=BASIS,
    reads=(NARRATIVE,),
    severity="warning",
)
def three_public_money_and_counts_disagree(report: Report) -> Iterator[Observation]:
    looked_at = False
    for item in _ITEMS:
        amount = _amount(report, item.row)
        counts = [claim.figure for claim in _counts(report, item)]
        figures = [figure for figure in counts if figure is not None and not figure.loose]
        if amount is None or not figures:
            continue
        looked_at = True
        counted = any(figure.value for figure in figures)
        if amount.value > 0 and not counted:
            yield Remark(
                figures[0].place,
                f"{item.row}支出 {amount.text}，但{item.words}为 {figures[0].text}",
                f"{amount.text} was spent but {item.english} are {figures[0].text}",
                against=(amount.place,),
            )
        elif amount.value == 0 and counted and item.both_ways:
            counted_figure = next(figure for figure in figures if figure.value)
            yield Remark(
                counted_figure.place,
                f"{item.row}支出为 {amount.text}，但{item.words}为 {counted_figure.text}；如由其他资金承担，请说明",
                f"nothing was spent but {item.english} are {counted_figure.text}",
                against=(amount.place,),
            )
    if not looked_at:
        yield NotApplicable("没有同时列出“三公”经费的金额和数量")


def _amount(report: Report, row: str) -> Figure | None:
    """The amount of an item, final or in a budget planned: of the table, else of the text."""
    if report.kind is DocumentKind.BUDGET:
        return in_budget(report, Seat(stated_budget.THREE_PUBLIC, "预算数", row))
    figure = seated(report, Seat(THREE_PUBLIC, row))
    if figure is not None:
        return figure
    return next((claim.figure for claim in _about(report, row) if not planned(claim)), None)


def _about(report: Report, row: str) -> Iterator[Claim]:
    words = next(known.words for known in SUBJECTS if known.seats[0] == Seat(THREE_PUBLIC, row))
    for claim in report.claims_of(ClaimKind.AMOUNT):
        if words.fullmatch(bare(claim.about)) and of_this_year(report, claim):
            yield claim


def _counts(report: Report, item: _Item) -> Iterator[Claim]:
    """The counts of an item in the section on the three public expenses."""
    for claim in report.claims_of(ClaimKind.COUNT):
        about = plain(claim.about)
        if not item.counts.search(about) or _NOT_COUNTED.search(about) or not of_this_year(report, claim):
            continue
        if section(claim.paragraph.headings) == "三公" or re.search(r"公务|因公", claim.paragraph.text):
            yield claim


@rule(
    title="接待人次少于批次，或出国（境）人次少于团组数",
    title_en="fewer people than groups",
    basis=f"{BASIS}；每批（团）至少一人",
    reads=(NARRATIVE,),
)
def fewer_people_than_groups(report: Report) -> Iterator[Observation]:
    for item in (_ITEMS[0], _ITEMS[3]):
        groups: Claim | None = None
        for claim in _counts(report, item):
            figure = claim.figure
            if figure is None or figure.loose:
                continue
            if plain(figure.unit) in _GROUPS:
                groups = claim
            elif plain(figure.unit) in _PEOPLE and groups is not None and groups.figure is not None:
                if groups.paragraph is claim.paragraph and _beside(groups, claim):
                    yield must_not_exceed(groups.figure, [Term(figure)], "批次（团组数）≤ 人次")
                groups = None


def _beside(groups: Claim, people: Claim) -> bool:
    """Do the two counts stand together, at most a short clause apart and on one level?"""
    between = people.paragraph.text[groups.span[1] : people.span[0]]
    return len(between) <= 20 and "。" not in between and groups.parent == people.parent


@rule(
    title="与预算相比的增减额，和《“三公”经费支出决算表》的预算数、决算数对不上",
    title_en="a change against the budget differs from budget and final amount in the table of three public expenses",
    basis="算术关系：增减额 = 决算数 - 预算数（部门决算公开表样 公开07表）",
    reads=(NARRATIVE, THREE_PUBLIC),
)
def change_against_budget_differs_from_table(report: Report) -> Iterator[Observation]:
    for change in report.claims_of(ClaimKind.CHANGE):
        row = _row_of(change)
        if row is None or not _against_this_budget(report, change):
            continue
        budget, final = seated(report, Seat(THREE_PUBLIC, row), budget=True), change.amount
        if budget is None or final is None or final.loose:
            yield NotApplicable(f"{change.about}：表中没有预算数")
        elif change.figure is not None and change.direction and not change.figure.loose:
            sign = Decimal(change.direction)
            terms = [Term(final, sign), Term(budget, -sign)]
            yield with_hint(must_total(change.figure, terms, "增减额 = 决算数 - 预算数"))
        elif change.figure is None and final.value != budget.value:
            start, end = change.span
            yield Remark(
                replace(final.place, text=change.paragraph.text[start:end], ink=change.ink, field="增减"),
                f"写明与预算相比无增减，但表中预算数 {budget.text}，决算数 {final.text}",
                f"said to equal the budget, but the table prints {budget.text} and the text {final.text}",
                against=(final.place, budget.place),
            )


def _row_of(change: Claim) -> str | None:
    """The item of the form that a change is about."""
    about = bare(change.about)
    for known in SUBJECTS:
        if known.seats[0].form == THREE_PUBLIC and known.words.fullmatch(about):
            return known.seats[0].row
    return None


def _against_this_budget(report: Report, change: Claim) -> bool:
    """Is the change measured from the budget of the year that the table prints?"""
    words = change.against
    if "预算" not in words or re.search(r"上年|去年|执行", words):
        return False
    year = re.search(r"(?:19|20)\d\d", words)
    if year is not None and report.year is not None and int(year.group()) != report.year:
        return False
    notes = "".join(note for table in report.tables_of(THREE_PUBLIC) for note in table.notes)
    return not ("年初" in words and re.search(r"全年预算|调整后", notes))
