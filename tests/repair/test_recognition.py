"""A figure that a scan shows unsurely is suspected before its equals; by itself that decides nothing."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from gouji.engine.diagnosis import CLEARLY_BETTER
from gouji.model.figure import Figure, Kind
from gouji.model.medium import Medium, Spot
from gouji.model.place import Ink, Place
from gouji.model.report import DocumentKind, Report
from gouji.repair.scans.recognition import MOST, least_sure, priors

SURE, UNSURE = (0.9999,) * 5, (0.9999, 0.6, 0.9999, 0.9999, 0.9999)
SCAN = Report(
    "scan.pdf", "", DocumentKind.FINAL_ACCOUNTS, medium=Medium.SCAN, spots=(Spot(sure=SURE), Spot(sure=UNSURE)),
    lines=("12.34", "56.78"),
)  # fmt: skip


def _figure(text: str, line: int, document: str = "scan.pdf") -> Figure:
    place = Place(document, "表", "", "", text, Ink(line=line, column=1, end_line=line, end_column=len(text) + 1))
    return Figure(text, Decimal(text) * 10_000, Decimal(100), Kind.MONEY, "万元", place)


def test_the_least_sure_character_of_a_figure_counts() -> None:
    assert least_sure(SCAN, _figure("56.78", 2)) == 0.6
    assert least_sure(SCAN, _figure("56.78", 2, "other.pdf")) == 1.0


def test_what_was_read_unsurely_is_likelier_to_be_wrong() -> None:
    found = priors(SCAN, [_figure("12.34", 1), _figure("56.78", 2)])
    assert found.get(0, 0.0) < found[1]


def test_no_doubt_of_the_recognition_decides_by_itself() -> None:
    nothing = replace(SCAN, spots=(Spot(sure=(0.0,) * 5),))
    assert priors(nothing, [_figure("12.34", 1)])[0] <= MOST < CLEARLY_BETTER


def test_printed_documents_have_no_priors() -> None:
    assert priors(replace(SCAN, spots=()), [_figure("12.34", 1)]) == {}
