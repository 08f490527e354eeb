"""Targets for each site or household where the completion gives one total: nobody can tell whether each reached it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gouji.model.finding import Observation, Remark
from gouji.model.performance import Criterion
from gouji.model.report import Report
from gouji.rules.rule import SCORES, rule

_EACH = re.compile(
    r"每\s?一?(?P<what>个月|个?季度|[个家所户名位村镇县区][^\d≥≤，。；、不少至达]{0,6}?)[^，。；]{0,20}?\d"
)
_WHOLE = re.compile(r"全年|共计|合计|总计|总数|累计")
# Words that say something of each: then the reader can judge, or no rule can.
_ANSWERED = re.compile(
    r"[每均]|各(?:个|家|村|镇|区|县|单位|网站|月|季)|分别|全部|所有|以上|达标|不低于|不少于|已?完成(?:目标|指标|率)"
)
_NUMBER = re.compile(r"\d")


@rule(
    title="目标值按每个（家、户）计，完成情况只写总数",
    title_en="the target counts for each one, the completion gives totals only",
    basis="财预〔2021〕101号：完成值与指标值口径一致",
    reads=(SCORES,),
    certainty="O",
    severity="note",
)
def completion_of_each_is_given_as_total(report: Report) -> Iterator[Observation]:
    for score in report.scores:
        each = _each(score.target)
        if each is None or score.actual is None or not score.name or not _is_total(score.actual.text):
            continue
        yield Remark(
            score.place,
            f"“{score.name}”的目标是“{score.target.text if score.target else ''}”，"
            f"完成情况没有写每{each}达到多少，无法与目标值对照，请按指标口径填写",
            "the target counts for each one; the completion does not say what each reached",
        )


def _each(target: Criterion | None) -> str | None:
    """What a target is counted for; None where it also gives the total."""
    match = _EACH.search(target.text) if target is not None and not _WHOLE.search(target.text) else None
    return match["what"].strip() if match else None


def _is_total(text: str) -> bool:
    """Is it a text with numbers that says nothing of each? A bare number may well be that of each."""
    return len(text) > 12 and bool(_NUMBER.search(text)) and not _ANSWERED.search(text)
