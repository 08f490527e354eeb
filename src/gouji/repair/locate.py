"""What the engine can tell of the numbers behind the findings: one finding at a wrong number, the rest with their standing.

Errors are asked about first, and what is located is taken for granted then: warnings rest on a reading of sentences and
must not outvote them.
"""

from __future__ import annotations

from dataclasses import replace

from gouji.model.filing import in_order
from gouji.model.finding import Card, Checked, Finding, Outcome, Result, Severity
from gouji.model.report import Report
from gouji.repair.asking import Asked, ask
from gouji.repair.consequences import without_consequences
from gouji.repair.evidence import identities
from gouji.repair.exchanging import exchanges_joined
from gouji.repair.gathering import Gathered
from gouji.repair.settling import Case

LOCATION = Card(
    name="one-wrong-number",
    title="几处不符由同一个数引起",
    title_en="several faults come from one number",
    basis="算术关系：改一个数而各条勾稽关系全部成立",
)
CUT_SHORT = "不符之处太多或牵涉的数太多，超出定位的限度，有的未能定位是哪个数"
CUT_SHORT_EN = "Too much disagrees at once: the search for the wrong numbers was cut short, and some are not located"


def locate(report: Report, checked: Checked) -> Checked:
    """The findings with those that one wrong number explains made into one, at that number."""
    try:
        findings, spent = _located(report, checked)
    except Exception as error:  # a fault of ours; the findings themselves must not be lost
        broken = Outcome(LOCATION, Result.BROKEN, reason=f"{type(error).__name__}: {error}")
        return replace(checked, outcomes=(*checked.outcomes, broken))
    cut = (Outcome(LOCATION, Result.NOT_APPLICABLE, reason=CUT_SHORT),) if spent else ()
    return replace(checked, outcomes=(*checked.outcomes, *cut), findings=tuple(in_order(findings)))


def cut_short(checked: Checked) -> bool:
    """Was the search for the numbers behind the findings given up before its end?"""
    return any(outcome.card == LOCATION and outcome.result is Result.NOT_APPLICABLE for outcome in checked.outcomes)


def _located(report: Report, checked: Checked) -> tuple[list[Finding], bool]:
    if all(each.severity is Severity.NOTE for each in checked.findings):
        return list(checked.findings), False
    known = identities(checked)
    case = Case(Gathered(report, list(checked.findings)), [each for each in known if each.fails], report)
    case.move_rows(checked)
    asked: list[Asked] = []
    for grave in (True, False):
        if any(each.grave is grave for each in case.open()):
            least = [each for each in known if not each.fails or each.grave or not grave]
            asked.append(ask(report, [each for each in least if each not in case.settled], case.corrections))
            case.accept(asked[-1])
    if asked:
        case.say(asked[-1])
    left = without_consequences(report, case.right, case.gathered.findings, case.corrections)
    return exchanges_joined(left), any(each.diagnosis.spent for each in asked)
