"""A finding put into words: what stands there, what it is reckoned to be, by how much they differ, and why."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from gouji.exporting.laid import Sum, lay_out
from gouji.exporting.speech import CERTAINTIES, Speech
from gouji.exporting.suspected import in_one_sentence, is_slip_of_the_stated, names_a_number, sentence
from gouji.model.finding import Card, Comparison, Finding
from gouji.model.law import standing
from gouji.model.place import Place
from gouji.model.report import Report
from gouji.model.rounding import Why
from gouji.model.standing import Standing
from gouji.rules.slips import slip

_WHY = {
    Why.PLAIN: ("", ""),
    Why.ROUNDED: ("各数四舍五入所致", "explained by rounding"),
    Why.HIDDEN_SMALL_AMOUNT: ("列示为 0 的数可能是不足末位一半的小数", "a printed zero may hide a small amount"),
    Why.TRUNCATED: ("末位系截去而非四舍五入", "truncated rather than rounded"),
}
_LONG_QUOTE = re.compile(r"(“[^“”]{60})[^“”]{40,}”")
_HARDLY = (
    "尾数相差偏大，按四舍五入极少出现，建议核对",
    "rounding hardly ever leaves so much: worth a look",
)


@dataclass(frozen=True, slots=True)
class Told:
    """A finding ready for any output. Empty strings where there is nothing to say."""

    title: str
    message: str  # the whole of it in one sentence
    stated: str
    expected: str
    difference: str  # with its unit
    relation: str
    formula: str
    working: str
    note: str
    basis: str
    suspect: str = ""  # what is most likely wrong, or why that cannot be told
    rewrite: str = ""  # what one could print instead


def tell(finding: Finding, speech: Speech) -> Told:
    """Word a finding."""
    observed = finding.observation
    basis = based(finding.card, speech)
    if isinstance(observed, Comparison):
        return _tell_comparison(finding, observed, basis, speech)
    return Told(
        title=speech(finding.card.title, finding.card.title_en),
        message=_with(sentence(finding, speech), _brief(speech(observed.message, observed.message_en)), speech),
        stated=finding.at.text, expected=observed.expected,
        difference="", relation="", formula="", working="", note="", basis=basis, rewrite=observed.rewrite,
    )  # fmt: skip


def _brief(message: str) -> str:
    """A message in which no quoted name is longer than a reader follows."""
    return _LONG_QUOTE.sub(r"\1…”", message)


def _with(said: str, message: str, speech: Speech) -> str:
    """A message and one clause more."""
    stop = speech.stop()
    return f"{message.removesuffix(stop)}{speech('；', '; ')}{said}{stop}" if said else message


def _tell_comparison(finding: Finding, observed: Comparison, basis: str, speech: Speech) -> Told:
    title = speech(observed.title, observed.title_en) or speech(finding.card.title, finding.card.title_en)
    laid = lay_out(observed, speech)
    note = _note(finding, observed, speech)
    # A rule's own explanation is better than that it cannot be told, or a mere kind of slip.
    silent = bool(note) and (not names_a_number(finding) or is_slip_of_the_stated(finding))
    said = note if silent else speech("；", "; ").join(filter(None, (note, in_one_sentence(finding, speech))))
    message = _in_one_sentence(title, observed.relation, laid, said, speech)
    if finding.tail:
        message = speech(f"{title}（{len(finding.tail)} 处）", f"{title} ({len(finding.tail)} places)")
    return Told(
        title, message, laid.stated, laid.expected, laid.difference, observed.relation, observed.formula, laid.working,
        note, basis, "" if silent else sentence(finding, speech),
    )  # fmt: skip


def _note(finding: Finding, observed: Comparison, speech: Speech) -> str:
    """What else is to be said. A guess at a slip made from one sum alone gives way to what all of them tell."""
    note = speech(observed.note, observed.note_en) or excuse(observed, speech)
    return "" if is_guess(observed) and names_a_number(finding) and sentence(finding, speech) else note


def is_guess(observed: Comparison) -> bool:
    """Is its note no more than a guess at the slip, made from this one sum?"""
    return bool(observed.note) and slip(observed.stated, observed.expected) == (observed.note, observed.note_en)


def excuse(observed: Comparison, speech: Speech) -> str:
    """What an agreement within rounding had to assume."""
    return speech.of(_HARDLY if standing(observed) is Standing.IMPROBABLE else _WHY[observed.why])


def aside(tail: Comparison, speech: Speech) -> str:
    """What is to be said behind a rounding tail, in brackets; "" for a plain one."""
    if tail.why is Why.ROUNDED and standing(tail) is not Standing.IMPROBABLE:
        return ""
    return speech(f"（{excuse(tail, speech)}）", f" ({excuse(tail, speech)})")


def _in_one_sentence(title: str, relation: str, laid: Sum, note: str, speech: Speech) -> str:
    if relation == "≤":
        case = speech(
            f"列示 {laid.stated}，应不超过 {laid.expected}，超出 {laid.difference}",
            f"states {laid.stated}, at most {laid.expected} is possible, {laid.difference} too much",
        )
    elif relation == "≥":
        case = speech(
            f"列示 {laid.stated}，应不少于 {laid.expected}，少 {laid.difference}",
            f"states {laid.stated}, at least {laid.expected} is needed, {laid.difference} too little",
        )
    else:
        case = speech(
            f"列示 {laid.stated}，核算 {laid.expected}，相差 {laid.difference}",
            f"states {laid.stated}, reckoned {laid.expected}, off by {laid.difference}",
        )
    return speech("：", ": ").join([title, case]) + (speech("；", "; ") + note if note else "") + speech("。", ".")


def based(card: Card, speech: Speech) -> str:
    """What a rule rests on, and how sure that is where it is not beyond doubt."""
    return card.basis + speech.of(CERTAINTIES[card.certainty])


def terms_elsewhere(finding: Finding) -> list[Place]:
    """The places to look up beside the finding's own: those not in the same row of the same form."""
    home = (finding.at.document, finding.at.form, finding.at.row)
    away = [place for place in finding.against if (place.document, place.form, place.row) != home]
    return list(dict.fromkeys(away))


def agreed_value(findings: list[Finding]) -> str:
    """The value that several findings about one figure agree it should have, as it would be printed; "" if none."""
    observed = [finding.observation for finding in findings]
    sums = [each for each in observed if isinstance(each, Comparison) and each.relation == "="]
    if len(sums) < max(2, len(findings)) or len({each.expected for each in sums}) > 1:
        return ""
    return lay_out(sums[0], Speech()).expected


def doubtful(finding: Finding, report: Report) -> bool:
    """Was anything on the lines this finding rests on read with doubt, or recognised on a scanned page?"""
    return bool(caution(finding, report, Speech()))


def caution(finding: Finding, report: Report, speech: Speech) -> str:
    """What to do before trusting a finding that rests on a doubtful reading; "" where it rests on none."""
    lines = {place.ink.line for place in (finding.at, *finding.against) if place.document == report.path}
    if any(doubt.place.ink.line in lines for doubt in report.doubts if doubt.place.ink.line):
        return speech("此处识读有疑，请先核对原件", "Read with doubt: check the original first")
    if any(report.spots[line - 1].sure for line in lines if line and line <= len(report.spots)):
        return speech("识读自扫描件，请先核对原件", "Read from a scan: check the original first")
    return ""


def by_rule(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Findings of each rule, the rules in order of first appearance."""
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.card.name, []).append(finding)
    return groups
