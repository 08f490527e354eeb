"""绩效评价得分表: the four parts (决策, 过程, 产出, 效益), and what outputs and effects weigh among them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gouji.model.figure import Figure
from gouji.model.finding import NotApplicable, Observation, Remark
from gouji.model.performance import Score
from gouji.model.report import Report
from gouji.rules.rule import SCORES, rule
from gouji.scoring.form import SCORED, SelfEvaluation, self_evaluations
from gouji.vocabulary.levels import first_level

CIRCULAR = "财预〔2020〕10号 项目支出绩效评价管理办法 附件2"
DECISION, PROCESS, OUTPUT, EFFECT, CONTENT = "决策指标", "过程指标", "产出指标", "效益指标", "满意度指标"
_LEAST = Decimal(60)
_WHOLE = Decimal(100)


@rule(
    title="产出、效益指标的权重合计低于 60%",
    title_en="outputs and effects weigh less than 60 %",
    basis=f"{CIRCULAR}：产出、效益类指标权重原则上合计不低于60%",
    reads=(SCORES,),
    certainty="O",
    severity="warning",
)
def output_and_effect_weigh_less_than_sixty(report: Report) -> Iterator[Observation]:
    for form, parts in _frames(report):
        points = form.points()
        whole = sum((one.value for one in points), Decimal(0))
        if form.total is None or whole != _WHOLE:
            yield NotApplicable("得分表没有列全分值")
            continue
        own = [point for part in (OUTPUT, EFFECT, CONTENT) for point in _points(parts.get(part, []))]
        weigh = sum((one.value for one in own), Decimal(0))
        if weigh < _LEAST and own:
            yield Remark(
                own[0].place, f"产出和效益的分值合计 {weigh.normalize():f} 分，低于 60 分",
                f"outputs and effects make {weigh} of 100 points", tuple(one.place for one in own[1:]), "≥60",
            )  # fmt: skip


@rule(
    title="绩效评价指标体系缺少决策、过程、产出、效益中的一部分",
    title_en="the frame of an evaluation lacks one of its four parts",
    basis=f"{CIRCULAR}：决策、过程、产出、效益四部分",
    reads=(SCORES,),
    certainty="O",
    severity="note",
)
def evaluation_frame_lacks_a_part(report: Report) -> Iterator[Observation]:
    for form, parts in _frames(report):
        missing = [part.removesuffix("指标") for part in (DECISION, PROCESS, OUTPUT, EFFECT) if part not in parts]
        if missing and len(parts) >= 2 and form.total is not None:
            message = f"评价指标没有“{'、'.join(missing)}”部分，请核对指标体系是否完整"
            yield Remark(form.lines[0].place, message, f"the frame lacks {', '.join(missing)}")


def _frames(report: Report) -> Iterator[tuple[SelfEvaluation, dict[str, list[Score]]]]:
    """The tables of scores built as 决策—过程—产出—效益, with the lines of each part."""
    for form in self_evaluations(report):
        if not form.lines or any(line.form != SCORED for line in form.lines):
            continue
        parts: dict[str, list[Score]] = {}
        for line in form.lines:
            parts.setdefault(first_level(line.level1) or line.level1, []).append(line)
        if DECISION in parts and OUTPUT in parts:
            yield form, parts


def _points(lines: list[Score]) -> list[Figure]:
    return [line.points for line in lines if line.points is not None]
