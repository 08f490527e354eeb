"""Dumps of accounts that print no zeros: what is blank in every row, in one of two lists, or in the whole table."""

from __future__ import annotations

import pytest

from gouji.model.report import DocumentKind, Report
from gouji.model.table import Table
from gouji.reading.read import read_document

TOP = "部门：青川市水务局 单位：万元\n"
SIDED = (
    "财政拨款收入支出决算总表\n"
    + TOP
    + "收入 支出\n项目 决算数 项目 合计\n"
    "一般公共预\n算财政拨款\n政府性基\n金预算财\n政拨款\n国有资本\n经营预算\n财政拨款\n"
    "一、一般公共预算财政拨款 530.00 一、一般公共服务支出\n二、政府性基金预算财政拨款 二、外交支出\n三、\n国有资本经营预算财政拨款 三、国防支出\n"
    "四、公共安全支出\n五、社会保障和就业支出 130.00 130.00\n六、农林水支出 400.00 400.00\n"
    "本年收入合计 530.00 本年支出合计 530.00 530.00\n年初财政拨款结转和结余 20.00 年末财政拨款结转和结余 20.00 20.00\n"
    "一般公共预算财政拨款 20.00\n政府性基金预算财政拨款\n总计 550.00 总计 550.00 550.00\n注：本表反映部门本年度财政拨款收支情况。\n"
)  # fmt: skip
CODED = (
    "支出决算表\n" + TOP + "项目\n本年支出合计 基本支出 项目支出 上缴上级支出 经营支出\n对附属单位补\n助支出\n功能分类\n科目编码\n科目名称\n"
    "合计 530.00 330.00 200.00\n"
    "213 农林水支出 400.00 200.00 200.00\n21303 水利 400.00 200.00 200.00\n2130301 行政运行 200.00 200.00\n"
    "2130305\n水利工程建设与\n维护\n200.00 200.00\n221 住房保障支出 130.00 130.00\n22102 住房改革 130.00 130.00\n2210201 公积金 130.00 130.00\n"
)  # fmt: skip
EMPTY = (
    "政府性基金预算财政拨款收入支出决算表\n" + TOP + "项目\n年初结转和\n结余\n本年收入 本年支出\n年末结转和\n结余\n功能分类\n科目编码\n科目名称\n"
    "合计 合计 基本支出 项目支出\n说明：青川市水务局本年度没有政府性基金预算财政拨款收入和支出，故本表无数据。\n"
)  # fmt: skip


def read(*texts: str) -> Report:
    return read_document("决算.txt", "".join(("青川市水务局 2023 年度\n部门决算\n", *texts)).encode())


def table(found: Report, form: str) -> Table:
    seated = found.table(form)
    assert seated is not None
    return seated


def test_two_lists_without_line_numbers_are_read_by_name() -> None:
    found = read(SIDED)
    cells = {
        (row.side, row.name): [cell.text for cell in row.cells.values()]
        for row in table(found, "财政拨款收入支出决算总表").rows
    }
    assert cells["支出", "农林水支出"] == ["400.00", "400.00", "", ""]
    assert cells["支出", "总计"] == ["550.00", "550.00", "", ""]
    assert cells["收入", "本年收入合计"] == ["530.00"]
    assert not any(doubt.unread for doubt in found.doubts)


def test_columns_that_are_blank_in_every_row_are_columns_still() -> None:
    seated = table(read(CODED), "支出决算表")
    assert len(seated.columns) == 6
    rows = {row.code: row for row in seated.rows}
    assert rows["2130305"].name == "水利工程建设与维护"
    assert rows["213"].cells["项目支出"].text == "200.00"
    assert rows["213"].cells["经营支出"].text == ""


@pytest.mark.parametrize("total", ["", "合计\n"])
def test_a_table_without_any_figure_is_a_table_with_its_note(total: str) -> None:
    found = read(SIDED, EMPTY.replace("说明", total + "说明"), CODED)
    seated = table(found, "政府性基金预算财政拨款收入支出决算表")
    assert len(seated.rows) == bool(total)
    assert "故本表无数据" in seated.notes[0]


def test_a_numbered_line_of_a_budget_is_no_title_and_lists_side_by_side_lose_nothing() -> None:
    found = read_document(
        "预算.txt",
        (
            "青川市水务局2024年部门预算\n一、收支预算情况\n3. 国有资本经营预算\n功能科目名称 金额 项目名称 金额\n"
            "一、财政拨款 702.25 一、一般公共服务支出 592.37 一、基本支出 464.07\n二、其他资金 47.20 二、外交支出 二、项目支出 285.38\n"
            "当年收入小计 749.45\n收入合计 749.45\n"
        ).encode(),
    )
    assert found.kind is DocumentKind.BUDGET
    assert "国有资本经营预算" not in found.tables[0].title
    amounts = {row.name: cell.text for row in found.tables[0].rows for cell in row.cells.values()}
    assert amounts["财政拨款"] == "702.25"
    assert {"592.37", "464.07", "47.20", "285.38"} <= set(amounts.values())


def test_a_page_number_inside_a_sentence_is_no_part_of_it() -> None:
    lines = [
        "一、收入支出决算总体情况",
        "2023年度收入总计530.00万元，比上年增— 6 —加30.00万元，主要原因是人员经费有所",
        "增加，项目经费也相应增加。",
    ]
    found = read_document("决算.txt", "\n".join([*lines * 3]).encode())
    assert any("比上年增加30.00万元" in paragraph.text for paragraph in found.paragraphs)
