"""Separators and letters in recognised amounts: restored only where an amount has no other form."""

from __future__ import annotations

import pytest

pytest.importorskip("cv2", reason="needs the extra: pip install 'gouji[scan]'")
pytest.importorskip("onnxruntime", reason="needs the extra: pip install 'gouji[scan]'")

import numpy as np

from gouji.reading.scan.amounts import both, full_width, is_figure, punctuated
from gouji.reading.scan.finding import Spot
from gouji.reading.scan.recognising import Line, Read, decoded


def line(text: str, sure: float = 0.8, height: float = 20.0) -> Line:
    """A line as recognised, every character equally sure."""
    count = len(text)
    reads = [Read(character, index / count, (index + 1) / count, sure) for index, character in enumerate(text)]
    return Line(Spot(0, 0, 10.0 * count, height), reads)


@pytest.mark.parametrize(
    ("recognised", "meant"),
    [
        ("4.201.30", "4,201.30"),
        ("4,201,30", "4,201.30"),
        ("4,20130", "4,201.30"),
        ("227,44", "227.44"),
        ("1,234，567.89", "1,234,567.89"),
        ("S9.14", "59.14"),
        ("1O.00", "10.00"),
        ("-3.2l", "-3.21"),
    ],
)
def test_the_only_form_an_amount_can_have_is_restored(recognised: str, meant: str) -> None:
    assert punctuated(line(recognised)).text == meant


@pytest.mark.parametrize("text", ["20130", "1,23.4", "12345.67", "2010301", "B5", "O2", "1.234", "2024", "1,234"])
def test_what_may_be_meant_as_it_stands_is_left(text: str) -> None:
    assert punctuated(line(text)).text == text


def test_separators_read_surely_in_large_print_are_the_documents_own() -> None:
    assert punctuated(line("4.201.30", sure=0.98, height=30)).text == "4.201.30"
    assert punctuated(line("4.201.30", sure=0.98, height=20)).text == "4,201.30"


def test_letters_taken_for_digits_stay_unsure() -> None:
    assert punctuated(line("S9.14", sure=0.95)).sure <= 0.6


def test_two_looks_that_differ_keep_both_readings() -> None:
    seen = both(line("38.00", 0.7).reads, line("36.00", 0.6).reads)
    assert "".join(read.text for read in seen) == "38.00"
    assert seen[1].others == "6"
    assert seen[1].sure <= 0.6


def test_words_are_no_figures() -> None:
    assert not is_figure("办公费")
    assert not is_figure("SOS")
    assert is_figure("1,234.56")


def test_a_box_without_any_character_is_read_as_nothing() -> None:
    nothing = np.zeros((40, 18710), np.float32)
    nothing[:, 0] = 1.0
    assert decoded(nothing, 40.0) == []


def test_brackets_and_colons_beside_chinese_characters_are_wide() -> None:
    assert full_width(line("单位:万元")).text == "单位：万元"
    assert full_width(line("合计(元)")).text == "合计（元）"
    assert full_width(line("12:30 (a)")).text == "12:30 (a)"


def test_separators_that_no_other_could_stand_for_are_no_cause_for_doubt() -> None:
    reads = line("4,201.30", sure=0.99).reads
    reads[1] = reads[1]._replace(sure=0.5, others=".")
    assert punctuated(Line(Spot(0, 0, 80, 20), reads)).sure >= 0.9
    reads[1] = reads[1]._replace(sure=0.5, others="7")
    assert punctuated(Line(Spot(0, 0, 80, 20), reads)).sure == 0.5
