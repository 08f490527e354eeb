"""What the running text says of a project's money and score, against the project's own self-evaluation form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from gouji.model.comparison import must_equal
from gouji.model.figure import Figure
from gouji.model.finding import Comparison, NotApplicable, Observation
from gouji.model.narrative import Claim, ClaimKind, Paragraph
from gouji.model.report import Report
from gouji.model.rounding import Verdict
from gouji.rules.narrative.sentences import exact_money
from gouji.rules.rule import NARRATIVE, rule
from gouji.scoring.form import (
    ADJUSTED,
    EXECUTED,
    FORM,
    INITIAL,
    SelfEvaluation,
    self_evaluations,
)
from gouji.scoring.sentences import scores, subject
from gouji.vocabulary.terms import plain

_BUDGET = re.compile(
    r"(?:(?:该|本)?项目(?:共|总共)?安排(?:预算)?资金|(?:该|本)?项目(?:全年|年度|年初)?预算数?|(?:全年|年度|年初)预算数)(?:为|共)?"
)
_EXECUTED = re.compile(r"(?:(?:该|本)?项目)?(?:全年|实际)?(?:执行|支出)(?:数|金额)|(?:该|本)?项目实际支出")
_MONEY = re.compile(r"(?:资金|预算数?|(?:执行|支出)(?:数|金额)|实际支出)(?:为|共)?$")
_DEPARTMENT = re.compile(r"(?:部门|单位)整体")
# Headings that say which side of a project follows, not which project.
_ASPECT = re.compile(
    r"(?:项目)?(?:概况|概述|基本情况|资金情况|立项情况|绩效情况|绩效自评情况|自评情况|自评结果|自评综述)"
)
_SEVERAL = re.compile(r"(?:[二两三四五六七八九十]|[2-9]|\d{2,3})个(?:一般公共预算)?项目")
SHORTEST_NAME = 4
_NOTE = "文字与自评表写的应是同一个项目的同一个数，请核对口径（年初预算、全年预算或实际支出）"


@rule(
    title="文字所写的项目资金或自评得分与该项目自评表不一致",
    title_en="the text gives a project another amount or score than its self-evaluation form",
    basis="部门决算公开文本 项目绩效自评综述：文字应与所附《项目支出绩效自评表》一致",
    reads=(NARRATIVE, FORM),
    certainty="S",
    severity="warning",
)
def project_summary_differs_from_its_form(report: Report) -> Iterator[Observation]:
    forms = [form for form in self_evaluations(report) if len(_name(form)) >= SHORTEST_NAME]
    if not forms:
        yield NotApplicable("自评表没有写明项目名称")
        return
    for claim in report.claims_of(ClaimKind.AMOUNT):
        meant = exact_money(claim) and _MONEY.search(plain(claim.about))
        form = _form_of(report, claim.paragraph, forms) if meant else None
        if form is not None and (found := _money(claim, form)) is not None:
            yield found
    yield from _scores(report, forms)


def _money(claim: Claim, form: SelfEvaluation) -> Comparison | None:
    about, row = plain(claim.about).replace(_name(form), ""), form.execution
    columns = (ADJUSTED, INITIAL) if _BUDGET.fullmatch(about) else (EXECUTED,) if _EXECUTED.fullmatch(about) else ()
    booked = [figure for column in columns if row is not None and (figure := row.figure(column)) is not None]
    return _nearest(claim.figure, booked, f"{claim.about} = 《{FORM}》总额") if claim.figure is not None else None


def _scores(report: Report, forms: list[SelfEvaluation]) -> Iterator[Comparison]:
    for stated in scores(report):
        form = _form_of(report, stated.paragraph, forms)
        own = subject(stated.what) in ("", "项目", "该项目", "本项目") or (form and _name(form) in plain(stated.what))
        total = form.total.score if form is not None and form.total is not None else None
        if own and total is not None and (found := _nearest(stated.score, [total], f"自评得分 = 《{FORM}》总分")):
            yield found


def _nearest(stated: Figure, booked: list[Figure], formula: str) -> Comparison | None:
    """Against the figure it agrees with; where it agrees with none, against the first."""
    compared = [must_equal(stated, figure, formula) for figure in booked]
    agreed = (one for one in compared if one.verdict is not Verdict.DISAGREE)
    return next(agreed, replace(compared[0], note=_NOTE) if compared else None)


def _form_of(report: Report, paragraph: Paragraph, forms: list[SelfEvaluation]) -> SelfEvaluation | None:
    """The one form whose project the paragraph names, else its heading, else the words that open its section."""
    if _DEPARTMENT.search(" ".join((*paragraph.headings, paragraph.text[:60]))):
        return None
    for text in (paragraph.text, paragraph.headings[-1] if paragraph.headings else ""):
        named = [form for form in forms if _names(plain(text), form)]
        if named:
            return named[0] if len(named) == 1 else None
    if not paragraph.headings or not _ASPECT.fullmatch(plain(paragraph.headings[-1])):
        return None  # the heading may name another project
    return _opened(report, paragraph.headings[:-1], forms)


def _opened(report: Report, section: tuple[str, ...], forms: list[SelfEvaluation]) -> SelfEvaluation | None:
    """The form of the project that alone opens a section; where it stands beside others none is meant."""
    text = plain(
        "".join((*section[-1:], *(one.text for one in report.paragraphs if section and one.headings == section)))
    )
    named = [form for form in forms if _names(text, form)]
    if len(named) != 1 or _SEVERAL.search(text):
        return None
    name = re.escape(_name(named[0]))
    beside = re.search(rf"[、和与及][“\"《「]?{name}|{name}(?:项目)?[”\"》」]?[、和与及]", text)
    return None if beside else named[0]


def _names(text: str, form: SelfEvaluation) -> bool:
    """Does the text name that project, and not one whose longer name holds the same words?"""
    name = re.escape(_name(form))
    return bool(
        re.search(
            rf"(?:^|(?<![一-龥])|(?<=[度对将于门位的和及与办局厅委])){name}(?=项目|的?绩效|的?自评|[^一-龥]|$)", text
        )
    )


def _name(form: SelfEvaluation) -> str:
    return plain(form.project).removesuffix("项目")
