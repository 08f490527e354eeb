"""The engine's figures: `.venv/bin/python benchmarks/engine.py [--accounts FILE] [--trials N] [--exact N] [--batch N]`.

Accounts are made here (made_accounts.py) and, where at hand, read from a published text document: FILE, or the largest of
../shared/seeds. Errors are injected (injected.py) of kinds the engine's model of slips knows, and of kinds it does not.
Peers in the same run: HiGHS, the whole document as a mixed-integer program at 1e-9, for how few cells must be wrong;
and, if installed, Arelle's XBRL Calculations 1.1 for closed intervals.
CPU time of one thread; one seed, so that every run sees the same cases.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
import tracemalloc
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import numpy as np
from injected import KNOWN, UNKNOWN, injected
from made_accounts import made

from gouji.engine.arrays import Numbers, arrays, flagged_in
from gouji.engine.budget import Budget
from gouji.engine.diagnosis import alike_to, explained
from gouji.engine.document import Document, document
from gouji.engine.faults import Solver
from gouji.engine.layout import Layout
from gouji.engine.oracle import Oracle
from gouji.engine.plans import Structures
from gouji.engine.pricing import Pricing
from gouji.engine.system import System
from gouji.engine.verdict import verdict
from gouji.model.finding import Comparison
from gouji.model.rounding import Verdict as Said
from gouji.reading.read import read_document
from gouji.rules.catalogue import all_rules
from gouji.rules.check import check

SEEDS = Path(__file__).resolve().parents[2] / "shared" / "seeds"
SIZES = (2_000, 6_000, 15_000)
BLOCK = 2_000  # documents judged at once


@dataclass
class Subject:
    """A consistent document to put errors into."""

    name: str
    comparisons: list[Comparison]
    forms: set[str]
    built: Document = field(init=False)
    layout: Layout = field(init=False)

    def __post_init__(self) -> None:
        self.built = document(self.comparisons, structures=Structures())
        self.layout = Layout.of(self.built.figures, self.forms)
        self.layout.rows()

    def with_values(self, values: Sequence[int]) -> System:
        system = self.built.system
        return System(system.structure, list(values), system.steps, fixed=system.fixed)


@dataclass
class Score:
    """Hits by injected cell, over all cells and over those that the identities can tell apart."""

    cells: int = 0
    first: int = 0
    third: int = 0
    value: int = 0
    apart: int = 0
    first_apart: int = 0
    whole: int = 0
    seconds: list[float] = field(default_factory=list)

    def told(self) -> str:
        ordered = sorted(self.seconds)
        median, late = (1000 * ordered[int(share * (len(ordered) - 1))] for share in (0.5, 0.99))
        return (
            f"r@1 {self.first / self.cells:.3f}  r@3 {self.third / self.cells:.3f}  value {self.value / self.cells:.3f}  "
            f"whole {self.whole / len(ordered):.3f}  apart r@1 {self.first_apart / max(1, self.apart):.3f}  "
            f"median {median:6.2f} ms  p99 {late:6.1f}  max {1000 * ordered[-1]:6.1f}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--accounts", type=Path)
    parser.add_argument("--trials", type=int, default=200)
    parser.add_argument("--exact", type=int, default=30)
    parser.add_argument("--batch", type=int, default=10_000)
    chosen = parser.parse_args()
    subjects = [*_published(chosen.accounts), *map(_made, SIZES)]
    for subject in subjects:
        system = subject.built.system
        print(f"\n{subject.name}: {len(system.values)} cells, {len(system.rows)} rows, {_covered_once(system)} seen once")
        _speeds(subject)
        _location(subject, chosen.trials if subject is subjects[0] else chosen.trials // 4)
    print()
    _consistent(chosen.trials)
    _hidden(subjects[0])
    _batch(subjects[0], chosen.batch)
    if chosen.exact:
        _exact(subjects[0], chosen.exact)
    _closed(subjects[0])


def _published(path: Path | None) -> list[Subject]:
    found = [path] if path else sorted(SEEDS.glob("*.txt"), key=lambda each: -each.stat().st_size)[:1]
    subjects = []
    for each in found:
        report = read_document(each.name, each.read_bytes())
        (checked,) = check([report], [rule for rule in all_rules() if not rule.card.across])
        seen = [outcome.observation for outcome in checked.outcomes]
        holding = [each for each in seen if isinstance(each, Comparison) and each.verdict is not Said.DISAGREE]
        subjects.append(Subject(f"published accounts ({report.year})", holding, {table.form for table in report.tables}))
    return subjects


def _made(cells: int) -> Subject:
    accounts = made(1, cells)
    return Subject("made accounts", accounts.comparisons, accounts.forms)


def _covered_once(system: System) -> int:
    return sum(len(looking) == 1 for looking in system.structure.relations_of)


def _cpu(work: Callable[[], object], rounds: int = 9) -> float:
    """Best CPU milliseconds: the machine is shared, and what is slower than the best is the neighbours' doing."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return 1000 * min(times)


def _speeds(subject: Subject) -> None:
    system, kept = subject.built.system, Structures()
    document(subject.comparisons, structures=kept)
    ready = arrays(system)
    print(
        f"  verdict, arrays ready {_cpu(ready.flagged, 60):.4f} ms; in plain integers {_cpu(partial(verdict, system)):.2f} ms; "
        f"constraints, cold {_cpu(lambda: document(subject.comparisons, structures=Structures())):.1f} ms, "
        f"structure known {_cpu(lambda: document(subject.comparisons, structures=kept)):.2f} ms"
    )


def _location(subject: Subject, trials: int) -> None:
    for count in (1, 2, 3, 5, 10):
        print(f"  {count:>2} errors   {_located(subject, count, trials, KNOWN).told()}")
    print(f"   1 unknown {_located(subject, 1, trials, UNKNOWN, swaps=False).told()}")


def _located(subject: Subject, count: int, trials: int, kinds: dict[str, object], swaps: bool = True) -> Score:
    chance, score = random.Random(count), Score()
    for _ in range(trials):
        values, right = injected(chance, subject.built.system, subject.layout.neighbours, count, kinds, swaps)  # type: ignore[arg-type]
        system = subject.with_values(values)
        found = verdict(system)
        if not found.violated:
            continue
        start = time.process_time()
        _, faults = explained(system, found, subject.layout, Budget())
        score.seconds.append(time.process_time() - start)
        best = {change.cell: change.likely for fault in faults if fault.best for change in fault.best.changes}
        near = {cell for fault in faults for each in fault.explanations[:3] for cell in each.cells}
        score.whole += best == right
        for cell, value in right.items():
            score.cells += 1
            score.first += cell in best
            score.third += cell in near
            score.value += best.get(cell) == value
            if not any(True for _ in alike_to(subject.built.system, cell)):
                score.apart += 1
                score.first_apart += cell in best
    return score


def _consistent(documents: int) -> None:
    """Errors, and hidden amounts, found in documents that hold."""
    errors = second = rows = 0
    for seed in range(documents):
        system = document(made(1_000 + seed, 1_100).comparisons).system
        found = verdict(system)
        errors, second, rows = errors + len(found.violated), second + len(found.second_look), rows + len(system.rows)
    print(f"consistent: {errors} false errors, {second} rows on the second look, in {documents} documents with {rows} rows")


def _hidden(subject: Subject) -> None:
    """Of all slips of single cells, how many no identity shows."""
    chance, system = random.Random(5), subject.built.system
    tried = strictly = hidden = 0
    for cell, value in enumerate(system.values):
        if not value or not system.structure.relations_of[cell]:
            continue
        step = system.steps[cell]
        for slip in KNOWN.values():
            for _ in range(4):
                wrong = slip(chance, value // step)
                if wrong is None or wrong * step == value:
                    continue
                tried += 1
                system.values[cell] = wrong * step
                around = [row for n in system.structure.relations_of[cell] for row in system.rows_at(n, system.values)]
                strictly += all(system.holds(row, system.values, zeros=False) for row in around)
                hidden += all(system.holds(row, system.values) for row in around)
        system.values[cell] = value
    print(
        f"slips of single cells hidden by tolerance: {100 * strictly / tried:.2f} % of {tried}, "
        f"and {100 * (hidden - strictly) / tried:.2f} % told as needing a hidden amount"
    )


def _batch(subject: Subject, documents: int) -> None:
    """Many documents of one structure, a third with an error, drawn and judged by the block."""
    ready, took, failing = arrays(subject.built.system), 0.0, 0
    tracemalloc.start()
    for block in range(0, documents, BLOCK):
        values = _block(subject, block)
        if block:  # the first is measured for its memory, which slows it
            took += _cpu(partial(flagged_in, ready, values), 2) / 1000
        failing += len(flagged_in(ready, values))
        if not block:
            peak = tracemalloc.get_traced_memory()[1] / 2**20
            tracemalloc.stop()
    rows = sum(row.wild < 0 for row in ready.system.rows) * (documents - BLOCK)
    whole = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"batch: {documents} documents, {rows / 1e6:.1f} M rows timed in {took:.2f} CPU s, {rows / took / 1e6:.0f} M rows a second, "
        f"{failing} fail; {peak:.0f} MiB at most for a block of {BLOCK} and its judging, {whole:.0f} MiB the whole process at any time"
    )


def _block(subject: Subject, seed: int) -> Numbers:
    """The values of documents like one, a third of them with an error."""
    chance = np.random.default_rng(seed)
    values = np.tile(np.array(subject.built.system.values, np.int64), (BLOCK, 1))
    wrong = chance.integers(0, BLOCK, BLOCK // 3)
    values[wrong, chance.integers(0, values.shape[1], len(wrong))] += chance.integers(100, 10**6, len(wrong))
    return values


def _exact(subject: Subject, cases: int) -> None:
    """How few cells must be wrong: the search, without exchanges, beside HiGHS."""
    from exact_peer import fewest

    chance, kinds = random.Random(11), {name: slip for name, slip in KNOWN.items() if name != "unit"}
    equal = again = ours = peers = total = 0.0
    for case in range(cases):
        values, _ = injected(chance, subject.built.system, subject.layout.neighbours, 1 + case % 3, kinds)
        system = subject.with_values(values)
        found = verdict(system)
        if not found.violated:
            continue
        total += 1
        start = time.process_time()
        oracle = Oracle(system, found)
        faults = Solver(oracle, Pricing(oracle), Budget()).solve(found.violated)
        middle = time.process_time()
        size, least = sum(fault.size for fault in faults), fewest(system, found)
        ours, peers = ours + middle - start, peers + time.process_time() - middle
        if least is None or size < least:  # what is found holds, so the solver's answer was not the smallest
            again += 1
            least = fewest(system, found, presolve=False)
        equal += size == least
    print(
        f"fewest wrong cells: equal to HiGHS in {equal:.0f} of {total:.0f} ({again:.0f} only without its presolve: more with it); "
        f"ours {1000 * ours / total:.2f} ms, HiGHS {1000 * peers / total:.0f} ms on average"
    )


def _closed(subject: Subject) -> None:
    """Closed intervals beside Arelle's Calculations 1.1, sum by sum, if Arelle is installed."""
    try:
        from arelle_peer import inconsistent, sums
    except ImportError:
        print("closed intervals: arelle-release is not installed")
        return
    chance = random.Random(4)
    for count in (0, 1, 3, 10):
        values, _ = injected(chance, subject.built.system, subject.layout.neighbours, count, KNOWN)
        system = subject.with_values(values)
        system.closed = True
        ours = {system.relation_of[row] for row in verdict(system).violated} & set(sums(system))
        theirs, step, whole = inconsistent(system)
        print(
            f"closed intervals, {count} errors: {len(ours)} of {len(sums(system))} sums fail, Arelle {len(theirs)}, "
            f"{'the same' if ours == theirs else 'not the same'}; Arelle's step {1000 * step:.0f} ms, with load {whole:.2f} s"
        )


if __name__ == "__main__":
    main()
