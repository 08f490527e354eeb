"""A web page is read as a browser shows it: spans, frames of the layout, encodings; every line and box with its path."""

from __future__ import annotations

import contextlib

import pytest

from gouji.model.inked import Inked
from gouji.model.medium import Medium
from gouji.reading.grid import covers
from gouji.reading.html.source import source
from gouji.reading.press import Source
from gouji.reading.read import read_document
from gouji.reading.run import Run
from gouji.reading.unreadable import Unreadable


def read(body: str) -> Source:
    return source(f"<html><head><meta charset=utf-8></head><body>{body}</body></html>".encode(), "甲.html")


def texts(found: Source) -> list[str]:
    return [piece.text for piece in found.pieces if isinstance(piece, Inked)]


def tables(found: Source) -> list[list[list[str]]]:
    return [[[cell.text for cell in row] for row in piece.rows] for piece in found.pieces if isinstance(piece, Run)]


def path_of(found: Source, cell: Inked) -> str:
    line, _ = cell.spot(0)
    assert line is not None
    return found.spots[line - 1].cell


class TestTables:
    def test_merged_cells_cover_the_boxes_beside_and_below(self) -> None:
        found = read(
            "<table><tr><th rowspan=2>项目</th><th colspan='2'>金额</th></tr><tr><td>预算</td><td>决算</td></tr>"
            "<tr><td>甲</td><td>1.00</td><td>2.00</td></tr></table>"
        )
        assert tables(found) == [[["项目", "金额", ""], ["", "预算", "决算"], ["甲", "1.00", "2.00"]]]
        (run,) = (piece for piece in found.pieces if isinstance(piece, Run))
        assert covers(run.rows[0][0], run.rows[1][0])
        assert covers(run.rows[0][1], run.rows[0][2])

    def test_every_box_has_its_path_a_blank_one_too(self) -> None:
        found = read("<p>前言</p><table><tr><td>合计</td><td></td><td>3</td></tr><tr><td>甲</td><td>1</td><td>2</td></tr></table>")
        (run,) = (piece for piece in found.pieces if isinstance(piece, Run))
        assert [path_of(found, cell) for cell in run.rows[0]] == ["表1/行1/格1", "表1/行1/格2", "表1/行1/格3"]

    def test_cells_without_closing_tags_are_cells(self) -> None:
        assert tables(read("<table><tr><td>甲<td>1<tr><td>乙<td>2</table>")) == [[["甲", "1"], ["乙", "2"]]]

    def test_tags_and_breaks_of_the_source_do_not_cut_a_figure(self) -> None:
        found = read("<table>\n<tr>\n <td>教育\n支出</td>\n <td>1,2<b>3</b>4<span>.50</span>\n</td></tr><tr><td>甲</td><td>1</td></tr></table>")
        assert tables(found)[0][0] == ["教育支出", "1,234.50"]

    def test_breaks_make_words_whole_and_keep_figures_apart(self) -> None:
        found = read(
            "<table><tr><td>本年<br>收入</td><td><p>100.00</p><p>50.00</p></td></tr>"
            "<tr><td>绩<br>效</td><td>≥95%<br/>≥90%</td></tr></table>"
        )
        assert tables(found) == [[["本年收入", "100.00\n50.00"], ["绩效", "≥95%\n≥90%"]]]

    def test_a_data_table_within_tables_that_lay_out_the_page(self) -> None:
        data = "<table border=1><tr><td>甲</td><td>1.00</td></tr><tr><td>乙</td><td>2.00</td></tr></table>"
        found = read(
            "<table><tr><td>首页</td><td>公开</td></tr><tr><td colspan=2><table><tr><td>"
            f"<p>支出决算表</p>{data}<p>注：略</p></td></tr></table></td></tr></table>"
        )
        assert texts(found) == ["首页", "公开", "支出决算表", "注：略"]
        assert tables(found) == [[["甲", "1.00"], ["乙", "2.00"]]]
        (run,) = (piece for piece in found.pieces if isinstance(piece, Run))
        assert path_of(found, run.rows[1][1]) == "表1/行2/格2"  # frames are not counted

    def test_a_caption_is_the_title(self) -> None:
        found = read("<table><caption>支出决算表</caption><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table>")
        assert texts(found) == ["支出决算表"]

    def test_hidden_rows_and_cells_are_left_out(self) -> None:
        found = read(
            "<table><tr><td>甲</td><td style='DISPLAY: none'>9</td><td>1</td></tr>"
            "<tr style='display:none'><td>丙</td><td>3</td></tr><tr><td>乙</td><td>2</td></tr></table>"
        )
        assert tables(found) == [[["甲", "1"], ["乙", "2"]]]

    def test_a_cell_that_reaches_to_the_end_of_its_section(self) -> None:
        found = read(
            "<table><tbody><tr><td rowspan=0>甲</td><td>1</td></tr><tr><td>2</td></tr></tbody>"
            "<tbody><tr><td>乙</td><td>3</td></tr></tbody></table>"
        )
        assert tables(found) == [[["甲", "1"], ["", "2"], ["乙", "3"]]]


class TestText:
    def test_paragraphs_are_whole_and_have_their_path(self) -> None:
        page = "<p>本单位负责档案的接收、整理和保管，开展业务指导</p><div>机构设置，内设四个科室</div>"
        report = read_document("甲.html", f"<html><meta charset=utf-8><body>{page}".encode())
        assert report.medium is Medium.HTML
        assert [paragraph.text for paragraph in report.paragraphs] == [
            "本单位负责档案的接收、整理和保管，开展业务指导", "机构设置，内设四个科室",
        ]  # fmt: skip
        assert report.spotted(report.paragraphs[1].content.ink()).cell == "第2段"

    def test_scripts_styles_menus_and_hidden_text_are_not_read(self) -> None:
        found = read(
            "<script>var a = '9.99 万元';</script><style>td {}</style><nav><a>首页</a></nav><!-- 注释 -->"
            "<div style='visibility:hidden'>藏</div><p hidden>藏</p><p>正文<span style='mso-hide:all'>藏</span></p>"
        )
        assert texts(found) == ["正文"]

    def test_pages_that_word_exported(self) -> None:
        found = read(
            "<!--[if gte mso 9]><xml><o:p>9</o:p></xml><![endif]--><p class=MsoNormal style='mso-pagination:none'>"
            "<span lang=EN-US>2022</span><span style='font-family:宋体'>年度决算</span><span lang=EN-US><o:p></o:p></span></p>"
            "<p class=MsoNormal><![if !supportLists]><span>一、</span><![endif]>收入说明</p>"
        )
        assert texts(found) == ["2022年度决算", "一、收入说明"]

    def test_entities_and_wide_spaces(self) -> None:
        assert texts(read("<p>&nbsp;&emsp;甲&amp;乙&ensp;&#x4e19;　丁&lt;5</p>")) == ["甲&乙 丙 丁<5"]

    def test_ticked_boxes_are_read(self) -> None:
        assert texts(read("<p><input type=checkbox checked>是<input type=checkbox>否<input value=9></p>")) == ["☑是□否"]

    def test_lines_of_preformatted_text(self) -> None:
        assert texts(read("<pre>甲  1.00\n乙  2.00</pre>")) == ["甲 1.00", "乙 2.00"]

    def test_rows_of_preformatted_text_parted_by_tabs_are_a_table(self) -> None:
        rows = "项目\t预算\t决算\n甲\t1.00\t\n乙\t2.00\t3.00"
        assert tables(read(f"<pre>{rows}</pre>")) == [[["项目", "预算", "决算"], ["甲", "1.00", ""], ["乙", "2.00", "3.00"]]]

    def test_bare_text_around_tables_ends_its_paragraphs_with_blank_lines(self) -> None:
        table = "<table><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table>"
        found = source(f"{table}\n\n收入说明\n\n本年收入\n合计\n".encode(), "甲.html")
        assert texts(found) == ["收入说明", "本年收入合计"]

    def test_raised_marks_of_notes_do_not_grow_figures(self) -> None:
        found = read("<p>收入<sup>[1]</sup>与支出<sup>2</sup>各100<sup>3</sup>平方米，即100m<sup>2</sup></p>")
        assert texts(found) == ["收入与支出各100³平方米，即100m²"]

    @pytest.mark.parametrize(
        ("encoding", "declared"),
        [("utf-8", ""), ("gb18030", ""), ("gbk", "gb2312"), ("utf-8", "gb2312"), ("big5", "big5"), ("utf-16", ""), ("utf-8-sig", "")],
    )
    def test_encodings(self, encoding: str, declared: str) -> None:
        meta = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else ""
        page = f"<html><head>{meta}</head><body><p>收入合計</p></body></html>"
        assert texts(source(page.encode(encoding), "甲.html")) == ["收入合計"]

    def test_a_page_cut_short_is_read_as_far_as_it_goes(self) -> None:
        page = "<html><body><table><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr><tr><td>丙丁".encode()
        assert tables(source(page[:-1], "甲.html")) == [[["甲", "1"], ["乙", "2"], ["丙", ""]]]


class TestHostile:
    @pytest.mark.parametrize(
        "page",
        [
            "<div>" * 100_000 + "<p>里</p>",
            "<p>甲</p>" + "<font>乙" * 50_000,
            "<table><tr><td>甲</td><td>" * 20_000,
            "<table><tr><td rowspan=100000000 colspan=100000000>甲</td><td>乙</td></tr>" + "<tr><td>丙</td></tr>" * 20_000 + "</table>",
            "<table>" + "<tr><td rowspan=99999>甲</td></tr>" * 1_500 + "</table>",
            "<table><tr>" + "<td>1</td>" * 100_000 + "</tr></table>",
            "<p style='" + "display:" * 100_000 + "'>甲</p>",
            "<p>" + "&amp;" * 500_000 + "</p>",
            "<!--" * 100_000,
            "<p>" + " \n" * 1_000_000 + "甲</p>",
            "<p>甲" + "<sup>2</sup>" * 100_000 + "</p>",
        ],
        ids=["divs", "fonts", "tables", "spans", "reaches", "wide", "styles", "entities", "comments", "blanks", "raised"],
    )  # fmt: skip
    def test_pages_made_to_stall_end(self, page: str) -> None:
        with contextlib.suppress(Unreadable):
            read(page)

    def test_what_nests_too_deep_is_said(self) -> None:
        found = read("<p>甲</p>" + "<div>" * 100_000 + "<p>里</p>")
        assert texts(found) == ["甲"]
        assert [unread for _, _, unread in found.doubts] == [True]

    def test_a_page_without_text_is_refused(self) -> None:
        with pytest.raises(Unreadable, match="没有文字"):
            read("<div id=app></div><script>load()</script>")


@pytest.mark.parametrize(
    ("picture", "is_said"),
    [
        ('<img src="a.png" width="800" height="600">', True),
        ('<img src="a.png" style="width: 600pt; height:400.5pt">', True),
        ('<img src="a.png" width="120" height="60">', False),
        ('<img src="a.png" style="max-width:900px;max-height:900px">', False),
        ('<img src="a.png" width="100%" height="x">', False),
    ],
)
def test_pictures_as_large_as_a_table_are_said_to_be_unread(picture: str, is_said: bool) -> None:
    found = read(f"<p>正文</p>{picture}")
    assert [message[:9] for _, message, _ in found.doubts] == (["网页中有 1 幅较"] if is_said else [])


def test_a_web_archive_gives_its_page() -> None:
    page = "<html><body><p>收入决算表</p><table><tr><td>甲</td><td>1.00</td></tr><tr><td>乙</td><td>2.00</td></tr></table></body></html>"
    head = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="B"\r\n\r\n--B\r\n'
    part = 'Content-Type: text/html; charset="gb2312"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n'
    report = read_document("甲.mht", (head + part).encode() + page.encode("gb18030") + b"\r\n--B--\r\n")
    assert [figure.text for figure in report.figures()] == ["1.00", "2.00"]


def test_a_web_archive_of_endless_parts_is_refused() -> None:
    nested = "".join(f'--B{n}\r\nContent-Type: multipart/related; boundary="B{n + 1}"\r\n\r\n' for n in range(5_000))
    head = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="B0"\r\n\r\n'
    with pytest.raises(Unreadable):
        read_document("甲.mht", (head + nested).encode())
