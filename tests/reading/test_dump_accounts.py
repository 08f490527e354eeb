"""Final accounts in dumps: codes, two lists on one line, the three public expenses, boxes lost, pages repeated."""

from __future__ import annotations

from gouji.model.report import Report
from gouji.model.table import Table
from gouji.reading.read import read_document

ACCOUNTS = """青川市水务局 2023 年度部门决算

支出决算表

部门：青川市水务局 单位：万元

项目 本年支

出合计 基本支出 项目支出 上缴上级

支出 经营支出

对附属单位

补助支出 功能分类科目编码 科目名称

栏次 1 2 3 4 5 6

合计 530.00 330.00 200.00 0.00 0.00 0.00

208 社会保障和就业支出 130.00 130.00 0.00 0.00 0.00 0.00

20805 行政事业单位养老支出 130.00 130.00 0.00 0.00 0.00 0.00

2080505

机关事业单位基本养老保险

缴费支出

130.00 130.00 0.00 0.00 0.00 0.00

— 7 —

支出决算表

部门：青川市水务局 单位：万元

项目 本年支

出合计 基本支出 项目支出 上缴上级

支出 经营支出

对附属单位

补助支出 功能分类科目编码 科目名称

栏次 1 2 3 4 5 6

合计 530.00 330.00 200.00 0.00 0.00 0.00

213 农林水支出 400.00 200.00 200.00 0.00 0.00 0.00

21303 水利 400.00 200.00 200.00 0.00 0.00 0.00

2130301 行政运行 200.00 200.00 0.00 0.00 0.00 0.00

2130305 水利工程建设 200.00 0.00 200.00 0.00 0.00 0.00

注：本表反映部门本年度各项支出情况。
"""


def read(text: str) -> Report:
    return read_document("决算.txt", text.encode())


def table(text: str, form: str) -> Table:
    found = read(text).table(form)
    assert found is not None
    return found


def printed(found: Table) -> list[list[str]]:
    return [[row.code, row.name, *(cell.text for cell in row.cells.values())] for row in found.rows]


def test_pages_of_a_table_of_codes_are_one_table() -> None:
    found = table(ACCOUNTS, "支出决算表")
    assert [row.code for row in found.rows] == ["", "208", "20805", "2080505", "213", "21303", "2130301", "2130305"]
    assert found.rows[3].name == "机关事业单位基本养老保险缴费支出"
    assert [cell.text for cell in found.rows[7].cells.values()] == ["200.00", "0.00", "200.00", "0.00", "0.00", "0.00"]
    assert found.notes == ("注：本表反映部门本年度各项支出情况。",)


def test_boxes_lost_in_a_table_of_codes_are_found_by_the_sums() -> None:
    found = table(ACCOUNTS.replace(" 0.00", ""), "支出决算表")
    cells = {row.code: (row.cells["基本支出"].text, row.cells["项目支出"].text) for row in found.rows}
    assert cells["2130305"] == ("", "200.00")
    assert cells["213"] == ("200.00", "200.00")
    assert cells["2080505"] == ("130.00", "")


def test_boxes_that_nothing_decides_are_neither_blank_nor_figures_and_are_said() -> None:
    text = (
        "收入决算表\n部门：青川市水务局 单位：万元\n"
        "项目 本年收入合计 财政拨款收入 上级补助收入 事业收入 经营收入 附属单位上缴收入 其他收入\n"
        "栏次 1 2 3 4 5 6 7\n合计 530.00 500.00 30.00\n213 农林水支出 530.00 500.00 30.00\n21303 水利 530.00 500.00 30.00\n"
    )
    cells = table(text, "收入决算表").rows[1].cells
    assert [cells[name].text for name in ("本年收入合计", "财政拨款收入")] == ["530.00", "500.00"]
    assert all(cells[name].unread for name in ("上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"))
    messages = [doubt.message for doubt in read(text).doubts]
    assert any("空格在文本中已丢失" in message for message in messages)
    assert any(message.startswith("“30.00”读得出，但它属于哪一栏在文本中已丢失") for message in messages)


def test_two_lists_on_one_line_are_parted_by_their_line_numbers() -> None:
    text = (
        "收入支出决算总表\n部门：青川市水务局 单位：万元\n收入 支出\n项目 行次 决算数 项目 行次 决算数\n栏次 1 栏次 2\n"
        "一、一般公共预算财政拨款收入 1 500.00 一、一般公共服务支出 31 0.00\n"
        "二、其他收入 2 30.00 二、社会保障和就业支出 32 130.00\n3 三、资源勘探工业信息\n等支出 33 400.00\n4 四、其他支出 34\n"
        "本年收入合计 27 530.00 本年支出合计 57 530.00\n年初结转和结余 28 5.00 年末结转和结余 58 5.00\n总计 30 535.00 总计 60 535.00\n"
    )
    found = [
        (row.side, row.name, row.number, row.cells["决算数"].text)
        for row in table(text, "收入支出决算总表").rows
        if row.name
    ]
    assert ("支出", "资源勘探工业信息等支出", "33", "400.00") in found
    assert ("支出", "其他支出", "34", "") in found
    assert ("收入", "总计", "30", "535.00") in found
    assert ("支出", "总计", "60", "535.00") in found


def test_two_lists_without_line_numbers_are_parted_by_their_names() -> None:
    text = (
        "收入支出决算总表\n单位：万元\n收入 支出\n项目 决算数 项目 决算数\n一、一般公共预算财政拨款收入 500.00 一、一般公共服务支出 0.00\n"
        "二、其他收入 30.00 二、社会保障和就业支出 130.00\n三、农林水支出 400.00\n本年收入合计 530.00 本年支出合计 530.00\n总计 530.00 总计 530.00\n"
    )
    found = {(row.side, row.name): row.cells["决算数"].text for row in table(text, "收入支出决算总表").rows if row.name}
    assert found["支出", "农林水支出"] == "400.00"
    assert found["收入", "其他收入"] == "30.00"
    assert found["支出", "总计"] == "530.00"


def test_economic_codes_go_to_the_list_of_their_class() -> None:
    text = (
        "一般公共预算财政拨款基本支出决算表\n单位：万元\n人员经费 公用经费\n科目编码 科目名称 金额 科目编码 科目名称 金额\n"
        "301 工资福利支出 250.00 302 商品和服务支出 60.00\n30101 基本工资 250.00 30201 办公费 40.00\n30103 奖金 30211 差旅费 20.00\n"
        "303 对个人和家庭的补助 20.00\n30302 退休费 20.00\n人员经费合计 270.00 公用经费合计 60.00\n"
    )
    found = {
        (row.side, row.code, row.name): row.cells["金额"].text
        for row in table(text, "一般公共预算财政拨款基本支出决算表").rows
        if row.name
    }
    assert found["公用经费", "30211", "差旅费"] == "20.00"
    assert found["人员经费", "30103", "奖金"] == ""
    assert found["人员经费", "303", "对个人和家庭的补助"] == "20.00"
    assert found["公用经费", "", "公用经费合计"] == "60.00"


def test_the_three_public_expenses_stand_on_one_line() -> None:
    text = (
        "一般公共预算财政拨款“三公”经费支出决算表\n部门：青川市水务局 单位：万元\n"
        "预算数 决算数\n合计 因公出国\n（境）费\n公务用车购置及运行费 公务接待费 合计 因公出国\n"
        "（境）费\n公务用车购置及运行费 公务接待费\n小计 购置费 运行费 小计 购置费 运行费\n1 2 3 4 5 6 7 8 9 10 11 12\n"
        "30.00 0.00 25.00 0.00 25.00 5.00 21.50 0.00 18.50 0.00 18.50 3.00\n"
    )
    found = table(text, "“三公”经费支出决算表")
    assert [cell.text for cell in found.rows[1].cells.values()] == ["21.50", "0.00", "18.50", "0.00", "18.50", "3.00"]


def test_lost_boxes_of_the_three_public_expenses_are_found_by_their_sums() -> None:
    text = (
        "一般公共预算财政拨款“三公”经费支出决算表\n部门：青川市水务局 单位：万元\n"
        "预算数 决算数\n合计 因公出国（境）费 公务用车购置及运行费 公务接待费\n"
        "小计 购置费 运行费\n1 2 3 4 5 6 7 8 9 10 11 12\n30.00 25.00 25.00 5.00 21.50 18.50 18.50 3.00\n"
    )
    report = read(text)
    found = report.table("“三公”经费支出决算表")
    assert found is not None
    cells = found.rows[0].cells
    assert cells["公务接待费"].text == "5.00"
    assert cells["因公出国（境）费"].text == ""


def test_figures_point_at_their_line_and_column() -> None:
    raw = ACCOUNTS.split("\n")
    for figure in table(ACCOUNTS, "支出决算表").figures():
        ink = figure.place.ink
        assert raw[(ink.line or 0) - 1][(ink.column or 0) - 1 :].startswith(figure.text)
