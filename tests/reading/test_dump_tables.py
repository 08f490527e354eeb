"""Tables of figures in dumps: headers broken over many lines, names cut in two, boxes lost, pages repeated."""

from __future__ import annotations

from gouji.model.report import Report
from gouji.model.table import Table
from gouji.reading.dump import blocks
from gouji.reading.grid import Grid
from gouji.reading.read import read_document
from gouji.reading.text import lines

MONEY = """（二）部门收支情况

2024 年年初预算 5,230.00 万元，全年执行 5,102.37 万元，执行

率 97.56%，具体如下表所示：

支出项目

年初

预算数

调整金

额

调整后

预算

预算调

整率

决算数

实际支

出率

一、基本支出 2,100.00 50.00 2,150.00 2.38% 2,140.00 99.53%

日常公用

经费

300.00 10.00 310.00 3.33% 305.00 98.39%

二、项目支出 3,130.00 -50.00 3,080.00 -1.60% 2,962.37 96.18%

本年支出合计 5,230.00 0.00 5,230.00 0.00% 5,102.37 97.56%

（三）绩效管理情况

我局建立了绩效管理制度，对重点项目开展绩效运行监控和绩效

自评。
"""

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


def grids(text: str) -> list[list[list[str]]]:
    return [
        [[cell.text for cell in row] for row in block.rows] for block in blocks(lines(text)) if isinstance(block, Grid)
    ]


def read(text: str) -> Report:
    return read_document("决算.txt", text.encode())


def table(text: str, form: str) -> Table:
    found = read(text).table(form)
    assert found is not None
    return found


def printed(found: Table) -> list[list[str]]:
    return [[row.code, row.name, *(cell.text for cell in row.cells.values())] for row in found.rows]


def test_a_header_in_pieces_is_read_by_the_words_of_the_form() -> None:
    (rows,) = grids(MONEY)
    assert rows[0] == ["支出项目", "年初预算数", "调整金额", "调整后预算", "预算调整率", "决算数", "实际支出率"]
    assert rows[2] == ["日常公用经费", "300.00", "10.00", "310.00", "3.33%", "305.00", "98.39%"]
    assert len(rows) == 5


def test_the_text_around_a_table_stays_text() -> None:
    texts = [block.text for block in blocks(lines(MONEY)) if not isinstance(block, Grid)]
    assert texts[1].endswith("执行率97.56%，具体如下表所示：")
    assert texts[2:] == ["（三）绩效管理情况", "我局建立了绩效管理制度，对重点项目开展绩效运行监控和绩效自评。"]


def test_a_lost_box_is_found_by_the_percent_signs() -> None:
    text = MONEY.replace("300.00 10.00 310.00 3.33% 305.00 98.39%", "300.00 10.00 310.00 305.00 98.39%")
    (rows,) = grids(text)
    assert rows[2] == ["日常公用经费", "300.00", "10.00", "310.00", "", "305.00", "98.39%"]


def test_columns_in_another_order_follow_the_percent_signs() -> None:
    text = (
        "自评得分情况表\n评价内容 实际得分 得分率 分值配置 权重（%）\n"
        "部门决策 19 95% 20 20%\n部门管理 27.5 91.67% 30 30%\n部门绩效 48 96% 50 50%\n"
    )
    (rows,) = grids(text)
    assert rows[0] == ["评价内容", "实际得分", "得分率", "分值配置", "权重（%）"]


def test_names_in_pieces_below_the_header_belong_to_the_first_row() -> None:
    text = (
        "2024年度部门整体支出绩效评价综合得分情况\n\n评价内容 权重（%） 分值配置 实际得分 得分率\n\n履职效能\n\n评价\n"
        "50 50 49 98%\n\n管理效能\n\n评价\n50 50 45.5 91%\n"
    )
    (rows,) = grids(text)
    assert rows[1:] == [["履职效能评价", "50", "50", "49", "98%"], ["管理效能评价", "50", "50", "45.5", "91%"]]


def test_a_table_without_a_form_keeps_its_header_and_running_numbers() -> None:
    text = (
        "重点项目资金安排情况如下：\n\n序号 项目名称 预算金额（万元） 执行金额（万元） 执行率\n\n"
        "1 农村饮水安全巩\n\n固提升工程 1,200.00 1,180.50 98.38%\n\n"
        "2 河道清淤工程 860.00 860.00 100.00%\n\n3 防汛物资储备 320.00 298.60 93.31%\n"
    )
    (rows,) = grids(text)
    assert rows == [
        ["序号", "项目名称", "预算金额（万元）", "执行金额（万元）", "执行率"],
        ["1", "农村饮水安全巩固提升工程", "1,200.00", "1,180.50", "98.38%"],
        ["2", "河道清淤工程", "860.00", "860.00", "100.00%"],
        ["3", "防汛物资储备", "320.00", "298.60", "93.31%"],
    ]


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
    assert any("空格在文本中已丢失" in doubt.message for doubt in read(text).doubts)


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


def test_a_table_of_indicators_in_a_report_is_no_running_text() -> None:
    text = (
        "二、绩效指标完成情况\n\n部门整体支出绩效指标完成情况统计表\n\n一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分\n\n"
        "产出指标\n\n数量指标\n\n"
        "改造集中供水工程处数 ≥12处 13处 10 10\n\n农村供水设施管理人\n\n员培训人次\n\n≥200人次 215人次 10 10\n\n"
        "质量指标 水质检测合格率 ≥95% 97.5% 10 10\n\n合计 30 30\n\n三、存在的问题\n\n预算编制不够精细。\n"
    )
    (rows,) = grids(text)
    assert rows[1:] == [
        ["产出指标", "数量指标", "改造集中供水工程处数", "≥12处", "13处", "10", "10"],
        ["", "", "农村供水设施管理人员培训人次", "≥200人次", "215人次", "10", "10"],
        ["", "质量指标", "水质检测合格率", "≥95%", "97.5%", "10", "10"],
        ["合计", "", "", "", "", "30", "30"],
    ]
