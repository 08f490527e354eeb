"""What a document says of itself: its kind, title, body, year and region, from the first lines, captions and labels."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gouji.model.report import DocumentKind
from gouji.reading.bodies import body_of, closed_up
from gouji.reading.captions import LONGEST_TITLE, is_label, is_title
from gouji.reading.grid import Block, Grid
from gouji.reading.recognise import form_of, titled
from gouji.vocabulary.form import Form
from gouji.vocabulary.regions import region_of

FIRST_LINES = 12  # where the title of a document is looked for
LONGEST_LINE = 120
MOST_TITLE_LINES = 3
ENOUGH_TABLES = 3  # of the final accounts, to call a document by them

_KINDS = (
    (DocumentKind.SELF_EVALUATION_REPORT, r"(?:整体|部门).{0,8}绩效.{0,6}(?:自评|评价).{0,6}报告|绩效自评报告"),
    (DocumentKind.SELF_EVALUATION_REPORT, r"整体.{0,8}绩效.{0,6}(?:自评|评价).{0,8}(?:评分|得分|打分)表"),
    (DocumentKind.DEPARTMENT_TARGET, r"整体.{0,8}绩效目标(?:申报)?表"),
    (DocumentKind.PROJECT_TARGETS, r"项目(?:支出)?绩效目标表"),
    (DocumentKind.SELF_EVALUATION, r"(?:项目)?(?:支出)?绩效自评表"),
    (DocumentKind.TARGET_REVIEW, r"绩效目标(?:申报)?审[核查](?:意见)?表"),
    (DocumentKind.MONITORING, r"绩效(?:目标)?(?:运行|执行|跟踪)?监控(?:情况)?表"),
    (DocumentKind.PROJECT_APPLICATION, r"绩效目标申报表"),
    (DocumentKind.FINAL_ACCOUNTS, r"(?:部门|单位|三公.{0,6})决算|经费支出决算表"),
    (DocumentKind.BUDGET, r"(?:部门|单位).{0,4}预算"),
)
_PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in _KINDS)
_PERFORMANCE = ("department_target", "project_targets", "project_application", "self_evaluation", "monitoring", "target_review")
_KNOWN = frozenset(DocumentKind) - {DocumentKind.UNKNOWN}
_YEAR = re.compile(r"(20\d{2})\s*年")
_YEAR_COLUMN = re.compile(r"(20\d{2})\s*年(?:度)?(?:金额|预算数?|决算数?|资金)?")
_SENTENCE_END = ("。", "；", "，", "：")


@dataclass(frozen=True, slots=True)
class Cover:
    """What is known of a document as a whole."""

    kind: DocumentKind
    title: str
    body: str
    year: int | None
    region: str


def cover_of(blocks: Sequence[Block], forms: Sequence[Form]) -> Cover:
    """Read the cover of a document whose grids have been recognised."""
    lines = list(_first_lines(blocks))
    kind, title = _kind(lines, forms, _first_kind(blocks))
    if kind is DocumentKind.UNKNOWN and _has_budget_tables(blocks):
        kind = DocumentKind.BUDGET
    body = body_of(blocks, lines)
    return Cover(kind, title, body, _year(title, lines, blocks), region_of(body) or region_of(title))


def _has_budget_tables(blocks: Sequence[Block]) -> bool:
    """Are there enough tables whose titles are those of a budget (…支出预算表)?"""
    titles = {caption.text for block in blocks if isinstance(block, Grid) for caption in block.captions}
    return sum("预算" in title and is_title(title) for title in titles) >= ENOUGH_TABLES


def _first_kind(blocks: Sequence[Block]) -> str:
    """The kind of form that the first grid is; "" if there is none or it is not known."""
    grid = next((block for block in blocks if isinstance(block, Grid)), None)
    form = form_of(grid) if grid else None
    return form.kind if form else ""


def _first_lines(blocks: Sequence[Block]) -> Iterator[str]:
    """The first lines of a document, the captions of its grids among them."""
    count = 0
    for block in blocks:
        texts = [caption.text for caption in block.captions] if isinstance(block, Grid) else [block.text]
        for text in texts:
            if len(text) <= LONGEST_LINE:
                yield closed_up(text)
                count += 1
        if count >= FIRST_LINES:
            return


def _kind(lines: Sequence[str], forms: Sequence[Form], opens_with: str = "") -> tuple[DocumentKind, str]:
    """The kind that the tables, the title or most of the forms tell; and the title.

    `opens_with` is the kind of the first table: the words of a target form (部门预算绩效…) sound like those of a budget.
    """
    counted = Counter(form.kind for form in forms)
    first = next((line for line in lines if not is_label(line)), next(iter(lines), ""))
    most = max(counted[DocumentKind.FINAL_ACCOUNTS], counted[DocumentKind.BUDGET])
    for told, word in ((DocumentKind.FINAL_ACCOUNTS, "决算"), (DocumentKind.BUDGET, "预算")):
        if counted[told] == most >= ENOUGH_TABLES:
            return told, next((line for line in lines if word in line), first)
    by_form = (DocumentKind(kind) for kind, _ in counted.most_common() if kind in _KNOWN)
    kind, title = next(_kinds_of_titles(lines), (None, first))
    if kind is None or (kind is DocumentKind.BUDGET and opens_with in _PERFORMANCE):
        return next(by_form, kind or DocumentKind.UNKNOWN), title
    return kind, title


def _kinds_of_titles(lines: Sequence[str]) -> Iterator[tuple[DocumentKind, str]]:
    """The kinds that the lines name, each with its title; a title may be broken over two or three lines."""
    for index, line in enumerate(lines):
        kind = _kind_of_title(line)
        if kind is None or kind is DocumentKind.BUDGET:
            yield from _broken_title(lines[index : index + MOST_TITLE_LINES])
        if kind is not None:
            yield kind, line


def _broken_title(lines: Sequence[str]) -> Iterator[tuple[DocumentKind, str]]:
    """The kind that only the lines together name (…部门整体支出 / 绩效自评情况的报告)."""
    for count in range(2, len(lines) + 1):
        if is_label(lines[count - 1]) or lines[count - 2].endswith(_SENTENCE_END):
            return
        title = "".join(lines[:count])
        if (kind := _kind_of_title(title)) and kind is not DocumentKind.BUDGET:
            if _kind_of_title(lines[count - 1]) is None:
                yield kind, title
            return


def _kind_of_title(line: str) -> DocumentKind | None:
    """The kind of document that a title line names: that of the form it is the title of, or the one its words tell."""
    if len(line) > LONGEST_TITLE or line.endswith(_SENTENCE_END):
        return None
    for form in titled(line):
        if form.kind in _KNOWN:
            return DocumentKind(form.kind)
    bare = line.replace("“", "").replace("”", "")
    return next((kind for kind, pattern in _PATTERNS if pattern.search(bare)), None)


def _year(title: str, lines: Sequence[str], blocks: Sequence[Block]) -> int | None:
    """The year in the title, the first lines or the captions; failing that, in a column header like 2026年金额."""
    for text in (title, *(line for line in lines if not line.endswith(_SENTENCE_END))):
        if match := _YEAR.search(text):
            return int(match[1])
    grids = [block for block in blocks if isinstance(block, Grid)]
    captions = (match for grid in grids for caption in grid.captions if (match := _YEAR.search(caption.text)))
    columns = (
        match for grid in grids for row in grid.rows for cell in row if (match := _YEAR_COLUMN.fullmatch(cell.text))
    )
    return next((int(match[1]) for found in (captions, columns) for match in found), None)
