"""Workbooks are read as they are printed: numbers, merges, hidden parts, tables and the lines around them."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO

import openpyxl
import pytest
from openpyxl.styles import Alignment, Border, Side
from openpyxl.worksheet.worksheet import Worksheet

from gouji.model.report import Report
from gouji.reading.grid import covers
from gouji.reading.office import xlsx
from gouji.reading.press import Source
from gouji.reading.read import read_document
from gouji.reading.run import Run
from gouji.reading.unreadable import Unreadable

FRAME = Border(*(Side(style="thin") for _ in range(4)))
Fill = Callable[[Worksheet], object]


def saved(book: openpyxl.Workbook) -> bytes:
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def made(fill: Fill) -> bytes:
    book = openpyxl.Workbook()
    book.active.title = "表一"
    fill(book.active)
    return saved(book)


def source(fill: Fill) -> Source:
    return xlsx.source(made(fill), "表.xlsx")


def shown(found: Source) -> list[str | list[list[str]]]:
    """Lines as texts, tables as rows of texts."""
    return [
        [[cell.text for cell in row] for row in piece.rows] if isinstance(piece, Run) else piece.text
        for piece in found.pieces
    ]


def rows(*lines: str, frame: bool = True, top: int = 1, left: int = 1) -> Fill:
    """Fill in rows whose cells are parted by bars; digits are numbers."""

    def fill(sheet: Worksheet) -> None:
        for number, line in enumerate(lines, top):
            for column, text in enumerate(line.split("|"), left):
                cell = sheet.cell(number, column)
                cell.value = float(text) if text.replace(".", "", 1).isdigit() else text or None
                cell.border = FRAME if frame else Border()

    return fill


TABLE = ("项目|金额|占比", "合计|12.5|1", "公用经费|12.5|1")


def test_a_table_is_its_rows_with_the_cells_named() -> None:
    found = source(rows(*TABLE))
    assert shown(found) == [[["项目", "金额", "占比"], ["合计", "12.5", "1"], ["公用经费", "12.5", "1"]]]
    run = found.pieces[0]
    assert isinstance(run, Run)
    number = run.rows[1][1].spot(0)[0] or 0
    assert (found.spots[number - 1].sheet, found.spots[number - 1].cell) == ("表一", "B2")
    assert found.lines[number - 1] == "12.5"


def test_numbers_are_printed_by_their_formats() -> None:
    def fill(sheet: Worksheet) -> None:
        rows(*TABLE)(sheet)
        sheet["B2"].number_format = "#,##0.00"
        sheet["C2"].number_format = "0.00%"
        sheet["B3"].number_format = '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '
        sheet["C3"].number_format = "000"

    assert shown(source(fill))[0][1:] == [["合计", "12.50", "100.00%"], ["公用经费", "12.50", "001"]]


def test_leading_blank_rows_and_columns_are_left_out() -> None:
    assert shown(source(rows(*TABLE, top=5, left=4)))[0][0] == ["项目", "金额", "占比"]


def test_a_merged_cell_stands_in_its_first_box_and_covers_the_others() -> None:
    def fill(sheet: Worksheet) -> None:
        rows("收入||支出|", "项目|金额|项目|金额", "税|1.5|费|1.5")(sheet)
        sheet.merge_cells("A1:B1")
        sheet.merge_cells("C1:D1")

    run = source(fill).pieces[0]
    assert isinstance(run, Run)
    assert [cell.text for cell in run.rows[0]] == ["收入", "", "支出", ""]
    assert covers(run.rows[0][0], run.rows[0][1])
    assert covers(run.rows[0][2], run.rows[0][3])
    assert not covers(run.rows[0][0], run.rows[0][3])


def test_what_a_merged_cell_hides_is_not_read() -> None:
    data = made(rows("项目|金额", "甲|1.5", "乙|2.5"))
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name.endswith("sheet1.xml"):
                merge = b'</sheetData><mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>'
                content = content.replace(b"</sheetData>", merge)
            new.writestr(name, content)
    assert shown(xlsx.source(stream.getvalue(), "表.xlsx")) == [[["项目", "金额"], ["甲", "1.5"], ["乙", ""]]]


def test_title_body_and_unit_are_lines_above_the_table() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = "支出决算表"
        sheet.merge_cells("A1:C1")
        sheet["A2"], sheet["C2"] = "部门：青川市水务局", "单位：万元"
        rows(*TABLE, top=3)(sheet)
        sheet["A6"] = "注：本表反映部门本年度支出。"

    found = shown(source(fill))
    assert found[:3] == ["支出决算表", "部门：青川市水务局", "单位：万元"]
    assert len(found[3]) == 3
    assert found[4] == "注：本表反映部门本年度支出。"


def test_a_label_and_its_value_in_the_next_cell_are_one_line() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["B1"], sheet["C1"], sheet["D1"] = "编制单位：", "青川市水务局", "金额单位：", "万元"
        rows(*TABLE, top=2)(sheet)

    assert shown(source(fill))[:2] == ["编制单位：青川市水务局", "金额单位：万元"]


def test_body_and_unit_in_framed_cells_above_a_table_are_lines_and_boxes_of_a_form_are_not() -> None:
    labels = rows("编制部门：|青川市水务局|单位：万元", *TABLE)
    assert shown(source(labels))[:2] == ["编制部门：青川市水务局", "单位：万元"]
    form = rows("项目名称：|管网改造|", "主管部门：|青川市水务局|", "单位：|万元|")
    assert len(shown(source(form))[0]) == 3


def test_signatures_below_a_table_are_lines() -> None:
    found = shown(source(rows(*TABLE, "填表人：张某||日期：2023年3月1日", frame=False)))
    assert found[1:] == ["填表人：张某", "日期：2023年3月1日"]


@pytest.mark.parametrize("frame", [True, False])
def test_two_tables_of_a_sheet_stay_two(frame: bool) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = "收入决算表"
        rows(*TABLE, frame=frame, top=2)(sheet)
        sheet["A6"] = "支出决算表"
        rows(*TABLE, frame=frame, top=7)(sheet)

    found = shown(source(fill))
    assert [piece if isinstance(piece, str) else len(piece) for piece in found] == ["收入决算表", 3, "支出决算表", 3]


def test_the_lines_within_a_cell_are_lines_of_a_paragraph_or_one_heading() -> None:
    def fill(sheet: Worksheet) -> None:
        rows("项目|年度\n绩效目标", "甲|1.更换管道 38 公里。\n2.改造易涝点 12 处。")(sheet)

    assert shown(source(fill))[0] == [["项目", "年度绩效目标"], ["甲", "1.更换管道 38 公里。\n2.改造易涝点 12 处。"]]


def test_the_deepest_indentation_is_kept_as_a_blank() -> None:
    def fill(sheet: Worksheet) -> None:
        rows("项目名称|金额", "合计|3", "青川市水务局|3", "管网改造|1", "　　河道管护|2")(sheet)
        sheet["A4"].alignment = Alignment(indent=2)

    assert [row[0] for row in shown(source(fill))[0]] == ["项目名称", "合计", "青川市水务局", " 管网改造", " 河道管护"]


def test_hidden_rows_and_columns_are_not_read_and_said_when_they_hold_figures() -> None:
    def fill(sheet: Worksheet) -> None:
        rows("项目|金额|上年", "合计|3|2", "甲|1|1", "乙|2|1")(sheet)
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["C"].hidden = True

    found = source(fill)
    assert shown(found) == [[["项目", "金额"], ["合计", "3"], ["乙", "2"]]]
    assert [message for _, message, _ in found.doubts] == ["工作表“表一”的第 3 行、C 列已隐藏，其中有数字，没有计入核对；如应公开，请取消隐藏。"]


def test_a_merged_cell_that_begins_in_a_hidden_row_shows_in_the_next() -> None:
    def fill(sheet: Worksheet) -> None:
        rows("项目|金额", "甲|1.5", "|2.5", "|3.5")(sheet)
        sheet.merge_cells("A2:A4")
        sheet.row_dimensions[2].hidden = True

    assert shown(source(fill))[0][1] == ["甲", "2.5"]


def test_hidden_sheets_are_not_read_and_named_once() -> None:
    book = openpyxl.Workbook()
    rows(*TABLE)(book.active)
    rows("代码|名称", "201|教育")(book.create_sheet("代码表"))
    book["代码表"].sheet_state = "veryHidden"
    found = xlsx.source(saved(book), "表.xlsx")
    assert len(found.pieces) == 1
    assert [message for _, message, _ in found.doubts] == ["隐藏的工作表没有读取：代码表。"]


def test_a_formula_without_a_result_is_said_to_be_unread() -> None:
    def fill(sheet: Worksheet) -> None:
        rows("项目|金额", "甲|1.5", "乙|2.5")(sheet)
        sheet["B4"] = "=SUM(B2:B3)"
        sheet["A4"] = "合计"

    found = source(fill)
    assert [(message, unread) for _, message, unread in found.doubts] == [
        ("工作表“表一”的单元格 B4：公式没有保存计算结果，请在 Excel 或 WPS 中打开并保存后再读。", True)
    ]
    spot = found.spots[(found.doubts[0][0].spot(0)[0] or 0) - 1]
    assert (spot.sheet, spot.cell) == ("表一", "B4")


def test_the_stored_result_of_a_formula_is_read() -> None:
    report = _with_cell('<c r="B2"><f>SUM(B3:B4)</f><v>12.5</v></c>')
    assert [figure.text for figure in report.figures()] == ["12.5"]


def test_an_error_value_is_said_to_be_unread() -> None:
    report = _with_cell('<c r="B2" t="e"><f>X1/0</f><v>#DIV/0!</v></c>')
    assert [doubt.unread for doubt in report.doubts if "错误值" in doubt.message] == [True]
    assert not list(report.figures())


def _with_cell(cell: str) -> Report:
    """A document whose cell B2 is written so."""
    data, stream = made(rows("项目|金额", "甲|1")), BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            content = old.read(name).decode()
            if name.endswith("sheet1.xml"):
                start = content.index('<c r="B2"')
                content = content[:start] + cell + content[content.index("</c>", start) + 4 :]
            new.writestr(name, content)
    return read_document("表.xlsx", stream.getvalue())


def test_zeros_that_the_sheet_does_not_show_are_blank() -> None:
    def fill(sheet: Worksheet) -> None:
        rows("项目|金额", "甲|0", "乙|1.5")(sheet)
        sheet.sheet_view.showZeros = False

    assert shown(source(fill))[0][1:] == [["甲", ""], ["乙", "1.5"]]


def test_boxes_to_fill_in_keep_their_place() -> None:
    found = shown(source(rows("项目|金额||备注", "甲|||", "|||", "合计|1||")))
    assert found == [[["项目", "金额", "", "备注"], ["甲", "", "", ""], ["", "", "", ""], ["合计", "1", "", ""]]]


def test_a_sheet_named_as_a_form_lends_its_name_to_a_table_without_title() -> None:
    book = openpyxl.Workbook()
    book.active.title = "支出决算表"
    rows(*TABLE)(book.active)
    assert shown(xlsx.source(saved(book), "表.xlsx"))[0] == "支出决算表"


def test_the_same_form_of_two_units_on_two_sheets_stays_two() -> None:
    book = openpyxl.Workbook()
    for name, total in (("局本级", "3"), ("监测中心", "5")):
        sheet = book.create_sheet(name)
        sheet["A1"] = "支出决算表"
        rows("项目|本年支出合计|基本支出", f"合计|{total}|{total}", f"教育支出|{total}|{total}", top=2)(sheet)
    report = read_document("表.xlsx", saved(book))
    assert [len(table.rows) for table in report.tables] == [2, 2]


def test_a_workbook_with_nothing_to_see_is_refused() -> None:
    with pytest.raises(Unreadable, match="没有可见的内容"):
        source(lambda sheet: None)


def test_figures_are_found_with_their_sheet_and_cell() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = "支出决算表"
        sheet["A2"] = "单位：万元"
        rows("项目|本年支出合计|基本支出|项目支出", "合计|3.5|1.5|2", top=3)(sheet)

    report = read_document("表.xlsx", made(fill))
    inks = {figure.text: report.spotted(figure.place.ink) for figure in report.figures()}
    assert {text: (ink.sheet, ink.cell) for text, ink in inks.items()} == {
        "3.5": ("表一", "B4"), "1.5": ("表一", "C4"), "2": ("表一", "D4"),
    }  # fmt: skip
