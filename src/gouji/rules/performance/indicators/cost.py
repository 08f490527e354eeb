"""Cost indicators: those that only say the budget again, and limits above the project's own money."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from gouji.model.figure import Figure
from gouji.model.finding import Observation, Remark
from gouji.model.performance import Criterion, Project
from gouji.model.report import Report
from gouji.rules.performance.indicators.gathering import gathered
from gouji.rules.performance.indicators.judged import HUNDRED, Judged, bound, conditions, judged, number
from gouji.rules.rule import INDICATORS, rule
from gouji.vocabulary.advice import pattern
from gouji.vocabulary.indicators import words

COSTS = ("成本指标", "经济成本指标")
GUIDE = "财预〔2021〕101号：成本指标反映单位成本、分项成本等，不以预算控制数代替"
_BUDGET_WORDS = re.compile("|".join(words()["cost"]["value"]))


@rule(
    title="成本指标只是重复预算，没有成本控制的内容",
    title_en="a cost indicator that restates the budget",
    basis=GUIDE,
    reads=(INDICATORS,),
    certainty="O",
    severity="note",
)
def cost_indicator_restates_the_budget(report: Report) -> Iterator[Observation]:
    yield from gathered((one, _restated(one, reason)) for one in judged(report) if (reason := _restates(one)))


def _restated(one: Judged, reason: str) -> Remark:
    return Remark(
        one.at_value,
        f"{one.label}“{one.value.text}”{reason}，建议改为单位成本或分项成本",
        f"{one.value.text} restates the budget; give unit costs or costs by item",
        rewrite=pattern("unit_cost"),
    )


def _restates(one: Judged) -> str:
    if one.name.endswith(tuple(words()["cost"]["name"])) and _is_cost(one) and bound(one.value) == HUNDRED:
        return "即预算执行，不反映成本"
    if not _is_cost(one):
        return ""
    if not any(character.isdigit() for character in one.value.text) and _BUDGET_WORDS.search(one.value.text):
        return "只是要求不超预算"
    for budget in _budgets(one.project):
        if _limit(one.value) == budget.value:
            return f"就是本项目的预算{budget.text}{'' if budget.text.endswith('元') else budget.unit}"
    return ""


def _is_cost(one: Judged) -> bool:
    return one.level1 == "成本指标" or one.level2 in COSTS or "成本" in one.name


def _limit(value: Criterion) -> Decimal | None:
    """The amount in yuan a cost may reach; None for unit costs, costs per period and anything but money."""
    found = [part for part in conditions(value) if part.unit == "元" and not part.period]
    return bound(found[0]) if len(found) == 1 and found[0].comparator in ("≤", "<", "=") else None


def _budgets(project: Project | None) -> list[Figure]:
    """The money of a project: its 总计, what is called a total (年度资金总额), or the only amount it has."""
    if project is None:
        return []
    totals = [figure for name, figure in project.funds.items() if name == "总计" or name.endswith("总额")]
    return totals or (list(project.funds.values()) if len(project.funds) == 1 else [])


@rule(
    title="总成本的目标值高于项目预算",
    title_en="the limit of the total cost is above the project's budget",
    basis=GUIDE,
    reads=(INDICATORS,),
    certainty="O",
    severity="warning",
)
def cost_limit_exceeds_the_budget(report: Report) -> Iterator[Observation]:
    for one in judged(report):
        budgets, limit = _budgets(one.project), _limit(one.value)
        if not budgets or limit is None or not any(word in one.name for word in words()["cost"]["total"]):
            continue
        budget = max(budgets, key=lambda figure: figure.value)
        if limit > budget.value + budget.half:
            yield Remark(
                one.at_value,
                f"{one.label}上限{one.value.text}，高于本项目预算{budget.text}（{number(budget.value)}元）",
                f"the limit {one.value.text} is above the budget {budget.text}",
                (budget.place,),
                f"不高于{budget.text}{'' if budget.text.endswith('元') else budget.unit}",
            )
