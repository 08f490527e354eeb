"""An amount in 元 among amounts in 万元: too small to be what it is said to be."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from gouji.model.figure import Figure
from gouji.model.finding import NotApplicable, Observation, Remark
from gouji.model.narrative import Claim, ClaimKind
from gouji.model.report import DocumentKind, Report
from gouji.rules.narrative.sentences import before, exact_money
from gouji.rules.rule import NARRATIVE, rule

_SUBJECT = re.compile(r"经费|预算|支出|收入|费|资金|拨款|采购|结转|合计|总计|总额")
_EACH = re.compile(r"每|人均|户均|平均|单价|标准|限额|补贴|补助|最低|最高|起付|工资|月|/")
_AFTER = re.compile(r"^\s*(?:/|每|一|以[上下]|[（(]含)")
COMMONLY = Decimal("0.9")  # of the amounts that are in 万元
ENOUGH = 10  # amounts in 万元
TOO_SMALL = Decimal(100_000)  # yuan


@rule(
    title="其他金额都以万元计，此处以元计，多半是漏了“万”字",
    title_en="an amount in yuan among amounts in 10,000 yuan: 万 was probably left out",
    basis="公开文本质量：同一文件金额单位应一致",
    reads=(NARRATIVE,),
    certainty="S",
    severity="warning",
)
def amount_lost_its_unit(report: Report) -> Iterator[Observation]:
    claims = [c for c in report.claims_of(ClaimKind.AMOUNT, ClaimKind.CHANGE) if exact_money(c)]
    units = Counter(claim.figure.unit for claim in claims if claim.figure is not None)
    published = report.kind in (DocumentKind.BUDGET, DocumentKind.FINAL_ACCOUNTS)
    if not published or units["万元"] < ENOUGH or units["万元"] < COMMONLY * units.total():
        yield NotApplicable("金额不是普遍以万元计")
        return
    for claim in claims:
        figure = claim.figure
        if figure is not None and _suspect(claim, figure):
            yield Remark(
                figure.place,
                f"{claim.about}{figure.text}：全文金额以万元计，请核对是否漏了“万”字",
                f"{figure.text} among amounts in 万元: 万 was probably left out",
                expected=figure.text.replace("元", "万元"),
            )


def _suspect(claim: Claim, figure: Figure) -> bool:
    after = claim.paragraph.text[claim.span[1] : claim.span[1] + 4]
    clause = before(claim).rpartition("，")[2]
    small = figure.unit == "元" and 0 < abs(figure.value) < TOO_SMALL and "." in figure.text
    return small and bool(_SUBJECT.search(claim.about)) and not (_EACH.search(clause) or _AFTER.match(after))
