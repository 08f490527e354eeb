"""项目支出绩效目标表 as a PDF gives it up: four pages, names over several lines, empty columns lost, indicators packed."""

from __future__ import annotations

from dataclasses import dataclass, field

from money import Purse, wan
from paper import wrapped
from slips import Slips

BODY = "青川市水务局"
YEAR = 2022
NAME = "2_青川市水务局_2022年项目支出绩效目标表.txt"
SECRET = "涉密项目。"
PAGE = 5  # projects on one page
WORKS = ("城区易涝点整治", "供水管网漏损治理工程")

HEADER = ["项目名称（资金使用", "", "单位）", "总计 财政拨款", "", "财政专户拨", "", "款", "", "其他资", "", "金", "绩效目标 绩效指标", ""]


@dataclass
class Listed:
    """One project: 万元 of the grant and of other funds, its goal, its indicators (level, name, value)."""

    name: str
    grant: float
    other: float = 0
    goal: str = SECRET
    indicators: list[tuple[str, str, str]] = field(default_factory=list)


UNITS: list[tuple[str, list[Listed]]] = [
    (
        "青川市水务局",
        [
            Listed("专项工作经费", 318.40, 0, "保障规划编制、法规宣传和行业检查等工作开展，为水务管理决策提供依据。", [
                ("产出指标", "行业检查覆盖单位数量", "不少于40家"),
                ("产出指标", "宣传活动场次", "6场"),
                ("效益指标", "水法规知识知晓率", "大于80%"),
                ("满意度指标", "服务对象满意度", "90%以上"),
            ]),
            Listed("城区易涝点整治", 640.00, 0, "对城区低洼路段实施排水改造，配置移动泵车，减少强降雨造成的积水，方便居民出行。", [
                ("产出指标", "整治易涝点数量", "10处"),
                ("产出指标", "工程验收合格率", "100%"),
                ("产出指标", "积水排除时间", "不超过2小时"),
                ("效益指标", "受益居民人数", "5万人以上"),
                ("满意度指标", "沿线居民满意度", "大于85%"),
            ]),
            Listed("供水管网漏损治理工程", 1486.30, 0, "更换使用年限较长的供水管道，建立分区计量体系，降低产销差，提高供水保障水平。", [
                ("产出指标", "更换老旧供水管道长度", "不少于30公里"),
                ("产出指标", "分区计量表具安装数量", "120套"),
                ("效益指标", "公共供水管网漏损率", "≤10%"),
                ("满意度指标", "用水居民满意度", "90%以上"),
            ]),
            Listed("QCSW2022-SM-N-C-0036(2022)", 46.20, 0, SECRET),
        ],
    ),
    (
        "青川市供水水质监测中心",
        [
            Listed("水质监测检验检测费", 265.50, 402.80, "按月开展水源、出厂水和管网末梢水检测，及时公布结果，保障居民用水安全。", [
                ("产出指标", "水质检测样品数量", "不少于3600份"),
                ("产出指标", "检测报告及时率", "≥98%"),
                ("产出指标", "水质异常平均到场时间（分钟）", "{minutes}"),
                ("效益指标", "供水水质公示覆盖率", "100%"),
                ("满意度指标", "委托单位满意度", "大于90%"),
            ]),
            Listed("实验室仪器设备更新购置项目", 132.60, 57.15, "更新色谱、质谱等检测仪器，补充前处理设备，提升检测能力。", [
                ("产出指标", "购置仪器设备数量", "9台（套）"),
                ("产出指标", "设备验收合格率", "100%"),
                ("效益指标", "新增检测参数数量", "不少于12项"),
                ("满意度指标", "检测人员满意度", "90%以上"),
            ]),
        ],
    ),
    (
        "青川市河道管理所",
        [
            Listed("河道清淤和岸线养护", 534.15, 0, "清除主要河道淤积，修复破损护岸，保持河道行洪通畅、岸线整洁。", [
                ("产出指标", "清淤土方量", "8.5万立方米"),
                ("产出指标", "养护岸线长度", "64公里"),
                ("效益指标", "主要河道水质达标率", "≥95%"),
                ("满意度指标", "沿河群众满意度", "≥85%"),
            ]),
            Listed("青川市河道管理所2022-2023年水文遥测设施运行维护项目(2022)", 88.75, 0, "委托专业队伍维护遥测站点，保证雨情水情数据连续、准确。", [
                ("产出指标", "维护遥测站点数量", "52处"),
                ("产出指标", "数据到报率", "95%以上"),
                ("产出指标", "故障修复时间", "24小时以内"),
                ("效益指标", "洪水预警发布准确率", "≥90%"),
                ("满意度指标", "数据使用单位满意度", "90%以上"),
            ]),
        ],
    ),
    (
        "青川市防汛物资储备中心",
        [
            Listed("防汛抢险物资购置", 412.36, 0, "按储备定额补充编织袋、冲锋舟和救生器材，确保汛期物资调得出、用得上。", [
                ("产出指标", "购置冲锋舟数量", "6艘"),
                ("产出指标", "物资验收合格率", "100%"),
                ("效益指标", "应急物资调运及时率", "≥95%"),
                ("满意度指标", "用户满意度", "90%以上"),
            ]),
            Listed("仓库维修改造", 77.05, 0, "维修屋面和消防设施，改善仓储条件，消除安全隐患。", [
                ("产出指标", "维修仓库面积", "1850平方米"),
                ("产出指标", "改造完成时间", "2022年10月底前"),
                ("效益指标", "安全责任事故数量", "0次"),
                ("满意度指标", "仓库管理人员满意度", "≥90%"),
            ]),
        ],
    ),
]  # fmt: skip


def build(slips: Slips) -> str:
    """The whole document."""
    purse = Purse(BODY + "项目")
    funds = {project.name: (purse(project.grant), purse(project.other)) for _, unit in UNITS for project in unit}
    sums = [tuple(sum(funds[project.name][n] for project in unit) for n in (0, 1)) for _, unit in UNITS]
    parts = [*_money("合计", [sum(grant for grant, _ in sums), sum(other for _, other in sums)])]
    count = 0
    for (unit, projects), totals in zip(UNITS, sums, strict=True):
        parts += _unit(unit, totals, slips)
        for project in projects:
            if count and count % PAGE == 0:
                parts += ["", "", *_heading()]
            count += 1
            parts += _project(project, funds[project.name], slips)
    return "\n".join(["", *_heading(), *parts, ""])


def initial_budget() -> dict[str, int]:
    """What the list grants to capital works and to all other projects, in fen: the initial project budget of the year."""
    purse = Purse(BODY + "项目")
    budget = {"基本建设类项目": 0, "行政事业类项目": 0}
    for project in (project for _, unit in UNITS for project in unit):
        grant, _ = purse(project.grant), purse(project.other)
        budget["基本建设类项目" if project.name in WORKS else "行政事业类项目"] += grant
    return budget


def _heading() -> list[str]:
    title = f"{BODY} {YEAR}年项目支出绩效目标表（含转移支付项目）"
    return [title, "", f"部门名称：{BODY} 单位：万元", "", *HEADER]


def _money(name: str, pair: list[int] | tuple[int, ...]) -> list[str]:
    """合计 and the like on one line; an empty column leaves nothing behind."""
    return [f"{name} {_amounts(pair)}", ""]


def _amounts(pair: list[int] | tuple[int, ...]) -> str:
    grant, other = pair
    return " ".join(wan(amount) for amount in (grant + other, grant, other) if amount)


def _unit(name: str, totals: tuple[int, ...], slips: Slips) -> list[str]:
    amounts = _amounts(totals)
    if name == "青川市河道管理所":
        right = wan(sum(totals))
        wrong = slips(
            "632.90", right, "小计误多十万元，不等于所属项目之和",
            "unit-total-is-not-sum-of-projects", "project-list-total-is-not-sum-of-units", "project-total-is-not-sum-of-funds",
        )  # fmt: skip
        amounts = f"{wrong} {right}"
    lines = wrapped(name, 18)
    return [*_spaced(lines), amounts, ""] if len(lines) > 1 else [f"{name} {amounts}", ""]


def _project(project: Listed, pair: tuple[int, int], slips: Slips) -> list[str]:
    names = wrapped(f"    {project.name}", 18)
    amounts = _amounts(pair)
    if project.goal == SECRET:
        return [*_spaced(names[:-1]), names[-1], f"{amounts} {SECRET} {SECRET}", ""]
    head = [f"{names[0]} {amounts}"] if len(names) == 1 else [*_spaced(names), amounts]
    return [*head, "", *_spaced(wrapped(project.goal, 54)), *_spaced(wrapped(_packed(project, slips), 60))]


def _packed(project: Listed, slips: Slips) -> str:
    text = ""
    for number, (level, name, value) in enumerate(project.indicators, 1):
        if value == "{minutes}":
            value = slips(
                "2小时以内", "120分钟以内", "指标名称以分钟计，指标值以小时计", "unit-in-name-differs-from-unit-in-value"
            )
        text += f"{number}、{level}：{name}，年度指标值：{value}。"
    return text


def _spaced(lines: list[str]) -> list[str]:
    return [part for line in lines for part in (line, "")]
