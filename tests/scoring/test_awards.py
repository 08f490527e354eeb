"""The points of single lines beside the printed score: which rule, how many, and whether they agree."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gouji.model.report import Report
from gouji.scoring.award import Award, Standing
from gouji.scoring.points import RuleType
from gouji.scoring.register import scheme_named
from gouji.scoring.sheet import sheets

Filled = Callable[..., Report]


def earned(filled: Filled, scheme: str, *row: str) -> Award:
    """The award of a line (name, target, result, points, score) under a scheme."""
    (sheet,) = sheets(filled([row], total="20"), scheme_named(scheme))
    return sheet.lines[-1].award


@pytest.mark.parametrize(
    ("scheme", "row", "due", "standing"),
    [
        ("national-2020", ("整理数量", "≥10个", "8个", "10", "8"), "8", Standing.AGREES),
        ("national-2020", ("整理数量", "≥10个", "8个", "10", "9"), "8", Standing.DISAGREES),
        ("national-2020", ("整理数量", "≥3个", "2个", "10", "6.67"), "20/3", Standing.AGREES),
        ("national-2020", ("整理数量", "≥3个", "2个", "10", "6.7"), "20/3", Standing.AGREES),
        ("national-2020", ("整理数量", "≥3个", "2个", "10", "6.60"), "20/3", Standing.NEAR),
        ("national-2020", ("整理数量", "≥10个", "8个", "10", "10"), "8", Standing.DISAGREES),
        ("national-2020", ("整理数量", "≥10个", "12个", "10", "10"), "10", Standing.AGREES),
        ("national-2020", ("整理数量", "≥10个", "12个", "10", "9"), "10", Standing.DISAGREES),
        ("national-2020", ("单位成本", "≤100元", "125元", "10", "8"), "8", Standing.AGREES),
        ("national-2021", ("整理数量", "≥10个", "8个", "10", "5"), "5", Standing.AGREES),
        ("national-2021", ("整理数量", "≥10个", "5个", "10", "0"), "0", Standing.AGREES),
        ("national-2021", ("整理数量", "≥10个", "5个", "10", "5"), "0", Standing.DISAGREES),
        ("hubei-2020", ("单位成本", "≤100元", "125元", "10", "8"), "8", Standing.AGREES),
    ],
)
def test_numbers_earn_points_by_the_rule_of_the_scheme(
    filled: Filled, scheme: str, row: tuple[str, ...], due: str, standing: Standing
) -> None:
    award = earned(filled, scheme, *row)
    assert str(award.plain) == due
    assert award.standing is standing


def test_words_earn_what_their_grade_allows(filled: Filled) -> None:
    row = ("社会影响", "提高", "部分达成预期指标", "10")
    national = earned(filled, "national-2020", *row, "5.5")
    hubei = earned(filled, "hubei-2020", *row, "5.5")
    assert (national.span.low, national.span.high, national.standing) == (6, 8, Standing.DISAGREES)
    assert (hubei.span.low, hubei.span.high, hubei.standing) == (5, 8, Standing.AGREES)


def test_satisfaction_may_be_scored_in_bands(filled: Filled) -> None:
    award = earned(filled, "national-2021", "群众满意度", "≥90%", "85%", "10", "8")
    assert award.rule is RuleType.BANDS
    assert award.standing is Standing.AGREES


def test_a_zero_target_is_never_divided(filled: Filled) -> None:
    award = earned(filled, "national-2020", "安全事故", "0次", "1次", "10", "10")
    assert award.rule is RuleType.ZERO
    assert award.standing is Standing.DISAGREES
    assert award.span.high == 0


def test_far_above_the_target_points_stay_and_may_be_cut(filled: Filled) -> None:
    full = earned(filled, "national-2020", "整理数量", "≥10个", "15个", "10", "10")
    cut = earned(filled, "national-2020", "整理数量", "≥10个", "15个", "10", "6")
    assert full.standing is Standing.AGREES
    assert "说明原因" in full.note[0]
    assert cut.standing is Standing.ALLOWED


def test_what_was_not_filled_in_is_not_reckoned(filled: Filled) -> None:
    award = earned(filled, "national-2020", "整理数量", "≥10个", "", "10", "10")
    assert not award.known
    assert award.standing is Standing.OPEN
    assert (award.span.low, award.span.high) == (0, 10)


def test_a_score_above_its_points_is_wrong_whatever_was_reached(filled: Filled) -> None:
    award = earned(filled, "national-2020", "社会影响", "提高", "群众反映较好，社会影响不断扩大", "10", "12")
    assert award.standing is Standing.DISAGREES
    assert "不在 0 与分值 10 之间" in award.why[0]


def test_a_rounded_percentage_gives_an_interval_that_the_score_may_lie_in(filled: Filled) -> None:
    assert earned(filled, "national-2020", "合格率", "≥90%", "83%", "10", "9.25").standing is Standing.AGREES
    assert earned(filled, "national-2020", "合格率", "≥90%", "83%", "10", "9.5").standing is Standing.DISAGREES
