"""Numbers that cannot be read: thousands not in threes, two decimal points."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gouji.model.finding import Observation, Remark
from gouji.model.report import Report
from gouji.rules.narrative.phrases import phrase
from gouji.rules.rule import NARRATIVE, rule

# Commas alone may separate the numbers of a list (10,20万元): only with a decimal point is it one number.
_AMOUNT = re.compile(r"(?<![\d,.，．])(\d[\d,]*(?:\.\d*)+)\s*(?:亿元|万元|元|[%％])")
_WELL_FORMED = re.compile(r"^(?:\d+|\d{1,3}(?:,\d{3})+)\.\d+$")


@rule(
    title="数字写法有误，无法确定是多少",
    title_en="a number is written so that its value cannot be told",
    basis="数字书写规范：千分位每三位一节，小数点只有一个",
    reads=(NARRATIVE,),
    certainty="S",
    severity="warning",
)
def number_is_malformed(report: Report) -> Iterator[Observation]:
    for paragraph in report.paragraphs:
        for match in _AMOUNT.finditer(paragraph.text):
            if not _WELL_FORMED.match(match[1]):
                yield Remark(
                    phrase(report, paragraph, *match.span(), row=match[0], field="数字"),
                    f"“{match[0]}”的千分位或小数点有误，无法确定数值，请核对",
                    f"“{match[0]}” is not a well-formed number",
                )
