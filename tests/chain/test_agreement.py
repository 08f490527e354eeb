"""Of several printings of one amount the one that most others bear out is held to be right."""

from __future__ import annotations

from decimal import Decimal

import pytest

from gouji.chain.agreement import compared
from gouji.chain.links import same_target
from gouji.chain.told import GENERAL, UNSAID
from gouji.model.chain import Amount, Moment, Money, Part, Stage, Stated
from gouji.model.figure import Figure, Kind
from gouji.model.inked import Inked
from gouji.model.place import Place
from gouji.model.rounding import Verdict
from gouji.reading.criteria import criterion


def amount(value: str, document: str, stage: Stage, scope: str = "", moment: Moment = Moment.BUDGET) -> Amount:
    yuan = Decimal(value) * 10_000
    figure = Figure(value, yuan, Decimal(100), Kind.MONEY, "万元", Place(document, f"{document}的表"))
    return Amount("项目支出", moment, figure, stage, scope)


def wrong(*amounts: Amount) -> list[tuple[str, str]]:
    """The documents that are said to be wrong, and those they are held against."""
    pairs = compared(Money(amounts))
    return [
        (pair.stated.place.document, pair.terms[0].figure.place.document)
        for pair in pairs
        if pair.verdict is Verdict.DISAGREE
    ]


def test_the_one_of_three_that_stands_alone_is_told() -> None:
    found = wrong(
        amount("400.00", "目标", Stage.TARGET),
        amount("430.00", "预算", Stage.BUDGET),
        amount("400.00", "自评", Stage.SELF_EVALUATION),
    )
    assert found == [("预算", "目标")]


def test_of_two_the_budget_and_the_accounts_have_authority() -> None:
    budget = wrong(amount("400.00", "目标", Stage.TARGET), amount("430.00", "预算", Stage.BUDGET))
    assert budget == [("目标", "预算")]
    report = amount("400.00", "报告", Stage.SELF_EVALUATION, UNSAID, Moment.FINAL)
    accounts = amount("430.00", "决算", Stage.FINAL_ACCOUNTS, "", Moment.FINAL)
    assert wrong(report, accounts) == [("报告", "决算")]


def test_all_money_and_grants_only_are_not_held_against_each_other() -> None:
    assert wrong(amount("400.00", "预算", Stage.BUDGET), amount("300.00", "决算", Stage.FINAL_ACCOUNTS, GENERAL)) == []


def test_a_report_that_does_not_say_what_it_counts_may_count_either() -> None:
    both = (amount("400.00", "目标", Stage.TARGET), amount("300.00", "目标", Stage.TARGET, GENERAL))
    assert wrong(*both, amount("300.00", "报告", Stage.SELF_EVALUATION, UNSAID)) == []
    assert wrong(*both, amount("350.00", "报告", Stage.SELF_EVALUATION, UNSAID)) == [("报告", "目标")]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("≥60场", "60场", True),
        ("≥5万页", "不少于50000页", True),
        ("≥60场", "≥50场", False),
        ("≤8.8%", "≤9%", False),
        ("≥60场", "≥60人", None),
        ("每季度1次", "4次", None),
        ("有所提升", "明显提升", None),
    ],
)
def test_targets_that_ask_for_the_same(one: str, other: str, same: bool | None) -> None:
    stated = [Stated(Part.TARGET, Stage.TARGET, criterion(Inked(text)), Place()) for text in (one, other)]
    assert same_target(stated[0], stated[1]) is same
