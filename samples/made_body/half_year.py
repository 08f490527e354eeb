"""项目支出绩效运行监控表: what was spent and reached by the end of a month, and what is expected of the year."""

from __future__ import annotations

from money import percent, wan
from printed.table import ABOVE, LEFT, Document, Table, table

from made_body.results import Outcome
from made_body.targets import levels
from made_body.world import Work, World


def document(world: World, year: int, month: int) -> Document:
    """The forms of all projects that are no secret."""
    parts: list[str | tuple[str, ...] | Table] = [f"{world.body}{year}年项目支出绩效运行监控表（1—{month}月）"]
    for work in world.years[year].open_works:
        parts.append(_form(world, work, month))
    return Document(f"{year}年1-{month}月项目支出绩效运行监控表", parts)


def _form(world: World, work: Work, month: int) -> Table:
    money = work.money
    grant, own = money.by_month[month], money.own_by_month[month]
    span = f"1-{month}月"
    rows = [
        ["项目名称", LEFT, work.name, *[LEFT] * 8],
        ["主管部门及代码", LEFT, world.body, LEFT, LEFT, "实施单位", LEFT, work.unit, *[LEFT] * 3],
        ["项目资金（万元）", LEFT, "", "年初预算数", LEFT, f"{span}执行数", f"{span}执行率", LEFT, "全年预计执行数", LEFT, LEFT],
        _money("年度资金总额", money.initial, grant + own, money.forecast),
        _money("其中：本年财政拨款", money.grant, grant, money.forecast - money.own),
        _money("其他资金", money.own, own, money.own),
        ["年度总体目标", LEFT, work.plan.goal, *[LEFT] * 8],
        ["绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", f"{span}执行情况", "全年预计完成情况", "偏差原因分析", LEFT,
         "完成目标可能性", "备注"],
        [*[ABOVE] * 7, "原因类别", "原因说明", ABOVE, ABOVE],
    ]  # fmt: skip
    for above, one in zip(levels(work.outcomes), work.outcomes, strict=True):
        rows.append([ABOVE, *above, *_state(one, month)])
    return table("项目支出绩效运行监控表", "", "", [], rows, (7, 11, 16, 22, 12, 12, 12, 10, 26, 10, 8), f"（{work.year}年度）")


def _money(name: str, initial: int, done: int, forecast: int) -> list[str]:
    rate = percent(done, initial) if initial else "—"
    return [ABOVE, LEFT, name, wan(initial), LEFT, wan(done), rate, LEFT, wan(forecast), LEFT, LEFT]


def _state(one: Outcome, month: int) -> list[str]:
    """A target that will be missed has its reason."""
    state, hope = one.told(one.state[month]), one.told(one.target if one.met and one.aim.is_counted else one.actual)
    late = ["其他", one.why, "有可能"] if not one.met else ["", "", "确定能"]
    return [one.aim.name, one.asked, state, hope, *late, ""]
