"""What a table looks like rather than what it adds up to: row numbers, rows left over, negative amounts, blanks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from gouji.model.finding import Observation, Remark
from gouji.model.place import Place
from gouji.model.report import Report
from gouji.model.table import Row
from gouji.rules.final_accounts.rows import (
    BUDGET_FORMS,
    FINAL_FORMS,
    amounts,
    code_place,
    has_amounts,
    leaves,
    tables_among,
)
from gouji.rules.final_accounts.three_public import FORM as THREE_PUBLIC
from gouji.rules.rule import rule

NATURE_FORMS = ("支出决算表", "一般公共预算财政拨款支出决算表")
# Items whose nature the classification fixes: by the last two digits, or by the code they begin with.
BASIC_ITEMS = ("01", "50")
PROJECT_ITEM = "02"
BASIC_CODES = ("20805", "21011", "22102")


@rule(
    title="行次不连续",
    title_en="the row numbers are not continuous",
    basis="部门决算公开表样：行次由 1 起连续编列",
    severity="note",
)
def row_numbers_are_not_continuous(report: Report) -> Iterator[Observation]:
    for table in tables_among(report, FINAL_FORMS):
        for side in dict.fromkeys(row.side for row in table.rows):
            rows = [row for row in table.rows if row.side == side and row.number.isdigit()]
            # Where the reading keeps no nameless rows, a gap may be one of them: only a step back is certain.
            gaps = any(not row.name for row in rows)
            for before, after in pairwise(rows):
                step = int(after.number) - int(before.number)
                if step < 1 or (gaps and step > 1):
                    yield Remark(
                        Place(report.path, table.form, after.name, "行次", after.number, after.ink),
                        f"行次 {before.number} 之后是 {after.number}",
                        f"row number {after.number} follows {before.number}",
                        against=(Place(report.path, table.form, before.name, "行次", before.number, before.ink),),
                        expected=str(int(before.number) + 1),
                    )


@rule(
    title="列有全为零的科目行，可能是模板残留",
    title_en="codes without any amount are listed; they may be left over from a template",
    basis="公开表一般只列有发生额的科目",
    certainty="S",
    severity="note",
)
def rows_without_amounts_are_listed(report: Report) -> Iterator[Observation]:
    for table in tables_among(report, NATURE_FORMS):
        empty = [row for row in leaves(table) if list(amounts(row)) and not has_amounts(row)]
        if empty and any(has_amounts(row) for row in table.rows):
            named = "、".join(f"{row.code} {row.name}" for row in empty[:5])
            yield Remark(
                code_place(report, table, empty[0]),
                f"{len(empty)} 个科目全年无金额（{named}{'等' if len(empty) > 5 else ''}），若非本部门科目请删去",
                f"{len(empty)} codes have no amount; remove those that are not yours",
                against=tuple(code_place(report, table, row) for row in empty[1:]),
            )


@rule(
    title="金额为负数",
    title_en="an amount is negative",
    basis="决算数一般不为负；冲减、退回应加说明",
    certainty="S",
    severity="note",
)
def amount_is_negative(report: Report) -> Iterator[Observation]:
    for table in tables_among(report, (*FINAL_FORMS, *BUDGET_FORMS)):
        for row in table.rows:
            for figure in amounts(row):
                if figure.value < 0:
                    yield Remark(
                        figure.place,
                        f"{row.name or row.code}为负数 {figure.text}，请核对；若属冲减或退回，请加说明",
                        f"{figure.text} is negative; check it or explain it",
                    )


@rule(
    title="同一行中空白与 0.00 混用",
    title_en="blanks and zeros are mixed in one row",
    basis="部门决算公开表样：无发生额的栏次写法应一致",
    reads=(THREE_PUBLIC,),
    certainty="O",
    severity="note",
)
def blanks_and_zeros_are_mixed(report: Report) -> Iterator[Observation]:
    for table in report.tables_of(THREE_PUBLIC):
        for row in table.rows:
            blank = next((cell for cell in row.cells.values() if cell.blank), None)
            zero = next((figure for figure in amounts(row) if not figure.value), None)
            if blank is not None and zero is not None:
                yield Remark(
                    zero.place,
                    f"{row.name}一行里有的栏次空着，有的写 {zero.text}，请统一写法",
                    "some columns of this row are blank, others print zero",
                    against=(blank.place,),
                )


@rule(
    title="科目与基本支出 / 项目支出的性质不符",
    title_en="a code does not fit basic or project expenditure",
    basis="政府收支分类科目：01 行政运行、50 事业运行及养老、医疗、住房等属基本支出，02 一般行政管理事务属项目支出",
    certainty="O",
    severity="note",
)
def code_does_not_fit_nature_of_expenditure(report: Report) -> Iterator[Observation]:
    seen: set[tuple[str, str]] = set()
    for table in tables_among(report, NATURE_FORMS):
        for row in table.rows:
            wrong = _unfit_nature(row)
            figure = row.figure(wrong) if wrong else None
            if figure is not None and figure.value and (row.code, wrong) not in seen:
                seen.add((row.code, wrong))
                right = "基本支出" if wrong == "项目支出" else "项目支出"
                yield Remark(
                    figure.place,
                    f"{row.code} {row.name}一般列{right}，这里{wrong}为 {figure.text}，请核对",
                    f"{row.code} usually is not {'project' if wrong == '项目支出' else 'basic'} expenditure",
                    expected=f"列入{right}",
                )


def _unfit_nature(row: Row) -> str:
    """The column in which an item is not expected to have an amount."""
    if len(row.code) != 7:
        return ""
    if row.code.startswith(BASIC_CODES) or (row.code[-2:] in BASIC_ITEMS and row.name in ("行政运行", "事业运行")):
        return "项目支出"
    return "基本支出" if row.code[-2:] == PROJECT_ITEM and row.name == "一般行政管理事务" else ""
