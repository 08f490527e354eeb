"""One amount in two documents of a body: budget, target, report and accounts of a year, a project's money."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from gouji.chain.agreement import compared
from gouji.chain.told import ITEM
from gouji.model.chain import Record
from gouji.model.finding import Comparison, Observation
from gouji.model.rounding import Verdict
from gouji.rules.rule import rule_across
from gouji.rules.slips import with_hint

MOST_AT_ONCE = 3  # of items of one document: more than these come of one cause


@rule_across(
    title="同一数据在两份文件中不一致",
    title_en="one figure differs between two documents",
    basis="预算、决算、绩效各文件同一口径的数据应一致；决算所列年初预算数应与公开的部门预算一致",
    certainty="S",
    severity="warning",
)
def figure_differs_between_documents(records: tuple[Record, ...]) -> Iterator[Observation]:
    for record in records:
        for year in record.years:
            pairs = list(compared(year.money))
            items = [pair for pair in pairs if ITEM in pair.formula]
            wrong = sum((_off(pair) for pair in items), Decimal(0))
            for pair in pairs:
                if pair not in items and not (wrong and _off(pair) == wrong and _document(pair) == _document(items[0])):
                    yield _told(pair)
            yield from _items(items)


@rule_across(
    title="同一项目的资金在两份文件中不一致",
    title_en="a project's money differs between two documents",
    basis="项目支出预算、绩效目标表、监控表与自评表的年初预算应一致；自评汇总表与自评表应一致",
    certainty="S",
    severity="warning",
)
def project_money_differs_between_documents(records: tuple[Record, ...]) -> Iterator[Observation]:
    for record in records:
        for project in record.projects:
            for year in project.years:
                for pair in compared(year.money):
                    column = pair.stated.place.field or pair.formula
                    yield with_hint(replace(pair, formula=f"{project.name}的{column}在两份文件中应一致"))


def _off(pair: Comparison) -> Decimal:
    """How far a figure is off; a total that is off by what its items are only follows from them."""
    return pair.stated.value - pair.expected if pair.verdict is Verdict.DISAGREE else Decimal(0)


def _document(pair: Comparison) -> str:
    return pair.stated.place.document


def _told(pair: Comparison) -> Comparison:
    pair = replace(pair, formula=f"{pair.formula}在两份文件中应一致")
    if pair.verdict is not Verdict.DISAGREE:
        return pair
    pair = with_hint(pair)
    return replace(
        pair, note=pair.note or "若两处口径不同（如是否只含财政拨款），请注明口径",
        note_en=pair.note_en or "say so if the two count different money",
    )  # fmt: skip


def _items(pairs: Iterable[Comparison]) -> Iterator[Comparison]:
    """The items of the initial budget: those of a document that differ in many come of one cause and are told as one."""
    wrong: dict[str, list[Comparison]] = {}
    for pair in pairs:
        if pair.verdict is Verdict.DISAGREE:
            wrong.setdefault(pair.stated.place.document, []).append(pair)
        else:
            yield _told(pair)
    for several in wrong.values():
        first = _told(several[0])
        if len(several) <= MOST_AT_ONCE:
            yield from map(_told, several)
            continue
        names = "、".join(pair.formula.split(ITEM)[-1] for pair in several[1:])
        note = f"另有 {len(several) - 1} 项的年初预算数也不一致：{names}"
        yield replace(first, note=note, note_en=f"{len(several) - 1} more items differ")
