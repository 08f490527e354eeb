"""Paths as given → the files to read: folders walked in order of name, files of other formats passed over."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from gouji.model.examination import Failure, Skipped

# What the files of a folder are picked by; how a file is read, its bytes decide.
SUFFIXES = frozenset({
    "", ".txt", ".md", ".csv", ".tsv", ".html", ".htm", ".mht", ".mhtml", ".pdf", ".doc", ".docx", ".wps", ".rtf",
    ".xls", ".xlsx", ".xlsm", ".et", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp",
})  # fmt: skip

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read. `shown` is its name for people: without bytes or signs that no output could print."""

    path: str
    shown: str
    named: bool  # named by the user himself, not met in a folder

    @property
    def suffix(self) -> str:
        return os.path.splitext(self.path)[1].lower()


def find(paths: Iterable[str]) -> Iterator[Found | Failure | Skipped]:
    """Every file below the paths, each once, in the order given; hidden files are not looked at."""
    files: set[str] = set()
    names: set[str] = set()
    for path in paths:
        for found in _below(path) if os.path.isdir(path) else [Found(path, shown(path), True)]:
            if isinstance(found, Found):
                if (real := os.path.realpath(found.path)) in files:
                    continue
                files.add(real)
                found = _told_apart(found, names)
            yield found


def _told_apart(found: Found, names: set[str]) -> Found:
    """The file under a name no other has: reports are filed by it, and unprintable names may look alike."""
    name, count = found.shown, 1
    while name in names:
        count += 1
        name = f"{found.shown} ({count})"
    names.add(name)
    return replace(found, shown=name)


def shown(path: str) -> str:
    """A path as it can be printed: undecodable bytes and control signs replaced."""
    return _CONTROL.sub("\ufffd", os.fsencode(path).decode("utf-8", "replace"))


def _below(folder: str) -> Iterator[Found | Failure | Skipped]:
    try:
        with os.scandir(folder) as entries:
            ordered = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        yield unopened(shown(folder), error)
        return
    for entry in ordered:
        if entry.name.startswith((".", "~$")):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path)
        elif os.path.isfile(entry.path):
            yield _file(entry.path)
        elif not os.path.exists(entry.path):
            yield Skipped(shown(entry.path), "链接指向的文件不存在", "the link points to nothing")
        elif os.path.isdir(entry.path):
            yield Skipped(shown(entry.path), "指向文件夹的链接，没有进入", "a link to a folder, not entered")
        else:
            yield Skipped(shown(entry.path), "不是普通文件", "not a regular file")


def _file(path: str) -> Found | Skipped:
    found = Found(path, shown(path), False)
    return found if found.suffix in SUFFIXES else unsupported(found)


def unsupported(found: Found) -> Skipped:
    """A file of a folder whose format gouji does not read yet."""
    return Skipped(found.shown, "格式暂不支持", "format not supported yet")


def unopened(path: str, error: OSError) -> Failure:
    """A file or folder that the system would not open, with what to do about it."""
    match error:
        case FileNotFoundError():
            told = ("文件或文件夹不存在。请检查路径是否写对。", "no such file or folder; check the path")
        case PermissionError():
            told = ("没有读取权限。请更改文件权限，或换用有权限的账户。", "no permission to read it; change it")
        case _:
            reason = error.strerror or type(error).__name__
            told = (f"系统无法打开（{reason}）。请确认文件完好后再试。", f"the system cannot open it ({reason})")
    return Failure(path, *told)
