"""Time and memory of checking five documents: `.venv/bin/python benchmarks/seeds.py [FOLDER]`.

FOLDER holds text documents; without it the published ones in ../shared/seeds are taken, or, where these are not at
hand, the project's own samples. Every figure stands beside a peer measured in the same run, so that the ratio means
something on another machine: `python -c pass` for whole processes, and for the reading of one document the least any
checker must do, which is to decode the text and find its numbers with one regular expression.
"""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from pace import cpu_seconds

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = 7
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def main() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        documents = _documents(Path(scratch))
        largest = max(documents, key=lambda path: path.stat().st_size)
        size = sum(path.stat().st_size for path in documents) / 1024
        print(f"{len(documents)} documents, {size:.0f} KB; median of {ROUNDS}")
        bare, bare_memory = _process("-c", "pass")
        version, _ = _process("-m", "gouji", "--version")
        whole, memory = _process("-m", "gouji", "check", *map(str, documents), "--format", "json", "--fail-on", "never")
        _tell("python -c pass, wall", bare, "s")
        _tell("gouji --version, wall", version, "s", bare)
        _tell("gouji check, all documents, one process, wall", whole, "s", bare)
        plain = 1000 * _cpu(lambda: NUMBER.findall(largest.read_bytes().decode()))
        _tell("numbers of the largest by one regular expression, CPU", plain, "ms")
        _tell("gouji reads and checks the largest after import, CPU", 1000 * _cpu(_checking(largest)), "ms", plain)
        _tell("python -c pass, peak memory", bare_memory, "MB")
        _tell("gouji check, all documents, peak memory", memory, "MB", bare_memory)


def _documents(scratch: Path) -> list[Path]:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "seeds"
    found = sorted(folder.glob("*.txt"))
    if not found and len(sys.argv) == 1:
        subprocess.run([sys.executable, ROOT / "samples" / "make.py", scratch], check=True, stderr=subprocess.DEVNULL)
        found = sorted((scratch / "documents").glob("*.txt"))[:5]
    return found or sys.exit(f"no text documents in {folder}")


def _process(*arguments: str) -> tuple[float, float]:
    """Median wall seconds and highest peak memory (MB) of `python *arguments`."""
    times, peaks = [], []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        child = subprocess.Popen([sys.executable, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        times.append(time.perf_counter() - start)
        peaks.append(usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024))
        if status:
            sys.exit(f"failed: python {' '.join(arguments)}")
    return statistics.median(times), max(peaks)


def _checking(path: Path) -> Callable[[], object]:
    from gouji.reading.read import read_document
    from gouji.rules.catalogue import all_rules
    from gouji.rules.check import check

    rules, data = all_rules(), path.read_bytes()
    return lambda: check([read_document(path.name, data)], rules)


def _cpu(work: Callable[[], object]) -> float:
    return cpu_seconds(work, ROUNDS)


def _tell(what: str, figure: float, unit: str, peer: float | None = None) -> None:
    ratio = f"   {figure / peer:6.1f} ×" if peer else ""
    print(f"{what:<58}{figure:9.3f} {unit:<3}{ratio}")


if __name__ == "__main__":
    main()
