"""Which stages of the yearly cycle a document tells of: by its kind, and by the forms that stand in it."""

from __future__ import annotations

import re

from gouji.model.chain import Stage
from gouji.model.report import DocumentKind, Report
from gouji.scoring.form import FORM as SELF_EVALUATION

MONITORING = "项目支出绩效运行监控表"
COMPLETION = "部门整体支出主要绩效目标完成情况表"
LIST_OF_SCORES = "项目支出绩效自评汇总表"

_BY_KIND = {
    DocumentKind.DEPARTMENT_TARGET: Stage.TARGET,
    DocumentKind.PROJECT_TARGETS: Stage.TARGET,
    DocumentKind.PROJECT_APPLICATION: Stage.TARGET,
    DocumentKind.BUDGET: Stage.BUDGET,
    DocumentKind.FINAL_ACCOUNTS: Stage.FINAL_ACCOUNTS,
    DocumentKind.SELF_EVALUATION: Stage.SELF_EVALUATION,
    DocumentKind.SELF_EVALUATION_REPORT: Stage.SELF_EVALUATION,
    DocumentKind.MONITORING: Stage.MONITORING,
}
_BY_FORM = {
    MONITORING: Stage.MONITORING,
    SELF_EVALUATION: Stage.SELF_EVALUATION,
    COMPLETION: Stage.SELF_EVALUATION,
    LIST_OF_SCORES: Stage.SELF_EVALUATION,
}
_EVALUATION = re.compile(r"绩效(?:重点)?评价报告")
_SELF = re.compile(r"自评")
_MONTH = re.compile(r"(?:1|一)月?\s*[-—–~～至－―]\s*(1[0-2]|[1-9])\s*月|截至(?:20\d{2}年)?\s*(1[0-2]|[1-9])\s*月")
_HALF = re.compile(r"上半年")


def stages_of(report: Report) -> list[Stage]:
    """Every stage of which the document tells, in the order of the cycle."""
    found = {_BY_FORM[form] for form in forms_of(report) if form in _BY_FORM}
    if report.projects or (report.indicators and not found):
        found.add(Stage.TARGET)
    if _EVALUATION.search(report.title) and not _SELF.search(report.title):
        found.add(Stage.EVALUATION)
    elif report.kind in _BY_KIND:
        found.add(_BY_KIND[report.kind])
    return [stage for stage in Stage if stage in found]


def own_stage(report: Report) -> Stage:
    """The stage of the document as a whole, for what stands in no form of another stage."""
    return _BY_KIND.get(report.kind, Stage.EVALUATION)


def stage_of_form(form: str, report: Report) -> Stage:
    """The stage of what stands in a form of the document."""
    return _BY_FORM.get(form, own_stage(report))


def forms_of(report: Report) -> set[str]:
    """The forms that a document prints."""
    return {table.form for table in report.tables if table.known} | {score.form for score in report.scores}


def month_of(report: Report) -> int | None:
    """The month with which the period of a monitoring ends (1-7月: 7); None where several are named, or none."""
    texts = (report.title, *report.lines)
    found = {int(one or other) for text in texts for one, other in _MONTH.findall(text)}
    if not found and any(_HALF.search(text) for text in texts):
        return 6
    return found.pop() if len(found) == 1 else None
