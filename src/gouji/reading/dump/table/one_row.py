"""The table of the three public expenses in a dump: one row of budget and final figures under a tree of headers."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations

from gouji.model.inked import Inked
from gouji.reading.dump.printed import Printed, joined
from gouji.reading.dump.table.figure_lines import is_figure, is_value
from gouji.reading.dump.table.placing import boxes
from gouji.reading.dump.table.stretches import Stretch
from gouji.reading.recognise import titled
from gouji.reading.run import Run
from gouji.vocabulary.form import Form

BUDGET, FINAL = "预算数", "决算数"
FULL = 12  # six items, budget and final
UNPLACED = "空格在文本中已丢失，有的数不能确定所在栏，未用于核算，请核对原件。"


def form_of(captions: Sequence[str]) -> Form | None:
    """The one-row form that a caption names."""
    forms = (form for caption in captions for form in titled(caption))
    return next((form for form in forms if form.shape == "single" and len(form.columns) * 2 == FULL), None)


def fits(stretch: Stretch) -> bool:
    """Are all rows nothing but values?"""
    return all(is_value(token.text) for line in stretch.rows for token in line.tokens)


def run(stretch: Stretch, form: Form) -> Run:
    """The row of values under its headers, blanks found again by what the items add up to."""
    values = [token for line in stretch.rows for token in line.tokens]
    found = Run(captions=[line.content for line in stretch.captions])
    found.notes = [joined(note) for note in stretch.notes]
    pairs = _in_pairs(stretch.header)
    placed, possible = _placed(values, pairs)
    runs = values[0].runs[:1]
    order = _order(pairs)
    found.rows.append([Inked(row, runs) for row, _ in order])
    found.rows.append([Inked(form.columns[item].name, runs) for _, item in order])
    found.rows.append(boxes(values, placed, FULL, values[0], possible))
    if len(placed) < len(values):
        found.doubts.append((values[0], UNPLACED))
    return found


def _order(pairs: bool) -> list[tuple[str, int]]:
    """What stands in each of the twelve columns: budget or final, and which item."""
    if pairs:
        return [(row, item) for item in range(FULL // 2) for row in (BUDGET, FINAL)]
    return [(row, item) for row in (BUDGET, FINAL) for item in range(FULL // 2)]


def _in_pairs(header: Sequence[Printed]) -> bool:
    """Are budget and final printed under each item, not each over all items?"""
    text = "".join(line.text for line in header).replace(" ", "")
    return text.count(BUDGET) > 2


def _placed(values: Sequence[Inked], pairs: bool) -> tuple[dict[int, Inked], set[int]]:
    """The values by column: all where every box is filled, else those that every seating which adds up puts there.

    With the columns that the other values may stand in.
    """
    if len(values) == FULL:
        return dict(enumerate(values)), set()
    if len(values) > FULL or not all(is_figure(value.text) for value in values):
        return {}, set()
    amounts = [Decimal(value.text.replace(",", "").replace("，", "").strip("()（）%％")) for value in values]
    seatings = combinations(range(FULL), len(values))
    fitting = [seats for seats in seatings if _adds_up(dict(zip(seats, amounts, strict=True)), pairs)]
    agreed = [{seats[index] for seats in fitting} for index in range(len(values))]
    placed = {min(seats): value for seats, value in zip(agreed, values, strict=True) if len(seats) == 1}
    return placed, {seat for seats in agreed if len(seats) > 1 for seat in seats}


def _adds_up(placed: dict[int, Decimal], pairs: bool) -> bool:
    """合计 = 出国 + 小计 + 接待 and 小计 = 购置 + 运行, for budget and final; an amount stands only with its total."""
    order = _order(pairs)
    for row in (BUDGET, FINAL):
        items = {item: placed.get(index) for index, (name, item) in enumerate(order) if name == row}
        total, abroad, cars, bought, run_cost, reception = (items[item] for item in range(FULL // 2))
        if _sum(total) != _sum(abroad, cars, reception) or _sum(cars) != _sum(bought, run_cost):
            return False
        if (total is None) != all(part is None for part in (abroad, cars, reception)):
            return False
        if (cars is None) != (bought is None and run_cost is None):
            return False
    return True


def _sum(*parts: Decimal | None) -> Decimal:
    return sum((part for part in parts if part is not None), Decimal(0))
