"""Workbooks in the old format are read as the new ones are, and no damage gets through."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date
from io import BytesIO

import pytest
import xlwt

from gouji.reading.office import xls
from gouji.reading.press import Source
from gouji.reading.read import read_document
from gouji.reading.run import Run
from gouji.reading.unreadable import Unreadable

FRAME = "borders: left thin, right thin, top thin, bottom thin"


def made(fill: Callable[[xlwt.Workbook, xlwt.Worksheet], object]) -> bytes:
    book = xlwt.Workbook(encoding="utf-8")
    fill(book, book.add_sheet("表一"))
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def table(_: xlwt.Workbook, sheet: xlwt.Worksheet) -> None:
    """A title over the width, labels, a merged header, amounts with formats, an indented name, a hidden row."""
    framed = xlwt.easyxf(FRAME)
    sheet.write_merge(0, 0, 0, 3, "支出决算表")
    sheet.write(1, 0, "部门：青川市水务局")
    sheet.write(1, 3, "单位：万元")
    sheet.write_merge(2, 3, 0, 0, "项目", framed)
    sheet.write_merge(2, 2, 1, 2, "本年支出", framed)
    sheet.write(2, 3, "占比", framed)
    sheet.write(3, 1, "基本支出", framed)
    sheet.write(3, 2, "项目支出", framed)
    sheet.write(3, 3, "", framed)
    amount = xlwt.easyxf(FRAME, num_format_str='_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ')
    for row, (name, one, two) in enumerate([("合计", 12345.6, 0), ("教育支出", 1.005, -2.5), ("隐藏", 7, 8)], start=4):
        style = xlwt.easyxf(f"{FRAME}; align: indent {2 if row == 5 else 0}")
        sheet.write(row, 0, name, style)
        sheet.write(row, 1, one, amount)
        sheet.write(row, 2, two, amount)
        sheet.write(row, 3, 0.5, xlwt.easyxf(FRAME, num_format_str="0.00%"))
    sheet.row(6).hidden = True


def source(fill: Callable[[xlwt.Workbook, xlwt.Worksheet], object]) -> Source:
    return xls.source(made(fill), "表.xls")


def shown(found: Source) -> list[object]:
    return [
        [[cell.text for cell in row] for row in piece.rows] if isinstance(piece, Run) else piece.text
        for piece in found.pieces
    ]


def test_a_sheet_is_read_as_it_is_printed() -> None:
    found = source(table)
    assert shown(found) == [
        "支出决算表",
        "部门：青川市水务局",
        "单位：万元",
        [
            ["项目", "本年支出", "", "占比"],
            ["", "基本支出", "项目支出", ""],
            ["合计", "12,345.60", "-", "50.00%"],
            [" 教育支出", "1.01", "-2.50", "50.00%"],
        ],
    ]
    assert [message for _, message, _ in found.doubts] == [
        "工作表“表一”的第 7 行已隐藏，其中有数字，没有计入核对；如应公开，请取消隐藏。"
    ]
    assert {(spot.sheet, spot.cell) for spot, line in zip(found.spots, found.lines, strict=True) if line == "-2.50"} == {
        ("表一", "C6")
    }


def test_dates_and_truth_values_are_printed() -> None:
    def fill(_: xlwt.Workbook, sheet: xlwt.Worksheet) -> None:
        sheet.write(0, 0, date(2023, 3, 15), xlwt.easyxf(num_format_str='yyyy"年"m"月"d"日"'))
        sheet.write(1, 0, date(2023, 3, 15), xlwt.easyxf(num_format_str="M/D/YY"))
        sheet.write(2, 0, True)

    assert shown(source(fill)) == ["2023年3月15日", "2023/3/15", "TRUE"]


def test_hidden_sheets_are_named() -> None:
    def fill(book: xlwt.Workbook, sheet: xlwt.Worksheet) -> None:
        sheet.write(0, 0, "封面")
        book.add_sheet("代码表").write(0, 0, "201")
        book.get_sheet(1).visibility = 1

    found = source(fill)
    assert shown(found) == ["封面"]
    assert [message for _, message, _ in found.doubts] == ["隐藏的工作表没有读取：代码表。"]


def test_the_old_xml_of_excel_is_read_alike() -> None:
    namespace = 'xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"'
    text = f"""<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
    <Workbook {namespace}><Styles>
      <Style ss:ID="f"><Borders><Border ss:Position="Left"/></Borders></Style>
      <Style ss:ID="n" ss:Parent="f"><NumberFormat ss:Format="Standard"/></Style></Styles>
    <Worksheet ss:Name="表一"><Table>
      <Row><Cell ss:MergeAcross="2"><Data ss:Type="String">支出决算表</Data></Cell></Row>
      <Row ss:Index="3"><Cell ss:StyleID="f"><Data ss:Type="String">项目</Data></Cell>
        <Cell ss:StyleID="f" ss:MergeAcross="1"><Data ss:Type="String">金额</Data></Cell></Row>
      <Row><Cell ss:StyleID="f"><Data ss:Type="String">合计</Data></Cell>
        <Cell ss:StyleID="n"><Data ss:Type="Number">12345.6</Data></Cell>
        <Cell ss:Index="3" ss:StyleID="n"><Data ss:Type="Number">0</Data></Cell></Row>
    </Table></Worksheet></Workbook>"""
    report = read_document("表.xls", text.encode())
    assert report.lines == ("支出决算表", "项目", "金额", "合计", "12,345.60", "0.00")
    assert report.spots[4].cell == "B4"


def test_rows_of_the_old_xml_that_are_out_of_order_are_said_to_be_lost() -> None:
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    row = '<Row ss:Index="{}"><Cell><Data ss:Type="String">合计</Data></Cell><Cell><Data ss:Type="Number">{}</Data></Cell></Row>'
    text = f'''<?xml version="1.0"?><Workbook xmlns="{space}" xmlns:ss="{space}"><Worksheet ss:Name="表一"><Table>
      {row.format(3, 1)}{row.format(2, 5)}</Table></Worksheet></Workbook>'''
    report = read_document("表.xls", text.encode())
    assert [doubt.message for doubt in report.doubts if doubt.unread and "A2：文件已损坏" in doubt.message]


@pytest.mark.parametrize("name", ["表.xls", "表.et", "表.xlsx"])
def test_damaged_workbooks_are_read_or_refused(name: str) -> None:
    chance = random.Random(3)
    whole = made(table)
    for _ in range(100):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 60)):
            data[chance.randrange(512, len(data))] = chance.randrange(256)
        cut = chance.choice([len(data), chance.randrange(len(data))])
        try:
            read_document(name, bytes(data[:cut]))
        except Unreadable as refusal:
            assert "请" in str(refusal)  # noqa: PT017
