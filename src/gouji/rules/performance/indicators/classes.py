"""The indicators of a project as a set: missing classes, their number, those that stand twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gouji.model.finding import Observation, Remark, Severity
from gouji.model.performance import Project
from gouji.model.place import Place
from gouji.model.report import Report
from gouji.rules.performance.indicators.judged import Judged, grouped, judged
from gouji.rules.performance.likeness import alike
from gouji.rules.rule import INDICATORS, rule
from gouji.vocabulary.advice import needs_costs
from gouji.vocabulary.indicators import words
from gouji.vocabulary.terms import plain

CLASSES = ("产出指标", "效益指标", "满意度指标", "成本指标")
NEARLY_ONE, MOST_COMPARED = 0.88, 50
NAMED = 5  # so many projects are named
FIRST_YEAR_OF_COSTS = 2022  # 财预〔2021〕101号 was made for the budgets of 2022 on
REVIEW = "财预〔2015〕88号：绩效指标应当完整，涵盖产出、效益和满意度"


@dataclass(frozen=True, slots=True)
class IndicatorSet:
    """The judged indicators of one project, or of the department itself."""

    project: Project | None
    rows: tuple[Judged, ...]

    @property
    def label(self) -> str:
        return f"“{self.project.name}”" if self.project else "部门整体"

    @property
    def place(self) -> Place:
        return self.project.place if self.project else self.rows[0].at_name

    @property
    def classes(self) -> set[str]:
        """The first levels it covers; 成本 and 满意度 also where they stand one level lower."""
        found = {row.level1 for row in self.rows} | {"效益指标" for row in self.rows if "效益" in row.level2}
        found |= {"产出指标" for row in self.rows if row.level2 in ("数量指标", "质量指标", "时效指标")}
        found |= {"成本指标" for row in self.rows if "成本" in row.level2 or "成本" in row.name}
        return found | {"满意度指标" for row in self.rows if "满意" in row.level2 or "满意" in row.name}


def sets_of(report: Report) -> Iterator[IndicatorSet]:
    """Every set that has an indicator to judge."""
    for rows in grouped(judged(report), lambda one: id(one.project)):
        yield IndicatorSet(rows[0].project, tuple(rows))


@rule(
    title="绩效指标缺少产出或效益",
    title_en="no indicators of outputs, or none of effects",
    basis=REVIEW,
    reads=(INDICATORS,),
    certainty="O",
    severity="warning",
)
def indicator_classes_are_missing(report: Report) -> Iterator[Observation]:
    """Each class that is missing once for a document, with every project that lacks it."""
    sets = [one for one in sets_of(report) if any(row.level1 in CLASSES for row in one.rows)]
    for name in ("产出指标", "效益指标"):
        without = [one for one in sets if name not in one.classes]
        if without:
            yield Remark(*_named(without, sets, name, "无法看出这笔钱做了什么、带来什么"))
    public = [one for one in sets if "满意度指标" not in one.classes]
    if public:
        message = _named(public, sets, "满意度指标", "如面向公众或服务对象，应当设置")
        yield Remark(*message, severity=Severity.NOTE)
    costly = [one for one in sets if "成本指标" not in one.classes and _needs_costs(one)]
    if costly and (report.year is None or report.year >= FIRST_YEAR_OF_COSTS):
        message = _named(costly, sets, "成本指标", "工程、修缮、购置类项目应当设置，其他项目可不设")
        yield Remark(*message, severity=Severity.NOTE)


def _needs_costs(one: IndicatorSet) -> bool:
    return one.project is not None and needs_costs(plain(one.project.name))


def _named(
    without: list[IndicatorSet], sets: list[IndicatorSet], name: str, why: str
) -> tuple[Place, str, str, tuple[Place, ...]]:
    """Place, message, message_en, against of the sets that lack a class."""
    labels = list(dict.fromkeys(one.label for one in without))
    names = "、".join(labels[:NAMED]) + ("等" if len(labels) > NAMED else "")
    many = f"{len(without)}个项目" if len(without) > 1 else ""
    return (
        without[0].place,
        f"{names}{many}没有{name}：{why}",
        f"{len(without)} of {len(sets)} sets have no indicators of {ENGLISH[name]}",
        tuple(one.place for one in without[1:]),
    )


ENGLISH = {"产出指标": "outputs", "效益指标": "effects", "满意度指标": "satisfaction", "成本指标": "costs"}


@rule(
    title="绩效指标数量过少或过多",
    title_en="too few or too many indicators",
    basis="财预〔2021〕101号：指标应当突出核心、少而精，并覆盖主要产出和效果",
    reads=(INDICATORS,),
    certainty="O",
    severity="note",
)
def number_of_indicators_is_unusual(report: Report) -> Iterator[Observation]:
    fewest, most = words()["limits"]["indicators"]
    sets = list(sets_of(report))
    for odd, judgement in (
        ([one for one in sets if len(one.rows) < fewest], "难以反映主要产出和效果"),
        ([one for one in sets if len(one.rows) > most], "重点不突出"),
    ):
        if odd:
            names = "、".join(f"{one.label}有{len(one.rows)}个" for one in odd[:NAMED]) + "等" * (len(odd) > NAMED)
            count = f"（共{len(odd)}个项目）" if len(odd) > 1 else ""
            yield Remark(
                odd[0].place,
                f"{names}指标{count}，{judgement}",
                f"{len(odd[0].rows)} indicators",
                tuple(one.place for one in odd[1:]),
            )


@rule(
    title="同一项目内指标重复",
    title_en="an indicator stands twice in one project",
    basis="财预〔2015〕88号：绩效指标不应重复设置",
    reads=(INDICATORS,),
    certainty="S",
    severity="warning",
)
def indicator_stands_twice_in_a_project(report: Report) -> Iterator[Observation]:
    for one in sets_of(report):
        for group in grouped(one.rows, lambda row: (row.level1, row.level2, row.name)):
            if group[0].name and len(group) > 1:
                yield _twice(group)


def _twice(group: list[Judged]) -> Remark:
    same = len({plain(one.value.text) for one in group}) == 1
    values = "指标值也相同" if same else "指标值不同：" + "、".join(f"“{one.value.text}”" for one in group[:4])
    return Remark(
        group[1].at_name,
        f"{group[0].label}在同一项目中出现{len(group)}次，{values}",
        f"stands {len(group)} times in one project",
        tuple(one.at_name for one in group if one is not group[1]),
        severity=None if same else Severity.NOTE,
    )


@rule(
    title="产出与效益用了同一个指标",
    title_en="one indicator is both an output and an effect",
    basis="绩效评价实务：产出与效益指标重复的，只计其一",
    reads=(INDICATORS,),
    certainty="S",
    severity="note",
)
def output_and_effect_are_one_indicator(report: Report) -> Iterator[Observation]:
    """One name, or nearly one with the same value: 培训人次 and 培训总人次, both ≥500人次."""
    for one in sets_of(report):
        outputs = [row for row in one.rows if row.level1 == "产出指标" and row.name]
        by_name = {row.name: row for row in reversed(outputs)}
        for row in (row for row in one.rows if row.level1 == "效益指标" and row.name):
            nearly = outputs[:MOST_COMPARED] if row.name not in by_name else ()
            same = by_name.get(row.name) or next((each for each in nearly if _one_indicator(each, row)), None)
            if same is not None:
                other = "" if same.name == row.name else f"（产出为{same.label}）"
                yield Remark(
                    row.at_name,
                    f"{row.label}既是产出指标又是效益指标{other}，只宜保留其一",
                    "both an output and an effect",
                    (same.at_name,),
                )


def _one_indicator(output: Judged, effect: Judged) -> bool:
    """Nearly one name, and the same value?"""
    value = output.value.text
    return bool(value) and value == effect.value.text and alike(output.name, effect.name, NEARLY_ONE)
