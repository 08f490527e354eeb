"""The text of a Word file is read as Word shows it: numbered, revised, with its boxes, fields and notes."""

from __future__ import annotations

from word_markup import level, numbered, numbering, p, rows, run, tbl, tc, texts, tr, word

from gouji.model.medium import Medium
from gouji.reading.office.docx import source
from gouji.reading.read import read_document


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

    def test_text_boxes_too_deep_in_one_another_are_said(self) -> None:
        inner = p("里层 5.00")
        for _ in range(25):
            inner = f"<w:p><w:r><w:pict><v:shape><w:txbxContent>{inner}</w:txbxContent></v:shape></w:pict></w:r></w:p>"
        read = source(word(p("正文") + inner), "甲.docx")
        assert [message for _, message, unread in read.doubts if unread and "文本框层层嵌套过深" in message]

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
