"""部门整体支出绩效目标申报表, and the targets of the projects as four regions print them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from money import wan, yuan
from printed.table import ABOVE, LEFT, Document, Table, table

from made_body import ledger
from made_body.results import Outcome, number
from made_body.world import Work, World

SECRET = "涉密项目"


def levels(outcomes: Iterable[Outcome]) -> list[tuple[str, str]]:
    """The two classes of each indicator, merged downwards where they repeat."""
    made, last = [], ("", "")
    for one in outcomes:
        first, second = one.aim.classes
        made.append((ABOVE if first == last[0] else first, ABOVE if (first, second) == last else second))
        last = (first, second)
    return made


def department(world: World, year: int) -> Document:
    """The target form of the whole body: money, goal, tasks, indicators."""
    books = ledger.budget(world, year)
    basic, project = books.total(lambda item: item.basic), books.total(lambda item: item.project)
    works = [work for work in world.years[year].open_works if work.unit == world.body] or world.years[year].open_works
    rows = [
        ["部门名称", world.body, LEFT, LEFT, LEFT, LEFT],
        ["预算整体情况", "部门预算支出", "预算金额（万元）", "收入来源", LEFT, "预算金额（万元）"],
        [ABOVE, "基本支出", wan(basic), "财政拨款", LEFT, wan(books.general)],
        [ABOVE, "项目支出", wan(project), "其他资金", LEFT, wan(books.business)],
        [ABOVE, "事业发展性支出", "预算金额（万元）", "按预算级次划分", LEFT, "预算金额（万元）"],
        [ABOVE, "财政专项资金", "0.00", "市本级使用资金", LEFT, wan(books.general)],
        [ABOVE, "其他事业发展性支出", wan(project), "拟用于对下转移支付资金", LEFT, "0.00"],
        ["总体绩效目标", world.theme.goal, LEFT, LEFT, LEFT, LEFT],
        ["年度重点工作任务", "名称", "主要实施内容", LEFT, "拟投入的资金（万元）", "期望达到的目标（概述）"],
        *([ABOVE, w.name, w.plan.goal.partition("，")[0] + "。", LEFT, wan(w.money.initial), w.plan.goal] for w in works),
        ["绩效指标", "一级指标", "二级指标", "三级指标", "实施周期指标值", "年度指标值"],
        *_department_indicators(works),
    ]
    form = table("部门整体支出绩效目标申报表", "", "", [], rows, (12, 20, 18, 22, 16, 20))
    return Document(f"{year}年部门整体支出绩效目标申报表", [f"{world.body}{year}年部门整体支出绩效目标申报表", form])


def _department_indicators(works: list[Work]) -> list[list[str]]:
    """The count, the effect and the satisfaction of each project, class by class."""
    picked = list({one.aim.name: one for work in works for one in work.outcomes if one.aim.points != 15}.values())
    picked.sort(key=lambda one: ("产出指标", "效益指标", "满意度指标").index(one.aim.classes[0]))
    return [[ABOVE, *above, one.aim.name, one.asked, one.asked] for above, one in zip(levels(picked), picked, strict=True)]


# ---- projects ---------------------------------------------------------------------------------------------------------


def listed(world: World, year: int) -> list[str | Table]:
    """(a) One row per project, indicators packed into one box."""
    works = world.years[year].works
    rows = [["合计", *_sums(works), "", ""]]
    for unit in world.units:
        mine = [work for work in works if work.unit == unit]
        rows += [[unit, *_sums(mine), "", ""]] if mine else []
        rows += [["　　" + work.name, *_sums([work]), _goal(work), _packed(work)] for work in mine]
    header = ["项目名称（资金使用单位）|总计|财政拨款|财政专户拨款|其他资金|绩效目标|绩效指标"]
    made = table("项目支出绩效目标表（含转移支付项目）", world.body, "万元", header, rows, (20, 11, 11, 11, 10, 30, 48))
    return [made]


def _sums(works: Iterable[Work]) -> list[str]:
    grant = own = 0
    for work in works:
        grant, own = grant + work.money.grant, own + work.money.own
    return [wan(grant + own), wan(grant), "0.00", wan(own)]


def _goal(work: Work) -> str:
    return SECRET if work.plan.secret else work.plan.goal


def _packed(work: Work) -> str:
    if work.plan.secret:
        return SECRET
    told = (f"{n}、{one.aim.classes[0]}：{one.aim.name}，年度指标值：{one.asked}。" for n, one in enumerate(work.outcomes, 1))
    return "".join(told)


def application(world: World, work: Work) -> Table:
    """(b) The application of a province in the south: 元, a period and a year."""
    rows = [
        ["资金名称", work.name, LEFT, LEFT, LEFT, LEFT],
        ["业务主管部门", world.body, LEFT, LEFT, LEFT, LEFT],
        ["资金类型", "其他事业发展性支出", LEFT, LEFT, LEFT, LEFT],
        ["项目实施周期", f"{work.period[0]}年-{work.period[1]}年", LEFT, LEFT, LEFT, LEFT],
        ["资金需求", f"{work.year}年金额", yuan(work.money.initial), LEFT, LEFT, LEFT],
        ["用途范围", f"用于{work.name}所需的材料、设备和服务费用。", LEFT, LEFT, LEFT, LEFT],
        ["政策依据", f"《{world.place}公共服务发展规划（2021—2025年）》（府发〔2021〕18号）", LEFT, LEFT, LEFT, LEFT],
        ["总体绩效目标", "年度绩效目标", work.plan.goal, LEFT, LEFT, LEFT],
        [ABOVE, "实施周期绩效目标", f"{work.plan.goal}周期内持续发挥效益。", LEFT, LEFT, LEFT],
        ["绩效指标", "一级指标", "二级指标", "三级指标", "实施周期指标值", "年度指标值"],
    ]
    for above, one in zip(levels(work.outcomes), work.outcomes, strict=True):
        rows.append([ABOVE, *above, one.aim.name, f"{one.aim.sign}{one.told(one.period)}", one.asked])
    return table("绩效目标申报表", "", "", [], rows, (12, 16, 18, 26, 18, 16))


def national(world: World, work: Work) -> Table:
    """(c) The national form as the platform prints it: sign, value, unit and weight in boxes of their own."""
    money = work.money
    rows = [
        ["项目名称", work.name, *[LEFT] * 6],
        ["主管部门", world.body, LEFT, LEFT, "实施单位", work.unit, LEFT, LEFT],
        ["项目资金（万元）", "年度资金总额", LEFT, wan(money.initial), *[LEFT] * 4],
        [ABOVE, "其中：财政拨款", LEFT, wan(money.grant), *[LEFT] * 4],
        [ABOVE, "其他资金", LEFT, wan(money.own), *[LEFT] * 4],
        ["年度目标", work.plan.goal, *[LEFT] * 6],
        ["一级指标", "二级指标", "三级指标", "绩效指标性质", "绩效指标值", "绩效度量单位", "权重", "指标方向性"],
    ]
    for above, one in zip(levels(work.outcomes), work.outcomes, strict=True):
        aim, way = one.aim, "反向指标" if one.aim.sign == "≤" else "正向指标"
        rows.append([*above, aim.name, aim.sign, number(one.target), aim.unit, str(aim.points), way])
    return table("部门预算项目绩效目标表", "", "", [], rows, (12, 18, 26, 12, 12, 12, 8, 12))


def city(world: World, work: Work) -> Table:
    """(d) The form of a large city: 元, the money of the period beside that of the year."""
    money = work.money
    staged = work.period[1] > work.period[0] and work.plan.years[1] < 9
    whole = work.period_money if staged else money.initial
    rows = [
        ["项目名称：", work.name, LEFT, "项目类别：", "阶段性项目" if staged else "经常性项目", LEFT],
        ["主管部门：", world.body, LEFT, "实施单位：", work.unit, LEFT],
        ["计划开始日期：", f"{work.period[0] if staged else work.year}-01-01", LEFT, "计划结束日期：",
         f"{work.period[1] if staged else work.year}-12-31", LEFT],
        ["项目资金（元）", "项目资金总额", yuan(whole), "年度资金申请总额", yuan(money.initial), LEFT],
        [ABOVE, "", "", "其中：当年财政拨款", yuan(money.grant), LEFT],
        [ABOVE, "", "", "其他资金", yuan(money.own), LEFT],
        ["年度总目标", work.plan.goal, LEFT, LEFT, LEFT, LEFT],
        ["一级指标", "二级指标", "三级指标", "指标目标值", LEFT, LEFT],
    ]  # fmt: skip
    for above, one in zip(levels(work.outcomes), work.outcomes, strict=True):
        rows.append([*above, one.aim.name, one.asked, LEFT, LEFT])
    return table("财政项目支出绩效目标表", "", "", [], rows, (14, 18, 22, 20, 16, 10))


FORMS: dict[str, Callable[[World, Work], Table]] = {"b": application, "c": national, "d": city}


def projects(world: World, year: int, layout: str) -> Document:
    """The targets of the projects in one of the four layouts."""
    title = f"{world.body}{year}年项目支出绩效目标表"
    if layout == "a":
        return Document(f"{year}年项目支出绩效目标表", [title, *listed(world, year)])
    parts: list[str | tuple[str, ...] | Table] = [title]
    for work in world.years[year].open_works:
        parts += [f"（{year}年度）", FORMS[layout](world, work)]
    return Document(f"{year}年项目支出绩效目标表", parts)
