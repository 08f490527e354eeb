"""Where an answer goes: standard output, or a file that is written aside and put in place when it is whole."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from collections.abc import Iterable, Sequence

from gouji.cli.asked import CannotRun
from gouji.exporting.speech import Speech

_SUFFIXES = {".json": "json", ".html": "html", ".htm": "html"}
_NOT_WRITTEN = frozenset({".csv", ".doc", ".docx", ".et", ".jpg", ".pdf", ".png", ".rtf", ".wps", ".xls", ".xlsx"})


def format_for(asked: str | None, out: str | None, known: Sequence[str], speech: Speech) -> str:
    """The format asked for, else the one the file's name tells, else text; CannotRun for a name that promises another."""
    if asked:
        return asked
    suffix = os.path.splitext(out or "")[1].lower()
    told = _SUFFIXES.get(suffix, "text")
    if out and (told not in known or suffix in _NOT_WRITTEN):
        suffixes = [each for each in (".html", ".json") if _SUFFIXES[each] in known] + [".txt"]
        chinese = f"不能写成 {suffix} 文件，可以是 {'、'.join(suffixes)}"
        raise CannotRun(_worded(out, speech, chinese, f"{suffix} is not written, only {', '.join(suffixes)}"))
    return told


def hold_against(out: str, paths: Iterable[str], speech: Speech) -> None:
    """CannotRun where the answer could not be put into `out`: found before the work is done."""
    folder = os.path.dirname(os.path.realpath(out))
    if not os.path.isdir(folder):
        raise CannotRun(
            _worded(out, speech, f"文件夹 {folder} 不存在，请先建立", f"there is no folder {folder}; make it")
        )
    if os.path.isdir(out):
        raise CannotRun(_worded(out, speech, "这是文件夹，请写明文件名", "that is a folder; name a file"))
    if any(os.path.exists(path) and os.path.exists(out) and os.path.samefile(path, out) for path in paths):
        raise CannotRun(
            _worded(out, speech, "这是要检查的文件，请换一个名字", "that is a document to check; take another name")
        )
    if not os.access(folder, os.W_OK):
        raise CannotRun(
            _worded(out, speech, f"没有写入 {folder} 的权限，请换一个文件夹", f"no permission to write in {folder}")
        )


def write(out: str, text: str, speech: Speech) -> None:
    """The text as the file `out`, whole or not at all."""
    try:
        if os.path.exists(out) and not os.path.isfile(out):  # a device or a pipe, such as /dev/stdout
            with open(out, "w", encoding="utf-8") as stream:
                stream.write(text)
        else:
            _put_in_place(os.path.realpath(out), text)
    except OSError as error:
        denied = speech("没有权限", "permission denied") if isinstance(error, PermissionError) else ""
        reason = denied or error.strerror or type(error).__name__
        told = _worded(out, speech, f"写入失败（{reason}），原有文件没有改动", f"writing failed ({reason})")
        raise CannotRun(told) from None


def _put_in_place(path: str, text: str) -> None:
    handle, aside = tempfile.mkstemp(dir=os.path.dirname(path), prefix=".gouji-", suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        os.chmod(aside, _mode(path))
        os.replace(aside, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(aside)
        raise


def _mode(path: str) -> int:
    """The permissions of the file that is replaced, else those the system gives a new file."""
    with contextlib.suppress(OSError):
        return stat.S_IMODE(os.stat(path).st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _worded(out: str, speech: Speech, chinese: str, english: str) -> str:
    return speech(f"无法写入 {out}：{chinese}。", f"Cannot write {out}: {english}.")
