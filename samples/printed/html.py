"""Documents as HTML: tables with rowspan and colspan, as web sites print them."""

from __future__ import annotations

from html import escape
from pathlib import Path

from printed.table import Cell, Document, Table


def write(document: Document, path: Path, encoding: str = "utf-8") -> None:
    """Write a page."""
    parts = "\n".join(_table(part) if isinstance(part, Table) else _text(part) for part in document.parts)
    head = f'<meta charset="{encoding}"><title>{escape(document.name)}</title>'
    path.write_bytes(f"<!DOCTYPE html>\n<html><head>{head}</head><body>\n{parts}\n</body></html>\n".encode(encoding))


def _text(part: str | tuple[str, ...]) -> str:
    text = part if isinstance(part, str) else "　　".join(part)
    return "\n".join(f"<p>{escape(line)}</p>" for line in text.split("\n"))


def _table(table: Table) -> str:
    above = f'<p style="text-align:center">{escape(table.title)}</p>'
    if table.unit:
        above += f"\n<p>编制部门：{escape(table.body)}　　单位：{table.unit}</p>"
    rows = "\n".join("<tr>" + "".join(map(_cell, table.anchors(row))) + "</tr>" for row in range(table.height))
    note = f"\n<p>{escape(table.note)}</p>" if table.note else ""
    return f'{above}\n<table border="1">\n{rows}\n</table>{note}'


def _cell(cell: Cell) -> str:
    spans = "".join(
        f' {name}="{count}"' for name, count in (("rowspan", cell.rows), ("colspan", cell.columns)) if count > 1
    )
    return f"<td{spans}>{escape(cell.text)}</td>"
