"""Standard output and error: UTF-8 under any locale, quiet when a pipe is closed, coloured on a terminal."""

from __future__ import annotations

import io
import os
import shutil
import sys
import time
from collections.abc import Iterable
from types import TracebackType
from typing import TYPE_CHECKING, Self

from gouji.exporting.speech import Speech
from gouji.exporting.text.lines import BOUNDLESS, Line, Style, plain, safe, wrap

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_COLOURS: dict[Style, str] = {
    "": "",
    "error": "bold red",
    "warning": "bold yellow",
    "note": "cyan",
    "good": "green",
    "strong": "bold",
    "dim": "dim",
    "place": "blue",
    "code": "magenta",
}
_WIDEST = 120
_PATIENCE = 0.7  # seconds of work before a progress bar is worth the flicker


def use_utf8() -> None:
    """Print UTF-8 whatever the locale says; what cannot be printed is replaced, never a crash."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def say(text: str) -> None:
    """Write to standard output. A reader that has gone (`| head`) is no mistake."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        hush()


def hush() -> None:
    """Send what is still to be printed nowhere, so that closing the stream does not complain either."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        sys.stdout = io.StringIO()


def say_aside(text: str) -> None:
    """Write a line to standard error."""
    try:
        sys.stderr.write("\n".join(safe(part) for part in text.split("\n")) + "\n")
        sys.stderr.flush()
    except OSError:
        pass


def width() -> int:
    """How many columns are printed on; more than anything needs where it is no terminal."""
    return min(_WIDEST, shutil.get_terminal_size().columns) if sys.stdout.isatty() else BOUNDLESS


def say_lines(lines: Iterable[Line]) -> None:
    """Lines in colour and wrapped on a terminal, plain in a pipe."""
    if sys.stdout.isatty():
        _paint(lines)
    else:
        say(plain(lines))


def _paint(lines: Iterable[Line]) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(file=sys.stdout, highlight=False, markup=False, emoji=False)
    columns = width()
    try:
        for one in lines:
            for row in wrap(one, columns):
                text = Text.assemble(*((text, _COLOURS[style]) for text, style in row.spans))
                console.print(text, soft_wrap=True)
    except BrokenPipeError:
        hush()


class Watch:
    """Progress on a terminal once the work takes long; silent in a pipe. Called with (done, of how many, file)."""

    def __init__(self, speech: Speech) -> None:
        self._speech = speech
        self._start = time.monotonic()
        self._shown = sys.stderr.isatty()
        self._bar: Progress | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        return self

    def __call__(self, done: int, total: int, path: str) -> None:
        if not self._shown or time.monotonic() - self._start < _PATIENCE:
            return
        if self._bar is None:
            self._begin(total)
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, completed=done, description=safe(path[-40:]))

    def _begin(self, total: int) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        columns = (TextColumn(self._speech("读取", "reading")), BarColumn(), MofNCompleteColumn())
        described = TextColumn("{task.description}", markup=False)
        self._bar = Progress(*columns, described, console=Console(stderr=True), transient=True)
        self._task = self._bar.add_task("", total=total)
        self._bar.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()
