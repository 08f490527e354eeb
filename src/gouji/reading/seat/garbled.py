"""Tables whose rows could not be told apart: names that swallowed amounts or codes, amounts that are codes.

A broken-line dump may lose the columns of a table beyond repair. Such a table is shown as it was read and said to be
doubtful, but nothing is reckoned from it: a finding there would be about the reading, not about the document.
"""

from __future__ import annotations

import re
from dataclasses import replace

from gouji.model.place import Place
from gouji.model.report import Doubt
from gouji.model.table import Row, Table
from gouji.reading.seat.seated import Seated

_AMOUNT_IN_NAME = re.compile(r"\d\.\d\d(?!\d)")
_DIGITS_IN_NAME = re.compile(r"\d{3}")
_CODE = re.compile(r"[1-5]\d{2}(?:\d{2}){0,2}")


def demoted(seated: Seated, document: str) -> Seated:
    """The share of a report with its garbled tables made unknown ones, and a doubt for each."""
    garbled = [table for table in seated.tables if table.known and is_garbled(table)]
    if not garbled:
        return seated
    tables = tuple(replace(table, known=False, _by_name={}) if table in garbled else table for table in seated.tables)
    return replace(seated, tables=tables, doubts=(*seated.doubts, *(_doubt(table, document) for table in garbled)))


def is_garbled(table: Table) -> bool:
    """Does any row show that its name, code and amounts were not told apart?"""
    coded = any(row.code for row in table.rows)
    return any(_is_garbled_row(row, coded) for row in table.rows)


def _is_garbled_row(row: Row, coded: bool) -> bool:
    if _AMOUNT_IN_NAME.search(row.name):
        return True
    if not coded:
        return False
    # Names of the classification hold no numbers, and a row without a code has no whole amount that looks like one.
    texts = [cell.text for cell in row.cells.values()]
    amounts_have_decimals = any("." in text for text in texts)
    code_as_amount = not row.code and amounts_have_decimals and any(_CODE.fullmatch(text) for text in texts)
    return bool(_DIGITS_IN_NAME.search(row.name)) or code_as_amount


def _doubt(table: Table, document: str) -> Doubt:
    message = f"《{table.title or table.form}》的行列在文本中已散乱，无法逐行归位，未用于核算，请核对原件。"
    return Doubt(Place(document, table.form, "", "", table.title or table.form, table.ink), message, unread=True)
