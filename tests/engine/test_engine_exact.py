"""The fewest wrong cells are as few as an exact solver finds: HiGHS over whole small documents, a hundred cases."""

from __future__ import annotations

import importlib.util
import random
import sys
from pathlib import Path
from types import ModuleType

import pytest

from gouji.engine.diagnosis import diagnose
from gouji.engine.document import document
from gouji.engine.layout import Layout
from gouji.engine.system import System
from gouji.engine.verdict import verdict

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
CASES = 34


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
