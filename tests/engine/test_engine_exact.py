"""Made accounts, true amounts rounded one by one: they never err, one slip in them is located with its value, and the
fewest wrong cells are as few as an exact solver finds (HiGHS over whole small documents, a hundred cases)."""

from __future__ import annotations

import importlib.util
import random
import sys
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from gouji.engine.diagnosis import CLEARLY_BETTER, alike_to, diagnose
from gouji.engine.document import document
from gouji.engine.layout import Layout
from gouji.engine.system import System
from gouji.engine.verdict import verdict
from gouji.model.standing import Standing

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
CASES = 34


@cache
def loaded(name: str) -> ModuleType:
    """A module of the benchmarks, which are no package."""
    spec = importlib.util.spec_from_file_location(name, BENCHMARKS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("errors", [1, 2, 3])
def test_as_few_cells_are_blamed_as_an_exact_solver_needs(errors: int) -> None:
    pytest.importorskip("highspy")
    fewest, injected, made = loaded("exact_peer").fewest, loaded("injected"), loaded("made_accounts").made
    kinds = {name: slip for name, slip in injected.KNOWN.items() if name != "unit"}
    chance = random.Random(errors)
    for case in range(CASES):
        accounts = made(case, 60)
        built = document(accounts.comparisons)
        neighbours = Layout.of(built.figures, accounts.forms).neighbours
        values, _ = injected.injected(chance, built.system, neighbours, errors, kinds)
        system = System(built.system.structure, values, built.system.steps)
        found = verdict(system)
        size = sum(answer.fault.size for answer in diagnose(system).answers)
        least = fewest(system, found)
        if least is None or size < least:  # what is found holds: the solver's answer was not the smallest
            least = fewest(system, found, presolve=False)
        assert size == least, (errors, case)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**6))
def test_made_accounts_rounded_one_by_one_never_err(seed: int) -> None:
    assert verdict(document(loaded("made_accounts").made(seed, 200).comparisons).system).clean


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 40), st.integers(0, 10**6), st.data())
def test_one_slip_in_made_accounts_is_found_where_it_can_be_told_and_never_located_elsewhere(
    seed: int, drawn: int, data: st.DataObject
) -> None:
    accounts, kinds = loaded("made_accounts").made(seed, 200), loaded("injected").KNOWN
    built = document(accounts.comparisons)
    layout, values = Layout.of(built.figures, accounts.forms), list(built.system.values)
    covered = [cell for cell, value in enumerate(values) if value and built.system.structure.looks(cell) > 1]
    cell = data.draw(st.sampled_from([cell for cell in covered if not any(alike_to(built.system, cell))]))
    right, step = values[cell], built.system.steps[cell]
    wrong = kinds[data.draw(st.sampled_from(sorted(kinds)))](random.Random(drawn), right // step)
    assume(wrong is not None and abs(wrong * step - right) > 20 * step)
    values[cell] = wrong * step
    (answer,) = diagnose(System(built.system.structure, values, built.system.steps), layout).answers
    near = [each for each in answer.fault.explanations if each.cost < answer.fault.explanations[0].cost + CLEARLY_BETTER]
    (own,) = (each for each in near if each.cells == {cell})
    told = [change.likely for changes in (own.changes, *own.others) for change in changes]
    assert any(abs(likely - right) <= 8 * step for likely in told)
    if answer.standing is Standing.LOCATED:
        assert own is near[0]
