"""What a target value or a result is in `gouji read`: one type for every object, with what each key means."""

from __future__ import annotations

from typing import Annotated, TypedDict


class Due(TypedDict):
    """By when: what is printed of it."""

    year: int | None
    month: Annotated[int | None, "the last one of what is named: 9 for 第三季度"]
    day: int | None


class Value(TypedDict):
    """A target value, or a result, as it can be judged."""

    text: str
    canonical: Annotated[str, "in one agreed wording, which reads back as the same"]
    kind: Annotated[str, "number, zero, pass, qualitative, date, relative, compound, long_term, missing or secret"]
    comparator: Annotated[str, "one of ≥ ≤ > < = ~, or empty"]
    implied: Annotated[bool, "the text prints no comparator: it was inferred"]
    low: Annotated[str | None, "lower bound; null is open"]
    high: Annotated[str | None, "upper bound; null is open"]
    unit: str
    scale: Annotated[str, "the scale word as printed (万); low and high are multiplied out"]
    period: Annotated[str, "年, 季度, 月 … for values per period"]
    aggregation: Annotated[str, "累计, 人均 … or 约, where the text says so"]
    scope: Annotated[str, "the words around the condition; of a grade, its name"]
    due: Annotated[Due | None, "the date asked for or told; null where none is"]
    base: Annotated[str, "what a relative value refers to (上年, 2022年, 目标)"]
    change: Annotated[str, "how it is to differ from its base (增长, 下降); empty: so much of its base"]
    met: Annotated[
        bool | None, "what words of a result say: true for 已完成, false for 未开展; null where they say nothing"
    ]
    reason: Annotated[str, "why it cannot be judged, in Chinese; empty where it can"]
    parts: Annotated[list[Value], "the conditions of a compound value"]
    grades: Annotated[list[Value], "the bands that a qualitative value gives itself (优≥90%，良≥80%)"]


class Outlook(TypedDict):
    """What the form of monitoring expects of the year."""

    forecast: Annotated[Value | None, "全年预计完成情况"]
    possibility: Annotated[str, "确定能, 有可能 or 完全不可能, or as printed; empty where the box is blank"]
    classes: Annotated[
        list[str], "what the deviation is put down to: 经费保障, 制度保障, 人员保障, 硬件条件保障, 其他保障"
    ]
