"""Targets, indicators, criteria (≥ 90 %), scores: what money shall achieve and what is said to have been achieved."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from gouji.model.figure import Figure
from gouji.model.inked import Inked
from gouji.model.place import Ink, Place


class CriterionKind(StrEnum):
    """How a target value can be judged."""

    NUMBER = "number"  # ≥90%, 5个, 15-20家, 2小时内
    ZERO = "zero"  # 0次, 无安全事故发生
    PASS = "pass"  # 通过验收, 相符, 满足合同需求: met or not
    QUALITATIVE = "qualitative"  # 提升, 良好: needs a description of grades
    DATE = "date"  # 12月底之前完成
    RELATIVE = "relative"  # 较2022年增加5%
    COMPOUND = "compound"  # several parts, each to be met
    LONG_TERM = "long_term"  # 长期: cannot be judged for a year
    MISSING = "missing"  # blank, /, —, 待定
    SECRET = "secret"  # 涉密项目


@dataclass(frozen=True, slots=True)
class Due:
    """By when: what is printed of year, month and day. The month is that of the end of what is named (第三季度: 9)."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def on(self, year: int) -> date:
        """The last day that keeps it; `year` is the document's, where none is printed."""
        year, month = self.year or year, self.month or 12
        return date(year, month, min(self.day or 31, monthrange(year, month)[1]))


@dataclass(frozen=True, slots=True)
class Criterion:
    """A target value as it can be judged.

    `comparator` is one of ≥ ≤ > < = ~ (a range) or "" when there is nothing to compare; `implied` says that the text
    prints none and it was inferred. `low` and `high` bound the value in `unit` with Chinese scale words multiplied
    out (5万户 is 50000 户, `scale` keeps the 万); None is open. `period` is 年, 季度, 月 … for values per period,
    `aggregation` is 累计 where the text says so, `scope` the words around the condition, `base_year` the year a
    relative value refers to. `parts` are the conditions of a compound value.

    `reason` says, in Chinese, why the value cannot be judged ("" where it can). `by` is the date asked for. A relative
    value is a `change` (增长, 下降, always bounded as a positive amount) against its `base` (上年, 2022年); without a
    `change` it is that much of its base (完成目标的110%: 110 % of 目标). `met` is what words that tell of a result say of
    it: True (已完成), False (未开展), None where they say nothing. `grades` are the bands that a qualitative value gives
    itself (优≥90%，良≥80%), `scope` being the name of the grade.
    """

    text: str
    kind: CriterionKind
    comparator: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    scale: str = ""
    implied: bool = False
    period: str = ""
    aggregation: str = ""
    scope: str = ""
    base_year: int | None = None
    parts: tuple[Criterion, ...] = ()
    ink: Ink = Ink()
    reason: str = ""
    by: Due | None = None
    base: str = ""
    change: str = ""
    met: bool | None = None
    grades: tuple[Criterion, ...] = ()


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator of a target form. Level names are as printed, "" where the form prints none.

    `value` is the value of the year, `period_value` that of the whole period (None where the form has no such column).
    `number` is the numbering printed before it in packed cells. `nature` is 指标性质 (≥, 定性) and `direction`
    指标方向性 (正向, 反向) as printed, "" where the form has no such column.
    """

    level1: str
    level2: str
    name: str
    value: Criterion
    place: Place
    period_value: Criterion | None = None
    number: str = ""
    weight: Figure | None = None
    nature: str = ""
    direction: str = ""


@dataclass(frozen=True, slots=True)
class TextBox:
    """A free-text box of a form (goal, use of funds, policy basis). Empty boxes are kept: their emptiness is a fact."""

    field: str
    content: Inked
    place: Place

    @property
    def text(self) -> str:
        return self.content.text


@dataclass(frozen=True, slots=True)
class Project:
    """A project with its money, goal and indicators. `secret` projects (涉密) show a code and nothing to judge."""

    name: str
    body: str
    place: Place
    funds: Mapping[str, Figure] = field(default_factory=dict)
    secret: bool = False
    goal: Inked = Inked("")
    indicators: tuple[Indicator, ...] = ()
    boxes: tuple[TextBox, ...] = ()
    period: tuple[int, int] | None = None
    period_place: Place | None = None
    form: str = ""

    def box(self, field: str) -> TextBox | None:
        """The box of that name; None when the form does not have it."""
        return next((box for box in self.boxes if box.field == field), None)


@dataclass(frozen=True, slots=True)
class Outlook:
    """What the form of monitoring says of an indicator's year: 全年预计完成情况, 完成目标可能性, classes of the deviation.

    `possibility` is 确定能, 有可能 or 完全不可能, or what is printed instead; "" where the box is blank. `classes` are those
    that are ticked: 经费保障, 制度保障, 人员保障, 硬件条件保障, 其他. `place` is that of the possibility, else of the forecast.
    """

    forecast: Criterion | None
    possibility: str
    classes: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What the review (复核) of a self-evaluation puts beside a line: 复核完成值, 复核得分, 偏离度, 备注."""

    actual: Criterion | None
    score: Figure | None
    deviation: Figure | None = None
    remark: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """A line of the review of targets (绩效目标审核表).

    `subject` is one of 完整性, 相关性, 适当性, 可行性 (as printed where it is another), `aspect` what of it (规范完整性),
    `point` the question asked (审核要点), `opinion` the answer (审核意见, or 优, 良, 中, 差). The total is a line of the
    subject 总分, the verdict one of the subject 综合评级 whose opinion is the grade.
    """

    subject: str
    aspect: str
    point: str
    opinion: str
    points: Figure | None
    score: Figure | None
    place: Place
    project: str = ""
    form: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """One scored line of a self-evaluation: the target, what was reached, the points to be had and the points given.

    `target` and `actual` are read by the same grammar. A total line has `name` 总分 and no criteria. `asks_reason` says
    that the form has a column for the reasons of deviations.
    """

    level1: str
    level2: str
    name: str
    target: Criterion | None
    actual: Criterion | None
    points: Figure | None
    score: Figure | None
    place: Place
    reason: str = ""
    form: str = ""
    project: str = ""
    asks_reason: bool = True
    nature: str = ""  # 指标性质 as printed
    outlook: Outlook | None = None  # lines of monitoring only
    reviewed: Reviewed | None = None  # lines of a review sheet only
