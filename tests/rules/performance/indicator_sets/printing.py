"""Invented sets of indicators and the forms several provinces would print them in, as plain text."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
LEVELS = {
    "数量": ("产出指标", "数量指标"),
    "质量": ("产出指标", "质量指标"),
    "时效": ("产出指标", "时效指标"),
    "成本": ("成本指标", "经济成本指标"),
    "经济": ("效益指标", "经济效益指标"),
    "社会": ("效益指标", "社会效益指标"),
    "生态": ("效益指标", "生态效益指标"),
    "可持续": ("效益指标", "可持续影响指标"),
    "满意": ("满意度指标", "服务对象满意度指标"),
}
_NATURE = re.compile(r"([≥≤=]?)([\d.]+)([^\d：；至]*)")


@dataclass(frozen=True)
class Row:
    """One indicator: the short name of its level, its name, its value."""

    level: str
    name: str
    value: str

    @property
    def levels(self) -> tuple[str, str]:
        """First and second level; `效益指标/满意度指标` prints a level where it does not belong."""
        first, slash, second = self.level.partition("/")
        return (first, second) if slash else LEVELS[self.level]


@dataclass(frozen=True)
class IndicatorSet:
    """A project with its goal and indicators."""

    name: str
    goal: str
    rows: tuple[Row, ...]


def sets() -> list[IndicatorSet]:
    """The good sets of the file, in its order."""
    blocks = re.split(r"^# ", (HERE / "good.txt").read_text(encoding="utf-8"), flags=re.M)[1:]
    return [_set(block.strip().split("\n")) for block in blocks]


def _set(lines: list[str]) -> IndicatorSet:
    return IndicatorSet(lines[0], lines[1].removeprefix("目标："), tuple(row(line) for line in lines[2:]))


def row(line: str) -> Row:
    """`数量 培训人数 ≥40人`; a missing value is printed as `空`."""
    level, name, value = line.split(" ", 2)
    return Row(level, name, "" if value == "空" else value)


def national(one: IndicatorSet) -> str:
    """项目支出绩效目标申报表 as 财预〔2015〕88号 has it: levels, name, value."""
    head = (
        f"项目支出绩效目标申报表\n（2026年度）\n\n项目名称|{one.name}|||\n主管部门|青川市综合服务中心|实施单位|青川市综合服务中心|\n"
        f"项目资金（万元）|年度资金总额|320.00||\n|其中：财政拨款|320.00||\n|其他资金|0.00||\n年度目标|{one.goal}|||\n"
        "绩效指标|一级指标|二级指标|三级指标|指标值\n"
    )
    return head + "".join(f"|{'|'.join(r.levels)}|{r.name}|{r.value}\n" for r in one.rows)


def by_nature(one: IndicatorSet) -> str:
    """部门预算项目绩效目标表 of the west: sign, value, unit and weight each in a column."""
    head = (
        f"部门预算项目绩效目标表\n（2026年度）\n金额单位：万元\n\n项目名称|{one.name}|||||\n主管部门|青川市综合服务中心|||||\n"
        f"项目资金（万元）|年度资金总额|320.00||||\n|其中：财政拨款|320.00||||\n|其他资金|0.00||||\n年度目标|{one.goal}|||||\n"
        "一级指标|二级指标|三级指标|绩效指标性质|绩效指标值|绩效度量单位|权重\n"
    )
    each, rest = divmod(90, len(one.rows))
    weights = [each + (at < rest) for at in range(len(one.rows))]
    lines = (f"{'|'.join(r.levels)}|{r.name}|{_split(r.value)}|{w}\n" for r, w in zip(one.rows, weights, strict=True))
    return head + "".join(lines)


def _split(value: str) -> str:
    match = _NATURE.fullmatch(value)
    return f"{match[1]}|{match[2]}|{match[3]}" if match else f"定性|{value}|"


def application(one: IndicatorSet) -> str:
    """资金绩效目标申报表 of the south, for one year: values of the period and of the year."""
    head = (
        f"绩效目标申报表\n\n资金名称|{one.name}|||\n项目实施周期|2026年-2026年|||\n资金需求（元）|2026年金额|3,200,000.00||\n"
        f"用途范围|用于{one.name}的材料、服务和设备。|||\n政策依据|《青川市年度重点工作方案》（青办〔2025〕17号）|||\n"
        f"总体绩效目标|年度绩效目标|{one.goal}||\n绩效指标|一级指标|二级指标|三级指标|实施周期指标值|年度指标值\n"
    )
    return head + "".join(f"|{'|'.join(r.levels)}|{r.name}|{r.value}|{r.value}\n" for r in one.rows)


def in_list(one: IndicatorSet) -> str:
    """项目支出绩效目标表 with all indicators of a project packed into one box."""
    packed = "".join(
        f"{number}、{r.levels[0]}：{r.name}，年度指标值：{r.value}。" for number, r in enumerate(one.rows, 1)
    )
    return (
        "2026年项目支出绩效目标表\n\n部门名称：青川市综合服务中心\n单位：万元\n"
        "项目名称（资金使用单位）|总计|财政拨款|财政专户拨款|其他资金|绩效目标|绩效指标\n"
        "合计|320.00|320.00||||\n青川市综合服务中心|320.00|320.00||||\n"
        f" {one.name}|320.00|320.00|||{one.goal}|{packed}\n"
    )


def coastal(one: IndicatorSet) -> str:
    """财政项目支出绩效目标表 as a city of the east prints it."""
    head = (
        f"财政项目支出绩效目标表\n（2026年度）\n\n项目名称：|{one.name}|项目类别：|其他一次性项目\n"
        "计划开始日期：|2026-01-01|计划结束日期：|2026-12-31\n项目资金（元）|项目资金总额|3,200,000.00|\n"
        f"项目总目标|年度总目标||\n{one.goal}|{one.goal}||\n一级指标|二级指标|三级指标|指标目标值\n"
    )
    return head + "".join(f"{'|'.join(r.levels)}|{r.name}|{r.value}\n" for r in one.rows)


STYLES: dict[str, Callable[[IndicatorSet], str]] = {
    "national": national,
    "by_nature": by_nature,
    "application": application,
    "in_list": in_list,
    "coastal": coastal,
}
