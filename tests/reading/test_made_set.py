"""The made set: documents in many layouts, small ones of each kind, every cell read where it belongs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SMALL = ("small", "forms")


@pytest.fixture(scope="module")
def paths() -> Iterator[None]:
    before = list(sys.path)
    sys.path[:0] = [str(ROOT / "samples"), str(ROOT / "benchmarks")]
    yield
    sys.path[:] = before


@pytest.fixture(scope="module")
def made(paths: None, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    from made_set import Maker

    folder = tmp_path_factory.mktemp("made")
    maker = Maker(folder, seed=5)
    for name in list(maker.documents):
        if name not in SMALL:
            del maker.documents[name]
    maker.make(("xlsx", "docx", "html", "pdf"))
    return folder, json.loads((folder / "truth.json").read_text(encoding="utf-8"))


def missing(made: tuple[Path, dict[str, Any]], kind: str, *, ruled: bool | None = None) -> list[tuple[str, object]]:
    """The cells of the truth that are not read where they belong, by file."""
    import formats

    folder, truth = made
    found: list[tuple[str, object]] = []
    for file in truth["files"]:
        if file["format"] != kind or (ruled is not None and file["ruled"] != ruled):
            continue
        wanted = formats.wanted_tables(truth["documents"][file["document"]]["tables"], file.get("shown"))
        tally = formats.measured(formats.gouji, (folder / file["file"]).read_bytes(), file["file"], wanted)
        if (tally.right, tally.found, tally.spans_right) != (tally.wanted, tally.wanted, tally.spans):
            found.append((file["file"], (tally.wanted, tally.found, tally.right, tally.spans, tally.spans_right)))
    return found


def test_ruled_pages_are_read_to_the_last_cell_in_every_layout(made: tuple[Path, dict[str, Any]]) -> None:
    assert missing(made, "pdf", ruled=True) == []


def test_pages_without_upright_rules_are_read_too(made: tuple[Path, dict[str, Any]]) -> None:
    assert missing(made, "pdf", ruled=False) == []


@pytest.mark.parametrize("kind", ["xlsx", "docx", "html"])
def test_sheets_texts_and_web_pages_are_read_to_the_last_cell(made: tuple[Path, dict[str, Any]], kind: str) -> None:
    assert missing(made, kind) == []


def test_one_number_makes_one_set(paths: None) -> None:
    from made_set import documents

    assert documents(7)["small"] == documents(7)["small"]
    assert documents(7)["small"] != documents(8)["small"]


def test_the_sums_of_the_made_tables_hold(paths: None) -> None:
    from printed import budget, invented

    books = invented.books(9)
    table = budget.tables(books)[2]
    amounts = {
        cell.row: int(cell.text.replace(",", ""))
        for cell in table.cells
        if cell.column == 4 and cell.row >= table.header
    }
    tops = [cell.row for cell in table.cells if cell.column == 0 and cell.text.isdigit()]
    classes = [row for row in tops if not any(c.text for c in table.cells if c.row == row and c.column == 1)]
    assert sum(amounts[row] for row in classes) == amounts[table.height - 1]
