"""Blocks → report: every grid is given to the seat of its form, the text to the reader of claims, all is joined."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from gouji.model.medium import Medium
from gouji.model.narrative import Paragraph
from gouji.model.place import Ink, Place
from gouji.model.report import DocumentKind, Doubt, Report
from gouji.reading.claims import box_claims, claims
from gouji.reading.cover import Cover, cover_of
from gouji.reading.extents import with_extents
from gouji.reading.grid import Block, Grid
from gouji.reading.press import Source
from gouji.reading.recognise import form_of, is_named
from gouji.reading.scan.statements import legible
from gouji.reading.seat import (
    application,
    coded,
    generic,
    money_table,
    named,
    nested,
    project_table,
    score_lines,
    self_evaluation,
    sided,
    single,
    target_form,
    target_review,
)
from gouji.reading.seat.amounts import usual_unit
from gouji.reading.seat.garbled import demoted
from gouji.reading.seat.performance.template import is_template, said_of
from gouji.reading.seat.seated import Context, Seated
from gouji.reading.unseated import nothing_read
from gouji.vocabulary.form import Form

MONITORING = "项目支出绩效运行监控表"
Seat = Callable[[Grid, Form, Context], Seated]

_BY_SHAPE: dict[str, Seat] = {
    "coded": coded.seat,
    "named": named.seat,
    "nested": nested.seat,
    "sided": sided.seat,
    "single": single.seat,
    "target_form": target_form.seat,
    "application": application.seat,
    "project_table": project_table.seat,
    "self_evaluation": self_evaluation.seat,
    "money": money_table.seat,
    "scores": money_table.seat,
    "score_lines": score_lines.seat,
    "target_review": target_review.seat,
    "goal_completion": money_table.seat,
}


def assemble(
    path: str, sha256: str, blocks: Sequence[Block], lines: tuple[str, ...], source: Source | None = None
) -> Report:
    """The report of a document from its blocks. `lines` are the document's own text, `source` what is not plain text."""
    grids = [block for block in blocks if isinstance(block, Grid)]
    cover = cover_of(blocks, [form for grid in grids if (form := form_of(grid))])
    context = Context(path, cover.body, cover.year, cover.region, usual_unit(grids))
    forms = [form_of(grid, cover.year, cover.region) for grid in grids]
    shares, blank = _without_templates(grids, forms, context)
    paragraphs = tuple(block for block in blocks if isinstance(block, Paragraph))
    boxes = tuple(chain.from_iterable(share.boxes for share in shares))
    projects = tuple(chain.from_iterable(share.projects for share in shares))
    spots = with_extents(source) if source else ()
    told = legible(claims(paragraphs, path), spots)
    in_boxes = legible(box_claims(boxes, projects, path), spots)
    said = (*_doubts(path, cover, blank), *nothing_read(path, cover, None if blank else shares, lines))
    return Report(
        path,
        sha256,
        cover.kind,
        cover.body,
        cover.year,
        cover.region,
        _layout([form for form in forms if form]),
        cover.title,
        tables=tuple(chain.from_iterable(share.tables for share in shares)),
        projects=projects,
        indicators=tuple(chain.from_iterable(share.indicators for share in shares)),
        boxes=boxes,
        scores=tuple(chain.from_iterable(share.scores for share in shares)),
        reviews=tuple(chain.from_iterable(share.reviews for share in shares)),
        paragraphs=paragraphs,
        claims=told.claims,
        box_claims=in_boxes.claims,
        doubts=(*said, *_doubts_of(source, context), *_shared_doubts(shares, path), *told.doubts, *in_boxes.doubts),
        lines=lines,
        medium=source.medium if source else Medium.TEXT,
        spots=spots,
        pages=tuple(source.pages) if source else (),
    )


def _without_templates(
    grids: Sequence[Grid], forms: Sequence[Form | None], context: Context
) -> tuple[list[Seated], bool]:
    """The share of each grid, forms that nobody has filled in said to be empty once; and whether the document is nothing else.

    A form may be printed in several grids: it is empty where all of them are.
    """
    shares = [seat(grid, form, context) for grid, form in zip(grids, forms, strict=True)]
    empty = [
        form is not None and not grid.lost and is_template(grid, share, form)
        for grid, form, share in zip(grids, forms, shares, strict=True)
    ]
    filled = {form.name for form, blank in zip(forms, empty, strict=True) if form is not None and not blank}
    kinds = {form.kind for form in forms if form is not None and form.name in filled}
    kept, said = list(shares), set(filled)
    for index, (grid, form) in enumerate(zip(grids, forms, strict=True)):
        if form is None or not empty[index] or form.name in filled or (form.shape == "target_form" and form.kind in kinds):
            continue
        kept[index] = said_of(grid, form, context) if form.name not in said else Seated()
        said.add(form.name)
    return kept, bool(grids) and all(empty)


def _shared_doubts(shares: Sequence[Seated], path: str) -> Iterator[Doubt]:
    yield from chain.from_iterable(share.doubts for share in shares)
    money = [table for share in shares for table in share.tables if table.known and table.form == MONITORING]
    if money and not any(score.form == MONITORING for share in shares for score in share.scores):
        place = Place(path, MONITORING, text=money[0].title, ink=money[0].ink)
        yield Doubt(place, "只读到监控表的资金部分，指标部分没有能够按表格读取，请核对原件。", unread=True)


def _doubts_of(source: Source | None, context: Context) -> list[Doubt]:
    """What the reader of the format could not make sure of."""
    told = source.doubts if source else []
    return [Doubt(context.place(spot), message, unread) for spot, message, unread in told]


def seat(grid: Grid, form: Form | None, context: Context) -> Seated:
    """Give a grid to the seat of its form; one without a form is read by its own header."""
    if form is None:
        return generic.seat(grid, context)
    if form.unit:
        context = replace(context, unit=form.unit)
    try:
        seated = _BY_SHAPE[form.shape](grid, form, context)
    except Exception as fault:  # ours, not the document's: one table must not keep the others from being read
        return _unseated(grid, form, context, fault)
    seated = demoted(_with_doubts_of(grid, seated, form, context), context.document)
    if is_named(grid) or not grid.rows:
        return seated
    spot = next(iter(grid.captions), grid.rows[0][0])
    doubt = Doubt(context.place(spot, form.name), f"表上没有常见的标题，按表头认定为《{form.name}》，请核对。")
    return replace(seated, doubts=(doubt, *seated.doubts))


def _with_doubts_of(grid: Grid, seated: Seated, form: Form, context: Context) -> Seated:
    """What the gridding could not make sure of, where the seat has not said it."""
    known = {doubt.message for doubt in seated.doubts}
    said = [(spot, message) for spot, message in grid.doubts if message not in known]
    more = [Doubt(context.place(spot, form.name), message) for spot, message in said]
    lost = [(spot, message) for spot, message in grid.lost if message not in known]
    more += [Doubt(context.place(spot, form.name), message, unread=True) for spot, message in lost]
    return replace(seated, doubts=(*seated.doubts, *more))


def _unseated(grid: Grid, form: Form, context: Context, fault: Exception) -> Seated:
    """A table that a seat broke on: read by its own header, and the fault said."""
    seated = generic.seat(grid, context)
    message = f"《{form.name}》未能按表样读取（程序出错：{type(fault).__name__}），已按原表头读取，请反馈。"
    spot = next(iter(grid.captions), grid.rows[0][0])
    return replace(seated, doubts=(Doubt(context.place(spot, form.name), message, unread=True), *seated.doubts))


def _layout(forms: list[Form]) -> str:
    """The layout of a region that one of the forms has, else the one that most of them have."""
    layouts = [form.layout for form in forms if form.regions] or [form.layout for form in forms]
    return max(dict.fromkeys(layouts), key=layouts.count, default="")


def _doubts(path: str, cover: Cover, blank: bool = False) -> list[Doubt]:
    """What the document does not say of itself; a `blank` form need not."""
    if blank:
        return []
    place = Place(path, text=cover.title, ink=Ink(line=1, column=1))
    doubts = []
    if cover.kind is DocumentKind.UNKNOWN:
        doubts.append(Doubt(place, "未识别的文件种类：仍按其中的表格、数字和文字读取，只做通用核对。"))
    if cover.year is None:
        doubts.append(Doubt(place, "文件没有列示年度，跨年度的核对无法进行。"))
    if not cover.body:
        doubts.append(Doubt(place, "文件没有列示部门（单位）名称。"))
    return doubts
