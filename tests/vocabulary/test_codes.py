"""Classification codes: names, renamings, budgets."""

from __future__ import annotations

import pytest

from gouji.vocabulary.codes import (
    class_of,
    code_named,
    economic_codes,
    former_name,
    function_codes,
    is_fund_code,
    same_name,
)


def test_a_code_seen_in_a_document_is_verified() -> None:
    code = code_named("2013701")
    assert code is not None
    assert (code.name, code.verified) == ("行政运行", True)


def test_an_unknown_code_is_none() -> None:
    assert code_named("2999999") is None


def test_every_code_has_its_parent() -> None:
    for codes in (function_codes(), economic_codes()):
        assert not [code for code in codes if len(code) > 3 and code[:-2] not in codes]


@pytest.mark.parametrize("name", ["资源勘探工业信息等支出", "十四、资源勘探工业信息 等支出", "资源勘探信息等支出"])
def test_a_class_is_known_by_its_present_and_former_names(name: str) -> None:
    assert class_of(name) == "215"


def test_a_former_name_tells_its_last_year() -> None:
    former = former_name("20805", "行政事业单位离退休")
    assert former is not None
    assert former.until == 2019


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("因公出国（境）费用", "因公出国(境)费"),
        ("公务用车运行维护费", "公务用车运行费"),
        ("公务用车购置", "公务用车购置费"),
    ],
)
def test_spellings_that_documents_vary_are_one_name(one: str, other: str) -> None:
    assert same_name(one, other)


def test_fund_codes_are_told_from_others() -> None:
    assert is_fund_code("2296003")
    assert not is_fund_code("2013701")
