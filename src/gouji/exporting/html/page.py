"""The page as one self-contained file: style, script and data inside, nothing fetched, nothing of the documents run."""

from __future__ import annotations

import gouji
from gouji.exporting.html import summary
from gouji.exporting.html.island import island
from gouji.exporting.html.paper import paper
from gouji.exporting.html.printed import Pictures
from gouji.exporting.html.summary import text
from gouji.exporting.html.survey import Survey, survey
from gouji.exporting.html.template import asset, digest, filled
from gouji.exporting.html.trouble import trouble
from gouji.exporting.html.uncovered import only_uncovered, uncovered
from gouji.exporting.speech import SEVERITIES, Speech, heading
from gouji.exporting.text.check import by_own_header, covered, given_up, judged_by
from gouji.exporting.where import Where
from gouji.model.examination import Examination, Examined
from gouji.model.finding import Severity


def page(examination: Examination, speech: Speech, pictures: Pictures | None = None) -> str:
    """The whole page, with what pictures of the documents' pages there are."""
    surveyed = survey(examination)
    where = Where((document.report for document in examination.documents), speech)
    pictures = pictures or {}
    paths = {document.report.path: number for number, document in enumerate(examination.documents)}
    style, script = asset("report.css"), asset("report.js")
    documents = examination.documents
    sections = (_section(*each, surveyed, where, pictures, speech) for each in enumerate(documents))
    return filled("report.html", {
        "lang": speech("zh-CN", "en"),
        "policy": f"default-src 'none'; style-src '{digest(style)}'; script-src '{digest(script)}'; "
                  f"{'img-src data:; ' if any(pictures.values()) else ''}base-uri 'none'; form-action 'none'",
        "style": style,
        "script": script,
        "island": island(surveyed, paths, where, speech),
        "title": speech("勾稽核对报告", "Tie-out report"),
        "lead": text(_lead(examination, speech)),
        "totals": summary.totals(examination, speech),
        "bar": summary.bar(examination.coverage, speech),
        "covered": text(covered(examination.coverage, speech) + speech("", " ") + judged_by(examination, speech)),
        "documents": _documents(examination, speech),
        "trouble": trouble(examination, speech),
        "sections": "".join(sections),
        "close": speech("关闭", "Close"),
        "previous": speech("上一个问题", "Previous finding"),
        "next": speech("下一个问题", "Next finding"),
        "back": speech("返回问题清单", "Back to the findings"),
        "version": text(f"gouji {gouji.__version__} · {speech('规则集', 'rules')} {gouji.RULES_VERSION}"),
    })  # fmt: skip


def _lead(examination: Examination, speech: Speech) -> str:
    number = len(examination.documents)
    if number == 1:
        return " · ".join(heading(examination.documents[0].report, speech))
    return speech(f"共 {number} 个文件", f"{number} documents")


def _documents(examination: Examination, speech: Speech) -> str:
    head = "".join(f"<th>{text(speech.of(SEVERITIES[severity]))}</th>" for severity in Severity)
    return (
        f"<thead><tr><th>{speech('文件', 'Document')}</th>{head}<th>{speech('印证', 'Vouched')}</th></tr></thead>"
        f"<tbody>{summary.document_rows(examination, speech)}</tbody>"
    )


def _section(
    number: int, document: Examined, surveyed: Survey, where: Where, pictures: Pictures, speech: Speech
) -> str:
    report = document.report
    kind, body, year = heading(report, speech)
    up = f'<a class="up" href="#top">↑ {speech("全部文件", "all documents")}</a>'
    shown = paper(report, surveyed, pictures.get(report.path, {}), speech)
    return filled("document.html", {
        "number": str(number),
        "kind": text(kind),
        "body": text(body),
        "year": text(year),
        "path": text(report.path),
        "headers": f'<p class="path">{text(told)}</p>' if (told := by_own_header(report, speech)) else "",
        "filters": _filters(document, speech),
        "findings": _findings(document, surveyed, where, speech),
        "doubts": _doubts(document, where, speech),
        "uncovered": uncovered(document, surveyed, speech),
        "only_uncovered": only_uncovered(document, surveyed, speech),
        "legend": _legend(speech, " boxed" if report.pages else "", surveyed.marks_suspects_in(report.path)),
        "paper": shown,
        "up": up if where.several else "",
        "findings_title": speech("问题清单", "Findings"),
        "text_title": speech("原文", "Text"),
    })  # fmt: skip


def _findings(document: Examined, surveyed: Survey, where: Where, speech: Speech) -> str:
    items = summary.finding_items(document, surveyed, where, speech)
    if items:
        ended = f'<p class="none">{text(told)}</p>' if (told := given_up(document, speech)) else ""
        return f'{ended}<ol class="findings">{items}</ol>'
    if not document.checked.coverage.figures:
        return f'<p class="none">{speech("没有读出可核对的数，不能据此认为文件无误。", "No figure was read.")}</p>'
    if unread := document.checked.coverage.unread:
        told = speech(f"没有发现问题，但有 {unread} 处未能识读。", f"Nothing was found, but {unread} figures were not read.")
        return f'<p class="none">{told}</p>'
    return f'<p class="none good">{speech("没有发现问题。", "Nothing was found.")}</p>'


def _filters(document: Examined, speech: Speech) -> str:
    counts = [("", len(document.checked.findings), speech("全部", "all"))]
    counts += [(each.value, len(document.found(each)), speech.of(SEVERITIES[each])) for each in Severity]
    return "".join(
        f'<button type="button" data-filter="{name}" aria-pressed="{str(not name).lower()}"'
        f"{'' if count else ' disabled'}>{text(word)} {count}</button>"
        for name, count, word in counts
    )


def _doubts(document: Examined, where: Where, speech: Speech) -> str:
    doubts = document.report.doubts
    if not doubts:
        return ""
    told = speech(f"可能漏读之处 {len(doubts)} 处，请对照原件", f"{len(doubts)} place{'s' * (len(doubts) != 1)} read with doubt")
    return f'<details class="doubts"><summary>{told}</summary><ul>{summary.doubt_items(doubts, where)}</ul></details>'


def _legend(speech: Speech, looks: str, candidates: bool) -> str:
    """What the colours mean, as they look in a text or, `boxed`, on a page."""
    keys = (
        ("vouched", speech("有印证", "vouched for")),
        ("once", speech("只有 1 条印证", "by one identity only")),
        ("disputed", speech("所在关系不符", "only in what disagrees")),
        ("unvouched", speech("没有核对到", "no identity looks at it")),
        ("error", speech("错误", "error")),
        ("warning", speech("警告", "warning")),
        ("plain noted", speech("提示", "note")),
        *[("plain candidate", speech("可能有误", "may be wrong"))] * candidates,
    )
    return "".join(f'<li><span class="s figure {name}{looks}">123</span> {text(word)}</li>' for name, word in keys)
