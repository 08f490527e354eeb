"""The measure of location: what it makes holds, and what it spoils is one printed number."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
NAMES = ("accounts with tabs", "accounts of six", "budget of nine")


@pytest.fixture(scope="module", autouse=True)
def _paths() -> Iterator[None]:
    before = list(sys.path)
    sys.path[:0] = [str(ROOT / "benchmarks"), str(ROOT / "samples")]
    yield
    sys.path[:] = before


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("size", ["small", "large"])
def test_a_document_as_made_holds_throughout(name: str, size: str) -> None:
    from printed_cases import grave, ruled
    from printed_documents import MAKES, SIZES
    from printed_subjects import printed

    for seed in (1, 2):
        found = ruled(printed(MAKES[name](seed, SIZES[size])))
        assert grave(found.findings) == []
        assert found.coverage.vouched > 0.9 * found.coverage.figures


@pytest.mark.parametrize("name", NAMES)
def test_rounding_tails_occur_in_what_is_made(name: str) -> None:
    from printed_cases import ruled
    from printed_documents import MAKES, SIZES
    from printed_subjects import printed

    found = ruled(printed(MAKES[name](3, SIZES["large"])))
    assert any(finding.tail for finding in found.findings)


@pytest.mark.parametrize(("name", "form"), [("accounts with tabs", "text"), ("accounts of six", "xlsx"), ("budget of nine", "docx")])
def test_an_error_changes_one_printed_figure_and_nothing_else(name: str, form: str) -> None:
    from printed_cases import drawn
    from printed_documents import MAKES, SIZES
    from printed_slips import SLIPS
    from printed_subjects import Printed, keyed

    subject = Printed(name, MAKES[name](4, SIZES["small"]), form)
    clean, kinds = keyed(subject.read({})), [kind for kind in SLIPS if kind != "sign"]  # no sign is read in sentences
    for number in range(4):
        ((place, (_, _, text)),) = drawn(random.Random(number), subject, 1, kinds).items()
        spoilt = keyed(subject.read({place: text}))
        assert spoilt.keys() == clean.keys()
        (changed,) = [key for key, figure in clean.items() if spoilt[key].text != figure.text]
        assert subject.numbers[place] in clean[changed].text
        assert text in spoilt[changed].text


def test_one_number_makes_one_document_and_one_error() -> None:
    from printed_cases import drawn
    from printed_documents import MAKES, SIZES
    from printed_subjects import Printed

    make, size = MAKES["budget of nine"], SIZES["small"]
    assert make(5, size) == make(5, size) != make(6, size)
    subject = Printed("budget", make(5, size))
    assert drawn(random.Random(1), subject, 3) == drawn(random.Random(1), subject, 3)


def test_a_slip_is_printed_as_the_number_was() -> None:
    from printed_slips import in_another_unit, like, omitted

    assert like("1,234.56", "123465") == "1,234.65"
    assert like("98.70", "987000") == "9,870.00"
    assert like("7,120,000", "712") == "712"
    assert omitted(random.Random(0), "-12.30") == "0.00"
    assert in_another_unit(random.Random(0), "3.05") == "30,500.00"


def test_a_table_grown_ten_thousand_times_is_the_same_in_yuan() -> None:
    from printed_documents import MAKES, SIZES

    plain, grown = (MAKES["accounts of six"](7, SIZES["small"], times) for times in (1, 10_000))
    for small, large in zip(plain.tables, grown.tables, strict=True):
        for one, other in zip(small.cells, large.cells, strict=True):
            if one.is_amount:
                wan, yuan = (float(cell.text.replace(",", "")) for cell in (one, other))
                assert abs(wan * 10_000 - yuan) <= 50.01
