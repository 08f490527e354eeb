"""Amounts of scanned tables: what may be changed, what is marked, what is left as printed."""

from __future__ import annotations

from gouji.model.inked import Inked
from gouji.model.medium import Spot
from gouji.reading.grid import ILLEGIBLE, Grid
from gouji.reading.scan.settle import settled

ROWS = (
    ("", "合计", "700.00", "430.00", "270.00"),
    ("201", "一般公共服务支出", "500.00", "300.00", "200.00"),
    ("20103", "政府办公厅及相关机构事务", "500.00", "300.00", "200.00"),
    ("2010301", "行政运行", "300.00", "250.00", "50.00"),
    ("2010302", "一般行政管理事务", "200.00", "50.00", "150.00"),
    ("208", "社会保障和就业支出", "200.00", "130.00", "70.00"),
    ("20805", "行政事业单位养老支出", "200.00", "130.00", "70.00"),
    ("2080505", "养老保险缴费支出", "120.00", "80.00", "40.00"),
    ("2080506", "职业年金缴费支出", "80.00", "50.00", "30.00"),
)
Unsure = dict[tuple[int, int], tuple[str, int, float]]


def read(
    unsure: Unsure,
    printed: tuple[tuple[str, ...], ...] = ROWS,
    others: dict[tuple[int, int], str] | None = None,
) -> Grid:
    """The table after settling; `unsure` tells for a cell what was recognised, which character is unsure and how sure.

    `others` says what else that character may be.
    """
    lines: list[Inked] = []
    spots: list[Spot] = []
    rows = []
    for i, row in enumerate(printed):
        cells = []
        for j, text in enumerate(row):
            text, at, sure = unsure.get((i, j), (text, 0, 0.99))
            lines.append(Inked.at(text, len(lines) + 1))
            other = (others or {}).get((i, j), "")
            beside = tuple(other if place == at else "" for place in range(len(text))) if other else ()
            spots.append(Spot(1, sure=tuple(sure if p == at else 0.99 for p in range(len(text))), others=beside))
            cells.append(lines[-1])
        rows.append(tuple(cells))
    (grid,) = settled((Grid(tuple(rows)),), spots)
    assert isinstance(grid, Grid)
    return grid


def test_the_only_slip_that_makes_all_sums_hold_is_mended_and_both_readings_are_said() -> None:
    grid = read({(3, 3): ("260.00", 1, 0.6)})
    assert grid.rows[3][3].text == "250.00"
    ((cell, message),) = grid.doubts
    assert cell.text == "250.00"
    assert "260.00" in message
    assert "250.00" in message
    assert "请核对原件" in message


def test_what_was_read_surely_is_left_though_the_sums_fail() -> None:
    printed = tuple(
        tuple("260.00" if (i, j) == (3, 3) else text for j, text in enumerate(row)) for i, row in enumerate(ROWS)
    )
    grid = read({}, printed)
    assert grid.rows[3][3].text == "260.00"
    assert not grid.doubts


def test_a_figure_that_no_slip_of_the_recognition_mends_is_marked() -> None:
    grid = read({(3, 3): ("260.00", 3, 0.6)})  # the unsure character is not the one that is wrong
    assert grid.rows[3][3].text == "260.00" + ILLEGIBLE


def test_a_doubtful_figure_that_the_sums_confirm_is_taken() -> None:
    grid = read({(3, 3): ("250.00", 1, 0.6)})
    assert grid.rows[3][3].text == "250.00"
    assert not grid.doubts


def test_two_cells_that_could_both_be_the_slip_are_both_marked() -> None:
    rows = (("项目", "合计", "甲", "乙"), *((f"第{n}项", f"{n + 2}.00", f"{n}.00", "2.00") for n in (1, 2, 4, 5)))
    printed = (*rows, ("末项", "58.00", "18.00", "30.00"))
    grid = read({(5, 2): ("18.00", 0, 0.6), (5, 3): ("30.00", 0, 0.6), (5, 1): ("58.00", 0, 0.6)}, printed)
    texts = [cell.text for cell in grid.rows[5]]
    assert "48.00" not in texts
    assert sum(text.endswith(ILLEGIBLE) for text in texts) >= 2


def test_a_doubtful_figure_without_any_sum_is_marked() -> None:
    printed = (("项目", "金额"), *((f"第{n}项", f"{n}{n}.50") for n in range(1, 6)))
    grid = read({(2, 1): ("22.50", 1, 0.5)}, printed)
    assert grid.rows[2][1].text == "22.50" + ILLEGIBLE


def test_a_point_lost_in_a_column_of_decimals_comes_back_where_the_sums_want_it() -> None:
    grid = read({(7, 4): ("4000", 0, 0.99)})
    assert grid.rows[7][4].text == "40.00"


def test_digital_documents_are_left_alone() -> None:
    cells = tuple(tuple(Inked.at(text, i + 1) for text in row) for i, row in enumerate(ROWS))
    grid = Grid(cells)
    assert settled((grid,), [Spot(1)] * len(ROWS)) == (grid,)


def test_a_point_among_whole_numbers_with_commas_is_a_comma() -> None:
    printed = (("项目", "金额"), *((f"第{n}项", f"{n},119,717") for n in range(1, 7)))
    grid = read({(3, 1): ("3,119.717", 5, 0.97)}, printed)
    assert grid.rows[3][1].text == "3,119,717"
    assert len(grid.doubts) == 1


def test_a_speck_read_as_a_third_decimal_goes_where_the_sums_want_it() -> None:
    assert read({(7, 4): ("40.001", 0, 0.99)}).rows[7][4].text == "40.00"


def test_the_row_that_numbers_the_columns_is_never_in_doubt() -> None:
    rows = (("栏次", "", "1", "2", "3"), *ROWS)
    grid = read({(0, 2): ("1", 0, 0.5), (4, 3): ("260.00", 1, 0.6)}, rows)
    assert [cell.text for cell in grid.rows[0]] == ["栏次", "", "1", "2", "3"]
    assert grid.rows[4][3].text == "250.00"


def test_a_comma_lost_among_whole_numbers_comes_back() -> None:
    printed = (("项目", "金额"), *((f"第{n}项", f"{n},119,717") for n in range(1, 7)))
    assert read({(3, 1): ("3,119717", 5, 0.97)}, printed).rows[3][1].text == "3,119,717"
    assert read({(3, 1): ("3119,717", 5, 0.97)}, printed).rows[3][1].text == "3,119,717"


def test_unsure_codes_stay_and_are_said() -> None:
    grid = read({(3, 0): ("2010301", 4, 0.5)})
    assert grid.rows[3][0].text == "2010301"
    ((cell, message),) = grid.doubts
    assert cell.text == "2010301"
    assert "编码" in message


def test_unsure_whole_numbers_are_marked_and_those_that_number_rows_are_not() -> None:
    printed = (("序号", "项目", "分值"), *((str(n), f"第{n}项", str(n * 7 % 30)) for n in range(1, 8)))
    grid = read({(2, 0): ("2", 0, 0.5), (3, 2): ("21", 1, 0.5)}, printed)
    assert grid.rows[2][0].text == "2"
    assert grid.rows[3][2].text == "21" + ILLEGIBLE


def test_a_gap_where_a_point_was_is_no_number_of_its_own() -> None:
    assert read({(7, 4): ("40 00", 2, 0.5)}).rows[7][4].text == "40.00"
    printed = (("项目", "金额"), *((f"第{n}项", f"{n}{n}.50") for n in range(1, 10)))
    assert read({(3, 1): ("33 50", 2, 0.5)}, printed).rows[3][1].text == "33 50" + ILLEGIBLE


ROUNDED = (
    ("", "合计", "700.01", "430.01", "270.00"),  # the parts below come to 0.01 less: each was rounded on its own
    *ROWS[1:],
)


def test_a_doubtful_figure_in_a_sum_with_a_rounding_tail_is_confirmed() -> None:
    grid = read({(1, 3): ("300.00", 0, 0.7)}, ROUNDED)
    assert grid.rows[1][3].text == "300.00"
    assert not grid.doubts


def test_among_readings_that_rounding_allows_none_is_taken() -> None:
    grid = read({(8, 3): ("50.01", 4, 0.6)}, (ROWS[0], ROUNDED[0], *ROWS[1:]))
    assert grid.rows[8][3].text != "50.00"


def test_what_the_sums_make_of_an_illegible_figure_is_said_and_not_reckoned_with() -> None:
    grid = read({(3, 3): ("20.00", 1, 0.6)})  # a digit is lost: no single slip of the recognition gives 250.00
    assert grid.rows[3][3].text == "20.00" + ILLEGIBLE
    ((_, message),) = grid.doubts
    assert "按本表合计推算应为 250.00" in message
    assert "未用于核算" in message


def test_a_digit_that_the_recognition_itself_nearly_took_for_another_is_no_plain_one() -> None:
    lines = {(3, 3): ("260.00", 1, 0.95)}
    assert read(lines).rows[3][3].text == "260.00"
    grid = read(lines, others={(3, 3): "5"})
    assert grid.rows[3][3].text == "260.00" + ILLEGIBLE
    assert "250.00" in grid.doubts[0][1]


def test_where_a_fifth_of_a_table_is_doubtful_the_rest_must_be_confirmed_by_sums() -> None:
    printed = (("项目", "金额"), *((f"第{n}项", f"{n}{n}.50") for n in range(1, 10)))
    some = {(n, 1): (f"{n}{n}.50", 1, 0.5) for n in (2, 4, 6)}
    assert read({(2, 1): some[2, 1]}, printed).rows[1][1].text == "11.50"
    assert read(some, printed).rows[1][1].text == "11.50" + ILLEGIBLE


def test_two_misread_figures_of_one_table_are_both_mended() -> None:
    grid = read({(3, 3): ("260.00", 1, 0.6), (7, 4): ("46.00", 1, 0.6)})
    assert (grid.rows[3][3].text, grid.rows[7][4].text) == ("250.00", "40.00")
