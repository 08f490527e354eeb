"""Lines become paragraphs under their headings, and grids with captions and notes; pages are put together again."""

from __future__ import annotations

from gouji.model.inked import Inked
from gouji.model.narrative import Paragraph
from gouji.reading.blocks import blocks
from gouji.reading.grid import Grid


def read(*lines: str) -> list[Grid | Paragraph]:
    return list(blocks([Inked.at(line, number) for number, line in enumerate(lines, start=1)]))


def paragraphs(*lines: str) -> list[Paragraph]:
    return [block for block in read(*lines) if isinstance(block, Paragraph)]


def grids(*lines: str) -> list[Grid]:
    return [block for block in read(*lines) if isinstance(block, Grid)]


def texts(grid: Grid) -> list[list[str]]:
    return [[cell.text for cell in row] for row in grid.rows]


PAGE = ("支出决算表", "", "部门：青川市档案馆", "", "单位：万元", "")
HEADER = ("项 目\t\t合计\t基本支出", "编码\t名称\t\t", "栏次\t\t1\t2", "\t合计\t9.00\t5.00")


def test_a_sentence_cut_by_a_page_is_whole_again() -> None:
    first, second = paragraphs("其他收入 5.00 万元，比上年增加，主要是利息收", "", "入增加。", "其他情况。")
    assert first.text == "其他收入 5.00 万元，比上年增加，主要是利息收入增加。"
    assert second.text == "其他情况。"
    assert first.content.ink(len(first.text) - 2).line == 3


def test_a_numbered_sentence_is_not_joined_to_the_one_before() -> None:
    assert len(paragraphs("收入合计如下，单位为万元", "1. 事业收入 5.00 万元，与上年持平。")) == 2


def test_paragraphs_know_their_headings() -> None:
    found = paragraphs(
        "第三部分 情况说明", "一、收入情况", "（一）总体情况", "全年收入 5 万元。", "二、支出情况", "全年支出 4 万元。"
    )
    assert [paragraph.heading for paragraph in found] == [True, True, True, False, True, False]
    assert found[3].headings == ("第三部分 情况说明", "一、收入情况", "（一）总体情况")
    assert found[5].headings == ("第三部分 情况说明", "二、支出情况")


def test_a_numbered_statement_of_an_amount_is_no_heading() -> None:
    assert not paragraphs("1. 事业收入 31.43 万元，比上年决算增加 1.37 万元")[0].heading


def test_a_heading_that_opens_a_paragraph_is_in_force_below_it() -> None:
    found = paragraphs("①项目概况", "本项目分两期。", "②存在问题。经费不足，进度偏慢。", "另有部分合同延期。")
    assert [paragraph.headings for paragraph in found[2:]] == [("②存在问题",), ("②存在问题",)]


def test_the_contents_are_kept_apart_from_the_text() -> None:
    found = paragraphs("目 录", "第一部分 概况", "- 一、收入决算表", "第一部分 概况", "本馆负责档案工作。")
    assert [paragraph.headings for paragraph in found[:3]] == [("目录",)] * 3
    assert found[4].headings == ("第一部分 概况",)


def test_title_body_and_unit_stand_in_the_captions() -> None:
    (grid,) = grids(
        "表 1", "支出决算表", "部门：青川市档案馆", "单位：万元", "项目\t合计", "甲\t1.00", "注：本表反映支出。"
    )
    assert [caption.text for caption in grid.captions] == ["表 1", "支出决算表", "部门：青川市档案馆", "单位：万元"]
    assert [note.text for note in grid.notes] == ["注：本表反映支出。"]


def test_captions_printed_as_rows_are_captions() -> None:
    (grid,) = grids(
        "\t支出决算表\t\t公开03表",
        "部门：青川市档案馆\t\t\t单位：万元",
        "项目\t合计\t基本\t项目",
        "甲\t1.00\t1.00\t0.00",
    )
    assert grid.captions[0].text == "支出决算表"
    assert len(grid.rows) == 2


def test_copies_of_a_table_on_two_pages_are_one_table() -> None:
    (grid,) = grids(*PAGE, *HEADER, "201\t甲\t4.00\t5.00", "", *PAGE, *HEADER, "202\t乙\t5.00\t0.00", "", "注：完。")
    assert [row[1].text for row in grid.rows[3:]] == ["合计", "甲", "乙"]
    assert not grid.doubts


def test_a_total_that_differs_on_the_next_page_is_kept_and_said() -> None:
    other = (*HEADER[:3], "\t合计\t9.10\t5.00")
    (grid,) = grids(*PAGE, *HEADER, "201\t甲\t4.00\t5.00", "", *PAGE, *other, "202\t乙\t5.00\t0.00")
    assert [row[2].text for row in grid.rows if row[1].text == "合计"] == ["9.00", "9.10"]
    assert len(grid.doubts) == 1


def test_tables_of_two_bodies_stay_two() -> None:
    other = (PAGE[0], "部门：青川市图书馆", PAGE[4])
    assert len(grids(*PAGE, *HEADER, "201\t甲\t4.00\t5.00", *other, *HEADER, "202\t乙\t5.00\t0.00")) == 2


def test_forms_of_two_projects_stay_two() -> None:
    form = ("项目支出绩效自评表", "主管部门\t青川市水务局", "项目名称\t{}", "分值\t10")
    lines = [line.format(name) for name in ("河道清淤", "管网改造") for line in form]
    assert len(grids(*lines)) == 2


def test_a_row_cut_by_a_page_is_whole_again() -> None:
    (grid,) = grids(
        "完成情况表", "指标\t目标\t情况", "清淤\t3公里\t完成清淤三公里并", "", "\t\t通过验收。", "栽树\t5棵\t完成。"
    )
    assert texts(grid)[1] == ["清淤", "3公里", "完成清淤三公里并通过验收。"]
    assert len(grid.rows) == 3


def test_bars_at_both_ends_are_a_frame_only_in_markdown() -> None:
    (plain,) = grids("收入|金额|支出|金额", "一、拨款|5.00|一、公共安全支出|3.00", "||二、教育支出|2.00")
    assert texts(plain)[2] == ["", "", "二、教育支出", "2.00"]
    (framed,) = grids("| 项目 | 金额 |", "|---|---|", "| 甲 | 1.00 |")
    assert texts(framed) == [["项目", "金额"], ["甲", "1.00"]]


def test_boxes_printed_as_lines_join_the_parts_of_a_form() -> None:
    (grid,) = grids(
        "项目支出绩效自评表",
        "项目名称|清淤|",
        "分值|10|",
        "预期目标：清淤三公里。",
        "实际完成：清淤三公里。",
        "数量指标|清淤里程|3",
    )
    assert texts(grid)[2] == ["预期目标", "清淤三公里。", ""]


def test_a_list_of_titles_with_page_numbers_is_not_a_table() -> None:
    assert not grids("一、收入决算表\t3", "二、支出决算表\t4", "三、其他说明\t12")


def test_a_line_wider_than_any_form_does_not_widen_the_others() -> None:
    (grid,) = grids("\t".join(["x"] * 50_000), "a\tb")
    assert grid.width <= 400


def test_a_blank_line_after_every_row_does_not_part_the_table() -> None:
    lines = ("支出决算表", "项目\t合计\t基本", "\t\t", "合计\t3.00\t2.00", "甲\t2.00\t1.00", "乙\t1.00\t1.00")
    (grid,) = grids(*(part for line in lines for part in (line, "")))
    assert len(grid.rows) == 4


def test_a_row_broken_inside_a_cell_is_whole_again() -> None:
    rows = ["201\t甲类支出\t2.00\t1.00"] * 5
    (grid,) = grids("编码\t名称\t合计\t基本", *rows, "202\t其他档案", "事务支出\t1.00\t1.00")
    assert texts(grid)[-1] == ["202", "其他档案事务支出", "1.00", "1.00"]
