"""部门整体支出绩效自评报告 as a PDF gives it up: sentences and table rows broken anywhere, pages marked by a blank."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from books import Books, economic_total
from money import Purse, percent, wan
from paper import dumped
from slips import Slips

NAME = "4_青川市水务局_2022年度部门整体支出绩效自评报告.txt"

MONTHLY = ["104.20", "98.36", "101.75", "97.42", "110.08", "99.13", "96.87", "103.54", "98.05", "100.60"]

HEADER = [
    "按支出性质", "分类", "年初", "预算数", "预算调整 实际支出", "调整金额", "调整后", "预算", "预算调", "整率", "决算数", "实际", "支出率",
]  # fmt: skip


def build(books: Books, slips: Slips) -> str:
    """The whole document."""
    year, body = books.year, books.body
    paragraphs = [body, f"{year}年度部门整体支出绩效自评报告", *_body(books), *_money(books, slips), *_management()]
    return dumped([*paragraphs, *_result(books, slips), *_execution(slips), *_outlook(slips)])


def _body(books: Books) -> list[str]:
    return [
        f"按照全面实施预算绩效管理的要求，我局组织局机关和下属单位对 {books.year} 年度部门整体支出开展绩效自评，现将情况报告如下：",
        "一、部门基本情况",
        "（一）部门主要职能和机构人员情况",
        "我局负责全市供水、排水、防汛和河湖管护。部门由局本级和 3 个下属单位组成，分别是青川市供水水质监测中心、青川市河道管理所、"
        f"青川市防汛物资储备中心。截至 {books.year} 年 12 月 31 日，实有在编人员 96 人。",
        f"（二）{books.year} 年度重点工作任务",
        "一是实施供水管网漏损治理，更换老旧管道 33 公里；二是整治城区易涝点，完成 9 处改造；三是开展河道清淤，清除淤积 8.7 万立方米；"
        "四是充实防汛物资，汛前完成补库。",
        "（三）部门整体支出绩效目标",
        "保障城乡供水安全和城市度汛安全，改善河湖面貌，提高水务服务水平。年度目标按计划完成。",
        "（四）部门整体收支情况",
    ]


def _lines(books: Books) -> dict[str, tuple[int, int, int]]:
    """Initial budget, adjustment and outturn of the four kinds of expenditure, in fen."""
    purse = Purse(books.body + "自评")
    works = sum(books.total(lambda item: item.general_project, code) for code in ("2120399", "2130399"))
    project = books.total(lambda item: item.general_project)
    initial = books.planned
    return {
        "人员经费": (initial["人员经费"], purse(148.60), economic_total(books.staff)),
        "日常公用经费": (initial["日常公用经费"], purse(15.20), economic_total(books.running)),
        "基本建设类项目": (initial["基本建设类项目"], purse(118.42), works),
        "行政事业类项目": (initial["行政事业类项目"], 0, project - works),
    }


def _money(books: Books, slips: Slips) -> list[str]:
    lines = _lines(books)
    basic = _added(lines["人员经费"], lines["日常公用经费"])
    project = _added(lines["基本建设类项目"], lines["行政事业类项目"])
    whole = _added(basic, project)
    initial, adjustment, spent = whole
    rate = percent(spent, initial + adjustment)
    stated = slips(
        "97.19%", rate, "执行率两位数字颠倒，与表中支出率和金额都不一致",
        "completion-rate-does-not-follow", "stated-rate-differs-from-table",
    )  # fmt: skip
    total = _printed("本年支出合计", whole)
    right = percent(adjustment, initial)
    wrong = slips("14.11%", right, "合计行的预算调整率误多一位", "overall-adjustment-rate-is-wrong")
    return [
        f"{books.year} 年度，我局部门整体支出年初预算 {wan(initial, False)} 万元，调整后预算 {wan(initial + adjustment, False)} 万元，"
        f"实际支出 {wan(spent, False)} 万元，预算执行率 {stated}，预算和支出情况见下表：",
        *HEADER,
        _printed("一、基本支出", basic),
        _printed("人员经费", lines["人员经费"]),
        _printed("日常公用经费", lines["日常公用经费"]),
        _printed("二、项目支出", project),
        "基本建设类",
        "项目",
        _printed("", lines["基本建设类项目"]),
        "行政事业类",
        "项目",
        _printed("", lines["行政事业类项目"]),
        total.replace(f" {right} ", f" {wrong} ", 1),
    ]


def _added(one: tuple[int, int, int], other: tuple[int, int, int]) -> tuple[int, int, int]:
    return (one[0] + other[0], one[1] + other[1], one[2] + other[2])


def _printed(name: str, line: tuple[int, int, int]) -> str:
    initial, adjustment, spent = line
    adjusted = initial + adjustment
    amounts = [wan(initial, False), wan(adjustment, False), wan(adjusted, False)]
    return " ".join(filter(None, [name, *amounts, percent(adjustment, initial), wan(spent, False), percent(spent, adjusted)]))


def _management() -> list[str]:
    return [
        "（五）部门整体绩效管理情况",
        "我局设定产出指标 6 个、效益指标 4 个，共 10 个指标，从产出和效益两个方面衡量年度目标的实现情况，"
        "并在年中对各项目进度和资金使用情况进行了监控，对进度较慢的项目及时督促。",
    ]


def _result(books: Books, slips: Slips) -> list[str]:
    later = slips(f"{books.year + 1} 年度", f"{books.year} 年度", "年度误写为编制报告的年份", "year-slips")
    return [
        "二、绩效自评情况",
        "（一）自评结论",
        f"{later}部门整体支出绩效评价采用百分制，一级指标包括履职效能和管理效能，其中履职效能 50 分，管理效能 50 分。管理效能从预算编制、预算执行、"
        "信息公开、绩效管理、采购管理、资产管理和运行成本七个方面考核。",
        f"经综合评价，我局 {books.year} 年度部门整体支出绩效自评得分为 96 分，其中：履职效能自评得分 50 分，得分率为 100%；"
        "管理效能自评得分 46 分，得分率为 92%，自评等级为“优”。",
        f"{books.year}年度部门整体支出绩效评价综合得分情况",
        "评价内容 权重（%） 分值配置 实际得分 得分率",
        "履职效能",
        "评价",
        "50 50 50 100%",
        "管理效能",
        "评价",
        "50 50 46 92%",
    ]


def _execution(slips: Slips) -> list[str]:
    rates = [Decimal(rate) for rate in MONTHLY]
    cents = Decimal("0.01")
    average = (sum(rates) / len(rates)).quantize(cents, ROUND_HALF_UP)
    capped = (sum(min(rate, Decimal(100)) for rate in rates) / len(rates)).quantize(cents, ROUND_HALF_UP)
    stated = slips(
        f"{average}%", f"{capped}%", "有五个月的执行率超过100%，没有按报告自己的规定封顶计算",
        "average-ignores-the-cap-the-report-states",
    )  # fmt: skip
    points = (capped / 10).quantize(cents, ROUND_HALF_UP)
    score = slips("10", str(points), "封顶后的平均执行率不足100%，得分不应为满分", "score-rests-on-mistaken-average")
    return [
        "（二）履职效能分析",
        "1.产出指标完成情况",
        "6 个产出指标均达到目标值，合计得分 20 分。",
        "2.效益指标完成情况",
        "4 个效益指标均达到目标值，合计得分 20 分。",
        "3.部门预算资金支出率",
        "本指标 10 分，得分按分值乘以年度平均执行率计算。一般公共预算支出年度平均执行率=∑每月一般公共预算支出执行率÷n"
        "（n为自通报之月起的月份数；每月执行率超过100%的，按100%计算）。据此计算，一般公共预算支出年度平均执行率=("
        f"{'+'.join(f'{rate}%' for rate in MONTHLY)})/10={stated}。本指标得分{score}分。",
        "综上，履职效能共计得分 50 分。",
    ]


def _outlook(slips: Slips) -> list[str]:
    listed = slips("四", "三", "写明四方面问题，只列出三方面", "named-count-differs-from-list")
    return [
        "三、存在的主要问题",
        f"存在以下{listed}个方面的问题：一是个别工程前期准备不够充分，开工时间晚于计划；二是部分指标的佐证资料收集不够及时；"
        "三是固定资产台账更新不够及时。",
        "四、下一步改进措施",
        "提前开展项目前期工作，明确佐证资料的归集责任，按季度核对资产台账，并把自评结果作为下年度安排预算的参考。",
    ]
