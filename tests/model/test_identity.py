"""One definition of an identity: what the coverage counts and what the engine counts are the same."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from gouji.engine.document import document
from gouji.engine.plans import Structures
from gouji.model.comparison import must_be_quotient, must_cover, must_equal, must_not_exceed, must_total
from gouji.model.figure import Figure, Kind
from gouji.model.finding import Comparison
from gouji.model.identity import said
from gouji.model.place import Ink, Place
from gouji.model.rounding import Term, Verdict


def figure(value: int, number: int) -> Figure:
    return Figure(str(value), Decimal(value), Decimal(1), Kind.MONEY, "元", Place("d", "表", str(number), "金额", ink=Ink(line=number)))


A, B, C = (figure(value, number) for number, value in enumerate((500, 300, 200)))
LESS = Decimal(-1)


def test_a_sum_is_the_same_whichever_of_its_figures_is_stated() -> None:
    assert said(must_total(A, [Term(B), Term(C)])) == said(must_total(B, [Term(A), Term(C, LESS)]))
    assert said(must_total(A, [Term(B, Decimal(2))])) == said(must_total(B, [Term(A, Decimal("0.5"))]))


def test_the_same_figures_with_other_signs_are_another_identity() -> None:
    assert said(must_total(A, [Term(B), Term(C)])) != said(must_total(A, [Term(B), Term(C, LESS)]))


def test_a_limit_is_no_equality_and_is_told_from_either_side() -> None:
    assert said(must_not_exceed(B, [Term(A)])) == said(must_cover(A, [Term(B)]))
    assert len({said(each) for each in (must_not_exceed(B, [Term(A)]), must_not_exceed(A, [Term(B)]), must_equal(A, B))}) == 3


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    stated, *others = draw(st.permutations([A, B, C]))
    terms = [Term(each, Decimal(draw(st.sampled_from([1, -1, 2])))) for each in others[: draw(st.integers(1, 2))]]
    match draw(st.sampled_from(["sum", "limit", "cover", "quotient"])):
        case "limit":
            return must_not_exceed(stated, terms)
        case "cover":
            return must_cover(stated, terms)
        case "quotient":
            return must_be_quotient(stated, terms, terms[-1:])
        case _:
            return must_total(stated, terms, exact=draw(st.booleans()))


@given(st.lists(comparisons(), max_size=8))
def test_the_engine_counts_the_same_identities(made: list[Comparison]) -> None:
    made = [each for each in made if each.verdict is not Verdict.NOT_CHECKABLE]
    structure = document(made, structures=Structures()).system.structure
    assert structure.different(range(len(made))) == len({said(each) for each in made})
