"""A file is what its bytes say, whatever its name; what has no reader is refused with what to do."""

from __future__ import annotations

import zipfile
from io import BytesIO

import openpyxl
import pytest
import xlwt

from gouji.reading.read import read_document
from gouji.reading.sniff import REFUSALS, Format, sniff
from gouji.reading.unreadable import Unreadable


def archive(**parts: str) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        for name, content in parts.items():
            made.writestr(name.replace("__", "/").replace("_DOT_", "."), content)
    return stream.getvalue()


def xlsx() -> bytes:
    book, stream = openpyxl.Workbook(), BytesIO()
    book.active["A1"] = "表"
    book.save(stream)
    return stream.getvalue()


def xls() -> bytes:
    book, stream = xlwt.Workbook(), BytesIO()
    book.add_sheet("表").write(0, 0, "表")
    book.save(stream)
    return stream.getvalue()


def locked() -> bytes:
    """An OLE file as Excel writes it for a workbook with a password."""
    data = bytearray(xls())
    at = data.find("Workbook".encode("utf-16-le"))
    name = "EncryptedPackage".encode("utf-16-le")
    data[at : at + len(name)] = name
    data[at + 64 : at + 66] = (len(name) + 2).to_bytes(2, "little")
    return bytes(data)


HTML = "<html><body><table><tr><td>项目</td><td>金额</td></tr></table></body></html>"
TOLD = [
    (b"%PDF-1.4\n", Format.PDF),
    (b"\n\n junk %PDF-1.7\n", Format.PDF),
    (b"\x89PNG\r\n\x1a\n\x00", Format.IMAGE),
    (b"\xff\xd8\xff\xe0\x00\x10JFIF", Format.IMAGE),
    (b"II*\x00\x08", Format.IMAGE),
    (b"MM\x00*\x00", Format.IMAGE),
    (b"BM\x36\x00\x00\x00\x00\x00\x00\x00\x36", Format.IMAGE),
    (xlsx(), Format.XLSX),
    (archive(**{"word__document_DOT_xml": "<w/>"}), Format.DOCX),
    (archive(**{"[Content_Types]_DOT_xml": "…wordprocessingml.document.main+xml…"}), Format.DOCX),
    (archive(**{"[Content_Types]_DOT_xml": "…spreadsheetml.sheet.main+xml…"}), Format.XLSX),
    (archive(**{"xl__workbook_DOT_bin": "", "[Content_Types]_DOT_xml": ""}), Format.XLSB),
    (archive(mimetype="application/vnd.oasis.opendocument.spreadsheet"), Format.ODF),
    (archive(OFD_DOT_xml="<ofd:OFD/>", Doc_0__Document_DOT_xml=""), Format.OFD),
    (archive(ppt__presentation_DOT_xml=""), Format.PPT),
    (archive(readme="x"), Format.ZIP),
    (xlsx()[:-200], Format.XLSX),
    (xlsx()[:2500], Format.XLSX),
    (b"PK\x03\x04rubbish", Format.ZIP),
    (xls(), Format.XLS),
    (locked(), Format.LOCKED),
    (xls()[:3000], Format.OLE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, Format.OLE),
    (HTML.encode(), Format.HTML),
    (("\ufeff" + HTML).encode(), Format.HTML),
    (HTML.encode("gb18030"), Format.HTML),
    (("\ufeff" + HTML).encode("utf-16-le"), Format.HTML),
    (b"<!DOCTYPE HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'>\n<html>", Format.HTML),
    (b'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "x">\n<html xmlns="y">', Format.HTML),
    (b'<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook>', Format.SHEET_XML),
    (b"{\\rtf1\\ansi", Format.RTF),
    (b'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="x"\r\n', Format.MHTML),
    ("部门决算\n一、收入\t1.00".encode(), Format.TEXT),
    ("# 部门决算\n<b>收入</b> 增加".encode(), Format.TEXT),
    (b"", Format.TEXT),
]


@pytest.mark.parametrize(("data", "told"), TOLD)
def test_the_format_is_told_by_the_bytes(data: bytes, told: Format) -> None:
    assert sniff(data) is told


@pytest.mark.parametrize("told", REFUSALS)
def test_what_has_no_reader_is_refused_with_what_to_do(told: Format) -> None:
    data = next((data for data, format in TOLD if format is told), None)
    assert data is not None
    with pytest.raises(Unreadable, match="请") as refusal:
        read_document("表.xls", data)
    assert refusal.value.message == REFUSALS[told][0]


def test_a_wall_of_comments_is_looked_at_once() -> None:
    assert sniff(b"<!---->" * 600 + b"x") is Format.TEXT


def test_a_list_of_a_million_parts_is_not_read() -> None:
    end = b"PK\x05\x06" + b"\x00" * 4 + b"\xff\xff\xff\xff" + (60_000_000).to_bytes(4, "little") + b"\x00" * 6
    data = b"PK\x03\x04" + b"\x00" * 26 + b"xl/workbook.xml" + b"PK\x01\x02" * 1000 + end
    with pytest.raises(Unreadable, match="请"):
        read_document("表.xlsx", data)


def test_a_workbook_under_a_wrong_name_is_read() -> None:
    assert read_document("决算.pdf", xlsx()).lines == ("表",)
    assert read_document("决算.docx", xls()).lines == ("表",)
