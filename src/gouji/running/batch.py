"""Read and check what the paths hold: one bad file never stops the rest, what is given together is checked together."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Sequence

from gouji.model.examination import Examination, Examined, Failure, Gathered, Skipped
from gouji.model.report import Report
from gouji.reading.read import read_document
from gouji.reading.text import LARGEST_TEXT, too_large
from gouji.reading.unreadable import Unreadable
from gouji.repair.locate import locate
from gouji.rules import all_rules
from gouji.rules.check import check
from gouji.rules.rule import Rule
from gouji.running.walk import Found, find, unopened, unsupported

Progress = Callable[[int, int, str], None]  # done, of how many, the file now at hand

# Named by hand they would decode to rubbish or be called binary; their own name tells more.
_KNOWN_FORMATS = {
    ".pdf": "PDF", ".doc": "Word", ".docx": "Word", ".xls": "Excel", ".xlsx": "Excel", ".wps": "WPS", ".et": "WPS",
    ".ofd": "OFD", ".zip": "ZIP", ".rar": "RAR", ".7z": "7Z", ".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG",
}  # fmt: skip

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
    if found.suffix in _KNOWN_FORMATS:
        return _known_format(found)
    try:
        contents = _contents(found)
        return _own_report(found) if _is_own_report(found, contents) else read_document(found.shown, contents)
    except Unreadable as refused:
        if not found.named and not found.suffix:
            return unsupported(found)
        return Failure(found.shown, refused.message, refused.english.removeprefix(f"{found.shown}: "))
    except OSError as error:
        return unopened(found.shown, error)
    except Exception as error:  # a fault of ours; the other files are still to be read
        return _our_fault(found, error)


def _contents(found: Found) -> bytes:
    """The bytes of a file, never more than the cap: the size is asked first, pipes are cut."""
    state = os.stat(found.path)
    if stat.S_ISREG(state.st_mode) and state.st_size > LARGEST_TEXT:
        raise too_large(found.shown, state.st_size)
    with open(found.path, "rb", opener=_opened_at_once) as stream:
        return stream.read(LARGEST_TEXT + 1)


def _opened_at_once(path: str, flags: int) -> int:
    """A descriptor; a pipe that nobody writes to is empty and not waited for."""
    at_once = getattr(os, "O_NONBLOCK", 0)  # Windows has none
    descriptor = os.open(path, flags | at_once)
    if at_once:
        os.set_blocking(descriptor, True)
    return descriptor


def _is_own_report(found: Found, contents: bytes) -> bool:
    """Was the file of a folder written by gouji? Its figures would be checked against the document's own."""
    head = contents[:2000]
    return not found.named and (_PAGE in head or head.startswith(_TEXT))


def _own_report(found: Found) -> Skipped:
    return Skipped(found.shown, "是 gouji 写出的报告，不是要检查的文件", "a report of gouji, not a document to check")


def _known_format(found: Found) -> Failure:
    name = _KNOWN_FORMATS[found.suffix]
    return Failure(
        found.shown,
        f"暂不支持 {name} 格式。请另存为文本（TXT、HTML、CSV）后再试。",
        f"{name} files are not supported yet; save it as text (TXT, HTML, CSV)",
    )


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
