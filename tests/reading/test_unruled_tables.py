"""Tables without upright rules: columns and rows are told by where the words stand, and that is said."""

from __future__ import annotations

from collections.abc import Sequence

from gouji.reading.blocks import blocks_of
from gouji.reading.grid import Grid, covers
from gouji.reading.page.ink import Glyph, PageInk, Stroke
from gouji.reading.page.layout import lay_out
from gouji.reading.press import Press

SIZE = 10.0
Text = tuple[float, float, str]  # left edge, baseline, text


def glyphs(left: float, base: float, text: str) -> list[Glyph]:
    found = []
    for sign in text:
        width = SIZE if sign > "\u2e80" else SIZE / 2
        found.append(Glyph(sign, left, base - 8, left + width, base + 2, base))
        left += width
    return found


def width(text: str) -> float:
    return sum(SIZE if sign > "\u2e80" else SIZE / 2 for sign in text)


def right(edge: float, base: float, text: str) -> Text:
    return (edge - width(text), base, text)


def middle(left: float, edge: float, base: float, text: str) -> Text:
    return ((left + edge - width(text)) / 2, base, text)


def grids(texts: Sequence[Text], rules: Sequence[Stroke] = (), number: int = 1) -> list[Grid]:
    page = PageInk(number, 600, 800, [glyph for text in texts for glyph in glyphs(*text)], list(rules))
    return [block for block in blocks_of(lay_out(page, Press())) if isinstance(block, Grid)]


def texts(grid: Grid) -> list[str]:
    return ["|".join(cell.text for cell in row) for row in grid.rows]


# Columns: 50–110 code, 110–300 name, 300–400 and 400–500 amounts.
CAPTION: list[Text] = [(200, 80, "支出决算表"), (440, 96, "单位：万元")]
HEADER: list[Text] = [
    middle(50, 300, 120, "项目"), middle(300, 500, 120, "本年支出"),
    middle(50, 110, 136, "编码"), middle(110, 300, 136, "科目名称"), middle(300, 400, 136, "小计"), middle(400, 500, 136, "项目支出"),
]  # fmt: skip


def row(base: float, code: str, name: str, *amounts: str) -> list[Text]:
    ends = (398, 498)
    return [
        (52, base, code),
        (112, base, name),
        *(right(end, base, text) for end, text in zip(ends, amounts, strict=True) if text),
    ]


ROWS = [
    *row(152, "201", "一般公共服务支出", "1,280.00", "80.00"),
    *row(168, "20101", "人大事务", "80.00", ""),
    *row(184, "204", "公共安全支出", "20.00", "3.50"),
]


def test_columns_are_told_by_the_alignment_of_names_and_amounts() -> None:
    (found,) = grids([*CAPTION, *HEADER, *ROWS])
    assert texts(found)[2:] == [
        "201|一般公共服务支出|1,280.00|80.00",
        "20101|人大事务|80.00|",
        "204|公共安全支出|20.00|3.50",
    ]


def test_header_cells_span_the_columns_they_stand_over() -> None:
    (found,) = grids([*CAPTION, *HEADER, *ROWS])
    top = found.rows[0]
    assert [cell.text for cell in top] == ["项目", "", "本年支出", ""]
    assert covers(top[0], top[1])
    assert covers(top[2], top[3])


def test_the_guess_is_said() -> None:
    (found,) = grids([*CAPTION, *HEADER, *ROWS])
    assert [message for _, message in found.doubts] == ["此表没有框线，列由文字位置推定，请核对原件。"]


def test_title_and_unit_are_captions() -> None:
    (found,) = grids([*CAPTION, *HEADER, *ROWS])
    assert [caption.text for caption in found.captions] == ["支出决算表", "单位：万元"]


def test_a_name_on_two_lines_around_its_amounts_is_one_row() -> None:
    wrapped = [
        (52.0, 206.0, "20499"),
        (112.0, 200.0, "其他公共安全支出和历年遗留事项专"),
        (112.0, 212.0, "项资金"),
        right(398, 206, "7.00"),
    ]
    (found,) = grids([*CAPTION, *HEADER, *ROWS, *wrapped])
    assert texts(found)[-1] == "20499|其他公共安全支出和历年遗留事项专项资金|7.00|"


def test_a_column_that_stays_blank_is_told_by_its_number() -> None:
    numbers = [
        middle(50, 300, 152, "栏次"),
        *(middle(left, left + 66, 152, str(n)) for n, left in enumerate((300, 366, 432), 1)),
    ]
    printed = [(168, "201", "一般公共服务支出", "80.00", "3.00"), (184, "204", "公共安全支出", "20.00", "1.00")]
    printed.append((200, "205", "教育支出", "5.00", "1.00"))
    body: list[Text] = []
    for base, code, name, first, last in printed:
        body += [(52, base, code), (112, base, name), right(364, base, first), right(496, base, last)]
    (found,) = grids([*CAPTION, *numbers, *body])
    assert texts(found)[1:] == [
        "201|一般公共服务支出|80.00||3.00",
        "204|公共安全支出|20.00||1.00",
        "205|教育支出|5.00||1.00",
    ]


def test_level_rules_alone_make_no_difference() -> None:
    rules = [Stroke(50, y, 500, y) for y in (108, 140, 156, 172, 190)]
    (found,) = grids([*CAPTION, *HEADER, *ROWS], rules)
    assert texts(found)[2] == "201|一般公共服务支出|1,280.00|80.00"


def test_a_total_stands_at_the_first_column() -> None:
    total = [middle(50, 300, 200, "合计"), right(398, 200, "1,300.00"), right(498, 200, "83.50")]
    (found,) = grids([*CAPTION, *HEADER, *ROWS, *total])
    assert texts(found)[-1] == "合计||1,300.00|83.50"


def test_paragraphs_with_amounts_are_no_table() -> None:
    prose = [(70.0, 100.0, "2023年本部门支出合计1,280.00万元，其中基本支出80.00万元，比上年增加20.00万元，"),
             (50.0, 118.0, "主要是人员增加。项目支出1,200.00万元，比上年减少3.50万元，主要是部分项目完工。"),
             (70.0, 136.0, "政府采购支出总额20.00万元，其中货物支出3.50万元、服务支出16.50万元。")]  # fmt: skip
    assert grids(prose) == []


def test_numbers_set_apart_in_sentences_are_no_table() -> None:
    spaced = [(80.0, 100.0, "市档案馆"), (130.0, 100.0, "2018"), (160.0, 100.0, "年运行经费"), (215.0, 100.0, "1,115.85"),
              (262.0, 100.0, "万元，比上年减少"), (345.0, 100.0, "33.50"), (50.0, 118.0, "支出"), (215.0, 118.0, "1,281.76"),
              (262.0, 118.0, "万元，其中采购"), (345.0, 118.0, "55.67"), (380.0, 118.0, "万元。")]  # fmt: skip
    assert grids(spaced) == []


def test_a_list_of_contents_is_no_table() -> None:
    entries = [
        (50.0, 100.0 + 18 * n, name)
        for n, name in enumerate(("一、收入支出决算总表", "二、收入决算表", "三、支出决算表"))
    ]
    pages = [right(500, 100.0 + 18 * n, str(n + 3)) for n in range(3)]
    assert grids([(250.0, 70.0, "目录"), *entries, *pages]) == []


def test_signatures_side_by_side_are_no_table() -> None:
    assert (
        grids(
            [
                (50.0, 100.0, "单位负责人：张某"),
                (300.0, 100.0, "填表人：李某"),
                (50.0, 120.0, "联系电话：12345678"),
                (300.0, 120.0, "日期：2024.03"),
            ]
        )
        == []
    )
