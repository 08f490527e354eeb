"""What the sentences of an evaluation report state: averages of percentages, caps, scores with what they are for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from gouji.model.figure import Figure, Kind
from gouji.model.narrative import Paragraph
from gouji.model.place import Place
from gouji.model.report import Report
from gouji.vocabulary.terms import half_width

TEXT = "文字说明"
# No report states more averages or scores, or has longer paragraphs; a text that seems to is not looked at to its end.
MOST = 200
LONGEST = 20_000
_NUMBER = r"\d{1,4}(?:\.\d{1,4})?"
_MEAN = re.compile(
    rf"(?P<what>[^=。；，:：]{{0,40}})=?\s?\((?P<terms>{_NUMBER}\s?%(?:\s?\+\s?{_NUMBER}\s?%){{1,40}})\)\s?/\s?"
    rf"(?P<divisor>\d{{1,3}})\s?=\s?(?P<mean>{_NUMBER}\s?%)"
)
_PERCENT = re.compile(rf"{_NUMBER}\s?%")
_CAP = re.compile(
    r"(?:超过|高于|大于|超出)(?P<limit>\d{1,3})%的?[，,、]?(?:均|一律|则)?(?:按|以|计为|视为|取)(?P<cap>\d{1,3})%"
)
_SCORE = re.compile(
    rf"(?P<what>[^，。；：、,;:()]{{0,40}}?)(?P<sum>共计|合计|总计|综合|总体)?(?:自评|评价|评定|实际)?(?:综合)?得分(?:为|是|：)?\s?"
    rf"(?P<score>{_NUMBER})\s?分(?!值)"
)
_RATE = re.compile(rf"[，,、]?\s?得分率(?:为|是|：)?\s?(?P<rate>{_NUMBER}\s?%)")
_TOTAL = re.compile(
    rf"(?:综合评分|总评分|综合得分|总得分|总分|自评总分|评价总分|自评得分|自评分)(?:为|是|：)?\s?(?P<score>{_NUMBER})\s?分(?!值)"
)
_POINTS = re.compile(
    r"(?P<what>[^，。；：、,;:()各]{2,20}?)(?:指标)?(?:各?占|共|分值为?|满分为?)?(?P<points>\d{1,3})\s?分(?!之|值)"
)
_SUBTOTAL = re.compile(r"综上|总体|小计")
NEAR = 200  # characters after an average within which its score is looked for
_OWN_SCORE = re.compile(
    r"(?:本|该|此)项?(?:指标)?(?:自评|实际)?得分(?:为|是|：)?\s?(?P<score>\d{1,3}(?:\.\d{1,4})?)\s?分"
)


@dataclass(frozen=True, slots=True)
class Mean:
    """A printed average of percentages: its terms, the divisor, the result, and the cap the text states for them."""

    what: str
    paragraph: Paragraph
    terms: tuple[Figure, ...]
    divisor: Figure
    stated: Figure
    cap: Decimal | None
    end: int

    @property
    def plain(self) -> Decimal:
        return sum((term.value for term in self.terms), Decimal(0)) / self.divisor.value

    @property
    def capped(self) -> Decimal:
        """The average with every term above the cap counted as the cap."""
        values = (term.value if self.cap is None else min(term.value, self.cap) for term in self.terms)
        return sum(values, Decimal(0)) / self.divisor.value

    @property
    def cap_matters(self) -> bool:
        return self.cap is not None and any(term.value > self.cap for term in self.terms)


@dataclass(frozen=True, slots=True)
class StatedScore:
    """A score that a sentence gives to something, and the 得分率 beside it."""

    what: str
    paragraph: Paragraph
    score: Figure
    rate: Figure | None
    subtotal: bool


def means(report: Report) -> Iterator[Mean]:
    """Every average of listed percentages, with the cap its own section states."""
    yield from islice(_means(report), MOST)


def scores(report: Report) -> Iterator[StatedScore]:
    """Every sentence that gives something a score."""
    yield from islice(_scores(report), MOST)


def _means(report: Report) -> Iterator[Mean]:
    for paragraph, text in texts(report):
        for match in _MEAN.finditer(text) if "%" in text and "/" in text else ():
            terms = tuple(
                printed(report, paragraph, match.start("terms") + term.start(), match.start("terms") + term.end(), "%")
                for term in _PERCENT.finditer(match["terms"])
            )
            divisor = printed(report, paragraph, *match.span("divisor"), "个")
            stated = printed(report, paragraph, *match.span("mean"), "%")
            if divisor.value:
                what = match["what"].strip(" =")
                yield Mean(what, paragraph, terms, divisor, stated, _cap(report, paragraph), match.end())


def _scores(report: Report) -> Iterator[StatedScore]:
    for paragraph, text in texts(report):
        for match in _SCORE.finditer(text) if "得分" in text else ():
            rate = _RATE.match(text, match.end())
            subtotal = bool(match["sum"] and _SUBTOTAL.search(text[max(0, match.start() - 6) : match.end()]))
            yield StatedScore(
                match["what"].strip(),
                paragraph,
                printed(report, paragraph, match.start("score"), match.end(), "分"),
                printed(report, paragraph, *rate.span("rate"), "%") if rate else None,
                subtotal,
            )


def texts(report: Report) -> Iterator[tuple[Paragraph, str]]:
    """The paragraphs with their text in half-width signs."""
    for paragraph in report.paragraphs:
        if len(paragraph.text) <= LONGEST:
            yield paragraph, half_width(paragraph.text)


def total_score(report: Report) -> tuple[Figure, Paragraph] | None:
    """The score of the whole as the text states it, with its paragraph."""
    for paragraph, text in texts(report):
        match = _TOTAL.search(text)
        if match is not None and ("综合" in match[0] or "总" in match[0]):
            return printed(report, paragraph, match.start("score"), match.end(), "分"), paragraph
    return None


def points_of(report: Report, what: str) -> Figure | None:
    """The points the text says something is worth: 履职效能指标50分."""
    name = subject(what)
    for paragraph, text in texts(report) if name else ():
        for match in _POINTS.finditer(text) if name in text else ():
            if subject(match["what"]) == name and "得" not in match["what"]:
                return printed(report, paragraph, match.start("points"), match.end(), "分")
    return None


def score_after(report: Report, mean: Mean) -> Figure | None:
    """The score the same paragraph gives right after the average."""
    match = _OWN_SCORE.search(half_width(mean.paragraph.text), mean.end, mean.end + NEAR)
    return printed(report, mean.paragraph, match.start("score"), match.end(), "分") if match else None


def subject(what: str) -> str:
    """What a score is for, without the words around it: 其中：履职效能评价 and 履职效能指标 are one."""
    name = re.sub(r"^(?:综上|其中|我办|我局|本部门|本单位|部门)+", "", what.strip("，,：: "))
    return re.sub(r"(?:评价|指标|自评|综合|分析|共计|合计|得分)+$", "", name)


def printed(report: Report, paragraph: Paragraph, start: int, end: int, unit: str) -> Figure:
    """The number printed there as a figure: the one a claim already made of it, else a new one."""
    ink = paragraph.content.ink(start, end)
    for claim in report.claims:
        if claim.paragraph is paragraph and claim.figure is not None and claim.figure.place.ink == ink:
            return claim.figure
    text = paragraph.text[start:end]
    digits = re.sub(r"[^\d.]", "", half_width(text))
    value = Decimal(digits)
    kind = {"%": Kind.PERCENT, "分": Kind.SCORE}.get(unit, Kind.COUNT)
    step = Decimal(1).scaleb(min(0, int(value.as_tuple().exponent)))
    return Figure(text.strip(), value, step, kind, unit, Place(report.path, TEXT, "", "", text.strip(), ink))


def _cap(report: Report, paragraph: Paragraph) -> Decimal | None:
    """The cap on single percentages that the paragraph, or its section, states."""
    section = [text for other, text in texts(report) if other.headings == paragraph.headings]
    for text in (half_width(paragraph.text), *section):
        match = _CAP.search(text.replace(" ", ""))
        if match is not None and match["limit"] == match["cap"]:
            return Decimal(match["cap"])
    return None
