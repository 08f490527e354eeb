"""A form with boxes merged downwards and sideways: the target form of a project."""

from __future__ import annotations

import random

from books import Books

from printed.table import Document, Table, table

_DONE = ("业务系统运行维护", "基层站点标准化建设", "专项检查与抽样检测", "公共服务进社区", "信息化设备更新")
_INDICATORS = {
    "产出指标": {
        "数量指标": ("开展专项检查次数", "更新设备数量", "培训人次"), "质量指标": ("验收合格率", "系统正常运行率"),
        "时效指标": ("按期完成率",), "成本指标": ("项目总成本控制数",),
    },
    "效益指标": {"社会效益指标": ("服务覆盖面持续扩大，群众办事平均等候时间比上年缩短",), "可持续影响指标": ("长效管理机制健全程度",)},
    "满意度指标": {"服务对象满意度指标": ("服务对象满意度",)},
}  # fmt: skip
_VALUES = {"次数": "≥12次", "数量": "30台", "人次": "≥400人次", "率": "≥95%", "控制数": "≤120万元", "度": "≥90%"}


def document(books: Books, projects: int = 3) -> Document:
    """Several target forms under one heading."""
    chance = random.Random(f"forms {books.body}")
    names = chance.sample(_DONE, projects)
    prose = f"{books.body}{books.year}年编报绩效目标的项目共{projects}个，绩效目标表如下。"
    return Document(
        f"{books.body}{books.year}年项目绩效目标表",
        ["项目绩效目标情况", prose, *(_form(books, name, chance) for name in names)],
    )


def _form(books: Books, name: str, chance: random.Random) -> Table:
    fiscal, other = chance.randrange(20, 900), chance.choice((0, 0, 35))
    goal = f"完成{name}全部工作内容，保障相关业务正常开展；逐步健全管理制度，提升公共服务的质量和效率，资金使用规范、安全、有效。"
    top = [
        ["项目名称", name, "<", "<", "<"],
        ["主管部门", books.body, "<", "实施单位", books.body],
        ["项目资金（万元）", "年度资金总额", "<", f"{fiscal + other}.00", "<"],
        ["^", "其中：财政拨款", "<", f"{fiscal}.00", "<"],
        ["^", "其他资金", "<", f"{other}.00", "<"],
        ["总体目标", goal, "<", "<", "<"],
        ["绩效指标", "一级指标", "二级指标", "三级指标", "指标值"],
    ]
    rows = top + list(_indicators(chance))
    return table(
        "项目支出绩效目标表", "", "", [], [list(row) for row in rows], (10, 14, 18, 32, 16), f"注：{books.year}年度。"
    )


def _indicators(chance: random.Random) -> list[list[str]]:
    rows = []
    for first, seconds in _INDICATORS.items():
        for number, (second, thirds) in enumerate(seconds.items()):
            for place, third in enumerate(thirds):
                value = next((value for ending, value in _VALUES.items() if third.endswith(ending)), "效果明显")
                rows.append(["^", "^" if number or place else first, "^" if place else second, third, value])
    return rows
