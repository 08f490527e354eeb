"""What may be said where no number was located, and who has a say: identities made by hand over a few figures."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from gouji.model.comparison import must_be_percent, must_be_quotient, must_equal, must_not_exceed, must_total
from gouji.model.figure import Figure, Kind
from gouji.model.finding import Card, Checked, Comparison, Finding, Severity
from gouji.model.place import Ink, Place
from gouji.model.report import DocumentKind, Report
from gouji.model.rounding import Term
from gouji.model.standing import Standing
from gouji.repair.locate import locate
from gouji.rules.check import check
from gouji.rules.rule import Rule

REPORT = Report("a.txt", "", DocumentKind.FINAL_ACCOUNTS)


def figure(name: str, text: str, line: int) -> Figure:
    place = Place("a.txt", "", "文字说明", name, text, Ink(line=line, column=1, end_line=line, end_column=9))
    return Figure(text, Decimal(text) * 10_000, Decimal(100), Kind.MONEY, "万元", place)


def sum_of(stated: Figure, *parts: Figure) -> Comparison:
    return must_total(stated, [Term(part) for part in parts])


def rule(name: str, severity: Severity, compared: Iterable[Comparison]) -> Rule:
    found = tuple(compared)
    return Rule(Card(name, name, name, "", severity=severity), observe=lambda report: found)


def located(*rules: Rule) -> Checked:
    return locate(REPORT, check([REPORT], rules)[0])


def faults(errors: Iterable[Comparison], warnings: Iterable[Comparison] = ()) -> list[Finding]:
    after = located(rule("an-error", Severity.ERROR, errors), rule("a-warning", Severity.WARNING, warnings))
    assert not [outcome.reason for outcome in after.outcomes if outcome.result == "broken"]
    return [finding for finding in after.findings if not finding.tail]


def standing(finding: Finding) -> Standing | None:
    return finding.suspect.standing if finding.suspect else None


def test_one_of_several_numbers_that_explain_the_same_is_one_finding_that_names_them_all() -> None:
    one, other = figure("甲", "10.00", 1), figure("乙", "20.00", 2)
    totals = [figure("合计", "31.00", 3), figure("总计", "31.00", 4)]
    (finding,) = faults(sum_of(total, one, other) for total in totals)
    assert finding.suspect is not None
    assert finding.suspect.standing is Standing.ONE_OF
    named = [change.figure.text for way in (finding.suspect.changes, *finding.suspect.alternatives) for change in way]
    assert sorted(named) == ["10.00", "20.00"]
    assert len(finding.suspect.clears) == 2


def test_what_one_identity_alone_looks_at_stays_where_the_rule_points() -> None:
    total = figure("合计", "31.00", 3)
    (finding,) = faults([sum_of(total, figure("甲", "10.77", 1), figure("乙", "17.93", 2))])
    assert (finding.at, standing(finding)) == (total.place, Standing.COVERED_ONCE)
    assert finding.suspect is not None
    assert finding.suspect.changes == ()


def test_an_identity_that_two_rules_state_counts_once() -> None:
    parts, total = (figure("甲", "10.77", 1), figure("乙", "17.93", 2)), figure("合计", "31.00", 3)
    twice = faults([sum_of(total, *parts)], [sum_of(total, *reversed(parts))])
    assert [standing(finding) for finding in twice] == [Standing.COVERED_ONCE] * 2


def test_warnings_do_not_outvote_errors() -> None:
    """All together, two other numbers would explain more; of the errors alone one number explains both."""
    wrong, one, other = figure("甲", "19.37", 1), figure("乙", "20.55", 2), figure("丙", "5.21", 3)
    total, part = figure("合计", "30.89", 4), figure("小计", "15.55", 5)
    errors = [sum_of(total, wrong, one), sum_of(part, wrong, other)]
    said, told = figure("所述合计", "39.92", 6), figure("所述小计", "24.58", 7)
    found = faults(errors, [must_equal(said, total), must_equal(told, part)])
    located = [finding for finding in found if standing(finding) is Standing.LOCATED]
    assert [finding.at.text for finding in located] == ["19.37"]
    assert len(found) == 3


def test_a_warning_that_the_located_number_explains_too_is_gathered() -> None:
    wrong, one, other = figure("甲", "19.37", 1), figure("乙", "20.55", 2), figure("丙", "5.21", 3)
    errors = [
        sum_of(figure("合计", "30.89", 4), wrong, one),
        sum_of(figure("小计", "15.55", 5), wrong, other),
    ]
    (finding,) = faults(errors, [must_equal(figure("所述", "10.34", 6), wrong)])
    assert (finding.at.text, finding.severity) == ("19.37", Severity.ERROR)
    assert finding.suspect is not None
    assert len(finding.suspect.clears) == 3


def test_sentences_alone_do_not_locate_the_figure_they_were_reckoned_from() -> None:
    """The difference is off by one digit, and the rate was reckoned from it: both years may still be right."""
    this, last = figure("本年", "1180.00", 1), figure("上年", "1239.00", 2)
    less, rate = figure("减少", "58.00", 3), percentage("减少率", "4.68%", 4)
    apart = [Term(last), Term(this, Decimal(-1))]
    warnings = [must_equal(this, figure("又述本年", "1180.00", 5)), must_total(less, apart)]
    found = faults([], [*warnings, must_be_quotient(rate, apart, [Term(last)])])
    assert [finding.at.text for finding in found] == ["58.00", "1.00"]
    assert [standing(finding) for finding in found] == [Standing.NOT_LOCATED] * 2


def test_a_limit_that_the_located_number_keeps_is_gathered() -> None:
    wrong, one, other = figure("甲", "19.37", 1), figure("乙", "20.55", 2), figure("丙", "5.21", 3)
    errors = [
        sum_of(figure("合计", "30.89", 4), wrong, one),
        sum_of(figure("小计", "15.55", 5), wrong, other),
        must_not_exceed(wrong, [Term(figure("限额", "12.00", 6))]),
    ]
    assert len(faults(errors)) == 1


def test_figures_of_other_documents_are_never_suspected() -> None:
    here = figure("甲", "10.77", 1)
    there = Figure("10.11", Decimal(101_100), Decimal(100), Kind.MONEY, "万元", Place("b.txt", "表", "", "甲", "10.11"))
    (finding,) = faults([must_equal(here, there)])
    assert finding.at == here.place
    assert finding.suspect is not None
    assert not any(change.figure.place.document == "b.txt" for change in finding.suspect.changes)


def test_a_number_below_the_line_of_a_ratio_is_pointed_at_with_the_ratio_beside_it() -> None:
    part, whole = figure("甲", "10.34", 1), figure("总", "45.21", 2)
    rate, again = percentage("占比", "19.07%", 3), percentage("又述占比", "19.07%", 4)
    others = [sum_of(figure("合计", "30.89", 5), part, figure("乙", "20.55", 6)), must_equal(rate, again)]
    (finding,) = faults([must_be_percent(rate, part, whole), *others])
    assert (finding.at, standing(finding)) == (whole.place, Standing.LOCATED)
    assert rate.place in finding.against


def percentage(name: str, text: str, line: int) -> Figure:
    place = figure(name, "1.00", line).place
    return Figure(text, Decimal(text.rstrip("%")), Decimal("0.01"), Kind.PERCENT, "%", place)


def test_changes_that_only_take_a_ratio_its_base_are_no_explanation() -> None:
    total, part = figure("合计", "0.00", 1), figure("拨款", "89.97", 2)
    rate = percentage("执行率", "0.00%", 3)
    found = faults([must_equal(total, part), must_be_percent(rate, part, part)])
    assert not any(change.likely == 0 for each in found if each.suspect for change in each.suspect.changes)
