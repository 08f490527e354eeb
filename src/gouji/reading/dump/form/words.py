"""The words of target forms that tell their parts in a dump: section labels, header words, amount labels, level names."""

from __future__ import annotations

from functools import cache

from gouji.vocabulary.form import Column, forms_named
from gouji.vocabulary.levels import first_level, level_words

OVERVIEW_FORM, BASICS_FORM, TASK_FORM, INDICATOR_FORM = "预算整体情况", "基本信息", "年度重点工作任务", "绩效指标"
DEPARTMENT_FORM, APPLICATION_FORM = "部门整体绩效目标申报表", "绩效目标申报表"
SELF_EVALUATION_FORM = "项目支出绩效自评表"
MONITORING_FORM = "项目支出绩效运行监控表"
EVALUATED = (SELF_EVALUATION_FORM, MONITORING_FORM)
OTHER_TASKS = "其他需完成的任务"
MONEY_LABELS = (
    "项目资金",
    "项目资金(万元)",
    "预算执行情况",
    "项目预算执行情况",
    "资金情况",
    "项目资金情况",
    "年度资金情况",
    "资金来源",
)
OWNERS = ("项目名称", "资金名称", "专项资金名称", "部门名称", "单位名称", "部门(单位)名称", "填报单位")
GOAL_GROUPS = ("绩效目标完成情况", "年度总体目标", "年度绩效目标完成情况", "年度总体目标完成情况", "总体目标完成情况")
FIRST_HEADER = "一级指标"  # the header of the first level where no label of the block stands before it
CLASS_HEADER = "指标类别"  # in some forms the header of the first level, with no label of the block before it
# Headings inside the overview: they group amounts and have none of their own.
_GROUPS = ("部门预算支出", "收入来源", "事业发展性支出", "按预算级次划分", "基本支出", "项目支出", "资金来源")


@cache
def spellings(column: Column) -> tuple[str, ...]:
    """All header words of a column."""
    return tuple(dict.fromkeys((column.name, *column.aliases)))


@cache
def header_words(form: str) -> dict[str, Column]:
    """Every header word of a form's columns, with its column."""
    return {word: column for column in forms_named(form)[0].columns for word in spellings(column)}


@cache
def titles(form: str) -> tuple[str, ...]:
    """The labels under which a block is printed."""
    return forms_named(form)[0].titles


@cache
def amount_labels() -> frozenset[str]:
    """The labels that have an amount or a count beside them."""
    forms = (forms_named(OVERVIEW_FORM)[0], forms_named(BASICS_FORM)[0])
    return frozenset({*_GROUPS, *(word for form in forms for word in (*form.rows, *form.rows.values()))})


@cache
def box_words(form: str) -> tuple[str, ...]:
    """The labels of a form's free-text boxes."""
    return tuple(forms_named(form)[0].boxes)


@cache
def levels() -> tuple[str, ...]:
    """The names of indicator levels as printed; second levels of four characters and more also without 指标."""
    stems = (word.removesuffix("指标") for word in level_words())
    return (*level_words(), *(stem for stem in stems if len(stem) >= 4 and not first_level(stem)))


def header_word(text: str) -> str:
    """A header cell without blanks and without what stands in brackets behind it."""
    return "".join(text.split()).split("（")[0].split("(")[0]
