"""The labels printed in a grid, held against those of the forms: how a table without a known title is recognised."""

from __future__ import annotations

import re
from functools import cache

from gouji.reading.grid import Grid
from gouji.vocabulary.form import Form, all_forms
from gouji.vocabulary.terms import plain

FIRST_ROWS = 60
LONGEST_LABEL = 20
ENOUGH = 4  # labels in common, for a table without any title
ENOUGH_UNDER_TITLE = 3  # … and for one whose title names the kind of form

PERFORMANCE_SHAPES = (
    "target_form", "application", "project_table", "self_evaluation", "money", "scores", "goal_completion",
    "target_review",
)  # fmt: skip

_UNIT = re.compile(r"\((?:单位:)?(?:亿元|万元|元|%|分|\d+分)\)$")
_LISTS = re.compile(r"汇总|一览|清单|统计")  # a row for each project
_REVIEWS = re.compile(r"审[核查].{0,6}表")
_OTHER_FORMS = re.compile(r"监控|审核|评审|复核|评估|审批")


def by_labels(grid: Grid, title: str) -> Form | None:
    """The form of performance management whose labels a grid prints most of; None where too few are there.

    A title that is not in the vocabulary still says what the form can be: 自评, or 绩效目标 of a department or project.
    """
    shapes = _shapes(title)
    if title and not shapes:
        return None
    labels = _labels_in(grid)
    possible = [entry for entry in _known() if not shapes or entry[0].shape in shapes or entry[0].name in shapes]
    scored = [(len(_names(labels, spellings)), form) for form, spellings in possible]
    score, form = max(scored, key=lambda entry: entry[0], default=(0, None))
    return form if score >= (ENOUGH_UNDER_TITLE if title else ENOUGH) else None


def _shapes(title: str) -> tuple[str, ...]:
    """The shapes, or the name of the one form, that a title leaves possible."""
    if _LISTS.search(title) and ("自评" in title or "监控" in title):
        return ()
    if "绩效" in title and "监控" in title:
        return ("项目支出绩效运行监控表",)
    if "绩效目标" in title and _REVIEWS.search(title):
        return ("target_review",)
    if "自评" in title and "复核" in title:
        return ("项目支出绩效自评表",)
    if _OTHER_FORMS.search(title):
        return ()
    if "自评" in title:
        return ("self_evaluation",)
    if "绩效目标" in title or "绩效指标" in title:
        return ("target_form",) if "整体" in title else ("application", "project_table")
    return ()


def _labels_in(grid: Grid) -> set[str]:
    return {
        _UNIT.sub("", plain(cell.text))
        for row in grid.rows[:FIRST_ROWS]
        for cell in row
        if 0 < len(cell.text) <= LONGEST_LABEL
    }


def _names(labels: set[str], spellings: dict[str, str]) -> set[str]:
    """The boxes and columns of a form that the labels name, each once however often it is printed."""
    return {name for label in labels if (name := spellings.get(label))}


@cache
def _known() -> tuple[tuple[Form, dict[str, str]], ...]:
    """The forms of performance management, each with the spellings of its boxes and columns."""
    return tuple((form, _spellings(form)) for form in all_forms() if form.shape in PERFORMANCE_SHAPES)


def _spellings(form: Form) -> dict[str, str]:
    spellings = {plain(alias): column.name for column in form.columns for alias in (column.name, *column.aliases)}
    return spellings | {plain(label): name for label, name in form.boxes.items()}


@cache
def box_labels() -> frozenset[str]:
    """The labels of all free-text boxes of the vocabulary, in plain form."""
    return frozenset(plain(label) for form in all_forms() for label in form.boxes)
