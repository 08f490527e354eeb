"""Labels with their content beside or below them → the free-text boxes of a form, empty ones included."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gouji.model.inked import Inked
from gouji.model.performance import TextBox
from gouji.reading.grid import GridRow
from gouji.reading.seat.performance.printed import bare, filled, label
from gouji.reading.seat.seated import Context
from gouji.vocabulary.form import Form

LONGEST_LABEL = 24
SHORTEST_BELOW = 8  # what stands alone below a label at the left margin may be the next heading


def box_name(text: str, form: Form) -> str:
    """The box a printed label names; "" when it is no label of the form."""
    if len(text) > LONGEST_LABEL:
        return ""
    return form.boxes.get(label(text)) or form.boxes.get(bare(text), "")


def boxes_in(rows: Sequence[GridRow], form: Form, context: Context, row: str = "") -> tuple[TextBox, ...]:
    """Every box of the form, once; a label that groups others (总体绩效目标 over 年度绩效目标) is none.

    `row` names the project whose form it is, "" a department's.
    """
    found: dict[str, TextBox] = {}
    for name, content in contents(rows, form):
        place = context.place(content, form.name, row or name, name if row else "")
        if name not in found or (content.text and not found[name].text):
            found[name] = TextBox(name, content, place)
    return tuple(found.values())


def contents(rows: Sequence[GridRow], form: Form) -> Iterator[tuple[str, Inked]]:
    """Each label of the form with what stands beside it, else below it: (name, content)."""
    for number, row in enumerate(rows):
        columns = filled(row)
        for order, index in enumerate(columns):
            inside = _inside(row[index], form)
            if inside is not None:
                yield inside
                continue
            name = box_name(row[index].text, form)
            if not name:
                continue
            beside = columns[order + 1] if order + 1 < len(columns) else None
            if beside is not None and box_name(row[beside].text, form):
                below = _below(rows, number, index, form)
                if below is None and order == 0 and beside == index + 1 and row[beside + 1 : beside + 2]:
                    continue  # the label of a group: its members follow
                yield name, below or _blank(row, index)
            elif beside is not None:
                yield name, _with_tail(rows, number, beside, form)
            else:
                yield name, _below(rows, number, index, form) or _blank(row, index)


def _inside(cell: Inked, form: Form) -> tuple[str, Inked] | None:
    """A label and its content in one cell: `预期目标：完成……`."""
    at = min((cell.text.find(colon) for colon in "：:" if colon in cell.text), default=-1)
    if at < 0 or not cell.text[at + 1 :].strip():
        return None
    name = box_name(cell.text[:at], form)
    return (name, cell.cut(at + 1).strip()) if name else None


def _blank(row: GridRow, index: int) -> Inked:
    """The spot of an empty box: the cell beside its label, or the end of the label where that is no blank cell."""
    if index + 1 < len(row) and not row[index + 1].text.strip() and row[index + 1].runs:
        return row[index + 1].strip()
    return row[index].cut(len(row[index]))


def _below(rows: Sequence[GridRow], number: int, index: int, form: Form) -> Inked | None:
    """The text in the same column of the next row, where that row holds nothing but contents of the labels above it."""
    if number + 1 >= len(rows):
        return None
    row = rows[number + 1]
    labels = {column for column in filled(rows[number]) if box_name(rows[number][column].text, form)}
    columns = filled(row)
    if index not in columns or not labels.issuperset(columns) or any(box_name(row[at].text, form) for at in columns):
        return None
    text = row[index].strip()
    if not index and len(text) < SHORTEST_BELOW:
        return None
    tails = [tail[index].strip() for tail in _cut_off(rows[number + 2 :], columns, form) if tail[index].text.strip()]
    return Inked.join((text, *tails)) if tails else text


def _cut_off(rows: Sequence[GridRow], columns: Sequence[int], form: Form) -> Iterator[GridRow]:
    """The rows that a page break cut off one of contents: nothing but text in its columns, which is no label."""
    for row in rows:
        filled_here = filled(row)
        if not columns[0] or not filled_here or not set(columns).issuperset(filled_here):
            return
        if any(box_name(row[at].text, form) or len(row[at].text) < SHORTEST_BELOW for at in filled_here):
            return
        yield row


def _with_tail(rows: Sequence[GridRow], number: int, index: int, form: Form) -> Inked:
    """The content of a box, with the rows a page break cut off it: blank but for its own column."""
    parts = [rows[number][index].strip()]
    for row in rows[number + 1 :]:
        if filled(row) != [index] or box_name(row[index].text, form) or len(parts[0].text) < LONGEST_LABEL:
            break
        parts.append(row[index].strip())
    return Inked.join(parts) if len(parts) > 1 else parts[0]
