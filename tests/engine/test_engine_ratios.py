"""Percentages: what their rule takes for rounded, or for cut off, is no fault of any figure, whichever figure is put right."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from gouji.engine.diagnosis import diagnose
from gouji.engine.document import document
from gouji.engine.plans import Structures
from gouji.engine.relation import Relation
from gouji.engine.system import System
from gouji.engine.verdict import verdict
from gouji.model.comparison import must_be_percent, must_be_quotient
from gouji.model.figure import Figure, Kind
from gouji.model.finding import Shape
from gouji.model.place import Ink, Place
from gouji.model.rounding import Term, Verdict

CENT = Decimal("0.01")


def figure(value: Decimal, step: Decimal, number: int, kind: Kind = Kind.MONEY) -> Figure:
    return Figure(str(value), value, step, kind, "元", Place("d", "表", str(number), "金额", ink=Ink(line=number)))


@settings(max_examples=600)
@given(
    st.integers(-(10**5), 10**5), st.integers(1, 10**5), st.integers(-2, 2), st.booleans(),
    st.sampled_from([Decimal(1), CENT]), st.sampled_from([Decimal(0), Decimal(1), Decimal(100)]),
)  # fmt: skip
def test_a_percentage_near_its_amounts_is_judged_as_its_rule_judges_it(
    part: int, whole: int, off: int, growth: bool, digit: Decimal, step: Decimal
) -> None:
    above, below = (figure(Decimal(value) * (step or 1), step, n) for n, value in enumerate((part, whole)))
    terms = [Term(above), Term(below, Decimal(-1))] if growth else [Term(above)]
    plain = 100 * sum(term.figure.value * term.factor for term in terms) / below.value
    printed = figure((plain / digit).to_integral_value("ROUND_FLOOR") * digit + off * digit, digit, 9, Kind.PERCENT)
    comparison = must_be_quotient(printed, terms, [Term(below)])
    if comparison.verdict is not Verdict.NOT_CHECKABLE:
        system = document([comparison], structures=Structures()).system
        assert verdict(system).clean is (comparison.verdict is not Verdict.DISAGREE)


@given(st.integers(1_000, 10**6), st.integers(0, 9_999), st.integers(2, 4))
def test_the_search_puts_an_amount_right_beside_a_percentage_that_was_cut_off(whole: int, share: int, power: int) -> None:
    part, rest = whole * share // 10_000, whole - whole * share // 10_000
    cut = 10_000 * part // whole
    relations = [
        Relation(Shape.QUOTIENT, 0, ((1, 1), (2, 1)), below=1),
        Relation(Shape.SUM, 2, ((1, 1), (3, 1))),
        Relation(Shape.SUM, 4, ((2, 1),)),
    ]
    units = [Fraction(1, 100), *[Fraction(1)] * 4]
    system = System.of([cut, part, whole * 10**power, rest, whole], relations, units=units)
    (answer,) = diagnose(system).answers
    assert answer.fault.best is not None
    assert [(change.cell, change.likely) for change in answer.fault.best.changes] == [(2, whole)]


def test_a_percentage_that_was_cut_off_is_not_blamed_for_a_mistyped_amount() -> None:
    percent = figure(Decimal("99.99"), CENT, 1, Kind.PERCENT)
    spent, budget, again = (figure(Decimal(value), CENT, n + 2) for n, value in enumerate(("4142.98", "414.30", "4143.00")))
    comparisons = [must_be_percent(percent, spent, budget), must_be_quotient(percent, [Term(spent)], [Term(again)])]
    built = document(comparisons, structures=Structures())
    (answer,) = diagnose(built.system).answers
    assert answer.fault.best is not None
    assert {built.figures[change.cell] for change in answer.fault.best.changes} == {budget}
