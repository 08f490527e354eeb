"""公开06 一般公共预算财政拨款基本支出决算表: economic classes and items, personnel and operating funds."""

from __future__ import annotations

from collections.abc import Iterator

from gouji.model.finding import Observation, Remark
from gouji.model.report import Report
from gouji.model.table import Row, Table
from gouji.rules.final_accounts.rows import BASIC_FORM, code_place, has_amounts
from gouji.rules.formula import identity
from gouji.rules.rule import rule
from gouji.rules.sums import children_of, sums_by_column, tree_sums
from gouji.vocabulary.codes import PERSONNEL_CLASSES

BASIS = "部门决算公开表样 公开06表"
PERSONNEL, OPERATING = "人员经费", "公用经费"
# The items from which the three public expenses are told apart.
THREE_PUBLIC_ITEMS = {
    "30212": "因公出国（境）费用",
    "30217": "公务接待费",
    "30231": "公务用车运行维护费",
    "31013": "公务用车购置",
}


@rule(
    title="基本支出某经济分类类级科目不等于其款级科目之和",
    title_en="an economic class of basic expenditure is not the sum of its items",
    basis=BASIS,
    reads=(BASIC_FORM,),
)
def economic_class_is_not_sum_of_items(report: Report) -> Iterator[Observation]:
    for table in report.tables_of(BASIC_FORM):
        yield from tree_sums(table)


@rule(
    title="人员经费合计不等于人员经费各类之和",
    title_en="total personnel funds are not the sum of their classes",
    basis=f"{BASIS}；人员经费 = 301 工资福利支出 + 303 对个人和家庭的补助",
    reads=(BASIC_FORM,),
)
def personnel_total_is_not_sum_of_classes(report: Report) -> Iterator[Observation]:
    for table in report.tables_of(BASIC_FORM):
        yield from _side_total(table, PERSONNEL)


@rule(
    title="公用经费合计不等于公用经费各类之和",
    title_en="total operating funds are not the sum of their classes",
    basis=f"{BASIS}；公用经费 = 302、307、310、399 等类之和",
    reads=(BASIC_FORM,),
)
def operating_total_is_not_sum_of_classes(report: Report) -> Iterator[Observation]:
    for table in report.tables_of(BASIC_FORM):
        yield from _side_total(table, OPERATING)


row_is_sum = identity(
    "basic-row-is-not-personnel-plus-operating",
    form=BASIC_FORM,
    each_row="合计 = 人员经费 + 公用经费",
    title="基本支出某行的合计不等于人员经费加公用经费",
    title_en="a row of basic expenditure is not personnel plus operating funds",
    basis=BASIS,
)


@rule(
    title="经济分类科目列错了一侧（人员经费 / 公用经费）",
    title_en="an economic code stands on the wrong side (personnel / operating)",
    basis="政府收支分类科目：人员经费为 301、303 类，其余为公用经费",
    reads=(BASIC_FORM,),
    certainty="O",
    severity="warning",
)
def economic_code_on_wrong_side(report: Report) -> Iterator[Observation]:
    for table in report.tables_of(BASIC_FORM):
        for row in table.rows:
            wrong = _wrong_side(table, row)
            if wrong:
                right = OPERATING if wrong == PERSONNEL else PERSONNEL
                yield Remark(
                    code_place(report, table, row),
                    f"{row.code} {row.name}属于{right}，却列在{wrong}下",
                    f"{row.code} {row.name} is listed on the wrong side",
                    expected=f"列入{right}",
                )


@rule(
    title="款级科目与其类级科目金额相同，而同类还有其他款级科目",
    title_en="an item equals its whole class although other items of the class have amounts",
    basis="表内勾稽：类 = 各款之和；常见于把类的金额误填到末一款",
    reads=(BASIC_FORM,),
    certainty="S",
    severity="warning",
)
def item_equals_its_class_beside_siblings(report: Report) -> Iterator[Observation]:
    for table in report.tables_of(BASIC_FORM):
        for code, items in children_of(table).items():
            if code:  # a class may well be all there is on its side
                yield from _items_equal_to_class(table, table.by_code(code), items)


@rule(
    title="基本支出决算表缺少“三公”相关科目行",
    title_en="the table of basic expenditure lacks a row that the three public expenses are told apart by",
    basis=f"{BASIS}：各款级科目无发生额也应列示",
    reads=(BASIC_FORM,),
    certainty="O",
    severity="note",
)
def three_public_item_is_not_listed(report: Report) -> Iterator[Observation]:
    for table in report.tables_of(BASIC_FORM):
        # Only a table that lists its zero rows is expected to list these.
        if not any(row.code and len(row.code) == 5 and not has_amounts(row) for row in table.rows):
            continue
        for code, name in THREE_PUBLIC_ITEMS.items():
            parent = table.by_code(code[:3])
            if parent is not None and table.by_code(code) is None:
                yield Remark(
                    code_place(report, table, parent),
                    f"{parent.code} {parent.name}下没有列示 {code} {name}，无发生额也请列 0.00",
                    f"{code} is not listed below {parent.code}; print 0.00 where nothing was spent",
                    expected=f"列示 {code} {name}",
                )


def _side_total(table: Table, side: str) -> Iterator[Observation]:
    stated = table.row(f"{side}合计", side) or table.row(f"{side}合计")
    classes = [row for row in table.rows if row.side == side and len(row.code) == 3]
    if stated is not None and classes:
        words = " + ".join(row.code for row in classes)
        yield from sums_by_column(stated, classes, table.columns, f"{side}合计 = {words}")


def _wrong_side(table: Table, row: Row) -> str:
    """The side, or the column with an amount, that a code does not belong to; "" when it stands right."""
    if not row.code:
        return ""
    wrong = OPERATING if row.code.startswith(PERSONNEL_CLASSES) else PERSONNEL
    if row.side == wrong:
        return wrong
    figure = row.figure(wrong) if wrong in table.columns and not row.side else None
    return wrong if figure is not None and figure.value else ""


def _items_equal_to_class(table: Table, parent: Row | None, items: list[Row]) -> Iterator[Observation]:
    for column in table.columns if parent is not None else ():
        whole = parent.figure(column) if parent is not None else None
        others = [item for item in items if (figure := item.figure(column)) is not None and figure.value]
        for item in others if whole is not None and whole.value and len(others) > 1 else ():
            figure = item.figure(column)
            if figure is not None and whole is not None and figure.value == whole.value:
                yield Remark(
                    figure.place,
                    f"{item.code} {item.name}为 {figure.text}，与 {item.code[:3]} 类合计相同，但同类其他科目也有金额",
                    f"{item.code} equals its whole class although other items of the class have amounts",
                    against=(whole.place,),
                )
