"""Speed and memory of the PDF reader: `.venv/bin/python benchmarks/pdf.py FILE_OR_FOLDER …`.

Told in one run: pages a second by CPU time from bytes to table rows and paragraphs; the same for pdfplumber's
`extract_tables` and `extract_text`, and how many times as long it takes; and the highest memory of a process of its
own that reads all files. Pages without a text layer are left out of neither: give born-digital files.
"""

from __future__ import annotations

import gc
import io
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = 3
READ = "import sys; from pathlib import Path; from gouji.reading.pdf.source import source\nfor f in sys.argv[1:]: source(Path(f).read_bytes(), f)"


def main() -> None:
    files = [found for given in sys.argv[1:] for found in _files(Path(given))]
    if not files:
        sys.exit(__doc__)
    datas = [(path.name, path.read_bytes()) for path in files]
    pages = sum(_ours(name, data) for name, data in datas)
    ours = min(_cpu(_ours, datas) for _ in range(ROUNDS))
    theirs = _cpu(_pdfplumber, datas)
    print(f"{len(files)} files, {pages} pages; best of {ROUNDS} for ours, one run of pdfplumber")
    print(f"{'gouji, bytes to rows and paragraphs':<40}{pages / ours:8.1f} pages/s CPU")
    print(f"{'pdfplumber, tables and text':<40}{pages / theirs:8.1f} pages/s CPU   {theirs / ours:5.1f} × the time")
    print(f"{'peak memory of a process reading all':<40}{_peak(files):8.1f} MB")


def _files(given: Path) -> list[Path]:
    return sorted(given.rglob("*.pdf")) if given.is_dir() else [given]


def _ours(name: str, data: bytes) -> int:
    from gouji.reading.pdf.source import source

    return len(source(data, name).pages)


def _pdfplumber(name: str, data: bytes) -> int:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as document:
        for page in document.pages:
            page.extract_tables()
            page.extract_text()
            page.close()
        return len(document.pages)


def _cpu(read: Callable[[str, bytes], int], datas: list[tuple[str, bytes]]) -> float:
    gc.collect()
    start = time.process_time()
    for name, data in datas:
        read(name, data)
    return time.process_time() - start


def _peak(files: list[Path]) -> float:
    """MB of memory at most."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    child = subprocess.Popen([sys.executable, "-c", READ, *map(str, files)], env=environment)
    _, status, usage = os.wait4(child.pid, 0)
    if status:
        sys.exit("failed")
    return usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    main()
