"""What a body does: its units, its projects and what each project is to reach."""

from __future__ import annotations

from dataclasses import dataclass

COUNT, QUALITY, TIME = ("产出指标", "数量指标"), ("产出指标", "质量指标"), ("产出指标", "时效指标")
SOCIAL, NATURE = ("效益指标", "社会效益指标"), ("效益指标", "生态效益指标")
CONTENT = ("满意度指标", "服务对象满意度指标")


@dataclass(frozen=True)
class Aim:
    """An indicator: its classes, name, sign, the target of the first year and by how much it moves every year, points."""

    classes: tuple[str, str]
    name: str
    sign: str
    value: str
    unit: str
    points: int
    step: str = "0"

    @property
    def is_counted(self) -> bool:
        """Does it count what is done in the year, so that a period is the sum of its years?"""
        return self.classes == COUNT


@dataclass(frozen=True)
class Plan:
    """A project: its function code, the unit that runs it (0 is the office itself), 万元 of the first year, and its years.

    `years` counts from the first year of the world, −1 being the year before it; `own` is 万元 of other income;
    `carries` says that what is not spent stays for the next year.
    """

    name: str
    code: str
    unit: int
    wan: str
    goal: str
    done: str
    aims: tuple[Aim, ...]
    years: tuple[int, int] = (-1, 9)
    own: str = "0"
    carries: bool = False
    works: bool = False
    secret: bool = False


@dataclass(frozen=True)
class Theme:
    """A body: its office, the units below it, the code of its daily business, names of its codes, goal and projects."""

    office: str
    short: str
    duty: str
    units: tuple[str, ...]
    daily: str
    names: dict[str, str]
    goal: str
    plans: tuple[Plan, ...]


SHARED_NAMES = {
    "208": "社会保障和就业支出", "20805": "行政事业单位养老支出", "2080505": "机关事业单位基本养老保险缴费支出",
    "2080506": "机关事业单位职业年金缴费支出", "210": "卫生健康支出", "21011": "行政事业单位医疗", "2101101": "行政单位医疗",
    "221": "住房保障支出", "22102": "住房改革支出", "2210201": "住房公积金",
}  # fmt: skip


def secret(code: str, number: str) -> Plan:
    """A project of which only a code and the money are told."""
    return Plan(number, code, 0, "36.40", "涉密项目", "涉密项目", (), years=(1, 1), secret=True)


def five(count: Aim, quality: Aim, effect: Aim, served: str, time: str = "任务按期完成率") -> tuple[Aim, ...]:
    """The usual five: so many, how good, when, to what effect, who is content."""
    return (
        count, quality, Aim(TIME, time, "≥", "95", "%", 15), effect, Aim(CONTENT, f"{served}满意度", "≥", "90", "%", 10)
    )  # fmt: skip
