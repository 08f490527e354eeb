"""Units that cannot be: money counted in times, people and clicks counted in money."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gouji.model.finding import Observation, Remark
from gouji.model.report import Report
from gouji.rules.narrative.texts import Passage, passages
from gouji.rules.rule import rule

_FILL = r"(?:总额|总量|总数|金额|数量|人数|共计|累计|合计|共|达到了?|达|约|超过|超|逾|近|高达|为|是|有|突破|[:：\s])*"
_NUMBER = r"\d[\d,]*(?:\.\d+)?\s*"
# Gifts by the ten thousand times; sums of money in times, persons or articles.
_MONEY_IN_TIMES = re.compile(
    rf"(?P<noun>捐款捐物|捐款|捐资|捐赠款物|募捐)(?:总额|金额)?{_FILL}(?P<number>{_NUMBER}[万亿]\s*余?次)(?!数)"
    rf"|(?P<noun2>(?:投资|捐款|捐赠|补助|销售|交易|成交|融资|营业|贷款)(?:总?额|金额)|经费总额|资金总额|产值|专项经费|财政资金)"
    rf"{_FILL}(?P<number2>{_NUMBER}[万亿]?\s*余?(?:人次|篇次|次|篇|条))(?!数)"
)
_COUNTS_IN_MONEY = re.compile(
    rf"(?P<noun>(?:参与|参加|参训|培训|受益|惠及|服务|接待|在校|就业|覆盖)?(?:人数|人次|户数|人口数?)|"
    rf"(?:总)?(?:阅读|点击|播放|曝光|访问|浏览|下载|转发|点赞|观看)[量数次]+)"
    rf"{_FILL}(?P<number>{_NUMBER}余?(?:亿元|万元|元)(?![/／]))"
)


@rule(
    title="计量单位与所说的事物不符",
    title_en="a number has a unit that its subject cannot have",
    basis="文字逻辑：款物以金额或件数计，人员以人、人次计，点击、阅读以次计",
    certainty="O",
    severity="warning",
)
def unit_cannot_be(report: Report) -> Iterator[Observation]:
    for passage in passages(report):
        if any(word in passage.text for word in ("捐", "额", "产值", "经费", "资金")):
            for match in _MONEY_IN_TIMES.finditer(passage.text):
                yield _money_in_times(report, passage, match)
        if "元" in passage.text:
            for match in _COUNTS_IN_MONEY.finditer(passage.text):
                yield _counts_in_money(report, passage, match)


def _money_in_times(report: Report, passage: Passage, match: re.Match[str]) -> Remark:
    group = "number" if match["number"] else "number2"
    noun, number = match["noun"] or match["noun2"], match[group].strip()
    return Remark(
        passage.place(report, *match.span(group), row=noun, field="单位"),
        f"“{noun}”以“次”“人”等计量（{number}），单位多半有误，请核对是否为“元”",
        f"“{number}”: money is not counted like that",
    )


def _counts_in_money(report: Report, passage: Passage, match: re.Match[str]) -> Remark:
    number = match["number"].strip()
    return Remark(
        passage.place(report, *match.span("number"), row=match["noun"], field="单位"),
        f"“{match['noun']}”以金额计量（{number}），单位多半有误，请核对是否为“人”“人次”或“次”",
        f"“{number}”: people and clicks are not counted in money",
    )
