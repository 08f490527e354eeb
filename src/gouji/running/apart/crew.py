"""Several children at work at once, each started when there is work for it and used again for the next document."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Any, Self

from gouji.running.apart.terms import Call, Limits, Lost, Outcome
from gouji.running.apart.worker import Worker


def cores() -> int:
    """How many documents can be read at once without waiting for each other."""
    count = getattr(os, "process_cpu_count", os.cpu_count)
    return count() or 1


class Crew:
    """Runs functions of modules in children. Leaving the `with` ends them all, at once where it is left by an error."""

    def __init__(self, jobs: int | None = None, limits: Limits | None = None) -> None:
        self._jobs = jobs or cores()
        self._limits = limits or Limits()
        self._threads: ThreadPoolExecutor | None = None
        self._lock = threading.Lock()
        self._workers: list[Worker] = []
        self._idle: list[Worker] = []
        self._over = False

    def submit(self, function: Callable[..., Any], *arguments: Any) -> Future[Outcome]:
        """Have a child run the function as soon as one is free."""
        if self._threads is None:
            self._threads = ThreadPoolExecutor(self._jobs, "gouji-crew")
        return self._threads.submit(self._run, Call(function, arguments, self._limits))

    def _run(self, call: Call) -> Outcome:
        worker = self._hired()
        if worker is None:
            return Lost("crash", "stopped")
        outcome = worker.run(call)
        with self._lock:
            if worker.alive:
                self._idle.append(worker)
            else:
                self._workers.remove(worker)
        return outcome

    def _hired(self) -> Worker | None:
        with self._lock:
            if self._over:
                return None
            if self._idle:
                return self._idle.pop()
            worker = Worker()
            self._workers.append(worker)
            return worker

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._lock:
            self._over = True
            workers = list(self._workers)
        for worker in workers:
            worker.end()
        if self._threads is not None:
            self._threads.shutdown(cancel_futures=True)
