"""Stray punctuation: two marks where one belongs, a full stop within a clause."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gouji.model.finding import Observation, Remark
from gouji.model.report import Report
from gouji.rules.narrative.phrases import phrase
from gouji.rules.rule import NARRATIVE, rule

_STRAY = re.compile(r"[，、；：][，。；、]+|。[，；、]|(?<!。)。。(?!。)|(?<=\d)。(?=[的元万亿个次])|[（(][，。；、]")


@rule(
    title="标点多余或错用",
    title_en="stray punctuation",
    basis="公开文本质量：标点应当正确",
    reads=(NARRATIVE,),
    certainty="O",
    severity="note",
)
def punctuation_is_stray(report: Report) -> Iterator[Observation]:
    for paragraph in report.paragraphs:
        for match in _STRAY.finditer(paragraph.text):
            start, end = max(0, match.start() - 6), min(len(paragraph.text), match.end() + 4)
            yield Remark(
                phrase(report, paragraph, *match.span(), row=paragraph.text[start:end].strip(), field="标点"),
                f"“{paragraph.text[start:end].strip()}”处标点有误",
                "stray punctuation",
            )
