"""How far a target was reached by the words of a result: 达成, 部分达成, 未达成, as the circular grades them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gouji.model.performance import Criterion, CriterionKind
from gouji.vocabulary.terms import plain

REACHED, PARTLY, MISSED = 0, 1, 2
NAMES = ("达成", "部分达成", "未达成")
LONGEST_CLAIM = 24  # a longer text tells a story; its verbs are no claim to a grade

_AIM = (
    r"(?:年度|年初|预期|预定|预计|设定|既定|计划|绩效|总体|全部|全年|各项|相关|目标)*"
    r"的?(?:指标值?|目标值?|要求|预期|任务|效果|标准|进度|目的|规定|工作|值)?"
)
_VERB = r"(?:达成|达到|完成|实现|满足|符合|达标|合格|通过|落实|执行|做到|到位)"
_PARTLY = re.compile(r"部分(?:达成|达到|完成|实现|落实)|未(?:全部|完全|全面)(?:达成|达到|完成|实现)|尚未全部")
_MISSED = re.compile(
    r"未(?:达成|达到|完成|实现|开展|实施|落实|达标|通过|按[时期]完成)|没有(?:达成|达到|完成|实现)|未能"
)
_NEARLY = re.compile(rf"^(?:已?基本|大部分){_VERB}")
_OFFICIAL = re.compile(rf"^基本达成{_AIM}$")
_REACHED = re.compile(
    rf"^(?:均?已|全部|圆满|顺利|如期|按[时期质]|及时|有效|均|都|能|超额|100%)*{_VERB}了?{_AIM}(?:{_VERB})?$|"
    r"^(?:是|无偏差|一致|相符|正常|合规|规范|有|100%|如期|及时|按[时期])$"
)
_ADVERBS = re.compile(r"^(?:均?已经?|均|都|全部|现已|目前已)")
_LEVELS = "级类等"
_ABOVE = re.compile("优于|高于|超过|>|劣")
_SHORTEST = 2  # a target of one character (是, 有) is repeated by chance


@dataclass(frozen=True, slots=True)
class Graded:
    """The best and the worst grade that the words allow (the same, where they are plain), and the words."""

    best: int
    worst: int
    words: str


def grade_of(text: str, target: str = "") -> Graded | None:
    """The grade that a result claims in words; None where it claims none. To repeat the target is to claim it."""
    words = plain(text).strip("。；;，, ")
    if not words:
        return None
    if target and words == plain(target).strip("。；;，, "):
        return Graded(REACHED, REACHED, text.strip())
    if len(words) > LONGEST_CLAIM:
        return None
    for pattern, best, worst in (
        (_PARTLY, PARTLY, PARTLY),
        (_OFFICIAL, PARTLY, PARTLY),
        (_MISSED, MISSED, MISSED),
        (_NEARLY, REACHED, PARTLY),
        (_REACHED, REACHED, REACHED),
    ):
        if pattern.search(words):
            return Graded(best, worst, text.strip())
    return None


def claim_of(actual: Criterion, target: Criterion) -> Graded | None:
    """The grade that a result claims beside its target; 已通过验收 beside 通过验收 is reached, 不合格 is missed."""
    words = plain(actual.text).strip("。；;，,、 ")
    found = grade_of(actual.text, target.text)
    if found is not None or len(words) > LONGEST_CLAIM:
        return found
    if actual.met is False:
        return Graded(MISSED, MISSED, actual.text.strip())
    answered = _repeats(words, target, actual.met) or _within_limit(actual, target)
    return Graded(REACHED, REACHED, actual.text.strip()) if answered else None


def _repeats(words: str, target: Criterion, met: bool | None) -> bool:
    """Are a result and what was asked for the same words, more or less? Of a level (达到Ⅲ类, Ⅲ类) the result is the end."""
    asked, told = plain(target.text).strip("。；;，,、 "), _ADVERBS.sub("", words)
    if min(len(asked), len(told)) < _SHORTEST:
        return False
    if met:
        return asked in told or told in asked
    level = target.kind is CriterionKind.PASS and not _ABOVE.search(asked)
    return level and told[-1] in _LEVELS and asked.endswith(told)


def _within_limit(actual: Criterion, target: Criterion) -> bool:
    """未超预算 beside 不超预算: limits without an amount, kept."""
    passes = {actual.kind, target.kind} == {CriterionKind.PASS}
    return passes and actual.comparator == target.comparator == "≤"
