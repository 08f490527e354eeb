"""部门整体绩效目标申报表, the money: expenditure and income, special funds, the split by level of government."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from gouji.model.comparison import addends, must_not_exceed, must_total
from gouji.model.figure import Figure
from gouji.model.finding import Comparison, NotApplicable, Observation, Remark, Severity
from gouji.model.report import Report
from gouji.model.rounding import Term, Verdict, judge_sum
from gouji.model.table import Table
from gouji.rules.formula import Gap, seat_in
from gouji.rules.rule import rule
from gouji.rules.slips import with_hint

OVERVIEW, AMOUNT = "预算整体情况", "预算金额"
FORM = "部门整体绩效目标申报表·预算整体情况"
BASIC, PROJECTS, GRANT, OTHER = "基本支出", "项目支出", "财政拨款", "其他资金"
SPECIAL, DEVELOPMENT = "财政专项资金", "其他事业发展性支出"
OWN_LEVEL, TRANSFERS = "市本级使用资金", "拟用于对下转移支付资金"


def amount(table: Table, name: str) -> Figure | Gap:
    """The amount of one box of the overview."""
    return seat_in(table.row(name), AMOUNT)


@rule(
    title="基本支出与项目支出之和不等于收入来源之和",
    title_en="basic and project expenditure do not equal the sources of income",
    basis=f"{FORM}：部门预算支出与收入来源是同一笔预算的两面",
    reads=(OVERVIEW,),
)
def department_expenditure_differs_from_income(report: Report) -> Iterator[Observation]:
    for table in report.tables_of(OVERVIEW):
        seats = {name: amount(table, name) for name in (BASIC, PROJECTS, GRANT, OTHER)}
        missing = [name for name, seat in seats.items() if seat is Gap.UNREAD or (name != OTHER and not _is(seat))]
        if missing:
            yield NotApplicable(f"{missing[0]}{Gap.BLANK.value}或{Gap.UNREAD.value}")
            continue
        known = {name: seat for name, seat in seats.items() if isinstance(seat, Figure)}
        found = _with_other_rows(table, known, _income_side(known))
        doubtful = found.verdict is Verdict.DISAGREE and _may_have_more(table)
        yield NotApplicable("表上还有别的收支项目，不能确定属于哪一边") if doubtful else found


def _may_have_more(table: Table) -> bool:
    """Are there boxes under no heading beside the four? They may be income or expenditure."""
    known = (BASIC, PROJECTS, GRANT, OTHER)
    return any(not row.side and row.name not in known and row.figure(AMOUNT) for row in table.rows)


def _with_other_rows(table: Table, known: dict[str, Figure], comparison: Comparison) -> Comparison:
    """Forms that list more (上年结转, 经营支出) balance with those; where neither balances, it is less sure what counts."""
    spent, earned = _others(table, BASIC, (BASIC, PROJECTS)), _others(table, GRANT, (GRANT, OTHER))
    if comparison.verdict is not Verdict.DISAGREE or not (spent or earned):
        return comparison
    terms = [*comparison.terms, *map(Term, spent), *(Term(figure, Decimal(-1)) for figure in earned)]
    whole = must_total(known[GRANT], terms, "支出各项之和 = 收入来源各项之和")
    return replace(whole, severity=Severity.WARNING) if whole.verdict is Verdict.DISAGREE else whole


def _others(table: Table, name: str, known: tuple[str, ...]) -> list[Figure]:
    """The amounts that stand under the same heading beside the known ones."""
    row = table.row(name)
    beside = [each for each in table.rows if row and row.side and each.side == row.side and each.name not in known]
    return [figure for each in beside if (figure := each.figure(AMOUNT)) is not None]


def _is(seat: Figure | Gap) -> bool:
    return isinstance(seat, Figure)


def _income_side(seats: dict[str, Figure]) -> Comparison:
    """财政拨款 against expenditure less other income: the same identity. A blank 其他资金 counts as nothing."""
    terms = [Term(seats[BASIC]), Term(seats[PROJECTS])]
    if OTHER in seats:
        terms.append(Term(seats[OTHER], Decimal(-1)))
    formula = f"{BASIC} + {PROJECTS} = {GRANT} + {OTHER}"
    comparison = must_total(seats[GRANT], terms, formula)
    if comparison.verdict is not Verdict.DISAGREE:
        return comparison
    spent, earned = [Term(seats[BASIC]), Term(seats[PROJECTS])], [Term(seats[n]) for n in (GRANT, OTHER) if n in seats]
    note = _left_out(seats) or _perhaps_blank(seats, comparison)
    if not note:
        return with_hint(comparison)
    laid_out = f"支出 {addends(spent)}，收入 {addends(earned)}"
    return replace(comparison, note=f"{note[0]}。{laid_out}", note_en=note[1])


def _left_out(seats: dict[str, Figure]) -> tuple[str, str] | None:
    """The one amount without which both sides agree."""
    signs = {BASIC: 1, PROJECTS: 1, OTHER: -1}
    for name in (OTHER, BASIC, PROJECTS):
        if name not in seats or not seats[name].value:
            continue
        rest = [Term(seats[n], Decimal(sign)) for n, sign in signs.items() if n in seats and n != name]
        if judge_sum(seats[GRANT], rest)[0] is not Verdict.DISAGREE:
            where = "没有列入支出" if name == OTHER else "没有相应的收入来源"
            text = seats[name].text
            return f"不计{name}{text}，两边即相符：这笔钱多半{where}", f"without {name} {text} both sides agree"
    return None


def _perhaps_blank(seats: dict[str, Figure], comparison: Comparison) -> tuple[str, str] | None:
    """A blank 其他资金 may be what is missing from the income."""
    gap = comparison.expected - seats[GRANT].value
    if OTHER in seats or gap <= 0:
        return None
    worded = seats[GRANT].worded(gap)
    return f"{OTHER}为空，如有{worded}{seats[GRANT].unit}请补填", f"other income is blank; is it {worded}?"


@rule(
    title="财政专项资金与其他事业发展性支出之和超过项目支出",
    title_en="special funds and other development expenditure exceed project expenditure",
    basis=f"{FORM}：事业发展性支出是项目支出的一部分",
    reads=(OVERVIEW,),
)
def development_expenditure_exceeds_projects(report: Report) -> Iterator[Observation]:
    for table in report.tables_of(OVERVIEW):
        limit = amount(table, PROJECTS)
        parts = [part for name in (SPECIAL, DEVELOPMENT) if isinstance(part := amount(table, name), Figure)]
        if not isinstance(limit, Figure) or not parts:
            yield NotApplicable(f"{PROJECTS}或事业发展性支出{Gap.BLANK.value}")
            continue
        stated = max(parts, key=lambda part: part.value)
        rest = [Term(part, Decimal(-1)) for part in parts if part is not stated]
        yield must_not_exceed(stated, [Term(limit), *rest], f"{SPECIAL} + {DEVELOPMENT} ≤ {PROJECTS}")


@rule(
    title="本级使用资金与转移支付资金之和不等于财政拨款",
    title_en="funds for the own level and transfers do not make the fiscal appropriation",
    basis=f"{FORM}：财政拨款按预算级次划分",
    reads=(OVERVIEW,),
)
def levels_do_not_make_the_appropriation(report: Report) -> Iterator[Observation]:
    """With one of the two boxes blank a difference is a warning: the blank one may be what is missing."""
    for table in report.tables_of(OVERVIEW):
        grant = amount(table, GRANT)
        seats = [amount(table, name) for name in (OWN_LEVEL, TRANSFERS)]
        filled = [seat for seat in seats if isinstance(seat, Figure)]
        if not isinstance(grant, Figure) or not filled or Gap.UNREAD in seats:
            yield NotApplicable(f"按预算级次划分{Gap.BLANK.value}")
            continue
        others = _others(table, OWN_LEVEL, (OWN_LEVEL, TRANSFERS)) or _others(table, TRANSFERS, (OWN_LEVEL, TRANSFERS))
        formula = f"{GRANT} = {OWN_LEVEL} + {TRANSFERS}{' + …' if others else ''}"
        comparison = with_hint(must_total(grant, [Term(seat) for seat in (*filled, *others)], formula))
        sure = len(filled) == 2 and not others
        yield comparison if sure else replace(comparison, severity=Severity.WARNING)


@rule(
    title="按预算级次划分的两栏均未填写",
    title_en="the split by level of government is left blank",
    basis=f"{FORM}：财政拨款应当划分为本级使用和对下转移支付",
    reads=(OVERVIEW,),
    severity="warning",
)
def split_by_level_is_left_blank(report: Report) -> Iterator[Observation]:
    for table in report.tables_of(OVERVIEW):
        grant, rows = amount(table, GRANT), [table.row(name) for name in (OWN_LEVEL, TRANSFERS)]
        cells = [row.cells[AMOUNT] for row in rows if row is not None and AMOUNT in row.cells]
        if not isinstance(grant, Figure) or not grant.value or len(cells) < 2:
            yield NotApplicable("没有列示财政拨款或预算级次")
        elif all(cell.blank for cell in cells):
            yield Remark(
                cells[0].place,
                f"财政拨款为{grant.text}{grant.unit}，{OWN_LEVEL}、{TRANSFERS}均为空白；没有的请填0.00",
                f"the appropriation is {grant.text}, but neither level is filled in; write 0.00 for none",
                (grant.place, cells[1].place),
            )
