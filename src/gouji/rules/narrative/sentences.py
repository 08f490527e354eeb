"""What several rules ask of a claim: its subject in plain words, the year it speaks of, whether it is a budget."""

from __future__ import annotations

import re

from gouji.model.figure import Kind
from gouji.model.narrative import Claim
from gouji.model.report import Report
from gouji.vocabulary.claims import ADJUSTED, BUDGET, INITIAL, MEASURE_TAIL
from gouji.vocabulary.terms import plain

FARTHEST = 400  # words further away than this say nothing about a number
_YEAR = re.compile(r"((?:19|20)\d\d)年")
_ITEM_END = re.compile(r"[。；;！？]")
_EARLIER = re.compile(r"上年|去年|上一年度|以前年度|往年|同期|年底前|历年")
_REASON = re.compile(r"原因|由于|因为|系因|变动情况|增减情况")
_QUOTES = re.compile(r"[\"'“”《》]")


def subject(claim: Claim, report: Report | None = None) -> str:
    """What the claim is about, in plain form, without quotes, the name of its column and the body of the report."""
    text = bare(claim.about)
    body = plain(report.body) if report is not None else ""
    return text.removeprefix(body) or text


def bare(words: str) -> str:
    """A subject in plain form, without quotes and the name of its column."""
    text = _QUOTES.sub("", plain(words))
    return MEASURE_TAIL.sub("", text) or text


def before(claim: Claim) -> str:
    """The words of the claim's sentence item before its number, without spaces."""
    text = claim.paragraph.text[max(0, claim.span[0] - FARTHEST) : claim.span[0]]
    ends = [match.end() for match in _ITEM_END.finditer(text)]
    return re.sub(r"\s+", "", text[ends[-1] :] if ends else text)[-200:]


def of_this_year(report: Report, claim: Claim) -> bool:
    """Does the claim speak of the year of the report, as far as its own words say?"""
    words = before(claim)
    years = {int(year) for year in _YEAR.findall(words)}
    clause = re.split(r"[，,]", words)[-1]
    if _EARLIER.search(clause):
        return False
    return not years or report.year is None or report.year in years


def in_reason(claim: Claim) -> bool:
    """Does the claim stand in a sentence that gives reasons?"""
    return bool(_REASON.search(before(claim)))


def planned(claim: Claim) -> bool:
    """Is the amount a budget, not what was spent or received?"""
    return bool(BUDGET.search(claim.about)) or any(word in claim.about for word in (*INITIAL, *ADJUSTED))


def exact_money(claim: Claim) -> bool:
    """Has the claim an amount that the text does not call inexact?"""
    figure = claim.figure
    return figure is not None and figure.kind is Kind.MONEY and not figure.loose
