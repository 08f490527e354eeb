"""Performance targets in the text of a budget, against the project expenditure they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gouji.model.comparison import must_not_exceed
from gouji.model.figure import Figure
from gouji.model.finding import NotApplicable, Observation, Remark
from gouji.model.narrative import Claim, ClaimKind
from gouji.model.report import DocumentKind, Report
from gouji.model.rounding import Term
from gouji.rules.narrative.budgeted import in_budget
from gouji.rules.narrative.sentences import before, exact_money, of_this_year
from gouji.rules.rule import NARRATIVE, rule
from gouji.vocabulary.seats import Seat
from gouji.vocabulary.stated_budget import EXPENDITURE

_SENTENCE = re.compile(r"绩效目标")
_AMOUNT = re.compile(
    r"(?:涉及)?(?:项目)?(?:预算|财政性|财政拨款|一般公共预算|资金)[^，。；]{0,20}(?:资金|拨款|金额|预算|合计|共计)?$"
    r"|涉及(?:资金|金额)$"
)
_WHOLE = re.compile(r"整体(?:支出)?(?:绩效|[^，。；]{0,4}(?:纳入|实行|实施|编制|编报|开展))[^；。]*$")
_COUNTED = re.compile(r"项目")


@rule(
    title="设置绩效目标的项目资金大于项目支出预算",
    title_en="the projects with targets have more money than there is project expenditure",
    basis="预算绩效目标设置说明：编报绩效目标的项目资金是项目支出预算的一部分",
    reads=(NARRATIVE, EXPENDITURE),
    severity="warning",
)
def target_amount_exceeds_project_budget(report: Report) -> Iterator[Observation]:
    limit = in_budget(report, Seat(EXPENDITURE, "合计", "项目支出"))
    claims = list(_of_targets(report, ClaimKind.AMOUNT)) if report.kind is DocumentKind.BUDGET else []
    for claim in claims:
        if limit is not None and claim.figure is not None and exact_money(claim):
            yield must_not_exceed(claim.figure, [Term(limit)], "编报绩效目标的项目资金 ≤ 项目支出预算")
    if limit is None or not claims:
        yield NotApplicable("没有列出编报绩效目标的项目资金或项目支出预算")


@rule(
    title="设置绩效目标的项目数与资金一有一无",
    title_en="there are projects with targets but no money, or money but no projects",
    basis="文字逻辑：有项目就有资金，没有项目就没有资金",
    reads=(NARRATIVE,),
    severity="warning",
)
def targets_have_count_without_amount(report: Report) -> Iterator[Observation]:
    counts = {id(claim.paragraph): claim for claim in _of_targets(report, ClaimKind.COUNT) if claim.figure}
    for claim in _of_targets(report, ClaimKind.AMOUNT):
        count: Figure | None = counts[id(claim.paragraph)].figure if id(claim.paragraph) in counts else None
        if count is None or claim.figure is None or bool(count.value) == bool(claim.figure.value):
            continue
        yield Remark(
            count.place,
            f"编报绩效目标的项目 {count.text}，涉及资金 {claim.figure.text}，二者一有一无",
            f"{count.text} projects with targets, {claim.figure.text} of money",
            against=(claim.figure.place,),
        )


def _of_targets(report: Report, kind: ClaimKind) -> Iterator[Claim]:
    """The first amount, or count of projects, of each paragraph that tells how many projects have targets."""
    left = {id(paragraph) for paragraph in report.paragraphs if _SENTENCE.search(paragraph.text)}
    for claim in report.claims_of(kind):
        text = claim.paragraph.text
        if id(claim.paragraph) not in left or _WHOLE.search(before(claim)):
            continue
        words = before(claim).rpartition("，")[2] or claim.about
        about = _AMOUNT if kind is ClaimKind.AMOUNT else _COUNTED
        fits = about.search(words) or (kind is ClaimKind.COUNT and text.startswith("项目", claim.span[1]))
        if fits and of_this_year(report, claim):
            if kind is ClaimKind.COUNT and claim.figure is not None and claim.figure.unit not in ("个", "项"):
                continue
            left.discard(id(claim.paragraph))
            yield claim
