"""Tables of web pages for the tests of forms with merged boxes, as Word files print them too."""

from __future__ import annotations

from gouji.model.report import Report
from gouji.reading.read import read_document


def page(title: str, rows: str) -> Report:
    """A web page with one table: boxes parted by bars, `>2` reaches over two columns, `v3` over three rows."""
    lines = "".join(f"<tr>{''.join(map(_box, row.split('|')))}</tr>" for row in rows.strip().split("\n"))
    text = f'<meta charset="utf-8"><p>{title}</p><p>单位：万元</p><table border="1">{lines}</table>'
    return read_document("表.html", f"<!DOCTYPE html><html><body>{text}</body></html>".encode())


def _box(text: str) -> str:
    for sign, name in ((">", "colspan"), ("v", "rowspan")):
        words, _, reach = text.rpartition(sign)
        if reach.isdigit() and words:
            return f'<td {name}="{reach}">{words}</td>'
    return f"<td>{text}</td>"
