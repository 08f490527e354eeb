"""项目支出绩效自评表 in the national form of 财预〔2020〕10号, one for each project that is no secret."""

from __future__ import annotations

from money import percent, wan
from printed.table import ABOVE, LEFT, Document, Table, table

from made_body.results import number
from made_body.targets import levels
from made_body.world import EXECUTION, Work, World


def document(world: World, year: int) -> Document:
    """The forms, one below the other."""
    parts: list[str | tuple[str, ...] | Table] = [f"{world.body}{year}年度项目支出绩效自评表"]
    for work in world.years[year].open_works:
        parts.append(form(world, work))
    return Document(f"{year}年度项目支出绩效自评表", parts)


def form(world: World, work: Work) -> Table:
    """One project."""
    money = work.money
    rows = [
        ["项目名称", LEFT, work.name, *[LEFT] * 6],
        ["主管部门", LEFT, world.body, LEFT, LEFT, "实施单位", work.unit, LEFT, LEFT],
        ["项目资金（万元）", LEFT, "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
        [ABOVE, LEFT, "年度资金总额", *map(wan, (money.initial, money.adjusted, money.spent)), str(EXECUTION),
         percent(money.spent, money.adjusted), number(work.execution_score)],
        _source("其中：当年财政拨款", money.grant, money.grant + money.changed, money.spent_grant - money.carried),
        _source("上年结转资金", 0, money.carried, money.carried),
        _source("其他资金", money.own, money.own, money.spent_own),
        ["年度总体目标", "预期目标", LEFT, LEFT, LEFT, "实际完成情况", LEFT, LEFT, LEFT],
        [ABOVE, work.plan.goal, LEFT, LEFT, LEFT, work.plan.done, LEFT, LEFT, LEFT],
        ["绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"],
    ]  # fmt: skip
    for above, one in zip(levels(work.outcomes), work.outcomes, strict=True):
        values = (one.asked, one.told(one.actual), str(one.aim.points), number(one.score), one.why)
        rows.append([ABOVE, *above, one.aim.name, *values])
    rows.append(["总分", *[LEFT] * 5, "100", number(work.total), ""])
    title = f"{work.year}年度项目支出绩效自评表"
    return table(title, "", "", [], rows, (8, 12, 20, 26, 14, 14, 8, 10, 30))


def _source(name: str, initial: int, adjusted: int, spent: int) -> list[str]:
    rate = percent(spent, adjusted) if adjusted else "—"
    return [ABOVE, LEFT, name, wan(initial), wan(adjusted), wan(spent), "—", rate, "—"]
