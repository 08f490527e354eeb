"""Documents as plain text: paragraphs, and tables with their cells parted by tabs."""

from __future__ import annotations

from pathlib import Path

from printed.table import Document, Table


def write(document: Document, path: Path) -> None:
    """Write a text file."""
    path.write_text(told(document), encoding="utf-8", newline="\n")


def told(document: Document) -> str:
    """The whole text."""
    blocks: list[str] = []
    for part in document.parts:
        blocks += _table(part) if isinstance(part, Table) else [part if isinstance(part, str) else "    ".join(part)]
    return "\n\n".join(blocks) + "\n"


def _table(table: Table) -> list[str]:
    boxes = [[""] * table.width for _ in range(table.height)]
    for cell in table.cells:
        boxes[cell.row][cell.column] = cell.text
    lines = "\n".join("\t".join(row) for row in boxes)
    above = [table.title, *([f"编制部门：{table.body}"] if table.body else []), *([f"单位：{table.unit}"] if table.unit else [])]
    return [*above, lines, *([table.note] if table.note else [])]
