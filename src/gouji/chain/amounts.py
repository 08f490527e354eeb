"""What each form says of the year's money: one meaning for the same amount, whatever form prints it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from gouji.chain.stages import own_stage
from gouji.chain.told import GENERAL, GRANTS, UNSAID, told_amounts
from gouji.model.chain import Amount, Moment
from gouji.model.figure import Figure
from gouji.model.report import Report
from gouji.model.table import TOTAL
from gouji.scoring.form import FORM as SELF_EVALUATION

T1, T2, T3, T4, T5, T7 = (
    "收入支出决算总表", "收入决算表", "支出决算表", "财政拨款收入支出决算总表", "一般公共预算财政拨款支出决算表", "“三公”经费支出决算表",
)  # fmt: skip
OVERVIEW, LIST, OVERALL = "预算整体情况", "项目支出绩效目标表", "部门整体收支情况"
OPENING, CLOSING = "年初结转和结余", "年末结转和结余"
TRAVEL = ("因公出国（境）费", "公务用车购置及运行费小计", "公务用车购置费", "公务用车运行费", "公务接待费")


class Says(NamedTuple):
    """Where a form says an amount: its meaning and moment, row and column, the side of the form, the money counted.

    `later` is said of the year before the document's own.
    """

    form: str
    meaning: str
    moment: Moment
    row: str
    column: str
    side: str = ""
    scope: str = ""
    later: bool = False


def _by_nature(form: str, total: str, moment: Moment, scope: str = "") -> list[Says]:
    """A form of expenditure with a column for each nature."""
    columns = (("支出合计", total), ("基本支出", "基本支出"), ("项目支出", "项目支出"))
    return [Says(form, meaning, moment, TOTAL, column, "", scope) for meaning, column in columns]


def _travel(form: str, rows: dict[str, Moment]) -> list[Says]:
    columns = {"三公经费合计": TOTAL} | {name.removesuffix("小计"): name for name in TRAVEL}
    return [
        Says(form, meaning, moment, row, column, "", GENERAL)
        for row, moment in rows.items()
        for meaning, column in columns.items()
    ]


_OVERALL_COLUMNS = {"年初预算数": Moment.BUDGET, "调整后预算": Moment.ADJUSTED, "决算数": Moment.FINAL}
_SAYS = (
    Says(T1, "收入合计", Moment.FINAL, "本年收入合计", "决算数", "收入"),
    Says(T1, "支出合计", Moment.FINAL, "本年支出合计", "决算数", "支出"),
    Says(T1, OPENING, Moment.FINAL, OPENING, "决算数", "收入"),
    Says(T1, CLOSING, Moment.FINAL, CLOSING, "决算数", "支出"),
    Says(T2, "收入合计", Moment.FINAL, TOTAL, "本年收入合计"),
    Says(T2, "财政拨款收入", Moment.FINAL, TOTAL, "财政拨款收入"),
    Says(T2, "上级补助收入", Moment.FINAL, TOTAL, "上级补助收入"),
    Says(T2, "附属单位上缴收入", Moment.FINAL, TOTAL, "附属单位上缴收入"),
    *_by_nature(T3, "本年支出合计", Moment.FINAL),
    Says(T3, "上缴上级支出", Moment.FINAL, TOTAL, "上缴上级支出"),
    Says(T3, "对附属单位补助支出", Moment.FINAL, TOTAL, "对附属单位补助支出"),
    Says(T4, OPENING, Moment.FINAL, "年初财政拨款结转和结余", "金额", "收入", GRANTS),
    Says(T4, CLOSING, Moment.FINAL, "年末财政拨款结转和结余", TOTAL, "支出", GRANTS),
    *_by_nature(T5, "本年支出合计", Moment.FINAL, GENERAL),
    *_travel(T7, {"预算数": Moment.ADJUSTED, "决算数": Moment.FINAL}),  # most print the budget after adjustment
    *_by_nature("支出预算总表", TOTAL, Moment.BUDGET),
    Says("收入预算总表", "收入合计", Moment.BUDGET, TOTAL, "本年收入合计"),
    *_by_nature("一般公共预算支出预算表", TOTAL, Moment.BUDGET, GENERAL),
    *_by_nature("财政拨款支出预算表", TOTAL, Moment.BUDGET, GRANTS),
    *_travel("“三公”经费预算表", {"预算数": Moment.BUDGET}),
    Says("一般公共预算支出预算表", "支出合计", Moment.BUDGET, TOTAL, "上年预算数", "", GENERAL, True),
    *(says._replace(later=True) for says in _travel("“三公”经费预算表", {"上年预算数": Moment.BUDGET})),
    Says(OVERVIEW, "收入合计", Moment.BUDGET, "收入预算合计", "预算金额", "", UNSAID),
    Says(OVERVIEW, "支出合计", Moment.BUDGET, "支出预算合计", "预算金额", "", UNSAID),
    Says(OVERVIEW, "基本支出", Moment.BUDGET, "基本支出", "预算金额", "", UNSAID),
    Says(OVERVIEW, "项目支出", Moment.BUDGET, "项目支出", "预算金额", "", UNSAID),
    Says(LIST, "项目支出", Moment.BUDGET, TOTAL, "总计"),
    Says(LIST, "项目支出", Moment.BUDGET, TOTAL, GRANTS, "", GRANTS),
    *(
        Says(OVERALL, meaning, moment, row, column, "", UNSAID)
        for meaning, row in (("支出合计", "本年支出合计"), ("基本支出", "基本支出"), ("项目支出", "项目支出"))
        for column, moment in _OVERALL_COLUMNS.items()
    ),
)
_WHOLE_FORM = {"年初预算数": Moment.BUDGET, "全年预算数": Moment.ADJUSTED, "全年执行数": Moment.FINAL}


def amounts_of(report: Report) -> Iterator[Amount]:
    """The amounts that a report says of its own year and (`later`) of the year before, each printing of them."""
    for says in _SAYS:
        figure = _figure(report, says)
        if figure is not None:
            yield Amount(says.meaning, says.moment, figure, own_stage(report), says.scope, later=says.later)
    if "整体" in report.title:
        yield from _of_whole_department(report)
    yield from told_amounts(report)


def _of_whole_department(report: Report) -> Iterator[Amount]:
    """The money of the self-evaluation form of a whole department."""
    for table in report.tables_of(SELF_EVALUATION):
        row = table.rows[0] if table.rows and not table.rows[0].side else None
        for column, moment in _WHOLE_FORM.items() if row is not None else ():
            figure = row.figure(column) if row is not None else None
            if figure is not None and not figure.loose:
                yield Amount("支出合计", moment, figure, own_stage(report), UNSAID)


def _figure(report: Report, says: Says) -> Figure | None:
    """The figure at a place of a form; None where it is not printed or the text itself calls it inexact."""
    table = report.table(says.form)
    figure = table.figure(says.row, says.column, says.side) if table is not None else None
    return None if figure is None or figure.loose else figure
