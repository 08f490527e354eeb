"""Which figures of what was read identities look at. Nothing is judged here, and no rule that fails stops anything."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from gouji.model.finding import Checked
from gouji.model.report import Report
from gouji.rules import all_rules
from gouji.rules.check import check
from gouji.rules.rule import Rule


def looked_over(reports: Sequence[Report], rules: Sequence[Rule] | None = None) -> Mapping[str, Checked]:
    """Document → its coverage and the identities that look at each figure, without outcomes; none where rules fail."""
    try:
        checked = check(reports, all_rules() if rules is None else rules) if reports else ()
    except Exception:  # a fault of ours; what was read is still to be told
        return {}
    return {each.path: replace(each, outcomes=(), findings=()) for each in checked}
