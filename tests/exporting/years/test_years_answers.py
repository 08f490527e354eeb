"""The years as text and as JSON, and the amounts they rest on."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import jsonschema
import pytest

from gouji.exporting.json.years import years as as_json
from gouji.exporting.schema import schema
from gouji.exporting.speech import Speech
from gouji.exporting.text.lines import plain
from gouji.exporting.text.years import years_lines
from gouji.exporting.years.money import series, short_wan
from gouji.exporting.years.words import Body, sentences
from gouji.model.chain import Amount, BodyYear, Moment, Money, Record
from gouji.model.examination import Examination


@pytest.fixture
def told(shown: Body, examination: Examination, chinese: Speech) -> str:
    return plain(years_lines([shown], examination, chinese))


def rows(told: str) -> dict[str, list[str]]:
    return {line.split()[0]: line.split()[1:] for line in told.splitlines() if line.split()}


def test_years_are_columns(told: str) -> None:
    found = rows(told)
    assert found["2023"] == ["2024", "2025"]
    assert found["部门决算"] == ["1", "份", "缺", "1", "份"]
    assert found["决算（执行数）"] == ["100.00", "—", "150.00"]
    assert found["小修"] == ["—", "—", "1.00→0.90"]


def test_on_a_narrow_terminal_the_years_that_do_not_fit_follow_below(shown: Body, examination: Examination, chinese: Speech) -> None:
    told = plain(years_lines([shown], examination, chinese, 64))
    table = told[: told.index("1  警告")]
    assert [line.split() for line in table.splitlines() if line.strip().isdigit() or line.split()[:1] == ["2023"]] == [["2023", "2024"], ["2025"]]


def test_contradictions_are_listed_with_both_addresses(told: str) -> None:
    assert "1  警告  两份文件的支出不一致" in told
    assert "2025 决算.txt:3:1" in told
    assert "2025 预算.txt:3:1" in told


def test_the_json_follows_the_schema(shown: Body, examination: Examination, chinese: Speech) -> None:
    answer = as_json([shown], examination, chinese)
    jsonschema.Draft202012Validator(schema()).validate(answer)
    (one,) = answer["bodies"]
    assert [year["lacking"] for year in one["years"]] == [["budget"], ["self_evaluation"]]
    assert [each["rule"] for each in one["contradictions"]] == ["amount-differs-elsewhere", "target-was-late"]
    assert one["projects"][0]["indicators"][0]["years"][0]["met"] is False


def test_the_summary_tells_growth_and_execution(shown: Body, chinese: Speech) -> None:
    early = replace(shown.record.years[0], money=replace(shown.record.years[1].money))
    record = replace(shown.record, years=(early, shown.record.years[1]))
    told = " ".join(sentences(replace(shown, record=record, spent=series(record.years, "支出合计", shown.years)), chinese))
    assert "由 2023 年的 200.00 万元变为 2025 年的 200.00 万元" in told
    assert "2023 年 75.0%，2025 年 75.0%" in told


def test_years_are_compared_in_one_kind_of_money(record: Record) -> None:
    """All money is known of the plan only, grants of plan and spending: the grants are shown, never the two mixed."""
    grants = "一般公共预算财政拨款"
    planned, spent = record.years[1].money.amounts

    def of(amount: Amount, scope: str) -> Amount:
        return replace(amount, scope=scope)

    year = BodyYear(2025, {}, Money((planned, of(planned, grants), of(spent, grants))))
    shown = series([year], "支出合计", [2025])
    assert shown.scope == grants
    assert set(shown.years[0].figures) == {Moment.BUDGET, Moment.FINAL}


def test_a_report_that_leaves_its_money_unsaid_counts_the_money_whose_spending_it_tells(record: Record) -> None:
    """Its spending is that of grants in the accounts, not that of all money: so is its budget."""
    grants, unsaid = "一般公共预算财政拨款", "口径未注明"
    planned, spent = record.years[1].money.amounts
    of_all = replace(spent, figure=replace(spent.figure, value=spent.figure.value * 2))
    here = replace(spent.figure, place=planned.figure.place)
    report = (replace(planned, scope=unsaid), replace(spent, scope=unsaid, figure=here))
    year = BodyYear(2025, {}, Money((*report, of_all, replace(spent, scope=grants))))
    shown = series([year], "支出合计", [2025])
    assert shown.scope == grants
    assert set(shown.years[0].figures) == {Moment.BUDGET, Moment.FINAL}


def test_execution_is_told_of_the_adjusted_budget_only_where_every_year_has_one(record: Record) -> None:
    planned, spent = record.years[1].money.amounts
    adjusted = replace(planned, moment=Moment.ADJUSTED)
    full = BodyYear(2025, {}, Money((planned, adjusted, spent)))
    without = BodyYear(2024, {}, Money((planned, spent)))
    assert series([full], "支出合计", [2025]).basis is Moment.ADJUSTED
    assert series([without, full], "支出合计", [2024, 2025]).basis is Moment.BUDGET


@pytest.mark.parametrize(
    ("yuan", "label"), [("45938700", "4,594"), ("1500000", "150.0"), ("97400", "9.74"), ("12345678900", "123.46亿")]
)
def test_labels_over_bars_are_short(yuan: str, label: str) -> None:
    assert short_wan(Decimal(yuan)) == label
