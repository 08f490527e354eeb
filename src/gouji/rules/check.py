"""Run rules over reports and file what they observe: outcomes, findings, coverage."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from gouji.chain.records import records
from gouji.model.filing import filed, in_order
from gouji.model.finding import (
    Card,
    Certainty,
    Checked,
    Comparison,
    Coverage,
    Finding,
    Look,
    NotApplicable,
    Observation,
    Outcome,
    Remark,
    Result,
    Severity,
)
from gouji.model.identity import said
from gouji.model.law import standing
from gouji.model.place import Place
from gouji.model.report import Report
from gouji.model.rounding import Verdict
from gouji.model.standing import Standing
from gouji.rules.rule import INDICATORS, NARRATIVE, PROJECTS, SCORES, Rule
from gouji.rules.scales import slips_of, without_slips

ROUNDING_TAILS = Card(
    name="sums-differ-by-rounding",
    title="尾数差：各数分别四舍五入，合计与分项之和相差末位，属正常",
    title_en="rounding tails: parts and totals were rounded on their own and differ in the last digit",
    basis="部门决算公开表样注：金额单位转换可能存在尾数误差",
    certainty=Certainty.SEEN,
    severity=Severity.NOTE,
)

_RESULT = {
    Verdict.AGREE: Result.AGREE,
    Verdict.WITHIN_ROUNDING: Result.WITHIN_ROUNDING,
    Verdict.DISAGREE: Result.DISAGREE,
    Verdict.NOT_CHECKABLE: Result.NOT_APPLICABLE,
}
_REACHED = (Result.AGREE, Result.WITHIN_ROUNDING, Result.DISAGREE)


def check(reports: Sequence[Report], rules: Iterable[Rule]) -> tuple[Checked, ...]:
    """Run every rule over every report (rules across documents over all of them) and file the outcomes by document."""
    rules = tuple(rules)
    outcomes: dict[str, list[Outcome]] = {report.path: [] for report in reports}
    linked = records(reports) if any(rule.observe_records is not None for rule in rules) else ()
    for rule in rules:
        if rule.observe_records is not None:
            for outcome in _run(rule.card, partial(rule.observe_records, linked)):
                outcomes[_document(outcome, reports)].append(outcome)
            continue
        for report in reports:
            if reason := _why_not(rule.card, report):
                outcomes[report.path].append(Outcome(rule.card, Result.NOT_APPLICABLE, reason=reason))
            elif rule.observe is not None:
                outcomes[report.path].extend(_run(rule.card, partial(rule.observe, report)))
    settled = {report.path: without_slips(outcomes[report.path], slips_of(report)) for report in reports}
    looks = looks_at(outcome for each in settled.values() for outcome in each)
    return tuple(_checked(report, settled[report.path], looks) for report in reports)


def _run(card: Card, observe: Callable[[], Iterable[Observation]]) -> list[Outcome]:
    """One rule's outcomes. A rule that fails is broken and says so; it never stops the others."""
    found: list[Outcome] = []
    try:
        for observation in observe():
            found.append(_outcome(card, observation))
    except Exception as error:  # a fault of ours, not of the document
        found.append(Outcome(card, Result.BROKEN, reason=f"{type(error).__name__}: {error}"))
    return found or [Outcome(card, Result.AGREE)]


def _outcome(card: Card, observation: Observation) -> Outcome:
    match observation:
        case Comparison():
            return Outcome(card, _RESULT[observation.verdict], observation)
        case NotApplicable():
            return Outcome(card, Result.NOT_APPLICABLE, observation, observation.reason)
        case Remark():
            return Outcome(card, Result.DISAGREE, observation)


def _why_not(card: Card, report: Report) -> str:
    """Why a rule does not apply to a report; "" when it does."""
    first, last = card.years
    if report.year is not None and ((first and report.year < first) or (last and report.year > last)):
        return f"适用年度 {first or ''}—{last or ''}，本文件为 {report.year} 年度"
    if card.regions and report.region and report.region not in card.regions:
        return f"适用地区 {'、'.join(card.regions)}，本文件为 {report.region}"
    missing = [need for need in card.reads if not _has(report, need)]
    return f"文件中没有{'、'.join(missing)}" if missing else ""


def _has(report: Report, need: str) -> bool:
    if need == NARRATIVE:
        return bool(report.paragraphs)
    if need == INDICATORS:
        return any(True for _ in report.all_indicators())
    if need == PROJECTS:
        return bool(report.projects)
    if need == SCORES:
        return bool(report.scores)
    return report.table(need) is not None


def _document(outcome: Outcome, reports: Sequence[Report]) -> str:
    """The document an outcome across documents belongs to: the one its primary place stands in."""
    match outcome.observation:
        case Comparison(stated=stated):
            path = stated.place.document
        case Remark(at=at):
            path = at.document
        case _:
            path = ""
    return path if any(report.path == path for report in reports) else reports[0].path


def _checked(report: Report, outcomes: list[Outcome], looks: Mapping[Place, Look]) -> Checked:
    findings = [finding for outcome in outcomes if (finding := _finding(report, outcome))]
    findings.extend(_tails(report, outcomes))
    own = {figure.place: looks[figure.place] for figure in report.figures() if figure.place in looks}
    return Checked(report.path, tuple(outcomes), tuple(in_order(findings)), _coverage(report, own), own)


def _finding(report: Report, outcome: Outcome) -> Finding | None:
    if outcome.result is not Result.DISAGREE:
        return None
    match outcome.observation:
        case Comparison() as observed:
            severity = observed.severity or outcome.card.severity
            against = tuple(term.figure.place for term in observed.terms)
            return filed(report, outcome.card, severity, observed.stated.place, observed, against)
        case Remark() as observed:
            severity = observed.severity or outcome.card.severity
            return filed(report, outcome.card, severity, observed.at, observed, observed.against)
    return None


def _tails(report: Report, outcomes: list[Outcome]) -> Iterable[Finding]:
    """One note per form for all the sums in it that need rounding; those that rounding hardly ever explains first."""
    by_form: dict[str, list[Comparison]] = defaultdict(list)
    for outcome in outcomes:
        match outcome.observation:
            case Comparison(verdict=Verdict.WITHIN_ROUNDING) as observed:
                by_form[observed.stated.place.form].append(observed)
    for tail in by_form.values():
        tail.sort(key=lambda each: (standing(each) is not Standing.IMPROBABLE, each.stated.place.ink.order))
        against = tuple(term.figure.place for term in tail[0].terms)
        finding = filed(report, ROUNDING_TAILS, Severity.NOTE, tail[0].stated.place, tail[0], against)
        yield replace(finding, tail=tuple(tail))


def looks_at(outcomes: Iterable[Outcome]) -> dict[Place, Look]:
    """How many identities look at each figure. Two rules that say the same are one identity."""
    stating: dict[object, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        if isinstance(outcome.observation, Comparison) and outcome.result in _REACHED:
            stating[said(outcome.observation)].append(outcome)
    counts: dict[Place, list[int]] = defaultdict(lambda: [0, 0])
    for same in stating.values():
        holds = all(outcome.result is not Result.DISAGREE for outcome in same)
        for place in {f.place for each in same if isinstance(each.observation, Comparison) for f in each.observation.figures}:
            counts[place][0] += 1
            counts[place][1] += holds
    return {place: Look(*count) for place, count in counts.items()}


def _coverage(report: Report, looks: Mapping[Place, Look]) -> Coverage:
    """How many figures took part in a comparison that holds, and how many in a single one."""
    held = [looks[figure.place].hold if figure.place in looks else 0 for figure in report.figures()]
    vouched = sum(map(bool, held))
    unread = sum(doubt.unread for doubt in report.doubts)
    return Coverage(len(held), vouched, len(held) - vouched, unread, held.count(1))
