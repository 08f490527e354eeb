"""PDFs that cannot be read as they are: mended where that can be done, refused with what to do where it cannot."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from gouji.model.inked import Inked
from gouji.model.medium import Medium
from gouji.reading import scan
from gouji.reading.page import lattice
from gouji.reading.pdf import glyphs
from gouji.reading.pdf.source import source
from gouji.reading.unreadable import Unreadable

TEXT = "本年支出合计1,234.56万元，比上年增加一百万元。"


def printed(pages: int = 1, draw: Callable[[Canvas], None] | None = None) -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    data = io.BytesIO()
    canvas = Canvas(data)
    for _ in range(pages):
        canvas.setFont("STSong-Light", 12)
        if draw:
            draw(canvas)
        else:
            canvas.drawString(72, 700, TEXT)
        canvas.showPage()
    canvas.save()
    return data.getvalue()


def changed(data: bytes, change: Callable[[pikepdf.Pdf], None], **saving: object) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        saved = io.BytesIO()
        pdf.save(saved, **saving)
    return saved.getvalue()


def picture(canvas: Canvas) -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, *canvas._pagesize)


def without_names_of_signs(pdf: pikepdf.Pdf) -> None:
    """An embedded kind of font whose codes nothing explains."""
    system = pikepdf.Dictionary(Registry=pikepdf.String("Adobe"), Ordering=pikepdf.String("Identity"), Supplement=0)
    descendant = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.CIDFontType2, BaseFont=pikepdf.Name.Odd, CIDSystemInfo=system
    )
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type0,
        BaseFont=pikepdf.Name.Odd,
        Encoding=pikepdf.Name("/Identity-H"),
        DescendantFonts=pikepdf.Array([pdf.make_indirect(descendant)]),
    )
    page = pdf.pages[0]
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=pdf.make_indirect(font)))
    codes = "".join(f"{code:04X}" for code in range(0x0103, 0x0103 + 40))
    page.Contents = pdf.make_stream(f"BT /F 12 Tf 72 700 Td <{codes}> Tj ET".encode())


@pytest.fixture
def no_scan(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan, "available", lambda: False)


def test_junk_before_the_header_is_cut() -> None:
    assert source(b"\r\n--junk--" * 200 + printed(), "决算.pdf").lines == [TEXT]


def test_a_file_without_its_table_of_objects_is_read() -> None:
    data = printed()
    assert source(data[: data.rindex(b"xref")] + b"%%EOF", "决算.pdf").lines == [TEXT]


def test_a_locked_file_is_refused_with_what_to_do() -> None:
    locked = changed(printed(), lambda pdf: None, encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(Unreadable, match=r"密码.*另存"):
        source(locked, "决算.pdf")


def test_a_file_that_only_forbids_changes_is_read() -> None:
    data = changed(printed(), lambda pdf: None, encryption=pikepdf.Encryption(owner="a", user=""))
    assert source(data, "决算.pdf").lines == [TEXT]


def test_a_file_without_pages_is_refused() -> None:
    def drop(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[0]

    with pytest.raises(Unreadable, match="没有任何一页"):
        source(changed(printed(), drop), "决算.pdf")


def test_ten_thousand_pages_are_refused_with_what_to_do() -> None:
    kids = b"3 0 R " * 10_000
    data = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 10000/Kids[" + kids
        + b"]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    )  # fmt: skip
    with pytest.raises(Unreadable, match=r"10000 页.*3000.*拆分"):
        source(data, "决算.pdf")


def test_what_is_no_pdf_at_all_is_refused() -> None:
    with pytest.raises(Unreadable, match="损坏"):
        source(b"%PDF-1.4 nothing follows", "决算.pdf")


def test_a_file_cut_short_is_said_to_be_a_part() -> None:
    data = printed(3)
    read = source(data[: data.rindex(b"trailer")], "决算.pdf")
    assert any("不完整" in message and unread for _, message, unread in read.doubts)


def test_a_form_that_draws_itself_ends() -> None:
    def loop(pdf: pikepdf.Pdf) -> None:
        form = pdf.make_stream(b"/F Do", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9])
        form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=form))
        pdf.pages[0].Resources.XObject = pikepdf.Dictionary(F=form)
        pdf.pages[0].contents_add(b"/F Do")

    assert source(changed(printed(), loop), "决算.pdf").lines == [TEXT]


def test_a_page_of_too_many_lines_is_read_as_text_and_said() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 700, TEXT)
        canvas._code.append("0 0 m 100 100 l S\n" * 20_001)

    read = source(printed(draw=draw), "决算.pdf")
    assert TEXT in read.lines
    assert any("图形过多" in message for _, message, _ in read.doubts)


def test_a_page_of_too_many_rules_is_read_as_text_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 700, TEXT)
        canvas.grid([72, 200, 400], [600, 690, 720])

    monkeypatch.setattr(lattice, "MOST_MEETINGS", 8)
    read = source(printed(draw=draw), "预算.pdf")
    assert any("图形过多" in message and unread for _, message, unread in read.doubts)
    assert [piece.text for piece in read.pieces if isinstance(piece, Inked)] == [TEXT]


def test_what_lies_beyond_the_characters_that_are_read_of_a_page_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glyphs, "MOST_CHARACTERS", len(TEXT) - 5)
    read = source(printed(), "预算.pdf")
    assert any("只读取了前一部分" in message and unread for _, message, unread in read.doubts)


def test_single_characters_without_a_code_are_said() -> None:
    def draw(canvas: Canvas) -> None:
        for line in range(10):
            canvas.drawString(72, 700 - 20 * line, TEXT)
        canvas.drawString(72, 400, "支出1\x004.00万元")

    read = source(printed(draw=draw), "预算.pdf")
    assert [message for _, message, unread in read.doubts if unread and "1 个字符没有对应的文字" in message]
    assert isinstance(last := read.pieces[-1], Inked)
    assert "14.00" not in last.text


@pytest.mark.usefixtures("no_scan")
def test_pictures_of_pages_are_refused_naming_the_extra() -> None:
    with pytest.raises(Unreadable, match=r"图片.*gouji\[scan\]"):
        source(printed(draw=picture), "决算.pdf")


@pytest.mark.usefixtures("no_scan")
def test_one_picture_among_pages_is_a_doubt_by_which_figures_are_lost() -> None:
    turns = iter([False, True])

    def draw(canvas: Canvas) -> None:
        picture(canvas) if next(turns) else canvas.drawString(72, 700, TEXT)

    read = source(printed(2, draw), "决算.pdf")
    assert read.medium is Medium.PDF
    assert [(message[:5], unread) for _, message, unread in read.doubts] == [("第2页是图", True)]


@pytest.mark.usefixtures("no_scan")
def test_a_garbled_text_layer_is_not_checked_as_if_it_were_read() -> None:
    with pytest.raises(Unreadable, match="乱码"):
        source(changed(printed(), without_names_of_signs), "决算.pdf")


@pytest.mark.parametrize(
    "text", ["1,234.56  2,345.67  3,456.78  4,567.89", "目录……………………………………3", "合计", "Budget performance report"]
)
@pytest.mark.usefixtures("no_scan")
def test_pages_of_figures_or_few_words_are_not_taken_for_garbled(text: str) -> None:
    read = source(printed(draw=lambda canvas: canvas.drawString(72, 500, text)), "决算.pdf")
    assert read.lines
    assert not read.doubts
