"""绩效目标申报表, the sources of a project's money: they make the total, and the year is part of the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gouji.model.comparison import must_not_exceed, must_total
from gouji.model.figure import Figure
from gouji.model.finding import Observation
from gouji.model.performance import Project
from gouji.model.report import Report
from gouji.model.rounding import Term
from gouji.rules.performance.indicators.judged import live
from gouji.rules.rule import PROJECTS, rule
from gouji.rules.slips import with_hint

FORM = "绩效目标申报表"
_TOTAL = re.compile(r"(?P<span>.*?)(?:资金(?:申请)?)?总额$")
# The sources beside each other; what stands below one of them (上级财政资金) is no source of its own.
SOURCES = ("财政拨款", "当年财政拨款", "上年结转资金", "财政专户管理资金", "单位资金", "自有资金", "其他资金", "其他")
GRANTS = (
    "上级财政资金",
    "本级财政",
    "本级财政资金",
    "中央财政资金",
    "省级财政资金",
    "市级财政资金",
    "县级财政资金",
    "区级财政资金",
)
GRANT = "财政拨款"
WHOLE = ("中期", "实施期", "项目", "总", "周期", "长期")


@rule(
    title="项目资金总额不等于各来源之和",
    title_en="a project's funds do not make its total",
    basis=f"{FORM}：资金总额 = 财政拨款 + 其他各来源",
    reads=(PROJECTS,),
    certainty="O",
)
def project_funds_do_not_make_the_total(report: Report) -> Iterator[Observation]:
    """With one source alone only ≤ can be said: the others may not be printed."""
    for project in live(report.projects):
        for name, total in project.funds.items():
            match = _TOTAL.fullmatch(name)
            if match is not None and not total.loose:
                parts = _among(project, match["span"], SOURCES)
                yield from _held(total, parts, f"{name} = 各资金来源之和")
        grant = project.funds.get(GRANT)
        if grant is not None and not grant.loose:
            yield from _held(grant, _among(project, "", GRANTS), f"{GRANT} = 各级财政资金之和")


def _among(project: Project, span: str, names: tuple[str, ...]) -> list[Term]:
    figures = [project.funds[f"{span}{name}"] for name in names if f"{span}{name}" in project.funds]
    return [Term(figure) for figure in figures if not figure.loose]


def _held(total: Figure, parts: list[Term], formula: str) -> Iterator[Observation]:
    if len(parts) > 1:
        yield with_hint(must_total(total, parts, formula))
    elif parts:
        yield must_not_exceed(parts[0].figure, [Term(total)], formula.replace("=", "≥"))


@rule(
    title="年度资金大于项目资金总额",
    title_en="the money of the year is more than that of the whole project",
    basis=f"{FORM}：年度资金是项目（实施期）资金总额的一部分",
    reads=(PROJECTS,),
    certainty="O",
)
def annual_funds_exceed_project_funds(report: Report) -> Iterator[Observation]:
    for project in live(report.projects):
        year = project.funds.get("年度资金总额") or project.funds.get("年度资金申请总额")
        wholes = [project.funds[name] for span in WHOLE if (name := f"{span}资金总额") in project.funds]
        if year is not None and len(wholes) == 1 and not year.loose and not wholes[0].loose:
            yield must_not_exceed(year, [Term(wholes[0])], "年度资金总额 ≤ 项目资金总额")
