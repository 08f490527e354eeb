"""Paragraphs that stand twice: copied in while writing and not taken out again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gouji.model.finding import Observation, Remark, Severity
from gouji.model.narrative import ClaimKind, Paragraph
from gouji.model.report import Report
from gouji.rules.narrative.phrases import phrase
from gouji.rules.rule import NARRATIVE, rule

SHORTEST = 40  # signs without spaces; shorter ones are often set phrases
SHORTEST_ELSEWHERE = 80  # in another section more of a text may be set phrases
SHORTEST_TERM, TERMS = 20, "名词解释"  # in which no two paragraphs are alike
TELLING = 4  # digits of an amount that two paragraphs do not share by chance
CONTENTS = "目录"
_SPACE = re.compile(r"\s")
_NOT_DIGIT = re.compile(r"\D")


@dataclass(frozen=True, slots=True)
class _Text:
    """A paragraph without spaces; `offsets` tell where each sign is printed."""

    paragraph: Paragraph
    text: str
    offsets: tuple[int, ...]
    money: bool = False

    @classmethod
    def of(cls, paragraph: Paragraph, money: bool) -> _Text:
        offsets = tuple(index for index, sign in enumerate(paragraph.text) if not sign.isspace())
        return cls(paragraph, _SPACE.sub("", paragraph.text), offsets, money)

    def span(self, start: int, end: int) -> tuple[int, int]:
        return self.offsets[start], self.offsets[end - 1] + 1


@rule(
    title="同一段文字出现了两次",
    title_en="a paragraph stands twice",
    basis="公开文本质量：不应有重复段落",
    reads=(NARRATIVE,),
    certainty="S",
    severity="warning",
)
def paragraph_stands_twice(report: Report) -> Iterator[Observation]:
    whole: dict[str, _Text] = {}
    heads: dict[str, _Text] = {}
    tails: dict[str, _Text] = {}
    for text in _long_texts(report):
        earlier, start, end = _found(text, whole, heads, tails)
        if earlier is None or (text.money and not (text.text == earlier.text and _same_section(text, earlier))):
            pass  # a statement of money may well be made in two sections, or open with the words of another
        elif _same_section(text, earlier) or end - start >= SHORTEST_ELSEWHERE:
            yield _remark(report, text, earlier, start, end)
        whole.setdefault(text.text, text)
        if not text.money:
            heads.setdefault(text.text[:SHORTEST], text)
            tails.setdefault(text.text[-SHORTEST:], text)


def _long_texts(report: Report) -> Iterator[_Text]:
    """Long paragraphs; those with small or round amounts alone may be set phrases (支出决算为0万元，与年初预算数持平)."""
    claims = list(report.claims_of(ClaimKind.AMOUNT, ClaimKind.CHANGE))
    money = {id(claim.paragraph) for claim in claims}
    telling = {id(claim.paragraph) for claim in claims if claim.figure and len(_digits(claim.figure.text)) >= TELLING}
    for paragraph in report.paragraphs:
        if paragraph.heading or CONTENTS in paragraph.headings or id(paragraph) in money - telling:
            continue
        text = _Text.of(paragraph, id(paragraph) in money)
        if len(text.text) >= (SHORTEST_TERM if TERMS in "".join(paragraph.headings) else SHORTEST):
            yield text


def _digits(text: str) -> str:
    return _NOT_DIGIT.sub("", text).strip("0")


def _found(
    text: _Text, whole: dict[str, _Text], heads: dict[str, _Text], tails: dict[str, _Text]
) -> tuple[_Text | None, int, int]:
    """The earlier paragraph that this one repeats, and the part of this one that is repeated."""
    length = len(text.text)
    if (same := whole.get(text.text)) is not None:
        return same, 0, length
    for earlier in (heads.get(text.text[:SHORTEST]), tails.get(text.text[-SHORTEST:])):
        if earlier is None:
            continue
        if earlier.text.startswith(text.text) or earlier.text.endswith(text.text):
            return earlier, 0, length
        if text.text.startswith(earlier.text):
            return earlier, 0, len(earlier.text)
        if text.text.endswith(earlier.text):
            return earlier, length - len(earlier.text), length
    return None, 0, 0


def _remark(report: Report, text: _Text, earlier: _Text, start: int, end: int) -> Remark:
    return Remark(
        phrase(report, text.paragraph, *text.span(start, end), row=text.text[start : start + 12], field="段落"),
        f"这段文字与前面的一段相同（{end - start} 字），多半是重复粘贴，请删去一处",
        "the same text stands before: probably pasted twice",
        against=(phrase(report, earlier.paragraph, 0, len(earlier.paragraph.text), field="段落"),),
        severity=None if _same_section(text, earlier) else Severity.NOTE,
    )


def _same_section(one: _Text, other: _Text) -> bool:
    return one.paragraph.headings == other.paragraph.headings
