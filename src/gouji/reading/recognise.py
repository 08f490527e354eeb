"""Which form a grid is: by the title above it, failing that by its header; and which of its variants fits best."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from gouji.reading.bodies import ends_as_body
from gouji.reading.captions import is_label, is_title
from gouji.reading.grid import Grid
from gouji.reading.labels import by_labels
from gouji.reading.scored import INDICATORS, scored_form
from gouji.reading.seat.columns import is_label_column
from gouji.reading.seat.header_tree import header_of, resolve
from gouji.vocabulary.form import Form, all_forms, forms_named
from gouji.vocabulary.terms import plain

MOST_OTHERS = 3  # columns that a form does not have, beside those it has
_DOCUMENT = re.compile(r"(?:(?:部门|单位)(?:综合)?预算|(?:预算)?(?:部门|单位))$")
_BARE = re.compile(r"^(?:收入|支出|收支|项目支出|基本支出|项目收支)(?:预算)?(?:总体情况|情况|明细)?总?表$")
_OWNER = re.compile(r"(?:本级|机关|[省市县区州镇乡]级|[\d)\"\].,:、-])$")
TABLE_SHAPES = ("coded", "named", "nested", "sided", "single")

DEPARTMENT_FORM, BLOCKS = "部门整体绩效目标申报表", ("预算整体情况", "年度重点工作任务")

_TRAILER = re.compile(r"(?:\([^()]{0,30}\)|续表?|公开\d{1,2}表)+$")
_YEAR = re.compile(r"20\d{2}(?:年度?)?")
_SCORES = re.compile(r"得分|评分|打分|评价|自评|考核|指标")
# Words before a title that make it another form (一般公共预算财政拨款 + 支出决算表).
_QUALIFIER = re.compile(
    r"(?:拨款|预算|基本|项目|收入|支出|基金|经营|明细|经费|资本|收支|政府|财政|公共|其他|专项|整体|绩效)$"
)


def form_of(grid: Grid, year: int | None = None, region: str = "") -> Form | None:
    """The form a grid is; None when none of the vocabulary fits."""
    for title in titles(grid):
        if forms := titled(title):
            form = best_variant(grid, forms, year, region)
            of_whole = form.shape == "self_evaluation" and "整体" in title  # of points only, or with money and targets
            if (form.name == INDICATORS or of_whole) and (scored := scored_form(grid)):
                return scored
            return form if form.shape not in TABLE_SHAPES or _has_columns(grid, form) else None
    title = next((title for title in titles(grid) if is_title(title)), "")
    if (not title or _SCORES.search(title)) and (scored := scored_form(grid)):
        return scored
    if not title and _has_blocks(grid):
        return forms_named(DEPARTMENT_FORM)[0]
    return (None if title else _by_header(grid, year, region)) or by_labels(grid, plain(title))


def _has_blocks(grid: Grid) -> bool:
    """Does a grid print the labels of two blocks that only the target form of a department has?"""
    printed = {plain(cell.text) for row in grid.rows for cell in row[:1]}
    return all(any(label in printed for label in forms_named(block)[0].titles) for block in BLOCKS)


def is_named(grid: Grid) -> bool:
    """Does a title of the vocabulary stand above the grid?"""
    return any(titled(title) for title in titles(grid))


def titles(grid: Grid) -> Iterable[str]:
    """What may be the title of a grid, nearest first: its captions, the heading it stands under."""
    yield from (caption.text for caption in reversed(grid.captions) if not is_label(caption.text))
    if grid.headings and is_title(grid.headings[-1]):
        yield grid.headings[-1]


def titled(title: str) -> tuple[Form, ...]:
    """The forms whose title ends a printed one, as years and bodies come before it; the longest title wins."""
    whole = plain(_YEAR.sub("", title))
    for printed in dict.fromkeys((whole, _TRAILER.sub("", whole))):
        for ending, forms in _by_title():
            if printed.endswith(ending) and _may_stand_before(printed[: -len(ending)], ending):
                return forms
    return ()


def _may_stand_before(words: str, title: str) -> bool:
    """May the words stand before a title and leave it what it is: a body, a number, the name of the document?

    Before a title that would end many others (支出预算表) nothing else may.
    """
    words = _DOCUMENT.sub("", words)
    if _BARE.match(title):
        return not words or bool(_OWNER.search(words)) or ends_as_body(words)
    return not _QUALIFIER.search(words)


@cache
def _by_title() -> list[tuple[str, tuple[Form, ...]]]:
    """Forms by title, the longest first; a title that ends in brackets (（按功能分类科目）) stands without them as well."""
    by_title: dict[str, list[Form]] = {}
    for form in all_forms():
        for title in dict.fromkeys(each for full in form.titles for each in (full, _TRAILER.sub("", full))):
            by_title.setdefault(title, []).append(form)
    return sorted(((title, tuple(forms)) for title, forms in by_title.items()), key=lambda entry: -len(entry[0]))


def best_variant(grid: Grid, forms: tuple[Form, ...], year: int | None, region: str) -> Form:
    """The variant that has most of the grid's columns; among equals the one in force that year and region.

    Where that is not known either, one of any place goes before that of another place.
    """
    if len(forms) == 1:
        return forms[0]
    paths = header_of(grid).paths
    return max(
        forms,
        key=lambda form: (_fit(form, paths), in_force(form, year, region), not form.regions or region in form.regions),
    )


def _has_columns(grid: Grid, form: Form) -> bool:
    """Does the header print at least one column of the form (or the names that turn a transposed one)?

    Not if most of its columns are others: a form of another place may bear the same title.
    """
    paths = [path for path in header_of(grid).paths if path]
    names = {*form.rows, *form.rows.values()}
    known = [path for path in paths if resolve(path, form.columns) or any(_YEAR.sub("", plain(part)) in names for part in path)]
    others = sum(path not in known and not is_label_column(path) for path in paths)
    return bool(known) and (form.shape != "coded" or others < max(MOST_OTHERS, 2 * len(known)))


def _fit(form: Form, paths: tuple[tuple[str, ...], ...]) -> float:
    """How many of the columns are found, less those of the form that are not there."""
    if not form.columns:
        return 0
    found = _found(form, paths)
    names = [plain(part) for path in paths for part in path]
    # The names of the sides tell something only where the columns of a side stand beneath them.
    sides = sum(any(plain(side.name) in name for name in names) for side in form.sides if side.name and found)
    lacking = _required(form) - found
    return len(found) - 0.5 * len(lacking) + 2 * sides


def _required(form: Form) -> set[str]:
    return {column.name for column in form.columns if not column.optional}


def _found(form: Form, paths: tuple[tuple[str, ...], ...]) -> set[str]:
    return {column.name for path in paths if path and (column := resolve(path, form.columns))}


def in_force(form: Form, year: int | None, region: str) -> int:
    """2 for a form made for the region and year, 1 for one that is not against them, 0 for another's."""
    first, last = form.years
    if year is not None and ((first and year < first) or (last and year > last)):
        return 0
    if form.regions and region and region not in form.regions:
        return 0
    return 1 + bool(form.regions and region in form.regions) + bool(year and (first or last))


def _by_header(grid: Grid, year: int | None, region: str) -> Form | None:
    """A form whose columns (four or more) all stand in the header of a grid without a title of its own."""
    paths = header_of(grid).paths
    fitting = [
        form for form in all_forms()
        if form.shape in ("coded", "named") and len(required := _required(form)) >= 4
        and required <= _found(form, paths)
    ]  # fmt: skip
    return max(fitting, key=lambda form: (len(form.columns), in_force(form, year, region)), default=None)
