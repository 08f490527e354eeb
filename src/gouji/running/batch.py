"""Read and check what the paths hold: one bad file never stops the rest, what is given together is checked together."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence

from gouji.model.examination import Examination, Examined, Failure, Gathered, Skipped
from gouji.model.report import Report
from gouji.reading.read import read_document
from gouji.reading.unreadable import Unreadable
from gouji.repair.locate import locate
from gouji.rules import all_rules
from gouji.rules.check import check
from gouji.rules.rule import Rule
from gouji.running.opening import contents
from gouji.running.walk import Found, find, unopened, unsupported

Progress = Callable[[int, int, str], None]  # done, of how many, the file now at hand

_PAGE = b'<meta name="generator" content="gouji">'
_TEXT = "━━ ".encode()


def check_paths(
    paths: Iterable[str], rules: Sequence[Rule] | None = None, progress: Progress | None = None
) -> Examination:
    """Read every file below the paths and check all of them together."""
    gathered = read_paths(paths, progress)
    checked = check(gathered.reports, all_rules() if rules is None else rules) if gathered.reports else ()
    documents = tuple(map(Examined, gathered.reports, map(locate, gathered.reports, checked)))
    return Examination(documents, gathered.failures, gathered.skipped)


def read_paths(paths: Iterable[str], progress: Progress | None = None) -> Gathered:
    """Read every file below the paths."""
    reports: list[Report] = []
    failures: list[Failure] = []
    skipped: list[Skipped] = []
    met = list(find(paths))
    for done, found in enumerate(met):
        if isinstance(found, Found) and progress:
            progress(done, len(met), found.shown)
        match _read(found) if isinstance(found, Found) else found:
            case Report() as report:
                reports.append(report)
            case Failure() as failure:
                failures.append(failure)
            case Skipped() as passed:
                skipped.append(passed)
    return Gathered(tuple(reports), tuple(failures), tuple(skipped))


def _read(found: Found) -> Report | Failure | Skipped:
    """One file's report, or why there is none."""
    try:
        data = contents(found.path, found.shown)
        return _own_report(found) if _is_own_report(found, data) else read_document(found.shown, data)
    except Unreadable as refused:
        if not found.named and not found.suffix:
            return unsupported(found)
        return Failure(found.shown, refused.message, refused.english.removeprefix(f"{found.shown}: "))
    except OSError as error:
        return unopened(found.shown, error)
    except Exception as error:  # a fault of ours; the other files are still to be read
        return _our_fault(found, error)


def _is_own_report(found: Found, data: bytes) -> bool:
    """Was the file of a folder written by gouji? Its figures would be checked against the document's own."""
    head = data[:2000]
    return not found.named and (_PAGE in head or head.startswith(_TEXT))


def _own_report(found: Found) -> Skipped:
    return Skipped(found.shown, "是 gouji 写出的报告，不是要检查的文件", "a report of gouji, not a document to check")


def _our_fault(found: Found, error: Exception) -> Failure:
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    spot = f"{os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}" if trace else "?"
    told = f"{type(error).__name__}，{spot}"
    return Failure(
        found.shown,
        f"读取时程序出错（{told}）。这是 gouji 的缺陷，请把此行连同文件反馈给我们。",
        f"gouji failed on it ({type(error).__name__}, {spot}); this is a fault of gouji, please report it",
    )
