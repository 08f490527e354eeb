"""A scheme told: every number of it with what it is for and how sure it is; for the list, the page and programs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gouji.exporting.speech import Speech
from gouji.model.finding import Certainty
from gouji.scoring.points import NAMES
from gouji.scoring.scheme import Bands, Scheme, Use, Weight
from gouji.scoring.span import percent, worded

KINDS = {
    "number": ("数量（下限）", "numbers"), "at_most": ("数量（上限）", "upper limits"), "range": ("区间", "ranges"),
    "zero": ("零目标", "zero targets"), "yes_no": ("是否类", "met or not"), "words": ("定性", "words"),
    "date": ("完成时间", "dates"), "execution": ("预算执行率", "execution"), "satisfaction": ("满意度", "satisfaction"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Number:
    """One thing a scheme decrees: what it is for, the value as people write it, and how sure it is."""

    what: str
    value: str
    certainty: Certainty


def numbers(scheme: Scheme, speech: Speech) -> Iterator[Number]:
    """Everything a scheme decrees, in the order a reader looks for it."""
    if scheme.execution is not None:
        yield _weight(scheme.execution, speech)
    for profile in scheme.profiles:
        told = "，".join(f"{one.name} {worded(one.points)}" for one in profile.weights)
        yield Number(speech(f"分值（{profile.title}）", "points"), told, profile.weights[0].certainty)
    yield from (_weight(area, speech) for area in scheme.areas if area.points)
    for of, use in scheme.uses.items():
        yield Number(speech.of(KINDS.get(of, (of, of))), _rule(use, speech), use.certainty)
    if scheme.graded and "words" in scheme.uses:
        yield Number(speech("定性三档", "grades of words"), _graded(scheme), scheme.graded_certainty)
    for name, bands in (("等级", scheme.grades), ("监控灯", scheme.lights), ("进度", scheme.schedule)):
        if bands is not None:
            yield Number(name, _bands(bands, "%" if name != "等级" else "", name == "进度"), bands.certainty)
    if scheme.over is not None:
        yield Number(speech("超额完成", "far above target"), scheme.over.text, scheme.over.certainty)
    yield from (Number(speech("另有规定", "also"), text, certainty) for text, certainty in scheme.notes)


def in_force(scheme: Scheme, speech: Speech) -> str:
    """Regions and years: `广东，2020—2020`."""
    first, last = scheme.years
    years = f"{first or ''}—{last or ''}" if first or last else ""
    return "，".join(part for part in ("、".join(scheme.regions) or speech("全国", "national"), years) if part)


def _weight(weight: Weight, speech: Speech) -> Number:
    most = f"—{worded(weight.most)}" if weight.most > weight.points else ""
    name = f"{weight.part_of} · {weight.name}" if weight.part_of else weight.name
    return Number(name, f"{worded(weight.points)}{most} {speech('分', 'points')}", weight.certainty)


def _rule(use: Use, speech: Speech) -> str:
    names = speech(" 或 ", " or ").join(speech.of(NAMES[rule]) for rule in use.rules)
    return f"{names}：{use.text}"


def _graded(scheme: Scheme) -> str:
    return "，".join(f"{percent(high)}—{percent(low)}" for low, high in scheme.graded)


def _bands(bands: Bands, sign: str, months: bool) -> str:
    if months:
        told = "，".join(f"{month} 月底 {worded(least)}%" for month, least in bands.bands)
    else:
        told = "，".join(f"{name} ≥ {worded(least)}{sign}" for name, least in bands.bands)
    return f"{told}；{bands.text}" if bands.text else told
