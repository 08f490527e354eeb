"""The score and the grade of a whole department in a year, as its self-evaluation prints them."""

from __future__ import annotations

from collections.abc import Iterable

from gouji.model.figure import Figure
from gouji.model.report import DocumentKind, Report
from gouji.model.table import TOTAL
from gouji.scoring.form import self_evaluations
from gouji.scoring.grade import printed_grade

SCORES = "评价得分情况"


def total_of(reports: Iterable[Report]) -> tuple[Figure | None, str]:
    """The total and the grade; (None, "") where no document of the whole department prints them."""
    for report in reports:
        if report.kind is DocumentKind.SELF_EVALUATION_REPORT or "整体" in report.title:
            table = report.table(SCORES)
            total = table.figure(TOTAL, "实际得分") if table is not None else None
            if total is not None:
                return total, ""
            for form in self_evaluations(report):
                if not form.project and form.total is not None and form.total.score is not None:
                    return form.total.score, printed_grade(report, form)
    return None, ""
