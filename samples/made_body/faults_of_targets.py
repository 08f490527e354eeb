"""Contradictions of targets and projects: changed, left out, lowered, without a budget or without a target."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from printed.table import Table

from made_body import targets
from made_body.editing import box, form_of, row_of, without_row, without_table
from made_body.fault import Case, Fault
from made_body.results import Outcome
from made_body.whole_set import Made
from made_body.world import Work, World

POINTS, SCORE, TARGET = "分值", "得分", "年度指标值"


def target_changed(case: Case) -> Fault:
    """The self-evaluation asks for less than was promised."""
    made = case.documents()
    work, one = case.met()
    less = _share(one, 88)
    box(_form(case, made, "self-evaluation", work), one.aim.name, TARGET).text = f"{one.aim.sign}{one.told(less)}"
    return _fault(case, "target-changed", f"“{one.aim.name}”自评所用的指标值低于批复的目标", "self-evaluation", made)


def target_changed_in_monitoring(case: Case) -> Fault:
    made = case.documents()
    work, one = case.met()
    less = _share(one, 88)
    box(_form(case, made, "monitoring 7", work), one.aim.name, TARGET).text = f"{one.aim.sign}{one.told(less)}"
    return _fault(case, "target-changed-in-monitoring", f"“{one.aim.name}”监控表的指标值低于批复的目标", "monitoring 7", made)


def indicator_missing_from_monitoring(case: Case) -> Fault:
    made = case.documents()
    work = case.chance.choice(case.works())
    name = work.outcomes[2].aim.name
    document = made[f"{case.year} monitoring 7"].document
    form = form_of(document, work.name)
    without_row(document, form, row_of(form, name))
    return _fault(case, "indicator-missing-from-monitoring", f"“{work.name}”的监控表少了指标“{name}”", "monitoring 7", made)


def indicator_missing_from_self_evaluation(case: Case) -> Fault:
    """One indicator is left out; another of its class takes its points."""
    made = case.documents()
    work = case.chance.choice(case.works())
    kept, left = work.outcomes[1], work.outcomes[2]
    document = made[f"{case.year} self-evaluation"].document
    form = form_of(document, work.name)
    whole = str(kept.aim.points + left.aim.points)
    box(form, kept.aim.name, POINTS).text = box(form, kept.aim.name, SCORE).text = whole
    without_row(document, form, row_of(form, left.aim.name))
    says = f"“{work.name}”的自评表少了指标“{left.aim.name}”"
    return _fault(case, "indicator-missing-from-self-evaluation", says, "self-evaluation", made)


def weight_changed(case: Case) -> Fault:
    """Points move from an indicator to another; all are earned, so the total stays."""
    made = case.documents(form="c")
    work = case.chance.choice(case.works())
    form = _form(case, made, "self-evaluation", work)
    for one, points in ((work.outcomes[1], 20), (work.outcomes[2], 10)):
        box(form, one.aim.name, POINTS).text = box(form, one.aim.name, SCORE).text = str(points)
    fault = _fault(case, "weight-changed", f"“{work.name}”自评表的分值与批复的权重不一致", "self-evaluation", made)
    return replace(fault, form="c")


def project_without_target(case: Case) -> Fault:
    made, work = case.documents(), case.chance.choice(case.works())
    _retold(case, made, _without(case.world, case.year, work))
    says = f"预算安排了“{work.name}”，却没有绩效目标"
    return Fault("project-without-target", says, _key(case, "project-targets"), (_key(case, "budget"),), made)


def target_without_project(case: Case) -> Fault:
    """A target for a project that no budget, monitoring or self-evaluation knows."""
    made, model = case.documents(), case.works()[0]
    aims = tuple(replace(one, aim=replace(one.aim, name=name), why="") for one, name in zip(model.outcomes, EXTRA, strict=True))
    plan = replace(model.plan, name="基层业务骨干培训", goal="分批培训基层业务骨干，提高服务能力。")
    extra = replace(model, plan=plan, name=plan.name, outcomes=_trained(aims))
    old = case.world.years[case.year]
    _retold(case, made, replace(case.world, years=case.world.years | {case.year: replace(old, works=(*old.works, extra))}))
    says = f"“{plan.name}”有绩效目标，预算中没有这个项目"
    return Fault("target-without-project", says, _key(case, "project-targets"), (_key(case, "budget"),), made)


EXTRA = ("培训业务骨干人次", "培训考核合格率", "培训班按期举办率", "学员岗位应用率", "参训学员满意度")


def _trained(outcomes: tuple[Outcome, ...]) -> tuple[Outcome, ...]:
    first = replace(outcomes[0].aim, sign="≥", value="260", unit="人次")
    effect = replace(outcomes[3].aim, sign="≥", value="80", unit="%", classes=("效益指标", "社会效益指标"))
    return (
        replace(outcomes[0], aim=first, target=Decimal(260), period=Decimal(520)), *outcomes[1:3],
        replace(outcomes[3], aim=effect, target=Decimal(80), period=Decimal(80)), outcomes[4],
    )  # fmt: skip


def self_evaluation_missing(case: Case) -> Fault:
    made, work = case.documents(), case.chance.choice(case.works())
    document = made[_key(case, "self-evaluation")].document
    without_table(document, form_of(document, work.name))
    against = (_key(case, "budget"), _key(case, "project-targets"), _key(case, "report"))
    return Fault("self-evaluation-missing", f"“{work.name}”有支出，却没有自评表", _key(case, "self-evaluation"), against, made)


def target_lowered(case: Case) -> Fault:
    return _lower(case, "target-lowered", "比上年降低，没有说明理由", Decimal("0.8"))


def target_far_below(case: Case) -> Fault:
    return _lower(case, "target-far-below", "远低于上年已经达到的水平", Decimal("0.25"))


def _lower(case: Case, kind: str, says: str, share: Decimal) -> Fault:
    """The target of the year, in all its documents, is a share of what was reached last year."""
    work, one = case.met()
    last = next(each for each in case.works(case.year - 1) if each.name == work.name).outcomes[0]
    least = min(last.target, last.actual)
    target = (least * share).quantize(Decimal(1) if one.target == int(one.target) else Decimal("0.1"))
    actual = (target * Decimal("1.05")).quantize(Decimal(1) if target == int(target) else Decimal("0.1"), "ROUND_UP")
    state = {month: min(value, target) for month, value in one.state.items()}
    lowered = replace(one, target=target, actual=actual, state=state)
    changed = replace(work, outcomes=(lowered, *work.outcomes[1:]))
    made = case.documents(case.changed(case.year, changed))
    before = (f"{case.year - 1} project-targets", f"{case.year - 1} self-evaluation")
    return Fault(kind, f"“{one.aim.name}”的目标值{says}", _key(case, "project-targets"), before, made)


def _without(world: World, year: int, work: Work) -> World:
    old = world.years[year]
    return replace(world, years=world.years | {year: replace(old, works=tuple(one for one in old.works if one is not work))})


def _retold(case: Case, made: dict[str, Made], world: World) -> None:
    """The targets of the projects as another world has them."""
    key = _key(case, "project-targets")
    made[key] = replace(made[key], document=targets.projects(world, case.year, case.form))


def _share(one: Outcome, percent: int) -> Decimal:
    grain = Decimal(1) if one.target == int(one.target) else Decimal("0.1")
    return (one.target * percent / 100).quantize(grain)


def _key(case: Case, kind: str) -> str:
    return f"{case.year} {kind}"


def _form(case: Case, made: dict[str, Made], kind: str, work: Work) -> Table:
    return form_of(made[_key(case, kind)].document, work.name)


def _fault(case: Case, kind: str, says: str, stated: str, made: dict[str, Made]) -> Fault:
    return Fault(kind, says, _key(case, stated), (_key(case, "project-targets"),), made)
