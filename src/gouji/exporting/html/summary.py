"""The head of the page and the lists beside the text: documents, counts, coverage as a picture, findings, doubts."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from gouji.exporting.html.survey import Survey
from gouji.exporting.html.suspects import clause, told_there, ways
from gouji.exporting.laid import lay_out, short_sum
from gouji.exporting.rewritten import suggested
from gouji.exporting.speech import OFF, RECKONED, SEVERITIES, Speech, address, heading
from gouji.exporting.suspected import told_before
from gouji.exporting.text.check import covered
from gouji.exporting.text.lines import safe, shortened
from gouji.exporting.told import aside, caution, tell
from gouji.exporting.where import Where
from gouji.model.examination import Examination, Examined
from gouji.model.finding import Comparison, Coverage, Finding, Severity
from gouji.model.place import Place
from gouji.model.report import Doubt, Report

MOST_TAILS = 20


def text(value: object) -> str:
    """Anything as HTML text: control signs replaced, everything escaped."""
    return html.escape(safe(str(value)))


def bar(coverage: Coverage, speech: Speech) -> str:
    """The coverage as a picture: vouched for, by one identity only, not vouched for, not read."""
    whole = max(1, coverage.figures + coverage.unread)
    parts, left = [], 0.0
    for name, count in (
        ("vouched", coverage.vouched - coverage.once), ("once", coverage.once), ("unvouched", coverage.unvouched),
        ("unread", coverage.unread),
    ):  # fmt: skip
        width = 100 * count / whole
        parts.append(f'<rect class="{name}" x="{left:.2f}" y="0" width="{width:.2f}" height="8"/>')
        left += width
    told = text(covered(coverage, speech))
    drawn = "".join(parts)
    return (
        f'<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label="{told}">{drawn}</svg>'
    )


def percent(coverage: Coverage) -> str:
    """Which part of the figures is vouched for; rounded down, so that 100 % means all."""
    whole = coverage.figures + coverage.unread
    return f"{100 * coverage.vouched // whole}%" if whole else "—"


def totals(examination: Examination, speech: Speech) -> str:
    """The counts of the whole, in large figures."""
    items: list[tuple[str, int | str, str]] = [
        (severity.value, examination.count(severity), speech.of(SEVERITIES[severity])) for severity in Severity
    ]
    items.append(("vouched", percent(examination.coverage), speech("的数有印证", "of figures vouched for")))
    return "".join(
        f'<li class="{name}{"" if count else " nil"}"><b>{count}</b><span>{text(word)}</span></li>'
        for name, count, word in items
    )


def document_rows(examination: Examination, speech: Speech) -> str:
    """One row for each document, each a link to its section."""
    return "".join(_document_row(number, document, speech) for number, document in enumerate(examination.documents))


def _document_row(number: int, document: Examined, speech: Speech) -> str:
    kind, body, year = heading(document.report, speech)
    counts = "".join(
        f'<td class="count {severity.value}{"" if found else " nil"}">{len(found)}</td>'
        for severity in Severity
        for found in [document.found(severity)]
    )
    coverage = document.checked.coverage
    return (
        f'<tr><td><a href="#d{number}" data-d="{number}">{text(kind)}</a>'
        f"<small>{text(body)} · {text(year)}<br>{text(_file_name(document.report.path))}</small></td>{counts}"
        f'<td class="cover">{bar(coverage, speech)}<small>{percent(coverage)}</small></td></tr>'
    )


def _file_name(path: str) -> str:
    return re.split(r"[/\\]", path)[-1]


def finding_items(document: Examined, survey: Survey, where: Where, speech: Speech) -> str:
    """The findings of a document, the gravest first."""
    found = [finding for severity in Severity for finding in document.found(severity)]
    before = told_before(found)
    return "".join(
        _item(finding, document.report, before.get(finding.fingerprint), survey, where, speech) for finding in found
    )


def _item(
    finding: Finding, report: Report, before: Place | None, survey: Survey, where: Where, speech: Speech
) -> str:
    told = tell(finding, speech)
    said = caution(finding, report, speech)
    doubt = f"<em>{said}</em>" if said else ""
    judged = clause(finding, speech) if before is None else told_there(before, where, speech)
    listed = ways(finding, survey, where, speech) if before is None else ""
    return (
        f'<li class="{finding.severity.value}" data-severity="{finding.severity.value}">'
        f'<a href="#s{survey.number(finding.at)}" data-s="{survey.number(finding.at)}">'
        f'<b><span class="chip">{text(speech.of(SEVERITIES[finding.severity]))}</span>{text(told.title)}</b>'
        f'<span class="where">{text(where.short(finding.at))} {text(shortened(address(finding.at), 70))}</span>'
        f"{_case(finding, where, speech)}{judged}{doubt}</a>{listed}</li>"
    )


def _case(finding: Finding, where: Where, speech: Speech) -> str:
    """The sum of a finding, or what it remarks."""
    told = tell(finding, speech)
    if finding.tail:
        return f'<span class="case">{_tails(finding, where, speech)}</span>'
    if not isinstance(finding.observation, Comparison):
        more = f"{speech('应为', 'expected')} {told.expected}" if told.expected else ""
        better = f"{speech('建议写成', 'better written')} {suggested(told, speech)}" if told.rewrite else ""
        message = told.message if told.message != told.title else ""
        return "".join(f'<span class="case">{text(part)}</span>' for part in (message, more, better) if part)
    reckoned, off = speech.of(RECKONED[told.relation]), speech.of(OFF[told.relation])
    working = text(short_sum(told.working or told.expected, speech))
    stated = f"{speech('列示', 'stated')} <strong>{text(told.stated)}</strong>"
    return f'<span class="case">{stated}　{reckoned} {working}　{off} <strong>{text(told.difference)}</strong></span>'


def _tails(finding: Finding, where: Where, speech: Speech) -> str:
    rows = []
    for tail in finding.tail[:MOST_TAILS]:
        laid = lay_out(tail, speech)
        at = where.short(tail.stated.place)
        case = f"列示 {laid.stated}　核算 {laid.expected}", f"stated {laid.stated}, reckoned {laid.expected}"
        rows.append(text(f"{at}　{speech.of(case)}{aside(tail, speech)}"))
    rest = len(finding.tail) - MOST_TAILS
    rows += [text(speech(f"……另有 {rest} 处", f"… {rest} more"))] if rest > 0 else []
    return "<br>".join(dict.fromkeys(rows))


def doubt_items(doubts: Iterable[Doubt], where: Where) -> str:
    """What the reader could not make sure of."""
    return "".join(_doubt(doubt, where) for doubt in doubts)


def _doubt(doubt: Doubt, where: Where) -> str:
    return f"<li><span>{text(where.brief(doubt.place))} {text(shortened(address(doubt.place), 40))}</span> {text(doubt.message)}</li>"
