"""绩效目标申报表, the boxes: a period that can be, texts of their own, none left empty, a basis that cites."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gouji.model.finding import Observation, Remark, Severity
from gouji.model.performance import Project, TextBox
from gouji.model.place import Place
from gouji.model.report import Report
from gouji.rules.performance.indicators.judged import live
from gouji.rules.performance.likeness import alike
from gouji.rules.rule import PROJECTS, rule
from gouji.vocabulary.terms import plain

FORM = "绩效目标申报表"
LONGEST_PERIOD, ENDLESS = 10, 30
GOALS = ("年度绩效目标", "实施周期绩效目标", "总体绩效目标")
TEXTS = ("用途范围", "政策依据", "项目概况", "项目申报的必要性", "项目申报的可行性", *GOALS)
SHORTEST_TEXT = 20
SAME = 0.9
BASIS = "政策依据"
_CITES = re.compile(
    r"《|〔\d{4}〕|\[\d{4}\]|（\d{4}）\s*\d+\s*号|\d+\s*号(?:文|令)?|办法|条例|通知|规定|决定|规划|方案|纪要|批复|意见|法律|合同|协议|标准|批示|会议"
)


@rule(
    title="项目实施周期不合常理",
    title_en="a project period is implausible",
    basis=f"{FORM}：项目实施周期应当有明确的起止年度",
    reads=(PROJECTS,),
    certainty="S",
    severity="warning",
)
def project_period_is_implausible(report: Report) -> Iterator[Observation]:
    """Ten to thirty years is a note: loans and concessions run that long."""
    for project in live(report.projects):
        if project.period is None or project.period_place is None:
            continue
        first, last = project.period
        years = last - first + 1
        if years <= 0:
            message, severity = "止于起始之前", None
        elif years > LONGEST_PERIOD:
            message, severity = f"长达{years}年", None if years > ENDLESS else Severity.NOTE
        else:
            continue
        yield Remark(
            project.period_place,
            f"实施周期“{project.period_place.text}”{message}，请按实际起止年度填写",
            f"the period {first}-{last} is {years} years",
            severity=severity,
        )


@rule(
    title="用途、依据、目标等栏填写同一段文字",
    title_en="several boxes hold one text",
    basis="财预〔2015〕88号：用途范围、政策依据、绩效目标应当分别填写",
    reads=(PROJECTS,),
    certainty="S",
    severity="warning",
)
def boxes_hold_one_text(report: Report) -> Iterator[Observation]:
    for project in live(report.projects):
        groups: list[list[TextBox]] = []
        for box in project.boxes:
            text = plain(box.text)
            if box.field not in TEXTS or len(text) < SHORTEST_TEXT:
                continue
            same = next((group for group in groups if alike(plain(group[0].text), text, SAME)), None)
            groups.append([box]) if same is None else same.append(box)
        for group in groups:
            if len(group) > 1 and not _goals_of_one_year(project, group):
                yield _one_text(group)


def _goals_of_one_year(project: Project, group: list[TextBox]) -> bool:
    """The goal of the year is that of the period where the project lasts one year."""
    one_year = project.period is not None and project.period[0] == project.period[1]
    return one_year and all(box.field in GOALS for box in group)


def _one_text(group: list[TextBox]) -> Remark:
    names = "、".join(dict.fromkeys(box.field for box in group))
    only_goals = all(box.field in GOALS for box in group)
    return Remark(
        _start(group[1]),
        f"{names}填写的是同一段文字，请分别说明",
        f"{len(group)} boxes hold one text",
        tuple(_start(box) for box in group if box is not group[1]),
        severity=Severity.NOTE if only_goals else None,
    )


def _start(box: TextBox) -> Place:
    """The first words of a box: a finding points at something narrow."""
    text = box.text[:SHORTEST_TEXT]
    return Place(
        box.place.document, box.place.form, box.place.row, box.place.field, text, box.content.ink(0, len(text))
    )


@rule(
    title="申报表有应填而未填的栏目",
    title_en="boxes of the application are left empty",
    basis=f"{FORM}：用途范围、政策依据、绩效目标为必填",
    reads=(PROJECTS,),
    certainty="O",
    severity="warning",
)
def application_box_is_left_empty(report: Report) -> Iterator[Observation]:
    for project in live(report.projects):
        empty = [box for box in project.boxes if box.field in TEXTS and not box.text.strip()]
        if any(box.field in GOALS and box.text.strip() for box in project.boxes):
            empty = [box for box in empty if box.field != "总体绩效目标"]
        if empty:
            names = "、".join(dict.fromkeys(box.field for box in empty))
            yield Remark(
                empty[0].place,
                f"“{project.name}”没有填写{names}",
                f"{len(empty)} boxes are empty",
                tuple(box.place for box in empty[1:]),
            )


@rule(
    title="政策依据没有引用任何文件",
    title_en="the policy basis cites no document",
    basis=f"{FORM}：政策依据应当列明文件名称或文号",
    reads=(PROJECTS,),
    certainty="O",
    severity="note",
)
def policy_basis_cites_no_document(report: Report) -> Iterator[Observation]:
    for project in live(report.projects):
        box = project.box(BASIS)
        if box is not None and box.text.strip() and not _CITES.search(box.text):
            yield Remark(
                _start(box),
                f"“{project.name}”的政策依据没有写明文件名称或文号",
                "the policy basis names no document",
            )
