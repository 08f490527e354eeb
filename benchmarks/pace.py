"""Processor time of a piece of work, for the benchmarks: the median of some rounds, after one that is not counted."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable


def cpu_seconds(work: Callable[[], object], rounds: int) -> float:
    """Median CPU seconds of `work`."""
    work()
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return statistics.median(times)


def tell_speed(what: str, count: int, seconds: float, peer: float | None = None) -> float:
    """Print how many a second that is, and the ratio to a peer's speed; returns the speed."""
    speed = count / seconds
    print(f"{what:<48}{speed:12,.0f}" + (f"{speed / peer:8.2f} ×" if peer else ""))
    return speed
