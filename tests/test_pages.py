"""Every rule's page is a document that runs: what stands behind a ✗ is found, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from gouji.model.finding import Checked, Finding, Result
from gouji.repair.locate import locate
from gouji.rules.catalogue import all_rules, listed_rules, page
from gouji.rules.check import check
from gouji.rules.rule import Rule

MARK = "✗"
SECTIONS = ["查什么", "为什么", "例", "如何更正", "例外"]
EXAMPLE = re.compile(r"^```gouji\n(.*?)^```$", re.M | re.S)
DOCUMENTS = re.compile(r"^===.*\n", re.M)

Spot = tuple[str, int, int]


@dataclass(frozen=True)
class Example:
    """The documents of one example without their marks, and where the marks stood: (document, line, column)."""

    documents: tuple[tuple[str, str], ...]
    marks: tuple[Spot, ...]


def examples(rule: Rule) -> list[Example]:
    return [_example(match[1]) for match in EXAMPLE.finditer(page(rule))]


def _example(text: str) -> Example:
    named = [(f"例{number}.txt", part) for number, part in enumerate(DOCUMENTS.split(text), 1) if part.strip()]
    marks = tuple(spot for name, part in named for spot in _marks(name, part))
    return Example(tuple((name, part.replace(MARK, "")) for name, part in named), marks)


def _marks(name: str, text: str) -> Iterator[Spot]:
    for number, line in enumerate(text.split("\n"), 1):
        for order, match in enumerate(re.finditer(MARK, line)):
            yield name, number, match.start() - order * len(MARK) + 1


def _checked(rule: Rule, example: Example) -> tuple[Checked, ...]:
    """What the rule finds; of a card without a rule, what is made of the findings of all rules."""
    from gouji.reading.read import read_document

    reports = [read_document(name, text.encode()) for name, text in example.documents]
    if rule.observe or rule.observe_records:
        return check(reports, [rule])
    return tuple(map(locate, reports, check(reports, all_rules())))


def _covers(finding: Finding, mark: Spot) -> bool:
    ink = finding.at.ink
    if finding.at.document != mark[0] or None in (ink.line, ink.column, ink.end_line, ink.end_column):
        return False
    return (ink.line, ink.column) <= mark[1:] <= (ink.end_line, max(ink.column, ink.end_column - 1))


def _told(findings: list[Finding]) -> str:
    places = [finding.at for finding in findings]
    return "\n".join(f"  {at.document}:{at.ink.line}:{at.ink.column} “{at.text}” {at.label}" for at in places)


CASES = [
    pytest.param(rule, example, id=f"{rule.card.name}-{number}")
    for rule in listed_rules()
    for number, example in enumerate(examples(rule), 1)
]


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_an_example_finds_what_it_marks_and_nothing_else(rule: Rule, example: Example) -> None:
    checked = _checked(rule, example)
    broken = [outcome.reason for one in checked for outcome in one.outcomes if outcome.result is Result.BROKEN]
    assert not broken, broken
    found = [finding for one in checked for finding in one.findings if finding.card.name == rule.card.name]
    marks = list(example.marks)
    missed = [mark for mark in marks if not any(_covers(finding, mark) for finding in found)]
    astray = [finding for finding in found if not any(_covers(finding, mark) for mark in marks)]
    assert not missed, f"no finding covers the mark at {missed}; found:\n{_told(found)}"
    assert not astray, f"found where nothing is marked:\n{_told(astray)}"
    assert len(found) == len(marks), f"{len(marks)} marks, {len(found)} findings:\n{_told(found)}"


@pytest.mark.parametrize("rule", listed_rules(), ids=lambda rule: rule.card.name)
def test_a_page_has_its_sections_in_order(rule: Rule) -> None:
    assert page(rule), f"write {rule.module.rpartition('.')[0].replace('.', '/')}/pages/{rule.card.name}.md"
    assert re.findall(r"^## (.+)$", page(rule), re.M) == SECTIONS


@pytest.mark.parametrize("rule", listed_rules(), ids=lambda rule: rule.card.name)
def test_a_page_shows_a_fault_and_a_clean_document(rule: Rule) -> None:
    assert any(example.marks for example in examples(rule)), "no example with a ✗"
    assert any(not example.marks for example in examples(rule)), "no clean example"


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.card.name)
def test_a_clean_example_gives_the_rule_something_to_look_at(rule: Rule) -> None:
    clean = [example for example in examples(rule) if not example.marks]
    outcomes = [outcome for example in clean for one in _checked(rule, example) for outcome in one.outcomes]
    assert any(outcome.result is not Result.NOT_APPLICABLE for outcome in outcomes), "it applies to no clean example"
