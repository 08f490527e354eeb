"""The year that changes are measured from: the year before the document's, as everywhere else in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from gouji.model.finding import NotApplicable, Observation, Remark
from gouji.model.narrative import ClaimKind
from gouji.model.report import DocumentKind, Report
from gouji.rules.narrative.sentences import before
from gouji.rules.rule import NARRATIVE, rule

_YEAR = re.compile(r"(?:19|20)\d\d(?=年)")
ENOUGH = 3  # changes measured from the year before


@rule(
    title="增减所比的年度与全文不一致",
    title_en="a change is measured from another year than everywhere else in the document",
    basis="公开文本质量：增减额与上年比较，比较的年度应前后一致",
    reads=(NARRATIVE,),
    certainty="S",
    severity="warning",
)
def change_is_measured_from_another_year(report: Report) -> Iterator[Observation]:
    published = report.kind in (DocumentKind.BUDGET, DocumentKind.FINAL_ACCOUNTS)
    named = [(c, int(m.group())) for c in report.claims_of(ClaimKind.CHANGE) if (m := _YEAR.search(c.against))]
    common = Counter(year for _, year in named)
    if not published or report.year is None or common[report.year - 1] < ENOUGH:
        yield NotApplicable("没有多处写明与上年比较")
        return
    for change, year in named:
        own = {int(found) for found in _YEAR.findall(before(change))} - {year}
        if abs(year - report.year) > 5 or year == report.year - 1 or (own and report.year not in own):
            continue
        if year == report.year and change.amount is None or common[year] * ENOUGH > common[report.year - 1]:
            continue
        text = change.paragraph.text[slice(*change.span)]
        place = change.figure.place if change.figure is not None else None
        place = place or (replace(change.amount.place, text=text, ink=change.ink) if change.amount else None)
        if place is not None:
            yield Remark(
                place,
                f"这里与“{change.against}”比较，全文多处与 {report.year - 1} 年比较，请核对年度",
                f"compared with {year}, although changes are measured from {report.year - 1} elsewhere",
                expected=str(report.year - 1),
            )
