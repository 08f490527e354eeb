"""部门整体预算绩效目标申报表 as a PDF gives it up: the four columns of a task come one after the other, lines are broken."""

from __future__ import annotations

from money import Purse, wan
from paper import wrapped
from slips import Slips

BODY = "青川市水务局"
YEAR = 2023
NAME = "1_青川市水务局_2023年部门整体绩效目标申报表.txt"

GOAL = (
    "统筹做好城乡供水、防汛排涝和河湖管护，全年供水管网漏损率继续下降，汛期重点地段积水及时排除，主要河道水质稳定达标；"
    "建成智慧水务平台一期，实现水源、水厂、管网数据统一汇集，为居民安全用水和城市安全度汛提供保障。"
)

# Name, what is done, 万元, what is to be reached.
TASKS = [
    (
        "供水管网漏损治理",
        "更换老旧供水管道 38 公里，加装分区计量表具，对漏点开展听漏普查和修复，支付材料、施工和监理费用。",
        1486.00,
        "管网漏损率降到百分之九以内，老旧小区水压不足和水质浑浊的投诉明显减少，供水保障能力得到增强。",
    ),
    (
        "城区易涝点整治和排水设施养护",
        "改造易涝点 8 处，清疏排水管渠 210 公里，更新移动泵车和雨量监测设备，落实汛期值守。",
        1120.00,
        "暴雨期间主要道路积水在规定时间内退去，行人和车辆通行安全得到保障。",
    ),
    (
        "智慧水务平台一期建设",
        "建设数据中心和调度大屏，接入 46 个水质在线监测点的数据，完成系统测评和人员培训。",
        864.50,
        "水源、水厂和管网数据在一个平台上展示和预警，调度指令在线下达，应急响应时间缩短。",
    ),
    (
        "农村饮水安全巩固提升",
        "维修村级水站 27 座，更换净水和消毒设备，开展水质抽检。",
        655.00,
        "农村居民用水水质稳定达标，水站运行管理规范。",
    ),
]

# Level 1, level 2, name, value of the period, value of the year; a level is printed where it begins.
INDICATORS = [
    ("产出指标", "数量指标", "更换老旧供水管道长度", "≥38公里", "≥38公里"),
    ("", "", "整治易涝点数量", "8处", "8处"),
    ("", "", "清疏排水管渠长度", "不少于210公里", "不少于210公里"),
    ("", "", "接入水质在线监测点数量", "46个", "46个"),
    ("", "质量指标", "工程验收合格率", "≥98%", "≥98%"),
    ("", "时效指标", "易涝点整治完成时间", "2023年6月底前", "2023年6月底前"),
    ("效益指标", "社会效益指标", "公共供水管网漏损率", "≤9%", "≤9%"),
    ("", "生态效益指标", "主要河道水质达标率", "≥95%", "≥95%"),
    ("满意度指标", "服务对象满意度指标", "用水居民满意度", "90%以上", "90%以上"),
]


def build(slips: Slips) -> str:
    """The whole document."""
    return "\n".join(["", *_overview(slips), *_tasks(), *_indicators(slips)])


def _spaced(lines: list[str]) -> list[str]:
    return [part for line in lines for part in (line, "")]


def _overview(slips: Slips) -> list[str]:
    purse = Purse(BODY + "目标")
    basic, project, other = purse(3128.60), purse(5902.35), purse(1018.55)
    grant = basic + project - other
    transposed = slips(
        "1,081.55", wan(other), "其他资金两位数字颠倒，收入来源合计不等于支出合计", "department-expenditure-differs-from-income"
    )
    return _spaced(
        [
            f"{BODY} {YEAR}年部门整体预算绩效目标申报表",
            f"部门名称 {BODY}",
            "预算整体情况",
            "部门预算支出 预算金额（万元） 收入来源 预算金额（万元）",
            f"基本支出 {wan(basic)} 财政拨款 {wan(grant)}",
            f"项目支出 {wan(project)} 其他资金 {transposed}",
            "事业发展性支出 预算金额（万元） 按预算级次划分 预算金额（万元）",
            f"财政专项资金 0.00 市本级使用资金 {wan(grant)}",
            f"其他事业发展性支出 {wan(project)} 拟用于对下转移支付资金 0.00",
            "总体绩效目标",
            *wrapped(GOAL, 84),
        ]
    )


def _tasks() -> list[str]:
    lines = _spaced(["年度重点工作任务", "名称 主要实施内容 拟投入的资金（万元） 期望达到的目标（概述）"])
    purse = Purse(BODY + "任务")
    for name, work, amount, aim in TASKS:
        names, works, aims = wrapped(name, 22), wrapped(work, 66), wrapped(aim, 54)
        printed = wan(purse(amount))
        money = [*works, "", printed] if len(works) > 1 else [f"{works[0]} {printed}"]
        lines += [*names, "", *money, "", *_spaced(aims)]
    return [*lines, "其他需完成的任务（可选", "填）", ""]


def _indicators(slips: Slips) -> list[str]:
    lowered = slips("8处", "10处", "目标值低于上一年度同一指标，未说明原因", "target-was-lowered-without-reason")
    lines = ["绩效指标", "一级指标 二级指标 三级指标 实施周期指标值 年度指标值"]
    for level1, level2, name, period, value in INDICATORS:
        if name == "整治易涝点数量":
            value = lowered
        if level1:
            lines.append(level1)
        lines.append(" ".join(part for part in (level2, name, period, value) if part))
    return _spaced(lines)
