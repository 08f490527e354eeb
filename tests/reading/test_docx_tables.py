"""Tables of Word files: merged cells, frames, forms within forms, every box with its path; and files made to do harm."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from word_markup import level, numbered, numbering, p, path_of, rows, run, tbl, tc, texts, tr, word

from gouji.reading.grid import covers
from gouji.reading.office.docx import source
from gouji.reading.read import read_document
from gouji.reading.run import Run
from gouji.reading.unreadable import Unreadable

SPAN = '<w:gridSpan w:val="{}"/>'


class TestTables:
    def test_merged_cells_leave_covered_boxes(self) -> None:
        table = tbl(
            tr(tc("项目", '<w:vMerge w:val="restart"/>'), tc("金额", '<w:gridSpan w:val="2"/>')),
            tr(tc("", "<w:vMerge/>"), "预算", "决算"), tr("甲", "1.00", "2.00"), widths=(2000, 1000, 1000),
        )  # fmt: skip
        read = source(word(table), "甲.docx")
        assert rows(read) == [["项目", "金额", ""], ["", "预算", "决算"], ["甲", "1.00", "2.00"]]
        (table_run,) = (piece for piece in read.pieces if isinstance(piece, Run))
        assert covers(table_run.rows[0][0], table_run.rows[1][0])
        assert covers(table_run.rows[0][1], table_run.rows[0][2])
        assert path_of(read, table_run.rows[2][2]) == "表1/行3/格3"

    def test_a_blank_box_has_its_own_place(self) -> None:
        read = source(word(tbl(tr("甲", "", "1"), tr("乙", "", "2"))), "甲.docx")
        (table_run,) = (piece for piece in read.pieces if isinstance(piece, Run))
        assert [path_of(read, row[1]) for row in table_run.rows] == ["表1/行1/格2", "表1/行2/格2"]
        assert not covers(table_run.rows[0][0], table_run.rows[0][1])

    def test_rows_and_cells_inside_content_controls(self) -> None:
        row = f"<w:sdt><w:sdtPr/><w:sdtContent>{tr('乙', '2')}</w:sdtContent></w:sdt>"
        cell = f"<w:tr><w:sdt><w:sdtPr/><w:sdtContent>{tc('丙')}</w:sdtContent></w:sdt>{tc('3')}</w:tr>"
        assert rows(source(word(tbl(tr("甲", "1"), row, cell)), "甲.docx")) == [["甲", "1"], ["乙", "2"], ["丙", "3"]]

    def test_cells_set_in_from_the_left_stand_in_their_columns(self) -> None:
        table = tbl(tr("甲", "乙", "丙"), tr("1", "2", properties='<w:gridBefore w:val="1"/>'))
        assert rows(source(word(table), "甲.docx")) == [["甲", "乙", "丙"], ["", "1", "2"]]

    def test_edges_a_hair_apart_are_one_column(self) -> None:
        wide = tc("1.00", '<w:gridSpan w:val="2"/>')
        table = tbl(
            tr("项目", tc("预算", '<w:gridSpan w:val="1"/>'), tc("决算", '<w:gridSpan w:val="2"/>')),
            tr("甲", wide, tc("2.00")), widths=(2000, 1000, 60, 1000),
        )  # fmt: skip
        assert rows(source(word(table), "甲.docx")) == [["项目", "预算", "决算"], ["甲", "1.00", "2.00"]]

    def test_deleted_rows_are_not_read(self) -> None:
        table = tbl(tr("甲", "1"), tr("乙", "2", properties='<w:del w:id="1"/>'), tr("丙", "3"))
        assert rows(source(word(table), "甲.docx")) == [["甲", "1"], ["丙", "3"]]

    @pytest.mark.parametrize(
        ("lines", "text"),
        [
            (["绩", "效", "指标"], "绩效指标"),
            (["本年", "收入"], "本年收入"),
            (["100.00", "50.00"], "100.00\n50.00"),
            (["≥95%", "≥90%"], "≥95%\n≥90%"),
            (["≥", "95%"], "≥95%"),
            (["完成建设。", "按期验收"], "完成建设。\n按期验收"),
            (["1.完成建设", "2.按期验收"], "1.完成建设\n2.按期验收"),
            (["二十", "三、其他支出"], "二十三、其他支出"),
        ],
    )
    def test_paragraphs_of_a_box_make_words_whole_and_keep_figures_apart(self, lines: list[str], text: str) -> None:
        table = tbl(tr(tc("".join(map(p, lines))), "乙"), tr("甲", "丁"))
        assert rows(source(word(table), "甲.docx"))[0][0] == text

    def test_two_amounts_in_one_box_are_no_amount(self) -> None:
        body = p("支出决算表") + p("单位：万元")
        header = tr("科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出")
        row = tr("201", "一般公共服务支出", tc(p("100") + p("50")), "100", "50")
        report = read_document("甲.docx", word(body + tbl(header, row)))
        assert "10050" not in {str(figure.value) for figure in report.figures()}
        assert any(doubt.unread for doubt in report.doubts)

    def test_a_table_with_one_column_is_text(self) -> None:
        read = source(word(tbl(tr("第一段。"), tr("第二段。"))), "甲.docx")
        assert texts(read) == ["第一段。", "第二段。"]

    def test_a_table_that_a_frame_lays_out_is_a_table_of_its_own(self) -> None:
        inner = tbl(tr("甲", "1.00"), tr("乙", "2.00"))
        frame = tbl(tr(tc(p("标题") + inner + p("注：略")), "旁边"))
        read = source(word(frame), "甲.docx")
        assert texts(read) == ["标题", "注：略", "旁边"]
        assert rows(read) == [["甲", "1.00"], ["乙", "2.00"]]

    def test_a_table_within_a_form_gives_rows_of_the_form(self) -> None:
        inner = tbl(tr("一级指标", "二级指标", "三级指标", "指标值"), tr("产出指标", "数量指标", "检查次数", "≥12次"))
        form = tbl(tr("项目名称", "档案整理"), tr("主管部门", "青川市档案馆"), tr("总体目标", "完成整理"), tr("绩效指标", tc(inner)))
        found = rows(source(word(form), "甲.docx"))
        assert found[3:] == [
            ["绩效指标", "一级指标", "二级指标", "三级指标", "指标值"], ["", "产出指标", "数量指标", "检查次数", "≥12次"],
        ]  # fmt: skip

    def test_a_table_that_goes_on_behind_a_page_break_is_one(self) -> None:
        header = tr("科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出")
        first = tbl(header, tr("合计", "", "30.00", "20.00", "10.00"), tr("201", "一般公共服务支出", "20.00", "20.00", "0.00"))
        second = tbl(header, tr("205", "教育支出", "10.00", "0.00", "10.00"))
        report = read_document("甲.docx", word(p("支出决算表") + p("单位：万元") + first + p("") + second))
        (table,) = report.tables
        assert [row.name for row in table.rows] == ["合计", "一般公共服务支出", "教育支出"]

    def test_files_written_by_python_docx(self) -> None:
        document = docx.Document()
        document.add_heading("收入决算表", level=1)
        table = document.add_table(2, 3)
        for index, text in enumerate(["项目", "预算", "决算", "甲", "1.00", "2.00"]):
            table.cell(index // 3, index % 3).text = text
        table.cell(0, 1).merge(table.cell(0, 2))
        stream = BytesIO()
        document.save(stream)
        assert rows(source(stream.getvalue(), "甲.docx"))[1] == ["甲", "1.00", "2.00"]


class TestHostile:
    def test_huge_spans_are_cut_to_the_widest_form(self) -> None:
        table = tbl(tr(tc("甲", '<w:gridSpan w:val="2000000000"/>'), "乙"), tr("1", "2"))
        assert max(map(len, rows(source(word(table), "甲.docx")))) <= 3

    def test_tables_nested_without_end_are_refused(self) -> None:
        nested = "<w:tbl><w:tr><w:tc>" * 20_000 + p("里") + "</w:tc></w:tr></w:tbl>" * 20_000
        with pytest.raises(Unreadable, match="损坏"):
            source(word(nested), "甲.docx")

    def test_tables_nested_deep_lose_their_core_and_say_so(self) -> None:
        nested = p("里")
        for _ in range(40):
            nested = tbl(tr(tc(nested), "旁"), tr("甲", "乙"))
        read = source(word(nested), "甲.docx")
        assert any(unread and "嵌套" in message for _, message, unread in read.doubts)

    def test_a_document_type_is_refused(self) -> None:
        bomb = '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
        with pytest.raises(Unreadable, match="DTD"):
            source(word(p("&b;"), before=bomb), "甲.docx")

    def test_a_huge_text_is_refused(self) -> None:
        with pytest.raises(Unreadable):
            source(word(p("a" * 30_000_000)), "甲.docx")

    def test_a_file_cut_short_is_refused(self) -> None:
        with pytest.raises(Unreadable, match="损坏"):
            source(word(p("甲" * 1000))[:400], "甲.docx")

    def test_an_empty_document_is_refused(self) -> None:
        with pytest.raises(Unreadable, match="没有文字"):
            source(word("<w:p/>"), "甲.docx")

    def test_raised_signs_and_labels_without_end_cost_little(self) -> None:
        mark = run("2", '<w:vertAlign w:val="superscript"/>')
        source(word(f"<w:p>{run('甲')}{mark * 50_000}</w:p>"), "甲.docx")
        endless = numbering(level(0, "chineseCounting", "%1" * 5_000))
        read = source(word(numbered("乙", 1) * 2_000, numbering=endless), "甲.docx")
        assert max(map(len, texts(read))) < 500

    def test_numbering_that_points_nowhere_is_ignored(self) -> None:
        levels = '<w:num w:numId="1"><w:abstractNumId w:val="99"/></w:num><w:num w:numId="x"/>'
        styles = '<w:style w:styleId="A"><w:basedOn w:val="A"/></w:style>'
        body = numbered("甲", 1, 99) + numbered("乙", 5) + p("丙", '<w:pStyle w:val="A"/>')
        assert texts(source(word(body, numbering=levels, styles=styles), "甲.docx")) == ["甲", "乙", "丙"]


class TestCaptionFrames:
    def test_body_and_unit_side_by_side_above_a_table_are_its_captions(self) -> None:
        frame = tbl(tr("部门：青川市档案馆", "单位：万元"))
        table = tbl(tr("科目编码", "科目名称", "合计", "基本支出", "项目支出"), tr("201", "一般公共服务支出", "3.00", "1.00", "2.00"))
        report = read_document("甲.docx", word(p("部门支出总表") + frame + table))
        (found,) = report.tables
        assert (found.form, found.unit) == ("支出预算总表", "万元")
        assert report.body == "青川市档案馆"

    def test_joined_to_the_table_below_they_part_none_of_its_columns(self) -> None:
        wide = [tc("部门：青川市档案馆", SPAN.format(3)), tc("单位：万元", SPAN.format(2))]
        header = ["科目编码", "科目名称", tc("合计", SPAN.format(2)), "基本支出"]
        body = ["201", "一般公共服务支出", tc("3.00", SPAN.format(2)), "3.00"]
        widths = (1000, 3000, 300, 700, 1000)
        report = read_document("甲.docx", word(p("部门支出总表") + tbl(tr(*wide), tr(*header), tr(*body), widths=widths)))
        (found,) = report.tables
        assert (found.unit, found.columns) == ("万元", ("合计", "基本支出"))

    def test_a_row_with_anything_else_is_a_table(self) -> None:
        read = source(word(tbl(tr("部门：青川市档案馆", "3.00"))), "甲.docx")
        assert rows(read) == [["部门：青川市档案馆", "3.00"]]
