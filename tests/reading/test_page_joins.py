"""Tables that pages cut are one again, and different tables with the same columns stay apart."""

from __future__ import annotations

from collections.abc import Sequence

from gouji.model.inked import Inked
from gouji.reading.blocks import blocks_of
from gouji.reading.grid import Grid, covered, covers
from gouji.reading.run import Piece, Run

EDGES = (50.0, 100.0, 250.0, 350.0)
HEADER = "科目编码|科目名称|本年支出"
_numbers = iter(range(1, 10_000))


def line(text: str) -> Inked:
    return Inked.at(text, next(_numbers))


def run(
    page: int, *rows: str, edges: Sequence[float] = EDGES, hanging: Sequence[int] = (), open_below: bool = False
) -> Run:
    cells = [[line(text) for text in row.split("|")] for row in rows]
    return Run(cells, edges=tuple(edges), page=page, hanging=frozenset(hanging), open_below=open_below)


def grids(*pieces: Piece | str) -> list[Grid]:
    made = [line(piece) if isinstance(piece, str) else piece for piece in pieces]
    return [block for block in blocks_of(made) if isinstance(block, Grid)]


def texts(grid: Grid) -> list[str]:
    return ["|".join(cell.text for cell in row) for row in grid.rows]


FIRST = ("201|一般公共服务支出|80.00", "20101|人大事务|80.00", "2010101|行政运行|80.00")
REST = ("204|公共安全支出|20.00", "20406|司法|20.00")


def test_rows_overleaf_without_a_header_belong_to_the_table() -> None:
    (found,) = grids("支出决算表", run(1, HEADER, *FIRST), run(2, *REST))
    assert texts(found) == [HEADER, *FIRST, *REST]


def test_a_header_printed_again_counts_once() -> None:
    (found,) = grids("支出决算表", run(1, HEADER, *FIRST), run(2, HEADER, *REST))
    assert texts(found) == [HEADER, *FIRST, *REST]


def test_a_title_printed_again_as_continued_is_the_same_table() -> None:
    (found,) = grids("支出决算表", run(1, HEADER, *FIRST), "支出决算表（续）", run(2, HEADER, *REST))
    assert texts(found) == [HEADER, *FIRST, *REST]


def test_a_table_may_lie_a_little_aside_on_the_next_page() -> None:
    aside = [edge + 11.5 for edge in EDGES]
    (found,) = grids("支出决算表", run(1, HEADER, *FIRST), run(2, *REST, edges=aside))
    assert len(found.rows) == 6


def test_a_table_of_other_columns_is_another_one() -> None:
    other = run(2, "青川市水务局|2|3.00", edges=(50.0, 170.0, 260.0, 350.0))
    assert len(grids("支出决算表", run(1, HEADER, *FIRST), other)) == 2


def test_a_page_that_holds_only_the_merged_total_row_is_seated_by_its_edges() -> None:
    total = run(2, "合计|100.00", edges=(50.0, 250.0, 350.0))
    (found,) = grids("支出决算表", run(1, HEADER, *FIRST, *REST), total)
    assert texts(found)[-1] == "合计||100.00"
    assert covers(found.rows[-1][0], found.rows[-1][1])


def test_what_follows_the_total_at_the_bottom_is_another_table() -> None:
    done = run(1, HEADER, *FIRST, "合计||80.00")
    assert len(grids("支出决算表", done, run(2, *REST))) == 2


def test_a_total_at_the_top_ends_nothing() -> None:
    (found,) = grids("支出决算表", run(1, HEADER, "合计||100.00"), run(2, HEADER, "合计||100.00", *FIRST, *REST))
    assert texts(found) == [HEADER, "合计||100.00", *FIRST, *REST]


def test_codes_that_start_over_open_another_table() -> None:
    assert len(grids("支出决算表", run(1, HEADER, *FIRST), run(2, HEADER, *FIRST))) == 2


def test_a_title_between_pages_parts_tables_of_the_same_columns() -> None:
    assert len(grids("支出决算表", run(1, HEADER, *FIRST), "政府性基金支出决算表", run(2, HEADER, *REST))) == 2


def test_a_unit_line_between_pages_parts_tables() -> None:
    assert len(grids("支出决算表", run(1, HEADER, *FIRST), "单位：万元", run(2, *REST))) == 2


def test_a_header_of_another_kind_opens_another_table() -> None:
    assert len(grids("支出决算表", run(1, HEADER, *FIRST), run(2, "编号|项目|金额", "甲|乙|3.00"))) == 2


def test_a_note_ends_the_table() -> None:
    assert len(grids("支出决算表", run(1, HEADER, *FIRST), "注：本表反映支出。", run(2, *REST))) == 2


def test_a_name_cut_by_the_page_break_is_whole_and_said() -> None:
    cut = run(1, HEADER, *FIRST, "20406|司法行政和基层公共|20.00", hanging=[1])
    (found,) = grids("支出决算表", cut, run(2, "|法律服务|", "20499|其他公共安全支出|3.00"))
    assert texts(found)[-2:] == ["20406|司法行政和基层公共法律服务|20.00", "20499|其他公共安全支出|3.00"]
    assert "分页" in found.doubts[0][1]


def test_a_number_cut_by_the_page_break_is_whole() -> None:
    cut = run(1, HEADER, *FIRST, "20406|司法行政|91,775.", hanging=[1, 2])
    (found,) = grids("支出决算表", cut, run(2, "|和基层法律服务|64"))
    assert texts(found)[-1] == "20406|司法行政和基层法律服务|91,775.64"


def test_a_number_that_lacks_decimals_of_its_column_goes_on_overleaf() -> None:
    cut = run(1, HEADER, *FIRST, "20406|司法行政|463.0", hanging=[1, 2])
    (found,) = grids("支出决算表", cut, run(2, "|和基层法律服务|2"))
    assert texts(found)[-1] == "20406|司法行政和基层法律服务|463.02"
    whole = run(1, HEADER, *FIRST, "20406|司法行政|463.00", hanging=[1, 2])
    (apart,) = grids("支出决算表", whole, run(2, "|和基层法律服务|2"))
    assert texts(apart)[-2] == "20406|司法行政|463.00"


def test_a_code_cut_by_the_page_break_is_whole() -> None:
    cut = run(1, HEADER, *FIRST, "229601|用于法律援助的|2.97", hanging=[0, 1])
    (found,) = grids("支出决算表", cut, run(2, "2|彩票公益金支出|"))
    assert texts(found)[-1] == "2296012|用于法律援助的彩票公益金支出|2.97"


def test_a_row_without_amounts_below_a_complete_one_stays_a_row() -> None:
    (found,) = grids("支出决算表", run(1, HEADER, *FIRST), run(2, "|其中：人员经费|", *REST))
    assert texts(found)[4] == "|其中：人员经费|"


def test_a_row_whose_frame_stayed_open_goes_on_overleaf() -> None:
    cut = run(1, HEADER, *FIRST, "20406|司法|20.00", open_below=True)
    (found,) = grids("支出决算表", cut, run(2, "|行政运行|", *REST))
    assert texts(found)[4] == "20406|司法行政运行|20.00"


def test_boxes_of_a_form_below_a_merged_label_go_on_overleaf_as_rows() -> None:
    top = run(1, "绩效指标|一级指标|指标值")
    label = line("")
    page = run(2, "|产出指标|≥12次", "|效益指标|效果明显")
    page.rows[0][0], page.rows[1][0] = label, covered(label)
    (found,) = grids("项目支出绩效目标表", top, page)
    assert texts(found) == ["绩效指标|一级指标|指标值", "|产出指标|≥12次", "|效益指标|效果明显"]


def test_doubts_of_every_page_are_kept() -> None:
    second = run(2, *REST)
    second.doubts.append((second.rows[0][0], "请核对"))
    (found,) = grids("支出决算表", run(1, HEADER, *FIRST), second)
    assert [message for _, message in found.doubts] == ["请核对"]


def test_a_header_that_a_recognition_read_nearly_alike_counts_once() -> None:
    header = "功能分类科目编码|科目名称|本年支出合计|基本支出"
    edges = (0, 50, 150, 200, 250)
    first = run(1, header, "栏次||1|2", "204|公共安全支出|20.00|20.00", edges=edges)
    page = run(2, header.replace("编码", "编玛"), "栏次|||2", "20406|司法|20.00|20.00", edges=edges)
    (found,) = grids("支出决算表", first, page)
    assert texts(found)[-1] == "20406|司法|20.00|20.00"
    assert len(found.rows) == 4
