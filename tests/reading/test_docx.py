"""A Word file is read as Word shows it: numbered, revised, merged; every line and box with its path."""

from __future__ import annotations

import time
import zipfile
from io import BytesIO

import docx
import pytest

from gouji.model.inked import Inked
from gouji.model.medium import Medium
from gouji.reading.grid import covers
from gouji.reading.office.docx import source
from gouji.reading.press import Source
from gouji.reading.read import read_document
from gouji.reading.run import Run
from gouji.reading.unreadable import Unreadable

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{MAIN}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def word(body: str, before: str = "", **parts: str) -> bytes:
    """A Word file of the given body; `parts` are the contents of styles, numbering, footnotes, by name."""
    related = "".join(
        f'<Relationship Id="r{name}" Type="{OFFICE}/{name}" Target="{name}.xml"/>' for name in parts
    )
    files = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{related}</Relationships>',
        "word/document.xml": f"{before}<w:document {SPACES}><w:body>{body}</w:body></w:document>",
    }
    files |= {f"word/{name}.xml": f"<w:{name} {SPACES}>{content}</w:{name}>" for name, content in parts.items()}
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name, content)
    return stream.getvalue()


def p(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text)}</w:p>"


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def numbered(text: str, numbers: int, level: int = 0) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{numbers}"/></w:numPr>')


def tc(content: str, properties: str = "") -> str:
    content = content if content.startswith("<") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(one if one.startswith('<w:tc>') else tc(one) for one in cells)}</w:tr>"


def tbl(*rows: str, widths: tuple[int, ...] = ()) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def level(at: int, style: str, text: str, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def numbering(*levels: str, more: str = "") -> str:
    return (
        f'<w:abstractNum w:abstractNumId="7">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>{more}'
    )


def texts(read: Source) -> list[str]:
    return [piece.text for piece in read.pieces if isinstance(piece, Inked)]


def rows(read: Source) -> list[list[str]]:
    return [[cell.text for cell in row] for piece in read.pieces if isinstance(piece, Run) for row in piece.rows]


def path_of(read: Source, cell: Inked) -> str:
    line, _ = cell.spot(0)
    assert line is not None
    return read.spots[line - 1].cell


class TestNumbering:
    def test_automatic_numbers_are_restored_level_by_level(self) -> None:
        levels = numbering(
            level(0, "chineseCounting", "%1、"), level(1, "chineseCounting", "（%2）"), level(2, "decimal", "%3."),
            level(3, "decimalEnclosedCircle", "%4"), level(4, "lowerLetter", "%5)"),
        )  # fmt: skip
        body = [("概况", 0), ("职责", 1), ("机构", 1), ("本级", 2), ("甲", 3), ("乙", 3), ("细目", 4), ("决算", 0), ("收入", 1)]
        read = source(word("".join(numbered(text, 1, at) for text, at in body), numbering=levels), "甲.docx")
        assert texts(read) == [
            "一、概况", "（一）职责", "（二）机构", "1.本级", "① 甲", "② 乙", "a)细目", "二、决算", "（一）收入",
        ]  # fmt: skip

    def test_numbers_of_several_levels_and_plain_digits_under_chinese_ones(self) -> None:
        levels = numbering(level(0, "chineseCounting", "第%1章"), level(1, "decimal", "%1.%2", "<w:isLgl/>"))
        body = numbered("总则", 1) + numbered("收入", 1, 1) + numbered("3 项支出", 1, 1)
        read = source(word(body, numbering=levels), "甲.docx")
        assert texts(read) == ["第一章 总则", "1.1 收入", "1.2 3 项支出"]

    def test_a_list_of_its_own_begins_anew(self) -> None:
        restart = (
            '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">'
            '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        )
        levels = numbering(level(0, "decimal", "%1."), more=restart)
        body = numbered("甲", 1) + numbered("乙", 1) + numbered("丙", 2) + numbered("丁", 2)
        assert texts(source(word(body, numbering=levels), "甲.docx")) == ["1.甲", "2.乙", "1.丙", "2.丁"]

    def test_numbering_that_hangs_on_a_style(self) -> None:
        levels = numbering(level(0, "chineseCounting", "%1、", '<w:pStyle w:val="H1"/>'), level(1, "decimal", "%2．", '<w:pStyle w:val="H2"/>'))
        styles = (
            '<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
            '<w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H1"/></w:style>'
        )
        body = p("概况", '<w:pStyle w:val="H1"/>') + p("机构", '<w:pStyle w:val="H2"/>') + p("决算", '<w:pStyle w:val="H1"/>')
        body += p("附则", '<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
        read = source(word(body, numbering=levels, styles=styles), "甲.docx")
        assert texts(read) == ["一、概况", "1．机构", "二、决算", "附则"]

    def test_a_box_that_holds_but_its_number(self) -> None:
        levels = numbering(level(0, "decimal", "%1"))
        empty = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>'
        table = tbl(tr("序号", "项目"), tr(tc(empty), "甲"), tr(tc(empty), "乙"))
        assert rows(source(word(table, numbering=levels), "甲.docx")) == [["序号", "项目"], ["1", "甲"], ["2", "乙"]]


class TestText:
    def test_paragraphs_are_whole_and_never_joined(self) -> None:
        body = p("本单位负责全市档案的接收、整理和保管，开展档案业务指导") + p("机构设置，内设四个科室")
        report = read_document("甲.docx", word(body))
        assert report.medium is Medium.WORD
        assert [paragraph.text for paragraph in report.paragraphs] == [
            "本单位负责全市档案的接收、整理和保管，开展档案业务指导", "机构设置，内设四个科室",
        ]  # fmt: skip
        assert report.spotted(report.paragraphs[1].content.ink()).cell == "第2段"

    def test_lines_that_were_pasted_from_a_page_are_put_together(self) -> None:
        lines = ["本单位负责全市档案的接收、整理和保管，指导监督各", "县区档案工作，按规定向社会开放档案，提供查阅服务", "，编辑出版档案史料。"]
        report = read_document("甲.docx", word("".join(map(p, lines * 4))))
        assert report.paragraphs[0].text == "".join(lines)

    def test_insertions_are_read_deletions_are_not_and_it_is_said_once(self) -> None:
        change = f'<w:del w:id="1">{run("").replace("w:t", "w:delText")}</w:del><w:ins w:id="2">{run("620.00")}</w:ins>'
        moved = f'<w:moveFrom w:id="3">{run("旧")}</w:moveFrom><w:moveTo w:id="4">{run("新")}</w:moveTo>'
        body = f"<w:p>{run('收入')}{change}{run('万元')}</w:p><w:p>{moved}</w:p>"
        read = source(word(body), "甲.docx")
        assert texts(read) == ["收入620.00万元", "新"]
        assert [message for _, message, _ in read.doubts if "修订" in message] == [
            "文件含未接受的修订：插入的文字已读取，删除的文字未读取。请在 Word 中接受或拒绝全部修订后再发布。"
        ]

    def test_a_paragraph_whose_end_is_deleted_goes_on_in_the_next(self) -> None:
        body = p("收入合计", '<w:rPr><w:del w:id="1"/></w:rPr>') + p("100.00万元")
        assert texts(source(word(body), "甲.docx")) == ["收入合计100.00万元"]

    def test_a_text_box_is_read_once_though_it_is_stored_twice(self) -> None:
        box = f"<w:txbxContent>{p('框内文字')}</w:txbxContent>"
        twice = (
            f"<mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
            f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
        )
        body = f"<w:p>{run('正文')}<w:r>{twice}</w:r></w:p>"
        assert texts(source(word(body), "甲.docx")) == ["正文", "框内文字"]

    def test_fields_give_their_result_not_their_code(self) -> None:
        def mark(kind: str) -> str:
            return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

        field = f"{mark('begin')}{run('').replace('w:t', 'w:instrText')}{run('SUM(ABOVE) 999')}{mark('separate')}{run('88.00')}{mark('end')}"
        body = f"<w:p>{run('合计')}{field}{run('万元')}</w:p>"
        assert texts(source(word(body), "甲.docx")) == ["合计88.00万元"]

    def test_hidden_text_and_prompts_are_left_out(self) -> None:
        prompt = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('单击此处输入')}</w:sdtContent></w:sdt>"
        control = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('乙')}</w:sdtContent></w:sdt>"
        shown = run("丙", '<w:vanish w:val="0"/>')
        body = f"<w:p>{run('甲')}{run('藏', '<w:vanish/>')}{prompt}{control}{shown}</w:p>"
        assert texts(source(word(body), "甲.docx")) == ["甲乙丙"]

    def test_signs_of_symbol_fonts(self) -> None:
        tick = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Wingdings 2" w:char="F0A3"/></w:r>'
        least = '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>'
        most = run("\uf0a3", '<w:rFonts w:ascii="Symbol"/>')
        body = f"<w:p>{tick}{least}{run('95%')}{most}{run('3<!-- -->天')}<w:r><w:noBreakHyphen/><w:softHyphen/></w:r></w:p>"
        assert texts(source(word(body), "甲.docx")) == ["☑□≥95%≤3天-"]

    def test_a_footnote_follows_its_paragraph(self) -> None:
        notes = f'<w:footnote w:id="2">{p("金额含上年结转。")}</w:footnote>'
        body = f'<w:p>{run("收入情况说明。")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>{p("支出情况说明。")}'
        read = source(word(body, footnotes=notes), "甲.docx")
        assert texts(read) == ["收入情况说明。", "金额含上年结转。", "支出情况说明。"]

    def test_labels_that_tabs_set_side_by_side_are_lines_of_their_own(self) -> None:
        body = f"<w:p>{run('部门：青川市档案馆')}<w:r><w:tab/><w:tab/></w:r>{run('单位：万元')}</w:p>"
        assert texts(source(word(body), "甲.docx")) == ["部门：青川市档案馆", "单位：万元"]

    def test_lines_set_with_tabs_are_a_table_where_several_have_one_shape(self) -> None:
        def line(*words: str) -> str:
            return f"<w:p>{'<w:r><w:tab/></w:r>'.join(map(run, words))}</w:p>"

        body = line("一、", "收入情况") + p("如下：") + line("项目", "预算", "决算") + line("甲", "1.00", "2.00") + line("乙", "3.00", "4.00")
        read = source(word(body), "甲.docx")
        assert texts(read) == ["一、 收入情况", "如下："]
        assert rows(read) == [["项目", "预算", "决算"], ["甲", "1.00", "2.00"], ["乙", "3.00", "4.00"]]

    def test_embedded_sheets_and_large_pictures_are_said_to_be_unread(self) -> None:
        sheet = '<w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office"/></w:object></w:r>'
        read = source(word(f"<w:p>{run('附表')}{sheet}</w:p>"), "甲.docx")
        assert [unread for _, _, unread in read.doubts] == [True]


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
        begun = time.process_time()
        mark = run("2", '<w:vertAlign w:val="superscript"/>')
        source(word(f"<w:p>{run('甲')}{mark * 50_000}</w:p>"), "甲.docx")
        endless = numbering(level(0, "chineseCounting", "%1" * 5_000))
        read = source(word(numbered("乙", 1) * 2_000, numbering=endless), "甲.docx")
        assert max(map(len, texts(read))) < 500
        assert time.process_time() - begun < 10

    def test_numbering_that_points_nowhere_is_ignored(self) -> None:
        levels = '<w:num w:numId="1"><w:abstractNumId w:val="99"/></w:num><w:num w:numId="x"/>'
        styles = '<w:style w:styleId="A"><w:basedOn w:val="A"/></w:style>'
        body = numbered("甲", 1, 99) + numbered("乙", 5) + p("丙", '<w:pStyle w:val="A"/>')
        assert texts(source(word(body, numbering=levels, styles=styles), "甲.docx")) == ["甲", "乙", "丙"]
