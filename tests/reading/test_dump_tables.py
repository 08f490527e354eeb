"""Tables of figures in dumps: headers broken over many lines, names cut in two, boxes lost, pages repeated."""

from __future__ import annotations

from gouji.reading.dump import blocks
from gouji.reading.grid import Grid
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


def grids(text: str) -> list[list[list[str]]]:
    return [
        [[cell.text for cell in row] for row in block.rows] for block in blocks(lines(text)) if isinstance(block, Grid)
    ]


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
