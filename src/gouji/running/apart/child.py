"""The child's side: waits for calls, runs each within its limits and with its own folder for temporary files."""

from __future__ import annotations

import os
import signal
import sys
import tempfile
from math import ceil
from typing import BinaryIO

from gouji.reading import allowance
from gouji.running.apart.terms import GIBIBYTE, Call, Done, Limits, Lost, More, Outcome, receive, send

try:
    import resource
except ImportError:  # Windows: only the parent's clock guards
    resource = None  # type: ignore[assignment]

_LARGE = GIBIBYTE


def serve() -> None:
    """Answer calls from standard input until it is closed."""
    answers = _private_output()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # an orderly end: what was started is ended, too
    while True:
        try:
            call: Call = receive(sys.stdin.buffer)
        except EOFError:
            return
        _begin(call.limits, answers)
        with tempfile.TemporaryDirectory(prefix="gouji-") as folder:
            tempfile.tempdir = folder
            answer = _answered(call)
            tempfile.tempdir = None
        send(answers, answer)
        if isinstance(answer, Lost) or answer.spent:
            return


def _answered(call: Call) -> Outcome:
    """What the function gives, or that it failed: a fault in here is told and costs no more than this document."""
    try:
        return Done(call.function(*call.arguments), _peak() > _LARGE)
    except Exception as error:
        return Lost("crash", type(error).__name__)


def _private_output() -> BinaryIO:
    """The pipe to the parent, out of reach of libraries that print."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    return answers


def _begin(limits: Limits, answers: BinaryIO) -> None:
    """Set the limits of one document, and let its reader ask for more as it counts the pages."""
    granted = limits.seconds
    _limit(granted, limits.memory)
    start = _used()

    def grant(seconds: float, memory: int) -> None:
        nonlocal granted
        granted = min(granted + seconds, max(limits.most_seconds, limits.seconds))
        _limit(granted - (_used() - start), min(memory, limits.most_memory))
        send(answers, More(granted))

    allowance.granted_by(grant)


def _limit(seconds: float, memory: int) -> None:
    """`seconds` of processor time from now on; `memory` bytes of address space, 0 as it is."""
    if resource is None:
        return
    _set("RLIMIT_CPU", ceil(_used() + max(seconds, 0)) + 1)
    if memory:
        _set("RLIMIT_AS", memory)


def _set(name: str, soft: int) -> None:
    """Move a soft limit; a system that has none of the kind, or a lower one already, keeps its own."""
    try:
        kind = getattr(resource, name)
        hard = resource.getrlimit(kind)[1]
        resource.setrlimit(kind, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))
    except (AttributeError, OSError, ValueError):
        pass


def _used() -> float:
    """Seconds of processor time this process has used."""
    return sum(os.times()[:2])


def _peak() -> int:
    """The most memory this process has had in use, in bytes; 0 where the system does not tell."""
    if resource is None:
        return 0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
