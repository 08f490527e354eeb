"""What a rule is, and `@rule`, which makes one of a function."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from gouji.model.chain import Record
from gouji.model.finding import Card, Certainty, Observation, Severity
from gouji.model.report import Report

Observe = Callable[[Report], Iterable[Observation]]
ObserveRecords = Callable[[tuple[Record, ...]], Iterable[Observation]]

NARRATIVE = "文字说明"
INDICATORS = "绩效指标"
PROJECTS = "项目"
SCORES = "评分"


@dataclass(frozen=True, slots=True)
class Rule:
    """A card and what observes: `observe`, or `observe_records`, or neither where `check` itself does."""

    card: Card
    observe: Observe | None = None
    observe_records: ObserveRecords | None = None
    module: str = ""


def rule(
    *,
    title: str,
    title_en: str,
    basis: str,
    reads: tuple[str, ...] = (),
    certainty: str = "V",
    severity: str = "error",
    years: tuple[int | None, int | None] = (None, None),
    regions: tuple[str, ...] = (),
) -> Callable[[Observe], Rule]:
    """Make a rule of a function over one report; its name, with hyphens, is the rule's name."""

    def make(observe: Observe) -> Rule:
        card = Card(
            _rule_name(observe), title, title_en, basis, Certainty(certainty), Severity(severity), reads, years, regions
        )
        return Rule(card, observe=observe, module=observe.__module__)

    return make


def rule_across(
    *,
    title: str,
    title_en: str,
    basis: str,
    certainty: str = "V",
    severity: str = "error",
) -> Callable[[ObserveRecords], Rule]:
    """Make a rule of a function over documents given together, linked into a record for each body."""

    def make(observe: ObserveRecords) -> Rule:
        card = Card(
            _rule_name(observe), title, title_en, basis, Certainty(certainty), Severity(severity), across=True
        )
        return Rule(card, observe_records=observe, module=observe.__module__)

    return make


def _rule_name(function: Callable[..., object]) -> str:
    return function.__name__.replace("_", "-")


def calling_module() -> str:
    """The module whose top level calls the function that asks: where its rule lives and its page is looked for."""
    return str(sys._getframe(2).f_globals["__name__"])
