"""The published grammar of indicator values: every example is read as its table says, and reads back from its canonical wording."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from importlib import resources

import pytest

from gouji.model.canonical import printed
from gouji.model.inked import Inked
from gouji.model.performance import Criterion, CriterionKind
from gouji.model.place import Ink
from gouji.reading.criteria import criterion
from gouji.reading.criteria.notation import notation

GRAMMAR = resources.files("gouji.reading.criteria") / "grammar.toml"
PATTERNS = tomllib.loads(GRAMMAR.read_text(encoding="utf-8"))["pattern"]
EXAMPLES = [(text, reading) for pattern in PATTERNS for text, reading in pattern["examples"]]
JUDGED = (CriterionKind.NUMBER, CriterionKind.ZERO, CriterionKind.RELATIVE, CriterionKind.DATE, CriterionKind.PASS)


def read(text: str) -> Criterion:
    return criterion(Inked.at(text, 3))


def bare(read: Criterion) -> Criterion:
    """Without the words as printed and where they stand."""
    return replace(
        read, text="", ink=Ink(), scope="" if read.scope == read.text else read.scope,
        parts=tuple(map(bare, read.parts)), grades=tuple(map(bare, read.grades)),
    )  # fmt: skip


@pytest.mark.parametrize(("text", "reading"), EXAMPLES)
def test_an_example_is_read_as_the_table_says(text: str, reading: str) -> None:
    assert notation(read(text)) == reading


@pytest.mark.parametrize("text", [text for text, _ in EXAMPLES])
def test_the_canonical_wording_reads_back(text: str) -> None:
    found = read(text)
    assert bare(read(printed(found))) == bare(found)


@pytest.mark.parametrize("text", [text for text, _ in EXAMPLES])
def test_a_value_can_be_judged_or_says_why_not(text: str) -> None:
    found = read(text)
    assert found.reason or found.parts or found.grades or found.kind in JUDGED


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("不少于 90 ％。", "≥90%"),
        ("15～20家", "15—20家"),
        ("每季度至少1期", "每季度≥1期"),
        ("2024年12月31日之前完成", "2024年12月31日前"),
        ("较2022年增长5%以上", "较2022年增长≥5%"),
        ("全网大于等于99.9%且单站大于等于96%", "全网≥99.9%；单站≥96%"),
        ("超5万户", ">5万户"),
    ],
)
def test_a_criterion_is_printed_in_one_agreed_wording(text: str, wording: str) -> None:
    assert printed(read(text)) == wording


def test_dates_are_data() -> None:
    by = read("2023年6月底前完成50%，12月底前完成100%").parts[1].by
    assert by is not None
    assert by.on(2030).isoformat() == "2023-12-31"


def test_a_month_without_a_year_falls_in_the_year_of_the_document() -> None:
    by = read("2月底前完成").by
    assert by is not None
    assert by.on(2024).isoformat() == "2024-02-29"


def test_what_was_read_before_changes_no_reading() -> None:
    assert notation(read("≥20级")) == "≥ 20 级"
    assert notation(read("≥3级")) == "pass"
    assert notation(read("≥5级台阶")) == notation(read("≥50级台阶")).replace("50", "5")
