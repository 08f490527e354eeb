"""One file read: its report, or the reason why there is none, worded for the person who has to do something about it."""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from importlib import import_module

from gouji.model.examination import Failure, Skipped
from gouji.model.report import Report
from gouji.reading.read import read_document
from gouji.reading.unreadable import Unreadable
from gouji.running.apart.terms import Done, Limits, Lost, Outcome
from gouji.running.opening import contents
from gouji.running.walk import Found, unopened, unsupported

Read = Report | Failure | Skipped

_PDF = "gouji.reading.pdf.document"  # loaded where it is needed: it brings PDFium
_PAGE = b'<meta name="generator" content="gouji">'
_TEXT = "━━ ".encode()


def read_one(found: Found, mended: bool = False) -> Read:
    """One file's report, or why there is none. `mended`: a PDF is written anew before it is read."""
    try:
        data = contents(found.path, found.shown)
        if mended:
            return _of_mended(found, data)
        return _own_report(found) if _is_own_report(found, data) else read_document(found.shown, data)
    except Unreadable as refused:
        if not found.named and not found.suffix:
            return unsupported(found)
        return Failure(found.shown, refused.message, refused.english.removeprefix(f"{found.shown}: "))
    except MemoryError:
        return _too_much_memory(found)
    except OSError as error:
        return unopened(found.shown, error)
    except Exception as error:  # a fault of ours; the other files are still to be read
        return _our_fault(found, error)


def settled(found: Found, outcome: Outcome, limits: Limits) -> Read:
    """What came of a file that a child was to read."""
    match outcome:
        case Done(value=Report() | Failure() | Skipped() as read):
            return read
        case Lost(why="time"):
            return _too_slow(found, limits)
        case Lost(sign=sign):
            return _crashed(found, sign)
    raise TypeError(outcome)


def _of_mended(found: Found, data: bytes) -> Report:
    """The report of a PDF as qpdf writes it anew; it keeps the name its own bytes give it."""
    rewritten = import_module(_PDF).rewritten(data, found.shown)
    return replace(read_document(found.shown, rewritten), sha256=hashlib.sha256(data).hexdigest())


def _is_own_report(found: Found, data: bytes) -> bool:
    """Was the file of a folder written by gouji? Its figures would be checked against the document's own."""
    head = data[:2000]
    return not found.named and (_PAGE in head or head.startswith(_TEXT))


def _own_report(found: Found) -> Skipped:
    return Skipped(found.shown, "是 gouji 写出的报告，不是要检查的文件", "a report of gouji, not a document to check")


def _too_much_memory(found: Found) -> Failure:
    return Failure(
        found.shown,
        "读取它所需的内存超过上限，已停止。文件可能损坏或内容异常。请用原软件打开，另存一份或按单位拆分后再试。",
        "reading it would take more memory than allowed; open it in its own program, save a copy or split it",
    )


def _too_slow(found: Found, limits: Limits) -> Failure:
    return Failure(
        found.shown,
        f"读取超过时限（{limits.seconds:.0f} 秒，页数多的按页增加），已停止。文件可能含异常复杂的图形。"
        "请用原软件打开，另存或打印为 PDF，或按单位拆分后再试。",
        f"not read within the time allowed ({limits.seconds:.0f} s, more for many pages); save or print it anew, or split it",
    )


def _crashed(found: Found, sign: str) -> Failure:
    return Failure(
        found.shown,
        f"解析时崩溃（{sign}），已停止读取此文件，其他文件不受影响。文件可能损坏或内容异常。请用原软件打开，另存或打印为 PDF 后再试。",
        f"parsing it crashed ({sign}); the file may be damaged: open it in its own program and save or print it anew",
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
