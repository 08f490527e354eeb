"""An address as JSON."""

from __future__ import annotations

from gouji.exporting.json import shapes
from gouji.exporting.where import Where
from gouji.model.place import Place


def place(at: Place, where: Where) -> shapes.Place:
    """An address, by ink and by meaning."""
    ink = where.ink(at)
    return {
        "document": at.document,
        "line": ink.line,
        "column": ink.column,
        "end_line": ink.end_line,
        "end_column": ink.end_column,
        "page": ink.page,
        "box": list(ink.box) if ink.box else None,
        "sheet": ink.sheet,
        "cell": ink.cell,
        "form": at.form,
        "row": at.row,
        "field": at.field,
        "text": at.text,
    }
