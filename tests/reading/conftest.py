"""Paper for the tests of dumps: rows of cells printed in narrow columns, and the text that an extractor takes from them."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent))  # for the modules that several tests share

Paper = Callable[..., list[str]]


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)


def _wrapped(text: str, columns: int) -> list[str]:
    lines: list[str] = []
    line = ""
    for character in text:
        if line and _width(line + character) > columns:
            lines.append(line)
            line = ""
        line += character
    return [*lines, line] if text else []


def _row(cells: Sequence[str], widths: Sequence[int], top: bool = False) -> list[str]:
    """The lines of one row: cell after cell, each set in the middle (or at the top) of the row; equal heights join."""
    wrapped = [_wrapped(cell, width) for cell, width in zip(cells, widths, strict=False)]
    tallest = max(map(len, wrapped), default=0)
    lines: list[str] = []
    height: float | None = None
    for cell in wrapped:
        for number, line in enumerate(cell):
            here = number if top else (tallest - len(cell)) / 2 + number
            if here == height:
                lines[-1] += f" {line}"
            else:
                lines.append(line)
            height = here
    return lines


@pytest.fixture(scope="session")
def texts(root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The project's sample documents: name without ending → text."""
    folder = tmp_path_factory.mktemp("samples")
    subprocess.run([sys.executable, root / "samples" / "make.py", folder], check=True, capture_output=True)
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted((folder / "documents").iterdir())}


@pytest.fixture(scope="session")
def paper() -> Paper:
    """`paper(rows, widths)`: the lines an extractor takes from a printed table; empty cells leave nothing behind."""

    def printed(rows: Sequence[Sequence[str]], widths: Sequence[int], top: bool = False) -> list[str]:
        return [line for row in rows for line in _row(row, widths, top)]

    return printed


@pytest.fixture(scope="session")
def page() -> Callable[..., list[str]]:
    """`page(text, columns)`: a paragraph as printed lines, the first set in by two characters that the extractor drops."""

    def printed(text: str, columns: int = 56) -> list[str]:
        first, *rest = _wrapped("\u3000\u3000" + text, columns)
        return [first.strip("\u3000"), *rest]

    return printed
