"""Counts of one thing in one section that cannot both be right: completed and reached, two standing numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from gouji.model.finding import Observation, Remark
from gouji.model.narrative import Paragraph
from gouji.model.report import Report
from gouji.rules.narrative.phrases import phrase
from gouji.rules.rule import NARRATIVE, rule

_SCALES = {"": 1, "百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000}
_NUMBER = r"(?P<number>\d{1,9}(?:\.\d{1,4})?)\s?(?P<scale>[万亿]?)"
_NOUN = r"(?P<noun>用户|学员|居民|村民|企业|商户|农户|职工|教师|学生|会员|志愿者|监督员|群众|读者|游客|老人|儿童)"
_DONE = re.compile(rf"完成了?\s?(?:全年|年初|全部)?\s?{_NUMBER}\s?(?:余|多)?[户个名家人位]?次?\s?{_NOUN}")
# Only words that say the whole of them stand before the noun: a 新增用户 is a part.
_REACHED = re.compile(
    rf"(?:^|[，。；：、（\s]|其|共有?|在网|在册|入网|注册|服务|保障|总|现有|累计){_NOUN}(?:总数|总量|数量|数|规模)?"
    rf"(?:共计?|已经?|总共|合计|累计)?达到?了?\s?(?P<loose>约|近)?\s?{_NUMBER}\s?(?:余|多)?[户个名家人位](?!次|均)"
)
_PART = re.compile(r"其中|上年|去年|同比|增加|新增|增长|比例|占|19\d\d年|20\d\d年(?:底|末)?(?=[^，。；]*(?:上年|比))")
FARTHEST = 12  # paragraphs; further away the text may speak of something else
MOST = 100  # of one noun in one section; a text that seems to have more is not looked at to its end
NEARLY = Decimal("0.95")  # 4.9 万 beside 5 万 may be the same, rounded


@dataclass(frozen=True, slots=True)
class _Said:
    """A number of things that the text states, and where."""

    noun: str
    value: Decimal
    paragraph: Paragraph
    index: int
    span: tuple[int, int]

    @property
    def text(self) -> str:
        return self.paragraph.text[slice(*self.span)].strip(" ，。；：、（\n")


@rule(
    title="写明已经完成的数量，大于同一节所写达到的数量",
    title_en="more is said to be completed than the same section says was reached",
    basis="文字逻辑：同一事项的完成情况，前后数量应当一致",
    reads=(NARRATIVE,),
    certainty="O",
    severity="warning",
)
def completed_is_more_than_reached(report: Report) -> Iterator[Observation]:
    done, reached = _by_section(report, _DONE), _by_section(report, _REACHED)
    for key, claimed in done.items():
        for one in claimed:
            near = [other for other in reached.get(key, ()) if abs(other.index - one.index) <= FARTHEST]
            less = [other for other in near if other.value < one.value * NEARLY]
            if less and len(less) == len(near):
                yield Remark(
                    phrase(report, less[0].paragraph, *less[0].span, row=one.noun, field="数量"),
                    f"前文说“{one.text}”，这里说“{less[0].text}”：实际达到的少于所说完成的，请核对是否完成目标",
                    f"{one.text} is said to be completed, but only {less[0].text} reached",
                    against=(phrase(report, one.paragraph, *one.span, row=one.noun, field="数量"),),
                )


def _by_section(report: Report, pattern: re.Pattern[str]) -> dict[tuple[tuple[str, ...], str], list[_Said]]:
    found: dict[tuple[tuple[str, ...], str], list[_Said]] = defaultdict(list)
    for index, paragraph in enumerate(report.paragraphs):
        for match in pattern.finditer(paragraph.text):
            clause = re.split("[。；]", paragraph.text[max(0, match.start() - 40) : match.start()])[-1]
            if not _PART.search(clause.replace(" ", "")):
                value = Decimal(match["number"]) * _SCALES[match["scale"]]
                said = _Said(match["noun"], value, paragraph, index, match.span())
                if len(found[paragraph.headings, match["noun"]]) < MOST:
                    found[paragraph.headings, match["noun"]].append(said)
    return found


# Standing numbers (使用, 接入): in one section they are those of one day. Events (参加, 获奖) may each have their own.
_STANDING = re.compile(
    r"(?P<about>约\s?|近\s?)(?:(?P<number>\d{1,6})\s?|(?P<han>[百千万]))(?P<scale>[百千万]?)\s?(?P<more>余|多)?\s?(?P<unit>家|户|个)"
    r"(?P<who>[^，。；\d]{2,20}?)(?P<does>(?:在网)?使用|接入|入驻|入网|加盟)(?P<what>[^，。；]{0,12})"
)


@rule(
    title="同一事物的两个约数对不上",
    title_en="two approximate counts of one thing that cannot both be right",
    basis="文字逻辑：同一事物的数量，前后应当一致",
    reads=(NARRATIVE,),
    certainty="O",
    severity="note",
)
def approximate_counts_do_not_meet(report: Report) -> Iterator[Observation]:
    seen: dict[tuple[tuple[str, ...], str, str, str], tuple[Decimal, Decimal, Paragraph, tuple[int, int]]] = {}
    for paragraph in report.paragraphs:
        for match in _STANDING.finditer(paragraph.text):
            low, high = _bounds(match)
            head = _head(match["who"])
            key = (paragraph.headings, match["unit"], head, match["does"].removeprefix("在网"))
            earlier = seen.setdefault(key, (low, high, paragraph, match.span()))
            if not head or (low <= earlier[1] and earlier[0] <= high):
                continue
            first, here = (one.text[slice(*span)] for one, span in (earlier[2:], (paragraph, match.span())))
            yield Remark(
                phrase(report, paragraph, *match.span(), row=head, field="数量"),
                f"前面说“{_short(first)}”，这里说“{_short(here)}”，两处相差较大，请统一",
                f"{_short(first)} before, {_short(here)} here",
                against=(phrase(report, earlier[2], *earlier[3], row=head, field="数量"),),
            )
            return


def _bounds(match: re.Match[str]) -> tuple[Decimal, Decimal]:
    """Between what an approximate count can lie: 近百 is 85 to 100, 约70余 63 to 80."""
    digits = match["number"] or "1"
    scale = _SCALES[match["han"] or ""] * _SCALES[match["scale"]]
    value = Decimal(digits) * scale
    step = Decimal(10) ** (len(digits) - len(digits.rstrip("0"))) * scale
    if match["about"].startswith("近"):
        return value * Decimal("0.85"), value
    return value * Decimal("0.9"), value + (step if match["more"] else value * Decimal("0.1"))


def _head(who: str) -> str:
    """The kind of body a list of them begins or ends with: 单位和企业 and 政府单位及企、事业单位 are both 单位."""
    return next((word for word in ("单位", "企业", "机构", "学校", "商户", "用户", "平台", "网站") if word in who), "")


def _short(words: str) -> str:
    return words if len(words) <= 24 else f"{words[:24]}…"
