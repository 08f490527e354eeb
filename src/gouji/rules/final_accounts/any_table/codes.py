"""Classification codes in the tables: printed twice, out of order, without a parent, unknown, wrongly named."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from gouji.model.finding import Observation, Remark, Severity
from gouji.model.report import Report
from gouji.model.table import Row, Table
from gouji.rules.final_accounts.rows import CODED_FORMS, SIDED_FORMS, code_place, tables_among
from gouji.rules.rule import rule
from gouji.vocabulary.codes import class_of, code_named, folded, former_name, same_name
from gouji.vocabulary.terms import plain

BASIS = "政府收支分类科目"


@rule(
    title="同一表中科目编码重复",
    title_en="a code stands twice in one table",
    basis=f"{BASIS}：一个科目一行",
    severity="warning",
)
def code_appears_twice(report: Report) -> Iterator[Observation]:
    for table in tables_among(report, CODED_FORMS):
        first: dict[str, Row] = {}
        for row in table.rows:
            if row.code and first.setdefault(row.code, row) is not row:
                yield Remark(
                    code_place(report, table, row),
                    f"科目 {row.code} {row.name}在《{table.form}》中出现两次",
                    f"code {row.code} stands twice in this table",
                    against=(code_place(report, table, first[row.code]),),
                )


@rule(
    title="科目编码没有按顺序排列",
    title_en="the codes are out of order",
    basis=f"{BASIS}：编码由小到大，类、款、项相随",
    severity="note",
)
def codes_are_out_of_order(report: Report) -> Iterator[Observation]:
    for table in tables_among(report, CODED_FORMS):
        for side in dict.fromkeys(row.side for row in table.rows):
            rows = [row for row in table.rows if row.code and row.side == side]
            before = next((pair for pair in pairwise(rows) if pair[0].code > pair[1].code), None)
            if before is not None:
                yield Remark(
                    code_place(report, table, before[1]),
                    f"{before[1].code} 排在 {before[0].code} 之后，请按编码顺序排列",
                    f"{before[1].code} stands after {before[0].code}",
                    against=(code_place(report, table, before[0]),),
                )


@rule(
    title="款、项级科目缺少上级科目行",
    title_en="a code has no row for the level above it",
    basis=f"{BASIS}：类、款、项逐级列示",
    severity="warning",
)
def code_has_no_parent_row(report: Report) -> Iterator[Observation]:
    for table in tables_among(report, CODED_FORMS):
        codes = {row.code for row in table.rows if row.code}
        rows = [row for row in table.rows if len(row.code) in (5, 7)]
        orphans = [row for row in rows if row.code[:-2] not in codes]
        # A table that leaves out a level throughout does so by its layout.
        if len(orphans) * 2 >= len(rows):
            continue
        for row in orphans:
            yield Remark(
                code_place(report, table, row),
                f"{row.code} {row.name}没有上级科目 {row.code[:-2]} 的行",
                f"{row.code} has no row for {row.code[:-2]}",
                expected=f"列示 {row.code[:-2]}",
            )


@rule(
    title="科目编码不在已知的科目表中",
    title_en="a code is not in the classification as known",
    basis=f"{BASIS}（已收录部分）",
    certainty="O",
    severity="note",
)
def code_is_unknown(report: Report) -> Iterator[Observation]:
    for table, row in _each_code_once(report):
        if code_named(row.code) is None and former_name(row.code, row.name) is None:
            yield Remark(
                code_place(report, table, row),
                f"科目 {row.code} {row.name}不在已收录的科目表中，请核对编码",
                f"code {row.code} is not in the classification as known here; please check it",
            )


@rule(
    title="科目名称与编码不符",
    title_en="the name beside a code is that of another",
    basis=BASIS,
    certainty="O",
    severity="note",
)
def code_has_another_name(report: Report) -> Iterator[Observation]:
    rows = list(_each_code_once(report))
    borne_out = {row.code for _, row in rows if (named := code_named(row.code)) and same_name(row.name, named.name)}
    for table, row in rows:
        official = code_named(row.code)
        if official is None or _much_the_same(row.name, official.name) or former_name(row.code, row.name):
            continue
        yield Remark(
            code_place(report, table, row),
            f"科目 {row.code} 的名称应为“{official.name}”，这里是“{row.name}”",
            f"code {row.code} is “{official.name}”, printed as “{row.name}”",
            expected=official.name,
            severity=Severity.WARNING if official.verified or row.code in borne_out else None,
        )


@rule(
    title="科目名称是已停用的旧名称",
    title_en="the name beside a code is no longer in force",
    basis=f"{BASIS}：历年修订",
    certainty="S",
    severity="note",
)
def code_has_a_former_name(report: Report) -> Iterator[Observation]:
    for table, row in (*_each_code_once(report), *_each_class_once(report)):
        code = row.code or class_of(row.name)
        former, official = former_name(code, row.name), code_named(code)
        if former is None or official is None or report.year is None or report.year <= (former.until or 0):
            continue
        yield Remark(
            code_place(report, table, row),
            f"“{row.name}”是 {former.until} 年及以前的名称，现为“{official.name}”",
            f"“{row.name}” was in force until {former.until}; it is “{official.name}” now",
            expected=official.name,
            severity=Severity.WARNING if len(former.code) == 3 else None,
        )


def _each_code_once(report: Report) -> Iterator[tuple[Table, Row]]:
    """Each pair of code and name of a document, where it stands first."""
    seen: set[tuple[str, str]] = set()
    for table in tables_among(report, CODED_FORMS):
        for row in table.rows:
            key = (row.code, folded(row.name))
            if row.code and row.name and key not in seen:
                seen.add(key)
                yield table, row


def _each_class_once(report: Report) -> Iterator[tuple[Table, Row]]:
    """The classes that the two-sided tables list without codes, each where it stands first."""
    seen: set[str] = set()
    for table in tables_among(report, SIDED_FORMS):
        for row in table.rows:
            if row.side == "支出" and not row.code and row.name not in seen:
                seen.add(row.name)
                yield table, row


def _much_the_same(printed: str, official: str) -> bool:
    """The same name, or one cut short, as narrow columns do."""
    if same_name(printed, official):
        return True
    pairs = (sorted((form(printed), form(official)), key=len) for form in (folded, plain))
    return any(len(short) >= 2 and long.startswith(short) for short, long in pairs)
