"""The kinds of contradictions that can be put into a body, by name."""

from __future__ import annotations

from made_body import faults_of_accounts as accounts
from made_body import faults_of_money as money
from made_body import faults_of_scores as scores
from made_body import faults_of_targets as targets
from made_body.fault import Maker

MAKERS: tuple[Maker, ...] = (
    accounts.initial_budget_differs, accounts.opening_differs, accounts.prior_year_differs,
    accounts.department_is_not_sum_of_units, accounts.transfer_is_counted_twice,
    money.project_money_differs, money.budget_of_project_differs, money.report_differs_from_accounts, money.report_initial_differs, money.report_rate_wrong,
    targets.target_changed, targets.target_changed_in_monitoring, targets.indicator_missing_from_monitoring, targets.indicator_missing_from_self_evaluation,
    targets.weight_changed, targets.project_without_target, targets.target_without_project, targets.self_evaluation_missing,
    targets.target_lowered, targets.target_far_below,
    scores.executed_exceeds_forecast, scores.executed_falls, scores.monitored_rate_wrong, scores.forecast_without_reason,
    scores.score_over_points, scores.score_wrong, scores.full_marks_although_missed, scores.total_wrong, scores.grade_wrong,
    scores.poor_result_not_cut,
)  # fmt: skip

KINDS: dict[str, Maker] = {maker.__name__.replace("_", "-"): maker for maker in MAKERS}
