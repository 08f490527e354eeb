"""One finding as an accountant would lay it out; notes of one rule gathered under one heading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gouji.exporting.candidates import Candidate
from gouji.exporting.laid import lay_out, short_sum
from gouji.exporting.rewritten import suggested
from gouji.exporting.speech import OFF, RECKONED, SEVERITIES, Speech, address
from gouji.exporting.suspected import (
    as_before,
    choices,
    evidence,
    is_slip_of_the_stated,
    names_a_number,
    told_as_choice,
)
from gouji.exporting.text.lines import SEVERITY_STYLES, Line, Span, line, shortened, width_of
from gouji.exporting.told import Told, agreed_value, aside, caution, tell, terms_elsewhere
from gouji.exporting.where import Where
from gouji.model.finding import Comparison, Finding
from gouji.model.law import standing
from gouji.model.place import Place
from gouji.model.report import Report
from gouji.model.standing import Standing

MOST_PLACES = 6
MOST_OF_A_NOTE = 5
MOST_EVIDENCE = 5
LONGEST_QUOTE = 60


def findings_at_one_place(
    findings: list[Finding], report: Report, before: Mapping[str, Place], where: Where, speech: Speech
) -> Iterator[Line]:
    """What is wrong with one figure or phrase: its place once, then each fault in full.

    `before`: of findings whose candidates have been told already, where that was.
    """
    at = findings[0].at
    yield line((where.in_file(at), "place"), f"  {shortened(address(at), 90)}", hang=2)
    for finding in findings:
        yield from _finding(finding, report, before, where, speech)
    if not any(finding.suspect for finding in findings) and (likely := agreed_value(findings)):
        told = speech(
            f"多半是 {at.text} 应为 {likely}：改这一处，以上 {len(findings)} 条都成立。",
            f"most likely {at.text} should be {likely}: this one change mends all {len(findings)} above.",
        )
        yield line("  ", (told, "strong"), hang=2)


def _finding(
    finding: Finding, report: Report, before: Mapping[str, Place], where: Where, speech: Speech
) -> Iterator[Line]:
    """The finding in full: the fault, the sum, where its terms stand, the basis."""
    told = tell(finding, speech)
    yield line(*_name(finding, speech), f" {told.title}", hang=2)
    if isinstance(finding.observation, Comparison):
        yield from _sum(told, speech)
    else:
        yield from _remark(finding, told, speech)
    if (first := before.get(finding.fingerprint)) is not None:
        told_there = as_before(first, where.short(first), speech)
        yield line("  ", (speech("判断 ", "reading "), "dim"), told_there, hang=7)
    else:
        yield from _suspect(finding, told, where, speech)
    yield from _places(finding, where, speech)
    if said := caution(finding, report, speech):
        yield line("  ", (f"{said}{speech.stop()}", "note"))
    yield line(*_basis(told.basis, finding.card.name, speech), hang=7)


def _name(finding: Finding, speech: Speech) -> tuple[Span, Span]:
    style = SEVERITY_STYLES[finding.severity]
    return (speech.of(SEVERITIES[finding.severity]), style), (f"[{finding.card.name}]", "dim")


def _sum(told: Told, speech: Speech) -> Iterator[Line]:
    if told.formula:
        yield line("  ", (speech("关系 ", "formula "), "dim"), told.formula, hang=7)
    reckoned, off = speech.of(RECKONED[told.relation]), speech.of(OFF[told.relation])
    working = short_sum(told.working or told.expected, speech)
    yield line(
        "  ", (speech("列示 ", "stated "), "dim"), (told.stated, "error"), "    ", (f"{reckoned} ", "dim"),
        working, "    ", (f"{off} ", "dim"), (told.difference, "strong"), hang=7,
    )  # fmt: skip
    if told.note:
        yield line("  ", (speech("说明 ", "note "), "dim"), told.note, hang=7)


def _suspect(finding: Finding, told: Told, where: Where, speech: Speech) -> Iterator[Line]:
    """What to change and what it mends; the numbers to choose from; or, in one clause, why that cannot be told."""
    if not told.suspect or not isinstance(finding.observation, Comparison):
        return
    if not names_a_number(finding) or is_slip_of_the_stated(finding):
        yield line("  ", (speech("判断 ", "reading "), "dim"), told.suspect, hang=7)
        return
    listed = choices(finding, speech)
    yield line("  ", (told.suspect + (speech("：", ":") if listed else speech.stop()), "strong"), hang=2)
    rows = [_choice(way, where, speech) for way in listed]
    label = speech("可能 ", "perhaps ") if told_as_choice(finding) else speech("更正 ", "correct ")
    yield from _listed(label, rows, speech("处", "more"), speech)
    rows = [_broken(comparison, where, speech) for comparison in evidence(finding)]
    yield from _listed(speech("连带 ", "also off "), rows, speech("条", "more"), speech)


def _choice(way: tuple[Candidate, ...], where: Where, speech: Speech) -> tuple[str | Span, ...]:
    """One of the changes that would do; the numbers of one change in one row."""
    spans: list[str | Span] = []
    for position, each in enumerate(way):
        spans += [speech("，同时 ", ", and ")] if position else []
        spans += [(where.short(each.place), "place"), f"  {shortened(address(each.place), 60)}  {each.worded(speech)}"]
    return tuple(spans)


def _broken(comparison: Comparison, where: Where, speech: Speech) -> tuple[str | Span, ...]:
    """An identity that fails for the same reason, with its numbers."""
    laid = lay_out(comparison, speech)
    case = speech(f"列示 {laid.stated}  核算 ", f"stated {laid.stated}  reckoned ") + short_sum(laid.working, speech)
    return (_short(comparison.stated.place, where), "place"), f"  {case}"


def _listed(label: str, rows: list[tuple[str | Span, ...]], what: str, speech: Speech) -> Iterator[Line]:
    """Rows under one label, the first few of them."""
    for position, row in enumerate(rows[:MOST_EVIDENCE]):
        head: Span = (label if position == 0 else " " * width_of(label), "dim")
        yield line("  ", head, *row, hang=7)
    if (rest := len(rows) - MOST_EVIDENCE) > 0:
        yield line((" " * (2 + width_of(label)) + speech(f"……另有 {rest} {what}", f"… {rest} {what}"), "dim"))


def _remark(finding: Finding, told: Told, speech: Speech) -> Iterator[Line]:
    if finding.at.text:
        quoted = shortened(finding.at.text, LONGEST_QUOTE)
        yield line("  ", (speech("原文 ", "text "), "dim"), speech(f"“{quoted}”", f'"{quoted}"'), hang=7)
    if told.message != told.title:
        yield line("  ", (speech("问题 ", "fault "), "dim"), told.message, hang=7)
    if told.expected:
        yield line("  ", (speech("应为 ", "expected "), "dim"), told.expected, hang=7)
    if told.rewrite:
        yield line("  ", (speech("建议写成 ", "better "), "dim"), suggested(told, speech), hang=11)


def _places(finding: Finding, where: Where, speech: Speech) -> Iterator[Line]:
    places = terms_elsewhere(finding)
    for position, place in enumerate(places[:MOST_PLACES]):
        label = speech("对照 ", "against ")
        head: Span = (label if position == 0 else " " * width_of(label), "dim")
        here = "" if place.document == finding.at.document else f"{place.document} "
        number = f"{here}{where.brief(place)}"
        quoted = shortened(place.text, 40)
        yield line("  ", head, (number, "place"), f"  {shortened(address(place), 70)}", f"  {quoted}", hang=7)
    if (rest := len(places) - MOST_PLACES) > 0:
        yield line(("       " + speech(f"……等另 {rest} 处", f"… and {rest} more"), "dim"))


def _basis(basis: str, name: str, speech: Speech) -> tuple[str | Span, ...]:
    more = f"gouji rules {name}"
    return "  ", (speech("依据 ", "basis "), "dim"), basis, "    ", (speech("详见 ", "more "), "dim"), (more, "code")


def note_lines(findings: list[Finding], where: Where, speech: Speech) -> Iterator[Line]:
    """The notes of one rule under one heading: the fault once, then its places."""
    told = tell(findings[0], speech)
    number = sum(len(finding.tail) or 1 for finding in findings)
    several = speech(f"（{number} 处）", f" ({number} places)") if number > 1 else ""
    card = findings[0].card
    yield line(*_name(findings[0], speech), f" {speech(card.title, card.title_en)}{several}", hang=2)
    rows = list(_note_rows(findings, where, speech))
    yield from rows[:MOST_OF_A_NOTE]
    if (rest := len(rows) - MOST_OF_A_NOTE) > 0:
        more = speech(f"  ……另有 {rest} 处，见 --format html 或 json。", f"  … {rest} more, see html or json.")
        yield line((more, "dim"))
    yield line(*_basis(told.basis, card.name, speech), hang=7)


def _note_rows(findings: list[Finding], where: Where, speech: Speech) -> Iterator[Line]:
    """A row for each place; of rounding tails, those that rounding hardly ever leaves come first."""
    tails = [tail for finding in findings for tail in finding.tail]
    for tail in sorted(tails, key=lambda each: standing(each) is not Standing.IMPROBABLE):
        laid = lay_out(tail, speech)
        working = short_sum(laid.working, speech)
        case = speech(f"列示 {laid.stated}  核算 {working}", f"stated {laid.stated}  reckoned {working}")
        yield line("  ", (_short(tail.stated.place, where), "place"), f"  {case}{aside(tail, speech)}", hang=7)
    for finding in findings:
        if finding.tail:
            continue
        told = tell(finding, speech)
        better = speech("  建议写成 ", "  better: ") + suggested(told, speech) if told.rewrite else ""
        yield line("  ", (where.brief(finding.at), "place"), f"  {told.message}{better}", hang=7)


def _short(place: Place, where: Where) -> str:
    return f"{where.brief(place)} {shortened(address(place), 50)}".strip()
