"""Items named by the names of their codes: `甲（类）乙（款）丙（项）` or `甲-乙-丙`, and the row of a table each means."""

from __future__ import annotations

import re

from gouji.model.table import Row, Table, parent_code

_LEVEL = re.compile(r"\([类款项]\)")
_TAIL = re.compile(r"(?<=[类款项]\))支出$")


def row_of_item(table: Table, about: str) -> Row | None:
    """The row that `甲（类）乙（款）丙（项）` or a bare name means; None when several or none bear that name."""
    about = _TAIL.sub("", about)
    levelled = bool(_LEVEL.search(about))
    chain = [name for name in (_LEVEL.split(about) if levelled else about.split("-")) if name]
    if not chain:
        return None
    wanted = {chain[-1]}
    if levelled or len(chain) > 1:
        wanted |= {f"{chain[-1]}支出", chain[-1].removesuffix("支出")}
    codes = {row.code for row in table.rows if row.code}
    rows = [row for row in table.rows if row.name in wanted and _below(table, row, chain[:-1], codes)]
    return rows[0] if len(rows) == 1 else _level_of(rows, about)


def _below(table: Table, row: Row, chain: list[str], codes: set[str]) -> bool:
    """Do the printed codes above the row bear the names of the chain?"""
    for name in reversed(chain):
        parent = table.by_code(parent_code(row.code, codes)) if row.code else None
        if parent is None or parent.name not in (name, f"{name}支出", name.removesuffix("支出")):
            return False
        row = parent
    return True


def _level_of(rows: list[Row], about: str) -> Row | None:
    """Among rows of one name the one of the level that the text names (其他支出 is often 类, 款 and 项)."""
    length = {"类": 3, "款": 5, "项": 7}.get(about[-2:-1] if about.endswith(")") else "", 0)
    fitting = [row for row in rows if len(row.code) == length]
    return fitting[0] if len(fitting) == 1 else None
