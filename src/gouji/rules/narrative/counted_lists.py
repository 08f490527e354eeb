"""How many things the text says there are, against the things it then lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gouji.model.finding import Observation, Remark
from gouji.model.narrative import Paragraph
from gouji.model.report import Report
from gouji.rules.narrative.numerals import NUMERAL, number
from gouji.rules.narrative.phrases import phrase
from gouji.rules.rule import NARRATIVE, rule

_KINDS = "方面|部分|环节|步骤|阶段|工作|任务|措施|问题|内容|事项|类别|大类|要点|重点|层面|维度|领域|指标|目标|项目|单位|平台|机制"
_AHEAD = re.compile(
    rf"(?:以下|如下|下列)\s*(?P<count>{NUMERAL})\s*(?:个|项|大|点|条|类|种)?(?:{_KINDS})?[^。；，]{{0,12}}[：:]?$"
)
_AHEAD_INLINE = re.compile(
    rf"(?:以下|如下|下列)\s*(?P<count>{NUMERAL})\s*(?:个|项|大|点|条|类|种)?(?:{_KINDS})[^。；]{{0,16}}[：:]"
)
_ORDINAL = re.compile(r"(?:^|[。；：:，,])\s*([一二三四五六七八九十]{1,2})\s*是")
_NUMBERED = (
    re.compile(r"^\s*(?P<number>\d{1,2})\s*[、.．](?!\d)"),
    re.compile(r"^\s*[（(]\s*(?P<number>\d{1,2})\s*[)）]"),
    re.compile(r"^\s*[（(]\s*(?P<han>[一二三四五六七八九十]{1,3})\s*[)）]"),
    re.compile(r"^\s*(?P<han>[一二三四五六七八九十]{1,3})\s*[、.．]"),
    re.compile(r"^\s*(?P<circle>[①-⑳])"),
    re.compile(r"^\s*(?P<han>[一二三四五六七八九十]{1,2})\s*是"),
)
# 从甲、乙和丙三个方面; a list that ends in 等 may name more than it lists.
_LISTED = re.compile(
    rf"(?:从|包括|按照?|分为|分别为|分别是|涵盖)(?P<list>[^，。；：:（(]{{4,160}}?)(?:这|共)?(?P<count>{NUMERAL})\s*"
    rf"(?:个|项|大|类|种)(?:方面|部分|环节|层面|维度|领域|要点|类别|阶段|[一二三]级指标)"
)
_APART = re.compile(
    r"(?P<count>\d{1,2}|[一二三四五六七八九十]{1,2})\s*(?:个|家)\s*[^，。；：:\d]{0,8}?(?:单位|机构|处室|部门)\s*"
    r"(?:，[^，。；：:\d]{0,8})?(?:分别)?(?:是|为|包括)\s*[：:]?(?P<list>[^。；]{4,300})"
)
_AND = re.compile(r"和|与|及|以及")
FARTHEST_ITEM = 60  # paragraphs between two items of a list


@dataclass(frozen=True, slots=True)
class _Named:
    """A count that the text names, and the numbers of things that its list can be read as."""

    paragraph: Paragraph
    span: tuple[int, int]
    count: int
    fewest: int
    most: int

    @property
    def wrong(self) -> bool:
        return not self.fewest <= self.count <= self.most


@rule(
    title="文中所说的个数与列出的个数不符",
    title_en="the text names a different number of things from what it lists",
    basis="文字逻辑：说明有几项，就应列出几项",
    reads=(NARRATIVE,),
    certainty="O",
    severity="warning",
)
def named_count_differs_from_list(report: Report) -> Iterator[Observation]:
    paragraphs = report.paragraphs
    for index, paragraph in enumerate(paragraphs):
        for named in (*_ahead(paragraphs, index), *_inline(paragraph), *_listed(paragraph), *_apart(paragraph)):
            if named.wrong:
                listed = str(named.fewest) if named.fewest == named.most else f"{named.fewest}～{named.most}"
                yield Remark(
                    phrase(report, paragraph, *named.span, field="个数"),
                    f"“{paragraph.text[named.span[0] : named.span[1]]}”：列出的是 {listed} 项",
                    f"{named.count} are named, {listed} are listed",
                    expected=listed,
                )


def _ahead(paragraphs: Sequence[Paragraph], index: int) -> Iterator[_Named]:
    """以下6个方面：, followed by numbered paragraphs."""
    paragraph = paragraphs[index]
    match = _AHEAD.search(paragraph.text.rstrip())
    count = number(match["count"]) if match else None
    if match is None or count is None:
        return
    listed = _items_below(paragraphs[index + 1 :])
    if listed > 1:
        yield _Named(paragraph, match.span("count"), count, listed, listed)


def _items_below(paragraphs: Sequence[Paragraph]) -> int:
    """How many paragraphs are numbered 1, 2, 3 … in the style of the first; 0 where no list begins at once."""
    style = next((pattern for pattern in _NUMBERED if paragraphs and pattern.match(paragraphs[0].text)), None)
    count = since = 0
    for paragraph in paragraphs if style is not None else ():
        match = style.match(paragraph.text) if style else None
        if match is not None and _ordinal(match) == count + 1:
            count, since = count + 1, 0
        elif match is not None or since > FARTHEST_ITEM:
            break
        since += 1
    return count


def _ordinal(match: re.Match[str]) -> int | None:
    groups = match.groupdict()
    if groups.get("circle"):
        return ord(groups["circle"]) - ord("①") + 1
    return number(groups.get("number") or groups.get("han") or "")


def _inline(paragraph: Paragraph) -> Iterator[_Named]:
    """以下五个方面：一是…二是…, all in one paragraph."""
    for match in _AHEAD_INLINE.finditer(paragraph.text):
        count = number(match["count"])
        following = [number(found[1]) for found in _ORDINAL.finditer(paragraph.text, match.end() - 1)]
        listed = 0
        for ordinal in following:
            if ordinal != listed + 1:
                break
            listed += 1
        if count is not None and listed > 1:
            yield _Named(paragraph, match.span("count"), count, listed, listed)


def _listed(paragraph: Paragraph) -> Iterator[_Named]:
    """从甲、乙和丙三个方面."""
    for match in _LISTED.finditer(paragraph.text):
        yield from _bounds(paragraph, match)


def _apart(paragraph: Paragraph) -> Iterator[_Named]:
    """下属3个单位分别是：甲、乙、丙。"""
    for match in _APART.finditer(paragraph.text):
        yield from _bounds(paragraph, match)


def _bounds(paragraph: Paragraph, match: re.Match[str]) -> Iterator[_Named]:
    """The count of a list and the fewest and most things it can be read as; none where it is open (等) or no list."""
    count = number(match["count"])
    listed = re.sub(r"[（(][^（()）]*[)）]", "", match["list"]).strip()
    enumerated = "、" in listed.split("，")[0]
    if enumerated:  # what follows the first comma says something about the things listed
        listed = listed.split("，")[0]
    parts = [part.strip() for part in re.split("、" if enumerated else "，", listed) if part.strip()]
    if count is None or count < 2 or len(parts) < 2 or not _is_plain(listed, parts):
        return
    most = len(parts) + len(_AND.findall(listed))
    yield _Named(paragraph, match.span("count"), count, len(parts) if enumerated else 2, most)


def _is_plain(listed: str, parts: list[str]) -> bool:
    """Is it a closed list of names: no 等, no numbers, no clause at its end?"""
    return "等" not in listed and not re.search(r"\d", listed) and len(parts[-1]) <= 30 and not parts[-1].endswith(("的", "了"))


_LEVELS = re.compile(
    rf"(?P<subject>[一-龥]{{2,4}}效能|管理效率|履职效能|运行成本|社会效应)(?P<between>[^。；]{{0,160}}?)"
    rf"(?P<count>{NUMERAL})\s*个(?P<level>方面|部分|领域|维度|[一二]级指标)(?P<then>[^。；]{{0,8}}?)"
    rf"(?P<third>{NUMERAL})\s*个三级指标"
)


@rule(
    title="同一指标体系的个数前后不一",
    title_en="the same scheme of indicators is given two sizes",
    basis="文字逻辑：同一评价体系的二级指标（方面）数前后应一致",
    reads=(NARRATIVE,),
    certainty="O",
    severity="warning",
)
def scheme_is_given_two_sizes(report: Report) -> Iterator[Observation]:
    seen: dict[tuple[str, int], tuple[int, str, Paragraph, tuple[int, int]]] = {}
    for paragraph in report.paragraphs:
        for match in _LEVELS.finditer(paragraph.text):
            count, third = number(match["count"]), number(match["third"])
            if count is None or third is None:
                continue
            words = f"{match['count']}个{match['level']}"
            key = (match["subject"], third)
            earlier = seen.setdefault(key, (count, words, paragraph, match.span("count")))
            if earlier[0] == count:
                continue
            end = match.end("level")
            yield Remark(
                phrase(report, paragraph, match.start("count"), end, row=match["subject"], field="个数"),
                f"{match['subject']}前面说是{earlier[1]}、{third} 个三级指标，这里说是{words}、{third} 个三级指标",
                f"said before to be {earlier[0]}, here {count}",
                against=(phrase(report, earlier[2], *earlier[3], field="个数"),),
            )
