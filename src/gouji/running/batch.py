"""Read and check what the paths hold: one bad file never stops the rest, what is given together is checked together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from functools import partial

from gouji.model.examination import Examination, Examined, Failure, Gathered, Skipped
from gouji.model.report import Report
from gouji.model.rounding import Tolerance, tolerance
from gouji.repair.locate import locate
from gouji.repair.scans.rereading import checked_twice
from gouji.rules import all_rules
from gouji.rules.rule import Rule
from gouji.running.apart import Crew, Done, Limits, Lost, Outcome
from gouji.running.one import Read, read_one, settled
from gouji.running.opening import is_pdf, is_text
from gouji.running.walk import Found, find, unopened

Progress = Callable[[int, int, str], None]  # done, of how many, the file now at hand


def check_paths(
    paths: Iterable[str],
    rules: Sequence[Rule] | None = None,
    progress: Progress | None = None,
    jobs: int | None = None,
    limits: Limits | None = None,
    allowed: Tolerance = Tolerance.STRICT,
) -> Examination:
    """Read every file below the paths and check all of them together, by the tolerance allowed."""
    gathered = read_paths(paths, progress, jobs, limits)
    with tolerance(allowed):
        reports, checked = checked_twice(gathered.reports, all_rules() if rules is None else rules)
        documents = tuple(map(Examined, reports, map(locate, reports, checked)))
    return Examination(documents, gathered.failures, gathered.skipped, allowed)


def read_paths(
    paths: Iterable[str], progress: Progress | None = None, jobs: int | None = None, limits: Limits | None = None
) -> Gathered:
    """Read every file below the paths: text here, all else in children, `jobs` at once; the order is that of the paths."""
    limits = limits or Limits()
    met = list(find(paths))
    outcomes: list[Read] = []
    with Crew(jobs, limits) as crew:
        begun = [_begun(found, crew, limits) if isinstance(found, Found) else partial(_given, found) for found in met]
        for done, (found, finish) in enumerate(zip(met, begun, strict=True)):
            if isinstance(found, Found) and progress:
                progress(done, len(met), found.shown)
            outcomes.append(finish())
    return Gathered(
        tuple(each for each in outcomes if isinstance(each, Report)),
        tuple(each for each in outcomes if isinstance(each, Failure)),
        tuple(each for each in outcomes if isinstance(each, Skipped)),
    )


def _begun(found: Found, crew: Crew, limits: Limits) -> Callable[[], Read]:
    """The reading of a file set going; called, what came of it. Text is quick and safe, and read when called for."""
    try:
        if is_text(found.path):
            return partial(read_one, found)
    except OSError as error:
        return partial(_given, unopened(found.shown, error))
    return partial(_finished, found, crew.submit(read_one, found), crew, limits)


def _finished(found: Found, begun: Future[Outcome], crew: Crew, limits: Limits) -> Read:
    """What came of a file read in a child. A PDF that crashed it is read once more, as written anew."""
    outcome = begun.result()
    if isinstance(outcome, Lost) and outcome.why == "crash" and is_pdf(found.path):
        second = crew.submit(read_one, found, True).result()
        outcome = outcome if isinstance(second, Done) and not isinstance(second.value, Report) else second
    return settled(found, outcome, limits)


def _given(read: Read) -> Read:
    return read
