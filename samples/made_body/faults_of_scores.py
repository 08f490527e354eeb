"""Contradictions of scores and of monitoring: a wrong rate, a forecast that cannot be, points nobody earned."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from money import percent, wan
from printed.table import Table

from made_body.editing import box, form_of
from made_body.fault import Case, Fault
from made_body.results import CENTS, Outcome, grade, number
from made_body.whole_set import Made
from made_body.world import GRAIN, Work

TOTAL, GRANT = "年度资金总额", "其中：本年财政拨款"


def executed_exceeds_forecast(case: Case) -> Fault:
    made, work, form = _monitored(case)
    money = work.money
    done, own = money.by_month[7] + money.own_by_month[7], money.own
    less = done * 9 // 10 // GRAIN * GRAIN
    box(form, TOTAL, "全年预计执行数").text = wan(less)
    box(form, GRANT, "全年预计执行数").text = wan(less - own)
    return _monitoring(case, "executed-exceeds-forecast", f"“{work.name}”全年预计执行数小于已执行数", made)


def executed_falls(case: Case) -> Fault:
    """Less was spent by July than by April; rates and forecast go with it."""
    made, work, form = _monitored(case)
    money = work.money
    grant = money.by_month[4] * 8 // 10 // GRAIN * GRAIN
    done = grant + money.own_by_month[7] * 4 // 10 // GRAIN * GRAIN
    own = done - grant
    rows = [(TOTAL, done, money.initial), (GRANT, grant, money.grant), ("其他资金", own, money.own)]
    for name, amount, whole in rows:
        box(form, name, "1-7月执行数").text = wan(amount)
        if whole:
            box(form, name, "1-7月执行率").text = percent(amount, whole)
    against = (f"{case.year} monitoring 4",)
    return _monitoring(case, "executed-falls", f"“{work.name}”1—7月执行数小于1—4月执行数", made, against)


def monitored_rate_wrong(case: Case) -> Fault:
    made, work, form = _monitored(case)
    money = work.money
    true = Decimal(percent(money.by_month[7] + money.own_by_month[7], money.initial)[:-1])
    box(form, TOTAL, "1-7月执行率").text = f"{true + Decimal('3.60')}%"
    return _monitoring(case, "monitored-rate-wrong", f"“{work.name}”监控表的执行率算错", made, level="error")


def forecast_without_reason(case: Case) -> Fault:
    made, _, _ = _monitored(case)
    work, one = case.met()
    form = form_of(made[f"{case.year} monitoring 7"].document, work.name)
    grain = Decimal(1) if one.target == int(one.target) else Decimal("0.1")
    box(form, one.aim.name, "全年预计完成情况").text = one.told((one.target * 8 / 10).quantize(grain))
    box(form, one.aim.name, "完成目标可能性").text = "有可能"
    return _monitoring(case, "forecast-without-reason", f"“{one.aim.name}”预计完不成目标，没有填偏差原因", made)


def _monitored(case: Case) -> tuple[dict[str, Made], Work, Table]:
    made, work = case.documents(), case.chance.choice(case.works())
    return made, work, form_of(made[f"{case.year} monitoring 7"].document, work.name)


def _monitoring(
    case: Case, kind: str, says: str, made: dict[str, Made], against: tuple[str, ...] = (), level: str = "warning"
) -> Fault:
    key = f"{case.year} monitoring 7"
    return Fault(kind, says, key, against or (key,), made, level)


# ---- scores -----------------------------------------------------------------------------------------------------------


def score_over_points(case: Case) -> Fault:
    work, one = case.met()
    score = Decimal(one.aim.points + 1)
    return _rescored(case, "score-over-points", f"“{one.aim.name}”得分超出分值", work, one, score, "error")


def score_wrong(case: Case) -> Fault:
    """Neither what the target was reached to, nor full marks."""
    work, one = case.missed()
    return _rescored(case, "score-wrong", f"“{one.aim.name}”得分与完成程度不符", work, one, one.score / 2)


def full_marks_although_missed(case: Case) -> Fault:
    work, one = case.missed()
    says = f"“{one.aim.name}”没有达到目标却得满分"
    return _rescored(case, "full-marks-although-missed", says, work, one, Decimal(one.aim.points))


def _rescored(
    case: Case, kind: str, says: str, work: Work, one: Outcome, score: Decimal, level: str = "warning"
) -> Fault:
    """Another score for one indicator; total and list follow."""
    made = case.documents()
    score = score.quantize(CENTS)
    form = form_of(made[f"{case.year} self-evaluation"].document, work.name)
    box(form, one.aim.name, "得分").text = number(score)
    _totalled(case, made, work, work.total + score - one.score)
    key = f"{case.year} self-evaluation"
    return Fault(kind, says, key, (key,), made, level)


def _totalled(case: Case, made: dict[str, Made], work: Work, total: Decimal) -> None:
    """Another total in the form and in the list of the report."""
    box(form_of(made[f"{case.year} self-evaluation"].document, work.name), "总分", "得分").text = number(total)
    listed = form_of(made[f"{case.year} report"].document, work.name)
    box(listed, work.name, "自评得分").text = number(total)
    box(listed, work.name, "自评等级").text = grade(total)


def total_wrong(case: Case) -> Fault:
    made, work = case.documents(), case.chance.choice(case.works())
    _totalled(case, made, work, work.total - Decimal("1.50"))
    key = f"{case.year} self-evaluation"
    return Fault("total-wrong", f"“{work.name}”总分不等于各项得分之和", key, (key,), made, "error")


def grade_wrong(case: Case) -> Fault:
    made, work = case.documents(), case.chance.choice(case.works())
    key = f"{case.year} report"
    wrong = "良" if work.grade == "优" else "优"
    box(form_of(made[key].document, work.name), work.name, "自评等级").text = wrong
    return Fault("grade-wrong", f"“{work.name}”的自评等级与得分不符", key, (f"{case.year} self-evaluation",), made)


def poor_result_not_cut(case: Case) -> Fault:
    """A project did badly last year, and is given more this year."""
    last = case.year - 1
    work, _ = case.met()
    before = next(one for one in case.works(last) if one.name == work.name)
    poor = replace(before, outcomes=tuple(_poor(one) for one in before.outcomes))
    made = case.documents(case.changed(last, poor))
    says = f"“{work.name}”{last}年自评为“{poor.grade}”，{case.year}年预算没有压减"
    against = (f"{last} self-evaluation", f"{last} report")
    return Fault("poor-result-not-cut", says, f"{case.year} budget", against, made, "note")


def _poor(one: Outcome) -> Outcome:
    grain = Decimal(1) if one.target == int(one.target) and one.aim.is_counted else Decimal("0.1")
    share = Decimal("1.8") if one.aim.sign == "≤" else Decimal("0.58")
    actual = (one.target * share).quantize(grain)
    state = {month: min(value, actual) for month, value in one.state.items()}
    return replace(one, actual=actual, state=state, why=one.why or "人员变动较大，任务衔接不及时，今后落实责任人并按月督促。")
