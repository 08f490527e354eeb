"""Shares: a part against the whole the text names, implies or the table prints; percentages without their sign."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from gouji.model.comparison import must_be_percent
from gouji.model.figure import Figure, Kind
from gouji.model.finding import NotApplicable, Observation, Remark
from gouji.model.narrative import Claim, ClaimKind
from gouji.model.report import Report
from gouji.model.rounding import Term, Verdict, judge_sum
from gouji.rules.narrative.percents import HOLDS, Reading, best
from gouji.rules.narrative.phrases import phrase
from gouji.rules.narrative.statements import Statements, statements_of
from gouji.rules.narrative.wholes import wholes
from gouji.rules.rule import NARRATIVE, rule


@rule(
    title="占比与部分数、总数推算的结果不符",
    title_en="a share does not follow from the part and the whole",
    basis="算术关系：占比 = 部分 ÷ 总数",
    reads=(NARRATIVE,),
)
def share_does_not_follow(report: Report) -> Iterator[Observation]:
    statements = statements_of(report)
    for claim in report.claims_of(ClaimKind.SHARE):
        share, part = claim.figure, claim.amount
        if share is None or share.loose or part is None or part.loose or share.kind is not Kind.PERCENT:
            continue
        readings = [_share(share, part, whole) for whole in wholes(report, statements, claim) if whole is not part]
        readings = [reading for reading in readings if reading[0].verdict is not Verdict.NOT_CHECKABLE]
        if (comparison := best(readings)) is not None:
            yield comparison
        else:
            yield NotApplicable(f"{claim.about}：占比的总数不明或为 0")


def _share(share: Figure, part: Figure, whole: Figure) -> Reading:
    return must_be_percent(share, part, whole, "占比 = 部分 ÷ 总数"), part.value, whole.value


_BARE = re.compile(
    r"(?:(?<![抢侵强霸独])占(?!地)[^，；。、：:\d]{0,30}?的?(?:比例|比重)?(?:为|达)?|(?:同比|比上年)[^，；。\d]{0,8}(?:增长|下降)(?:了|率为|幅度为)?)"
    r"\s*(?<!第)(?P<number>\d{1,3}(?:\.\d+)?)\s*(?=[，；。）)])"
)


@rule(
    title="占比或增减率没有百分号",
    title_en="a percentage is printed without its sign",
    basis="决算公开检查中的常见问题：百分比缺少“%”",
    reads=(NARRATIVE,),
    certainty="S",
    severity="warning",
)
def percent_sign_is_missing(report: Report) -> Iterator[Observation]:
    for paragraph in report.paragraphs:
        for match in _BARE.finditer(paragraph.text):
            yield Remark(
                phrase(report, paragraph, match.start("number"), match.end("number"), match[0].strip(), "百分比"),
                f"“{match[0].strip()}”是百分比，缺少“%”",
                f"“{match['number']}” is a percentage and lacks its sign",
                expected=f"{match['number']}%",
            )


@rule(
    title="列全的各项占比之和不是 100%",
    title_en="the shares of a complete list do not add up to 100%",
    basis="算术关系：列全的各项占比之和为 100%（允许四舍五入的尾差）",
    reads=(NARRATIVE,),
    severity="note",
)
def shares_do_not_add_up(report: Report) -> Iterator[Observation]:
    statements = statements_of(report)
    for whole, parts in statements.parts():
        shares = [_share_of(statements, part) for part in parts]
        if whole.figure is None or len(parts) < 2 or any(share is None for share in shares):
            continue
        amounts = [Term(part.figure) for part in parts if part.figure is not None and part.figure.kind is Kind.MONEY]
        printed = [share for share in shares if share is not None]
        if len(amounts) != len(parts) or judge_sum(whole.figure, amounts)[0] not in HOLDS:
            continue
        total = sum((share.value for share in printed), Decimal(0))
        slack = sum((share.step / 2 for share in printed), Decimal(0))
        if abs(total - 100) > slack:
            yield Remark(
                printed[-1].place,
                f"{whole.about}的各项占比合计 {total}%，不是 100%",
                f"the shares add up to {total}%",
                against=tuple(share.place for share in printed[:-1]),
                expected="各项占比合计 100%",
            )


def _share_of(statements: Statements, part: Claim) -> Figure | None:
    shares = statements.claims(part.statement, ClaimKind.SHARE)
    return shares[0].figure if shares else None
