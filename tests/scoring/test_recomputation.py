"""Forms whose scores follow a scheme: every one is recomputed to the printed digit, whatever the numbers are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from gouji.model.report import Report
from gouji.scoring.award import Standing
from gouji.scoring.register import all_schemes, scheme_named
from gouji.scoring.scheme import PROJECT, Scheme
from gouji.scoring.sheet import sheets
from gouji.scoring.span import decimal

Filled = Callable[..., Report]
SCHEMES = {scheme.name: scheme for scheme in all_schemes() if scheme.level == PROJECT and scheme.lines is None}
PASS_MARK = {"national-2021": Decimal("0.6")}
BANDS = {"hubei-2020": (("0.8", "1"), ("0.5", "0.8"), ("0", "0.5"))}
USUAL = (("0.8", "1"), ("0.6", "0.8"), ("0", "0.6"))
WORDS = ("达成预期指标", "部分达成预期指标", "未达成预期指标")


@dataclass(frozen=True)
class Made:
    """A form: rows as printed, the execution, the total, and the scheme its scores follow."""

    scheme: str
    rows: tuple[tuple[str, ...], ...]
    execution: tuple[str, ...]
    total: str


def printed(value: Decimal) -> str:
    return f"{value.quantize(Decimal('0.01'), ROUND_HALF_UP):f}"


def due(scheme: str, points: Decimal, above: int, below: int) -> Decimal:
    """Points for a share of above ÷ below, as the scheme has it, written down apart from the program."""
    if above >= below:
        return points
    mark = PASS_MARK.get(scheme)
    if mark is None:
        return points * above / below
    return max(Decimal(0), points * (Decimal(above) / below - mark) / (1 - mark))


@st.composite
def numbers(draw: st.DrawFn, scheme: str, name: str, points: Decimal) -> tuple[str, ...]:
    target, result = draw(st.integers(1, 400)), draw(st.integers(1, 400))
    sign = draw(st.sampled_from(("≥", "≤", "不少于", "不超过", "")))
    at_most = sign in ("≤", "不超过")
    score = due(scheme, points, target if at_most else result, result if at_most else target)
    return f"{name}数", f"{sign}{target}个", f"{result}个", f"{points:f}", printed(score)


@st.composite
def zeros(draw: st.DrawFn, name: str, points: Decimal) -> tuple[str, ...]:
    result = draw(st.integers(0, 3))
    return f"{name}事故", "0次", f"{result}次", f"{points:f}", printed(Decimal(0) if result else points)


@st.composite
def words(draw: st.DrawFn, scheme: str, name: str, points: Decimal) -> tuple[str, ...]:
    grade = draw(st.integers(0, 2))
    low, high = (Decimal(end) for end in BANDS.get(scheme, USUAL)[grade])
    share = low + (high - low) * draw(st.integers(0, 10)) / 10
    return f"{name}影响", "明显提高", WORDS[grade], f"{points:f}", printed(points * share)


@st.composite
def forms(draw: st.DrawFn) -> Made:
    scheme = draw(st.sampled_from(sorted(SCHEMES)))
    execution = SCHEMES[scheme].execution
    whole = Decimal(int(execution.points)) if execution is not None else Decimal(0)
    shares = draw(st.lists(st.integers(1, 9), min_size=2, max_size=6))
    left = 100 - whole
    points = [(left * share / sum(shares)).quantize(Decimal("0.5")) for share in shares]
    points[-1] += left - sum(points)
    kinds = [draw(st.sampled_from(("number", "number", "zero", "words"))) for _ in points]
    names = ("甲", "乙", "丙", "丁", "戊", "己")
    rows = tuple(
        draw(
            numbers(scheme, name, each)
            if kind == "number"
            else zeros(name, each)
            if kind == "zero"
            else words(scheme, name, each)
        )
        for name, each, kind in zip(names, points, kinds, strict=False)
    )
    budget, spent = sorted((draw(st.integers(10_000, 9_000_000)), draw(st.integers(0, 9_000_000))), reverse=True)
    rate = (Decimal(spent) * 100 / budget).quantize(Decimal("0.01"), ROUND_HALF_UP)
    score = printed(whole * rate / 100 if draw(st.booleans()) else whole * spent / budget)
    total = sum((Decimal(row[-1]) for row in rows), Decimal(score))
    amounts = (f"{Decimal(budget) / 100:.2f}", f"{Decimal(spent) / 100:.2f}")
    return Made(scheme, rows, (*amounts, f"{whole:f}", f"{rate:f}%", score), f"{total:f}")


@settings(max_examples=300, deadline=None)
@given(forms())
def test_every_score_of_a_consistent_form_is_recomputed_to_the_printed_digit(filled: Filled, made: Made) -> None:
    scheme = scheme_named(made.scheme)
    (sheet,) = sheets(filled(made.rows, made.execution, made.total), scheme)
    assert not sheet.disagrees
    assert sheet.total.standing is Standing.AGREES
    for line in sheet.lines:
        assert line.award.known
        assert line.award.standing is Standing.AGREES, (line.name, line.target, line.actual, line.award.why)
        if line.award.plain is not None and line.score is not None and line.printed is not None:
            assert decimal(line.award.plain) == line.printed.value


@settings(max_examples=150, deadline=None)
@given(forms())
def test_a_form_of_the_national_schemes_is_not_accused_when_no_scheme_is_named(filled: Filled, made: Made) -> None:
    if "national" not in made.scheme:
        return
    (sheet,) = sheets(filled(made.rows, made.execution, made.total))
    followed: Scheme | None = sheet.chosen.scheme if sheet.chosen is not None else None
    assert followed is not None
    assert not sheet.disagrees, (followed.name, made.scheme)


@settings(max_examples=150, deadline=None)
@given(forms(), st.data())
def test_a_number_scored_two_points_off_is_found(filled: Filled, made: Made, data: st.DataObject) -> None:
    counted = [at for at, row in enumerate(made.rows) if row[1] not in ("明显提高",)]
    if not counted:
        return
    at = data.draw(st.sampled_from(counted))
    row = made.rows[at]
    points, right = Decimal(row[3]), Decimal(row[4])
    wrong = right - 2 if right >= 2 else right + 2
    if not 0 <= wrong <= points:
        return
    rows = (*made.rows[:at], (*row[:4], f"{wrong:f}"), *made.rows[at + 1 :])
    (sheet,) = sheets(filled(rows, made.execution, made.total), scheme_named(made.scheme))
    award = sheet.lines[at + 1].award
    assert award.standing is Standing.DISAGREES or (award.standing is Standing.ALLOWED and award.note[0])
