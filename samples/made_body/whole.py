"""部门整体支出绩效自评报告: the money of the whole body, its scores and a list of the projects with theirs."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from books import Books, economic_total
from money import percent, wan
from printed.table import Document, Table, table

from made_body import ledger
from made_body.results import grade, number
from made_body.world import Work, World

OUTPUTS, EFFECTS, EXECUTED, MANAGED = 20, 20, 10, 50
Line = tuple[int, int, int]  # initial, adjustment, spent


def document(world: World, year: int, lines: dict[str, Line] | None = None) -> Document:
    """The report; other money than the world's own may be told."""
    works = world.years[year].open_works
    lines = lines or money_lines(world, year)
    duty, management = scores(world, year)
    whole = duty + management
    initial, adjustment, spent = lines["本年支出合计"]
    title = f"{world.body}{year}年度部门整体支出绩效自评报告"
    short = world.theme.short
    return Document(
        f"{year}年度部门整体支出绩效自评报告",
        [
            title, "一、部门基本情况", "（一）部门主要职能", f"{short}{world.theme.duty}。", "（二）部门整体支出绩效目标", world.theme.goal,
            "（三）部门整体收支情况",
            f"{year} 年度，{short}部门整体支出年初预算 {wan(initial)} 万元，调整后预算 {wan(initial + adjustment)} 万元，"
            f"决算数 {wan(spent)} 万元，预算执行率 {percent(spent, initial + adjustment)}，详见下表：",
            _money(lines), "二、绩效自评情况", "（一）自评结论",
            f"经综合评价，{short} {year} 年度部门整体支出绩效自评得分为 {number(whole)} 分，其中：履职效能自评得分 {number(duty)} 分，"
            f"管理效能自评得分 {number(management)} 分，自评等级为“{grade(whole)}”。",
            _scores(duty, management), "（二）项目自评情况",
            f"{short}对 {year} 年度 {len(works)} 个项目开展绩效自评，结果见下表；涉密项目按规定不公开。",
            _list(year, works), "三、存在的主要问题", "个别工程前期准备不够充分，部分任务推迟完成。", "四、下一步改进措施",
            "提前开展项目前期工作，把自评结果作为下年度安排预算的参考。",
        ],
    )  # fmt: skip


def money_lines(world: World, year: int) -> dict[str, Line]:
    """What the table of the money says, by row."""
    first, last = ledger.budget(world, year), ledger.accounts(world, year)
    works = world.years[year].works
    lines = {
        "一、基本支出": _basic((first, last), "staff", "running"),
        "人员经费": _basic((first, last), "staff"),
        "日常公用经费": _basic((first, last), "running"),
        "二、项目支出": _projects(works),
        "基本建设类项目": _projects(work for work in works if work.plan.works),
        "行政事业类项目": _projects(work for work in works if not work.plan.works),
    }
    whole = zip(lines["一、基本支出"], lines["二、项目支出"], strict=True)
    lines["本年支出合计"] = tuple(map(sum, whole))  # type: ignore[assignment]
    return lines


def _basic(books: tuple[Books, Books], *sides: str) -> Line:
    """Basic expenditure is adjusted to what was needed."""
    initial, spent = (sum(economic_total(getattr(one, side)) for side in sides) for one in books)
    return (initial, spent - initial, spent)


def _projects(works: Iterable[Work]) -> Line:
    money = [work.money for work in works]
    initial, adjusted = sum(one.initial for one in money), sum(one.adjusted for one in money)
    return (initial, adjusted - initial, sum(one.spent for one in money))


def _money(lines: dict[str, Line]) -> Table:
    rows = [
        [name, wan(initial), wan(change), wan(initial + change), percent(change, initial), wan(spent), percent(spent, initial + change)]
        for name, (initial, change, spent) in lines.items()
    ]  # fmt: skip
    header = ["按支出性质分类|年初预算数|调整金额|调整后预算|预算调整率|决算数|实际支出率"]
    return table("部门整体收支情况表", "", "万元", header, rows, (20, 13, 12, 13, 11, 13, 11))


def scores(world: World, year: int) -> tuple[Decimal, Decimal]:
    """履职效能 out of 50, by what the projects reached and the money spent; 管理效能 out of 50."""
    initial, change, spent = money_lines(world, year)["本年支出合计"]
    executed = EXECUTED * min(Decimal(spent) / (initial + change), Decimal(1))
    works = world.years[year].open_works
    met = [one.met for work in works for one in work.outcomes]
    duty = (OUTPUTS + EFFECTS) * Decimal(sum(met)) / len(met) + executed
    return duty.quantize(Decimal("0.01"), ROUND_HALF_UP), Decimal(MANAGED) - 2 - year % 3


def _scores(duty: Decimal, management: Decimal) -> Table:
    def line(name: str, points: int, got: Decimal) -> list[str]:
        rate = (100 * got / points).quantize(Decimal("0.01"), ROUND_HALF_UP)
        return [name, str(points), str(points), number(got), f"{rate}%"]

    rows = [line("履职效能", 50, duty), line("管理效能", 50, management), line("合计", 100, duty + management)]
    header = ["评价内容|权重（%）|分值配置|实际得分|得分率"]
    return table("部门整体支出绩效评价综合得分情况", "", "", header, rows, (20, 12, 12, 12, 12))


def _list(year: int, works: list[Work]) -> Table:
    header = ["项目名称|年初预算数|全年预算数|全年执行数|执行率|自评得分|自评等级"]
    money = [work.money for work in works]
    sums = [sum(column) for column in zip(*((one.initial, one.adjusted, one.spent) for one in money), strict=True)]
    rows = [["合计", *map(wan, sums), percent(sums[2], sums[1]), "", ""]]
    for work in works:
        amounts = (work.money.initial, work.money.adjusted, work.money.spent)
        rows.append([work.name, *map(wan, amounts), percent(amounts[2], amounts[1]), number(work.total), work.grade])
    return table("项目支出绩效自评结果汇总表", "", "万元", header, rows, (26, 13, 13, 13, 11, 11, 11))
