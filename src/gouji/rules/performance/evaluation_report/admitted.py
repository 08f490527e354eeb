"""Shortfalls that a report admits in words while it gives the very thing full points."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gouji.model.finding import Observation, Remark
from gouji.model.place import Place
from gouji.model.report import Report
from gouji.model.rounding import HUNDRED
from gouji.rules.narrative.phrases import phrase
from gouji.rules.rule import NARRATIVE, rule
from gouji.scoring.sentences import means, printed, texts
from gouji.vocabulary.terms import plain

_PACE = re.compile(r"执行率|支出率|(?:支出|执行|支付)进度")
_ADMITTED = re.compile(
    r"(?:个别|部分|有的|少数|多个|[一二三四五六七八九十\d]{1,2}\s?个)\s?月份?[^。；，]{0,12}?(?:没有|没|未能?)\s?(?:按时|全部)?(?:完成|达到|达标)"
    r"[^。；，]{0,20}?(?:支出|执行|支付|序时)(?:的)?(?:进度|率)"
)
_PAST = re.compile(r"(?:上年|去年|以前年度|往年)[^。；]*$")
_FULL = re.compile(
    r"(?:执行率|支出率|(?:支出|执行|支付)进度)[^。；]{0,40}?(?:分值|满分|标准分|权重)为?(?P<points>\d{1,2}(?:\.\d{1,2})?)\s?分"
    r"[^。；]{0,40}?得(?:分为?)?(?P<score>\d{1,2}(?:\.\d{1,2})?)\s?分"
)


@rule(
    title="文中承认个别月份没有完成支出进度，该项却得满分",
    title_en="months that missed their pace are admitted, yet the execution has full points",
    basis="自评报告逻辑：问题与得分应当一致，有月份没有完成进度的，支出率得分应相应扣减",
    reads=(NARRATIVE,),
    certainty="O",
    severity="note",
)
def admitted_shortfall_has_full_points(report: Report) -> Iterator[Observation]:
    full = list(_full(report))
    for paragraph, text in texts(report) if full else ():
        match = _ADMITTED.search(text)
        if match is None or _PAST.search(text[: match.start()]):
            continue
        words = paragraph.text[match.start() : match.end()]
        yield Remark(
            phrase(report, paragraph, *match.span(), field="问题"),
            f"这里说“{words}”，而支出率的平均数或得分是按全部完成给的（{full[0].text}），请核对得分",
            f"a shortfall is admitted, but {full[0].text} is given as if there were none",
            against=(full[0],),
        )


def _full(report: Report) -> Iterator[Place]:
    """Where the pace of spending has its full points, or an average that gives them."""
    for mean in means(report):
        if mean.stated.value >= HUNDRED and _PACE.search(mean.what):
            yield mean.stated.place
    for paragraph, text in texts(report):
        for match in _FULL.finditer(text):
            if match["points"] == match["score"]:
                yield printed(report, paragraph, match.start("score"), match.end(), "分").place
    for line in report.scores:
        if line.points is not None and line.score is not None and _PACE.search(plain(line.name)):
            if line.points.value == line.score.value:
                yield line.score.place
