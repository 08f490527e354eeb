"""Chinese first, English second: the two languages of every output, and the words for kinds, severities and results."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from gouji.model.finding import Certainty, Result, Severity
from gouji.model.place import Place
from gouji.model.report import DocumentKind, Report
from gouji.vocabulary.form import forms_named

Lang = Literal["zh", "en"]
Pair = tuple[str, str]

KINDS: dict[DocumentKind, Pair] = {
    DocumentKind.DEPARTMENT_TARGET: ("部门整体绩效目标申报表", "department target form"),
    DocumentKind.PROJECT_TARGETS: ("项目支出绩效目标表", "project target table"),
    DocumentKind.PROJECT_APPLICATION: ("绩效目标申报表", "project target application"),
    DocumentKind.BUDGET: ("部门预算", "department budget"),
    DocumentKind.FINAL_ACCOUNTS: ("部门决算", "final accounts"),
    DocumentKind.SELF_EVALUATION: ("项目支出绩效自评表", "project self-evaluation form"),
    DocumentKind.SELF_EVALUATION_REPORT: ("部门整体支出绩效自评报告", "department self-evaluation report"),
    DocumentKind.MONITORING: ("项目支出绩效运行监控表", "project monitoring form"),
    DocumentKind.TARGET_REVIEW: ("项目支出绩效目标审核表", "review of project targets"),
    DocumentKind.UNKNOWN: ("未识别的文件", "document of an unknown kind"),
}
SEVERITIES: dict[Severity, Pair] = {
    Severity.ERROR: ("错误", "error"),
    Severity.WARNING: ("警告", "warning"),
    Severity.NOTE: ("提示", "note"),
}
RESULTS: dict[Result, Pair] = {
    Result.AGREE: ("相符", "agrees"),
    Result.WITHIN_ROUNDING: ("尾数差内相符", "agrees within rounding"),
    Result.DISAGREE: ("不符", "disagrees"),
    Result.NOT_APPLICABLE: ("无从比较", "not checkable"),
    Result.BROKEN: ("规则未能运行", "the rule failed"),
}
RECKONED: dict[str, Pair] = {"=": ("核算", "reckoned"), "≤": ("上限", "at most"), "≥": ("下限", "at least")}
OFF: dict[str, Pair] = {"=": ("相差", "off by"), "≤": ("超出", "over by"), "≥": ("少", "short by")}
CERTAINTIES: dict[Certainty, Pair] = {
    Certainty.SEEN: ("", ""),
    Certainty.SECONDARY: ("（据实务资料）", " (from practice)"),
    Certainty.OPINION: ("（专业判断，以正式文件为准）", " (professional judgement)"),
}


@dataclass(frozen=True, slots=True)
class Speech:
    """One language. Called with both wordings it gives the one that is spoken."""

    lang: Lang = "zh"

    def __call__(self, chinese: str, english: str) -> str:
        return (english or chinese) if self.lang == "en" else chinese

    def of(self, pair: Pair) -> str:
        return self(*pair)

    def stop(self) -> str:
        """What ends a sentence."""
        return self("。", ".")


def heading(report: Report, speech: Speech) -> list[str]:
    """Kind, body and year of a document, each said to be missing where it is."""
    year = speech(f"{report.year} 年度", str(report.year)) if report.year else speech("年度未印出", "year not printed")
    return [speech.of(KINDS[report.kind]), report.body or speech("单位未印出", "body not printed"), year]


def address(place: Place) -> str:
    """The address by meaning: `《支出决算表》教育支出·基本支出`. The heading of a text takes no 《》."""
    if not is_form(place.form):
        return place.label
    return f"《{place.form}》{'·'.join(part for part in (place.row, place.field) if part)}"


@cache
def is_form(name: str) -> bool:
    """Is it the name of a form rather than the heading of a text?"""
    return name.endswith("表") or bool(forms_named(name))
