"""Formulas in the accountants' words: what they parse to, what blanks and unread boxes do, what they refuse."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from gouji.model.figure import Figure, Kind
from gouji.model.finding import Comparison, NotApplicable
from gouji.model.place import Place
from gouji.model.report import DocumentKind, Report
from gouji.model.rounding import Term, Verdict, judge_order, judge_sum
from gouji.model.table import Table
from gouji.rules.formula import identity, parse

COLUMNS = ("本年支出合计", "基本支出", "项目支出")
FORM = "一般公共预算财政拨款支出决算表"


def observed(table: Table, formula: str = "本年支出合计 = 基本支出 + 项目支出", **more: object) -> list[object]:
    rule = identity("a-test", form=FORM, each_row=formula, title="", title_en="", basis="", **more)  # type: ignore[arg-type]
    report = Report("表.txt", "", DocumentKind.FINAL_ACCOUNTS, tables=(table,))
    return list(rule.observe(report)) if rule.observe else []


def test_an_address_names_form_side_row_and_column() -> None:
    term = parse("《收入支出决算总表》收入：本年收入合计·决算数 = 《收入决算表》合计·本年收入合计?").left[0]
    assert (term.form, term.side, term.name, term.column) == ("收入支出决算总表", "收入", "本年收入合计", "决算数")


def test_a_question_mark_makes_a_term_optional() -> None:
    assert [term.optional for term in parse("甲 = 乙 + 丙?").right] == [False, True]


@pytest.mark.parametrize("text", ["甲 乙", "甲 = 乙 = 丙", "甲=乙"])
def test_a_formula_without_exactly_one_relation_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="exactly one"):
        parse(text)


def test_a_form_that_nobody_knows_is_refused_when_the_rule_is_made() -> None:
    with pytest.raises(ValueError, match="no form is called"):
        identity("a-test", form="没有这张表", each_row="甲 = 乙", title="", title_en="", basis="")


def test_a_column_that_nobody_knows_is_refused_when_the_rule_is_made() -> None:
    with pytest.raises(ValueError, match="no column"):
        identity("a-test", form=FORM, each_row="本年支出合计 = 没有这一栏", title="", title_en="", basis="")


def test_a_blank_cell_counts_as_nothing(table: Callable[..., Table]) -> None:
    (found,) = observed(table(FORM, COLUMNS, [("", "合计", "30.00", "30.00", "")]))
    assert isinstance(found, Comparison)
    assert found.verdict is Verdict.AGREE


def test_a_box_that_could_not_be_read_forbids_comparing(table: Callable[..., Table]) -> None:
    (found,) = observed(table(FORM, COLUMNS, [("", "合计", "31.00", "30.00", "1,2.00")]))
    assert isinstance(found, NotApplicable)


def test_a_dash_is_no_unread_number(table: Callable[..., Table]) -> None:
    (found,) = observed(table(FORM, COLUMNS, [("", "合计", "31.00", "30.00", "—")]))
    assert isinstance(found, Comparison)
    assert found.verdict is Verdict.DISAGREE


def test_a_row_without_the_stated_figure_is_not_applicable(table: Callable[..., Table]) -> None:
    (found,) = observed(table(FORM, COLUMNS, [("", "合计", "", "30.00", "1.00")]))
    assert isinstance(found, NotApplicable)


def test_a_column_the_layout_lacks_makes_it_not_applicable(table: Callable[..., Table]) -> None:
    (found,) = observed(table(FORM, COLUMNS[:2], [("", "合计", "31.00", "30.00")]))
    assert isinstance(found, NotApplicable)


def test_an_optional_column_may_be_lacking(table: Callable[..., Table]) -> None:
    formula = "本年支出合计 = 基本支出 + 项目支出?"
    (found,) = observed(table(FORM, COLUMNS[:2], [("", "合计", "30.00", "30.00")]), formula)
    assert isinstance(found, Comparison)
    assert found.verdict is Verdict.AGREE


def test_rounding_explains_the_last_digit_unless_exactness_is_asked(table: Callable[..., Table]) -> None:
    rows = [("", "合计", "30.01", "10.00", "20.00")]
    (loose,), (strict,) = observed(table(FORM, COLUMNS, rows)), observed(table(FORM, COLUMNS, rows), exact=True)
    assert isinstance(loose, Comparison)
    assert isinstance(strict, Comparison)
    assert (loose.verdict, strict.verdict) == (Verdict.WITHIN_ROUNDING, Verdict.DISAGREE)


def test_a_sum_printed_in_wan_yuan_agrees_with_its_parts_in_yuan_when_it_is_their_rounding() -> None:
    def figure(text: str, value: str, step: str) -> Figure:
        return Figure(text, Decimal(value), Decimal(step), Kind.MONEY, "元", Place())

    table = figure("156,211,123", "156211123", "1")
    assert judge_sum(figure("15,621.11", "156211100", "100"), [Term(table)])[0] is Verdict.AGREE
    assert judge_sum(table, [Term(figure("15,621.11", "156211100", "100"))])[0] is Verdict.AGREE
    assert judge_sum(figure("15,621.12", "156211200", "100"), [Term(table)])[0] is not Verdict.AGREE


def test_a_limit_is_kept_by_its_own_rounding_and_not_by_one_digit_more() -> None:
    def figure(text: str, value: str, step: str) -> Figure:
        return Figure(text, Decimal(value), Decimal(step), Kind.MONEY, "元", Place())

    limit = [Term(figure("2,132,777.54", "2132777.54", "0.01"))]
    assert judge_order([Term(figure("213.28", "2132800", "100"))], limit)[0] is Verdict.AGREE
    assert judge_order([Term(figure("213.29", "2132900", "100"))], limit)[0] is Verdict.DISAGREE
