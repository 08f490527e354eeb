"""The engine's search: the fewest wrong numbers, their values, how sure that is, and that every answer mends the document."""

from __future__ import annotations

import random
from itertools import combinations, product

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from gouji.engine.budget import Budget
from gouji.engine.diagnosis import Diagnosis, diagnose
from gouji.engine.layout import Layout
from gouji.engine.relation import Relation
from gouji.engine.system import System
from gouji.engine.typing_errors import slip, undone
from gouji.engine.verdict import verdict
from gouji.model.finding import Shape
from gouji.model.slip import Slip
from gouji.model.standing import Standing, Whole

Numbers = list[list[int]]
GRIDS = st.lists(st.lists(st.integers(100, 10**6), min_size=3, max_size=3), min_size=3, max_size=5)


def total(stated: int, parts: list[int]) -> Relation:
    return Relation(Shape.SUM, stated, tuple((cell, 1) for cell in parts))


def table(inner: Numbers, first: int = 0, form: str = "表") -> tuple[list[int], list[Relation], list[tuple[str, str, str]]]:
    """A table with a total of every row (last column) and every column (last row): cells, identities, addresses."""
    rows = [[*row, sum(row)] for row in inner]
    rows.append([sum(column) for column in zip(*rows, strict=True)])
    wide, high = len(rows[0]), len(rows)
    at = [[first + wide * r + c for c in range(wide)] for r in range(high)]
    relations = [total(at[r][-1], at[r][:-1]) for r in range(high)]
    relations += [total(at[-1][c], [at[r][c] for r in range(high - 1)]) for c in range(wide)]
    return [v for row in rows for v in row], relations, [(form, str(r), str(c)) for r in range(high) for c in range(wide)]


def fault_free(diagnosis: Diagnosis, system: System) -> System:
    """The system with the best explanation of every fault carried out."""
    values = list(system.values)
    for answer in diagnosis.answers:
        for change in answer.fault.best.changes if answer.fault.best else ():
            values[change.cell] = change.likely
    return System(system.structure, values, system.steps)


@given(GRIDS, st.data())
def test_one_wrong_number_with_two_identities_is_located_with_its_value(inner: Numbers, data: st.DataObject) -> None:
    values, relations, _ = table(inner)
    cell = data.draw(st.integers(0, len(values) - 1))
    wrong = data.draw(st.sampled_from(sorted(v for v in set(undone(values[cell])) if abs(v - values[cell]) > 50)))
    (answer,) = diagnose(System.of([*values[:cell], wrong, *values[cell + 1 :]], relations)).answers
    assert answer.standing is Standing.LOCATED
    assert answer.fault.best is not None
    (change,) = answer.fault.best.changes
    assert (change.cell, change.printed) == (cell, wrong)
    assert abs(change.likely - values[cell]) <= 4


@settings(max_examples=60)
@given(GRIDS, st.data())
def test_every_answer_mends_the_document(inner: Numbers, data: st.DataObject) -> None:
    values, relations, _ = table(inner)
    for cell in data.draw(st.lists(st.integers(0, len(values) - 1), min_size=1, max_size=4, unique=True)):
        values[cell] = data.draw(st.integers(0, 10**7))
    system = System.of(values, relations)
    diagnosis = diagnose(system)
    assert all(answer.fault.best for answer in diagnosis.answers)
    assert verdict(fault_free(diagnosis, system)).clean


def smallest_by_trial(system: System, reach: int) -> int | None:
    """How many cells at least must change, by trying everything within reach; None: more than two."""
    values = range(-reach, reach + 1)
    for size in (1, 2):
        for cells in combinations(range(len(system.values)), size):
            for moves in product(values, repeat=size):
                if mends(system, dict(zip(cells, moves, strict=True))):
                    return size
    return None


def mends(system: System, moves: dict[int, int]) -> bool:
    for row in system.rows:
        low, high = system.limits(row, system.values)
        ceded = sum(abs(c) for cell, c in zip(row.cells, row.coefs, strict=True) if cell in moves and not system.values[cell])
        moved = row.residual(system.values) + sum(
            2 * c * moves.get(cell, 0) for cell, c in zip(row.cells, row.coefs, strict=True)
        )
        if not low - ceded <= moved <= high + ceded:
            return False
    return True


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.integers(0, 5), min_size=5, max_size=5),
    st.lists(st.sets(st.integers(0, 4), min_size=2, max_size=4), min_size=1, max_size=4),
)
def test_the_number_of_cells_is_the_smallest_there_is(values: list[int], sets: list[set[int]]) -> None:
    system = System.of(values, [total(min(cells), sorted(cells)[1:]) for cells in sets])
    found = verdict(system)
    assume(found.violated and not found.second_look)
    expected = smallest_by_trial(system, 16)
    diagnosis = diagnose(system)
    size = sum(answer.fault.size for answer in diagnosis.answers)
    # Where nothing was found by trial, two numbers may still do, further away than was tried.
    assert size == expected if expected else size > 2 or verdict(fault_free(diagnosis, system)).clean


def test_exchanged_neighbours_are_one_edit() -> None:
    values, relations, addresses = table([[1234, 8765, 300], [77, 4321, 9], [5000, 61, 2500]])
    values[0], values[1] = values[1], values[0]
    (answer,) = diagnose(System.of(values, relations), Layout(addresses, range(len(values)))).answers
    assert answer.fault.best is not None
    assert {(change.cell, change.slip) for change in answer.fault.best.changes} == {(0, Slip.SWAPPED), (1, Slip.SWAPPED)}


def test_siblings_seen_by_one_identity_only_are_not_told_apart() -> None:
    (answer,) = diagnose(System.of([600, 150, 250, 100], [total(0, [1, 2, 3])])).answers
    assert answer.standing in (Standing.COVERED_ONCE, Standing.IDENTITY_SUSPECT)
    assert len(answer.fault.explanations) > 1


def test_an_identity_that_only_breaking_others_could_mend_is_suspect_itself() -> None:
    values, relations, _ = table([[100, 200, 300], [400, 500, 600], [700, 800, 900]])
    wrong = total(3, [0, 1])  # as if the row had no third addend, beside the true identity
    (answer,) = diagnose(System.of(values, [*relations, wrong])).answers
    assert answer.standing is Standing.IDENTITY_SUSPECT


def test_contradictory_identities_do_not_hang_the_search() -> None:
    relations = [total(0, [1, 2]), Relation(Shape.SUM, 0, ((1, 1), (2, -1))), Relation(Shape.SUM, 0, ((1, 3), (2, 5)))]
    system = System.of([7, 1, 1], relations)
    assert verdict(fault_free(diagnose(system), system)).clean


def test_a_spent_budget_is_said_and_what_was_found_stands() -> None:
    values, relations, _ = table([[i * 37 + j * 101 + 1000 for j in range(3)] for i in range(5)])
    system = System.of([value + (n % 3) * 1111 for n, value in enumerate(values)], relations)
    diagnosis = diagnose(system, budget=Budget(most_nodes=2))
    assert diagnosis.spent
    assert any(answer.standing is Standing.NOT_LOCATED for answer in diagnosis.answers)


def test_a_document_wrong_throughout_is_given_up_soon_and_said_to_be() -> None:
    chance = random.Random(1)
    values, relations, addresses = table([[chance.randrange(10**6) for _ in range(60)] for _ in range(60)])
    scrambled = [chance.randrange(10**7) for _ in values]
    diagnosis = diagnose(System.of(scrambled, relations), Layout(addresses, range(len(values))))
    assert diagnosis.spent
    assert {answer.standing for answer in diagnosis.answers} == {Standing.NOT_LOCATED}


def test_one_wrong_number_among_a_hundred_thousand_is_found() -> None:
    values, relations, _ = table([[100 + (37 * r + 11 * c) % 9000 for c in range(320)] for r in range(320)])
    values[40_000] += 77_000
    (answer,) = diagnose(System.of(values, relations)).answers
    assert answer.fault.explanations[0].cells == {40_000}


def test_a_table_in_another_unit_is_one_fault() -> None:
    values, relations, addresses = table([[1200, 300, 0], [500, 2500, 70], [40, 50, 60]])
    again, more, elsewhere = table([[1200, 300, 0], [500, 2500, 70], [40, 50, 60]], len(values), "他表")
    tied = [Relation(Shape.SUM, len(values) + cell, ((cell, 1),)) for cell in range(len(values))]
    system = System.of([*values, *(value * 10_000 for value in again)], [*relations, *more, *tied])
    diagnosis = diagnose(system, Layout([*addresses, *elsewhere], range(2 * len(values))))
    assert [(each.kind, each.form, each.power) for each in diagnosis.structural] == [(Whole.UNIT, "他表", -4)]
    assert not diagnosis.answers


def test_a_lost_row_is_said_as_such() -> None:
    values, relations, addresses = table([[1200, 300, 20], [500, 2500, 70], [40, 50, 60]])
    lost = range(4, 8)
    relations = [
        Relation(each.shape, each.stated, tuple(term for term in each.terms if term[0] not in lost))
        for each in relations if each.stated != 7
    ]  # fmt: skip
    diagnosis = diagnose(System.of(values, relations), Layout(addresses, range(len(values))))
    (hypothesis,) = diagnosis.structural
    assert hypothesis.kind is Whole.LOST_ROW
    assert sorted(amount for _, amount in hypothesis.amounts) == [70, 500, 2500, 3070]


def test_a_row_that_slid_by_a_column_is_said_as_such() -> None:
    values, relations, addresses = table([[0, 1200, 300], [500, 2500, 70], [40, 50, 60]])
    values[0:4] = [1200, 300, 1500, 0]
    diagnosis = diagnose(System.of(values, relations), Layout(addresses, range(len(values))))
    assert [(each.kind, each.line) for each in diagnosis.structural] == [(Whole.MOVED_ROW, "0")]


@given(st.integers(100, 10**9))
def test_the_slips_of_a_number_are_undone_by_their_kinds(right: int) -> None:
    digits = str(right)
    assert right in set(undone(int(digits[1] + digits[0] + digits[2:])))
    assert right in set(undone(int(digits[:1] + digits[2:])))
    assert slip(right * 10_000, right) is Slip.UNIT
    assert slip(0, right) is Slip.OMITTED
