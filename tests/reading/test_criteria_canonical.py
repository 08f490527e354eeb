"""Canonical wordings of made criteria read back as they were made; those of real documents too."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gouji.model.canonical import printed
from gouji.model.inked import Inked
from gouji.model.performance import Criterion, CriterionKind, Due
from gouji.model.place import Ink
from gouji.reading.criteria import criterion
from gouji.reading.read import read_document
from gouji.vocabulary.indicators import periods, units

SCALES = {"": 1, "万": 10**4, "亿": 10**8}
UNITS = sorted(unit for unit in units() if unit not in ("月", "亿次"))  # 3月 is a date, 3亿次 300 million times
SCOPES = ["", "全网", "合格率", "培训学员", "农村公路养护里程", "群众满意度", "新建泵站"]


def bare(read: Criterion) -> Criterion:
    return replace(
        read, text="", ink=Ink(), scope="" if read.scope == read.text else read.scope,
        parts=tuple(map(bare, read.parts)), grades=tuple(map(bare, read.grades)),
    )  # fmt: skip


def read(text: str) -> Criterion:
    return bare(criterion(Inked.at(text, 1)))


amounts = st.decimals(min_value=Decimal("0.01"), max_value=Decimal(99999), places=2)


@st.composite
def numbers(draw: st.DrawFn) -> Criterion:
    unit = draw(
        st.sampled_from(["", "%", "‰", "家", "次", "人次", "元", "平方米", "个工作日", "元/人", "篇(次)", "台", "小时"])
    )
    scale = draw(st.sampled_from(list(SCALES))) if unit in ("家", "次", "人次", "元") else ""
    sign = draw(st.sampled_from("≥≤><=~"))
    value = draw(amounts).normalize() * SCALES[scale]
    low, high = (None if sign in "≤<" else value), (None if sign in "≥>" else value)
    if sign == "~":
        high = value + draw(amounts) * SCALES[scale]
    return Criterion(
        "", CriterionKind.NUMBER, sign, low, high, unit, scale, period=draw(st.sampled_from(["", "年", "月", "季度", "周"])),
        aggregation=draw(st.sampled_from(["", "累计"])), scope=draw(st.sampled_from(SCOPES)),
    )  # fmt: skip


@st.composite
def relatives(draw: st.DrawFn) -> Criterion:
    year = draw(st.none() | st.integers(2015, 2030))
    base = f"{year}年" if year else draw(st.sampled_from(["上年", "同期", "上期", "上年同期", ""]))
    return Criterion(
        "", CriterionKind.RELATIVE, draw(st.sampled_from(["≥", ">"])), draw(amounts).normalize(), None,
        draw(st.sampled_from(["%", "个百分点"])), base_year=year, base=base,
        change=draw(st.sampled_from(["增长", "提高", "下降", "减少"])), scope=draw(st.sampled_from(SCOPES)),
    )  # fmt: skip


@st.composite
def dates(draw: st.DrawFn) -> Criterion:
    year = draw(st.none() | st.integers(2015, 2035))
    by = Due(year, draw(st.integers(1, 12)), draw(st.none() | st.integers(1, 28)))
    return Criterion("", CriterionKind.DATE, "≤", None, Decimal(by.month or 12), "月", base_year=year, by=by)


simple = numbers() | relatives()


@given(simple | dates())
def test_a_made_criterion_reads_back(made: Criterion) -> None:
    assert read(printed(made)) == made


@given(st.lists(simple, min_size=2, max_size=5))
def test_a_made_compound_reads_back(parts: list[Criterion]) -> None:
    made = Criterion("", CriterionKind.COMPOUND, parts=tuple(parts))
    assert read(printed(made)) == made


@pytest.mark.parametrize("unit", UNITS)
def test_every_known_unit_reads_back(unit: str) -> None:
    found = read(f"≥36{unit}")
    assert found.low == 36
    assert read(printed(found)) == found


@pytest.mark.parametrize("word", sorted(periods()))
def test_every_period_is_read(word: str) -> None:
    assert read(f"每{word}≥3次").period == periods()[word]


@given(
    st.text(
        alphabet="≥≤<>=~-至0123456789.,%万亿年月日前底内以上下次人家个较上增长每累计；，。/:（）无提升 ", max_size=40
    )
)
def test_any_text_is_read_and_worded_without_trouble(text: str) -> None:
    found = criterion(Inked.at(text, 1))
    assert found.text == text.strip()
    assert criterion(Inked.at(printed(found), 1)).kind in CriterionKind


def test_every_value_of_published_documents_reads_back(seeds: Path) -> None:
    for path in sorted(seeds.glob("*.txt")):
        report = read_document(path.name, path.read_bytes())
        values = [indicator.value for _, indicator in report.all_indicators()]
        values += [value for score in report.scores for value in (score.target, score.actual) if value is not None]
        for value in values:
            assert read(printed(value)) == bare(value), value.text
