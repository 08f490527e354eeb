"""What 其中 details in the free-text boxes of forms: parts against their whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from gouji.model.figure import Kind
from gouji.model.finding import NotApplicable, Observation, Severity
from gouji.model.report import Report
from gouji.rules.narrative.parts import compared_parts
from gouji.rules.narrative.statements import Statements
from gouji.rules.rule import rule


@rule(
    title="表内文字所列各分项的金额与总额不符",
    title_en="the amounts named in a box do not make up their whole",
    basis="算术关系：列全的各分项之和等于总额；各不相同的分项之和不大于总额",
    severity="warning",
)
def amounts_in_box_do_not_make_up_their_whole(report: Report) -> Iterator[Observation]:
    looked_at = False
    for comparison in compared_parts(Statements(report.box_claims)):
        if comparison.stated.kind is Kind.MONEY:
            looked_at = True
            yield replace(comparison, severity=Severity.WARNING)  # no list in a box is closed by its form
    if not looked_at:
        yield NotApplicable("表内文字没有列出总额及其分项")
