"""The numbers of indicators that an evaluation report names: kinds against the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gouji.model.finding import Observation, Remark
from gouji.model.place import Place
from gouji.model.report import Report
from gouji.rules.rule import NARRATIVE, rule
from gouji.scoring.sentences import TEXT, texts

BASIS = "自评报告前后文应一致"
_NUMERAL = r"\d{1,3}|[一二三四五六七八九十两]{1,3}"
_NOUN = r"产出指标|效益指标|满意度指标|绩效指标"
_BEFORE = re.compile(rf"(?P<count>{_NUMERAL})\s?[个项](?P<noun>{_NOUN})")
_AFTER = re.compile(rf"(?P<noun>{_NOUN})\s?(?P<count>{_NUMERAL})\s?[个项](?!{_NOUN})")
_DIGITS = {word: number for number, word in enumerate("一二三四五六七八九", 1)} | {"两": 2}
_SENTENCE = re.compile(r"[^。；;]+")
_CLAUSE = re.compile(r"[，,：:]")
_SETS = re.compile(r"设|共有?$|合计")
_PART_OF = re.compile(r"未|其中|另|部分|超额|新增|调整|项目.{0,6}设")
KINDS = ("产出指标", "效益指标", "满意度指标")


@dataclass(frozen=True, slots=True)
class Counted:
    """A number of indicators of one kind, and where it stands."""

    noun: str
    count: int
    place: Place
    before: str = ""  # the clause up to the number
    headings: tuple[str, ...] = ()


@rule(
    title="产出、效益等指标个数之和与绩效指标总数不符",
    title_en="the numbers of output and effect indicators do not add up to the number of indicators",
    basis=BASIS,
    reads=(NARRATIVE,),
    certainty="S",
    severity="warning",
)
def numbers_of_indicators_do_not_add_up(report: Report) -> Iterator[Observation]:
    counted = [found for sentence in sentences(report) for found in sentence]
    whole = _only(counted, "绩效指标")
    parts = [part for noun in KINDS if (part := _only(counted, noun)) is not None]
    if whole is not None and len(parts) > 1 and sum(part.count for part in parts) != whole.count:
        words = " + ".join(f"{part.noun}{part.count}个" for part in parts)
        yield Remark(
            whole.place,
            f"{words} = {sum(part.count for part in parts)} 个，这里写绩效指标 {whole.count} 个",
            f"the kinds add up to {sum(part.count for part in parts)} indicators, {whole.count} are named here",
            against=tuple(part.place for part in parts),
            expected=str(sum(part.count for part in parts)),
        )


@rule(
    title="同一类指标的个数前后不一",
    title_en="the number of indicators of one kind differs within the report",
    basis=BASIS,
    reads=(NARRATIVE,),
    certainty="S",
    severity="warning",
)
def number_of_indicators_differs_in_its_section(report: Report) -> Iterator[Observation]:
    """Held against each other: the sentence that lists the kinds, and the section about one of them."""
    found = list(sentences(report))
    listed = [one for sentence in found if len({one.noun for one in sentence} & {*KINDS}) > 1 for one in sentence]
    for noun in KINDS:
        overview = _only(listed, noun)
        section = _only([one for sentence in found for one in sentence if _is_of_its_section(one, noun)], noun)
        if overview is not None and section is not None and overview.count != section.count:
            yield Remark(
                section.place,
                f"本节写{noun} {section.count} 个，前文写 {overview.count} 个，请核对哪一处有误",
                f"{section.count} indicators here, {overview.count} in the sentence that lists the kinds",
                against=(overview.place,),
                expected=str(overview.count),
            )


def _is_of_its_section(one: Counted, noun: str) -> bool:
    """Does a section about this kind say how many are set?"""
    section = one.headings[-1] if one.headings else ""
    alone = noun in section and not any(other in section for other in KINDS if other != noun)
    return one.noun == noun and alone and bool(_SETS.search(one.before)) and not _PART_OF.search(one.before)


def sentences(report: Report) -> Iterator[list[Counted]]:
    """The counts of every sentence that holds any."""
    for paragraph, text in texts(report):
        for sentence in _SENTENCE.finditer(text) if "指标" in text else ():
            found = []
            for match in (*_BEFORE.finditer(sentence[0]), *_AFTER.finditer(sentence[0])):
                span = (sentence.start() + match.start(), sentence.start() + match.end())
                place = Place(report.path, TEXT, match["noun"], "个数", match[0], paragraph.content.ink(*span))
                before = _CLAUSE.split(sentence[0][: match.start()])[-1]
                found.append(Counted(match["noun"], _number(match["count"]), place, before, paragraph.headings))
            if found:
                yield found


def _only(counted: list[Counted], noun: str) -> Counted | None:
    """The count of a noun where the report gives it one value only."""
    found = [one for one in counted if one.noun == noun]
    return found[0] if found and len({one.count for one in found}) == 1 else None


def _number(text: str) -> int:
    """二十三, 十, 7 as a number."""
    if text.isdigit():
        return int(text)
    tens, _, ones = text.rpartition("十") if "十" in text else ("0", "", text)
    return _DIGITS.get(tens, 1 if tens == "" else 0) * 10 + _DIGITS.get(ones, 0)
