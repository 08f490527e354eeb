"""Which figures of what was read identities look at. Nothing is judged here, and no rule that fails stops anything."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from gouji.model.examination import Gathered
from gouji.model.finding import Checked
from gouji.repair.scans.rereading import checked_twice
from gouji.rules import all_rules
from gouji.rules.rule import Rule


def looked_over(gathered: Gathered, rules: Sequence[Rule] | None = None) -> tuple[Gathered, Mapping[str, Checked]]:
    """What was read, misread figures of scans read again as for a check, and who looks at the figures of each document.

    The second is by path, without outcomes; it is empty where the rules fail, and the first then as it was.
    """
    try:
        reports, checked = checked_twice(gathered.reports, all_rules() if rules is None else rules)
    except Exception:  # a fault of ours; what was read is still to be told
        return gathered, {}
    known = {each.path: replace(each, outcomes=(), findings=()) for each in checked}
    return replace(gathered, reports=reports), known
