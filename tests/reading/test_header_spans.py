"""Merged header cells name exactly the columns they span, where the document tells their spans."""

from __future__ import annotations

from gouji.model.inked import Inked
from gouji.reading.grid import Grid, covered, rectangular
from gouji.reading.seat.header_tree import header_of


def grid(*lines: str) -> Grid:
    """Rows of cells parted by bars; `<` and `^` are boxes that the cell to the left or above covers."""
    rows: list[list[Inked]] = []
    for number, line in enumerate(lines, 1):
        row: list[Inked] = []
        for column, text in enumerate(line.split("|")):
            anchor = row[-1] if text == "<" else rows[-1][column] if text == "^" else None
            row.append(covered(anchor) if anchor is not None else Inked.at(text, number, 10 * column + 1))
        rows.append(row)
    return Grid(rectangular(rows))


def paths(*lines: str) -> list[str]:
    return ["›".join(path) for path in header_of(grid(*lines)).paths]


def test_a_merged_cell_names_the_columns_below_it() -> None:
    found = paths("项目|<|本年支出|<|结转", "编码|名称|小计|基本支出|^", "201|甲|3.00|2.00|1.00")
    assert found == ["项目›编码", "项目›名称", "本年支出›小计", "本年支出›基本支出", "结转"]


def test_three_rows_of_header_nest() -> None:
    header = ("2024年“三公”经费预算数|<|<|<|机关运行经费", "合计|公务接待费|公务用车费|<|^", "^|^|购置费|运行费|^")
    assert paths(*header, "3.00|1.00|1.00|1.00|9.00")[2:] == [
        "2024年“三公”经费预算数›公务用车费›购置费",
        "2024年“三公”经费预算数›公务用车费›运行费",
        "机关运行经费",
    ]


def test_a_blank_box_that_no_cell_covers_has_no_name_of_its_neighbour() -> None:
    found = paths("项目|<|本年支出|", "编码|名称|小计|备注", "201|甲|3.00|无")
    assert found == ["项目›编码", "项目›名称", "本年支出›小计", "备注"]


def test_a_box_merged_downwards_counts_once() -> None:
    assert paths("项目|合计", "^|^", "甲|3.00") == ["项目", "合计"]


def test_plain_text_keeps_the_guess_from_what_stands_below() -> None:
    found = paths("项目||本年支出||", "编码|名称|小计|基本支出|项目支出", "201|甲|3.00|2.00|1.00")
    assert found == ["项目›编码", "项目›名称", "本年支出›小计", "本年支出›基本支出", "本年支出›项目支出"]


def test_two_headers_of_one_text_stay_two_levels_only_where_they_differ() -> None:
    assert paths("支出|<", "支出|其中：基本支出", "3.00|2.00") == ["支出", "支出›其中：基本支出"]
