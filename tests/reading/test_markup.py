"""HTML tables in a text are read as rows of cells, merged cells as blank boxes, with the ink of the source."""

from __future__ import annotations

from gouji.model.inked import Inked
from gouji.reading import text


def _lines(source: str) -> list[Inked]:
    return [line for line in text.lines(source) if line]


def test_a_row_becomes_one_line_however_the_source_breaks() -> None:
    source = "<table>\n<tr>\n  <td>教育支出</td>\n  <td>1,2<b>3</b>4.50</td>\n</tr></table>"
    (row,) = _lines(source)
    assert row.text == "教育支出\t1,234.50"
    assert row.spot(row.text.index("1,2")) == (4, 7)


def test_merged_cells_leave_blank_boxes() -> None:
    source = "<table><tr><th rowspan=2>项目</th><th colspan='2'>金额</th></tr><tr><td>预算</td><td>决算</td></tr></table>"
    assert [line.text for line in _lines(source)] == ["项目\t金额\t", "\t预算\t决算"]


def test_a_blank_cell_keeps_its_spot() -> None:
    (row,) = _lines("<tr><td>合计</td><td></td><td>3</td></tr>")
    assert row.spot(row.text.index("\t") + 1)[0] == 1


def test_cells_without_closing_tags_are_cells() -> None:
    assert [line.text for line in _lines("<table><tr><td>甲<td>1<tr><td>乙<td>2</table>")] == ["甲\t1", "乙\t2"]


def test_huge_spans_and_nested_tables_do_no_harm() -> None:
    nested = "<table><tr><td colspan=999999 rowspan=999999>甲<table><tr><td>内</td></tr></table></td></tr></table>"
    assert "甲内" in _lines(nested)[0].text
    assert len(_lines(nested)[0].text) < 1000


def test_emphasis_of_markdown_is_no_part_of_a_figure_but_masked_names_stay() -> None:
    assert [line.text for line in _lines("| **合计** | **1.00** | 张** 李** |")] == ["| 合计 | 1.00 | 张** 李** |"]


def test_scripts_are_not_text() -> None:
    assert [line.text for line in _lines("<style>td {}\n</style><tr><td>甲</td></tr>")] == ["甲"]
