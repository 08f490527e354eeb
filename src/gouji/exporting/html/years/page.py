"""The page as one self-contained file: each body with its years side by side."""

from __future__ import annotations

import json
from collections.abc import Sequence

import gouji
from gouji.exporting.html.summary import text
from gouji.exporting.html.survey import survey
from gouji.exporting.html.template import asset, digest, filled
from gouji.exporting.html.trouble import trouble
from gouji.exporting.html.years.listed import contradictions
from gouji.exporting.html.years.overview import overview
from gouji.exporting.html.years.projects import projects
from gouji.exporting.html.years.sheet import Link, Sheet, file_name
from gouji.exporting.html.years.table import left_out, listed_bodies
from gouji.exporting.speech import KINDS, Speech
from gouji.exporting.years.words import Body, contradicting, sentences, span, unplaced
from gouji.model.examination import Examination

MOST_INDICATORS = 3000  # on one page
WIDE = 8  # years: more of them are wider than a page
FEW = 4  # bodies: if there are no more, those with several documents are shown open, else the first

_ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def page(bodies: Sequence[Body], examination: Examination, speech: Speech, report: str = "") -> str:
    """The whole page. `report` is the address of the page of `gouji check` over the same documents, "" without one."""
    sheet = Sheet((document.report for document in examination.documents), speech, _link(report, examination))
    sheet.room = MOST_INDICATORS
    sections = "".join(_body(body, number, len(bodies), sheet) for number, body in enumerate(bodies))
    style = asset("report.css") + asset("years.css") + "".join(map(_columns, sorted({len(body.years) for body in bodies})))
    script = asset("years.js")
    return filled("years.html", {
        "lang": speech("zh-CN", "en"),
        "policy": f"default-src 'none'; style-src '{digest(style)}'; script-src '{digest(script)}'; "
                  "base-uri 'none'; form-action 'none'",
        "style": style,
        "script": script,
        "island": json.dumps(sheet.told(), ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES),
        "title": text(_title(bodies, speech)),
        "lead": text(_lead(examination, speech)),
        "index": listed_bodies(bodies, sheet) if len(bodies) > 1 else "",
        "trouble": trouble(examination, speech),
        "unplaced": left_out(unplaced(bodies, examination), sheet),
        "sections": sections,
        "open": speech("展开全部项目", "open all projects"),
        "shut": speech("收起全部项目", "close all projects"),
        "print": speech("打印", "print"),
        "version": text(f"gouji {gouji.__version__} · {speech('规则集', 'rules')} {gouji.RULES_VERSION}"),
    })  # fmt: skip


def _link(report: str, examination: Examination) -> Link | None:
    """Where the other page shows a place, by the numbers that it gives to its spots itself."""
    if not report:
        return None
    numbers = survey(examination).number
    return lambda place: f"{report}#s{numbers(place)}"


def _columns(years: int) -> str:
    """How wide the columns of a body with so many years are."""
    wide = f".y{years}{{overflow-x:auto}}.y{years} .grid,.y{years} .own{{min-width:{150 + 100 * years}px}}" if years > WIDE else ""
    return (
        f"{wide}.y{years} .row{{grid-template-columns:minmax(150px,1.15fr) repeat({years},minmax(0,1fr))}}"
        f"@media(max-width:640px){{.y{years} .row{{grid-template-columns:repeat({years},minmax({104 if years > 3 else 0}px,1fr))}}}}"
    )


def _title(bodies: Sequence[Body], speech: Speech) -> str:
    if len(bodies) == 1:
        return speech(f"{bodies[0].name}：历年预算、执行与绩效对照", f"{bodies[0].name}: its years side by side")
    return speech(f"{len(bodies)} 个单位历年预算、执行与绩效对照", f"{len(bodies)} bodies: their years side by side")


def _lead(examination: Examination, speech: Speech) -> str:
    number = len(examination.documents)
    return speech(
        f"根据 {number} 份公开文件整理。每个数都是文件原文所印（执行率除外，由两个数算出），鼠标停在数上（或点一下）可看出处。"
        "红圈数字是文件之间前后不一致的编号，蓝圈是值得留意之处。",
        f"From {number} published documents. Every number is as printed (rates are reckoned): point at it to see where it stands. "
        "Red numbers mark contradictions between documents, blue ones what is worth a look.",
    )


def _body(body: Body, number: int, of: int, sheet: Sheet) -> str:
    speech, owner = sheet.speech, f"b{number}"
    head = f"<h2>{text(body.name)}<small>{text(span(body.years, speech))}</small></h2>"
    summary = "".join(f"<li>{text(sentence)}</li>" for sentence in sentences(body, speech))
    told = contradicting(body, speech)
    linked = f'<a href="#{owner}found">{text(told)}</a>' if body.found.all else text(told)
    several = len(body.record.reports) > 1
    inner = (
        f'<ul class="said">{summary}<li>{linked}</li></ul>{overview(body, owner, sheet)}{contradictions(body.found, several, owner, sheet)}'
        f"{projects(body, owner, sheet)}{_unclear(body, speech)}{_files(body, speech)}"
    )
    shown = " open" if number == 0 or (of <= FEW and several) else ""
    return f'<details class="body y{len(body.years)}" id="{owner}"{shown}><summary>{head}</summary>{inner}</details>'


def _unclear(body: Body, speech: Speech) -> str:
    """Names that were not joined because they stand for several things."""
    if not body.record.unclear:
        return ""
    items = "".join(f"<li>{text(one.name)}（{one.year}）</li>" for one in body.record.unclear[:200])
    told = speech("同一年里同名的项目或指标，分不清哪个接哪个，没有连起来", "Names that stand for several things in a year were not joined")
    return f'<details class="files"><summary>{told} {len(body.record.unclear)}</summary><ul>{items}</ul></details>'


def _files(body: Body, speech: Speech) -> str:
    """The documents of the body, by year."""
    items = "".join(
        f"<li>{report.year or '—'}　{text(speech.of(KINDS[report.kind]))}<small>{text(file_name(report.path))}</small></li>"
        for report in body.record.reports
    )
    told = speech("文件清单", "Documents")
    return f'<details class="files"><summary>{told} {len(body.record.reports)}</summary><ul>{items}</ul></details>'
