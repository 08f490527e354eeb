"""Workbooks made to do harm: each ends soon, in a line a finance officer understands or in what little it holds."""

from __future__ import annotations

import random
import struct
import zipfile
from collections.abc import Iterator
from io import BytesIO

import openpyxl
import pytest
from lxml import etree

from gouji.reading.office.xlsx import text_of
from gouji.reading.read import read_document
from gouji.reading.unreadable import Unreadable

NAMESPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
WORKBOOK = (
    f'<workbook {NAMESPACE} xmlns:r="{RELATIONS}"><sheets><sheet name="表1" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
)
CELL = '<c r="A1" t="inlineStr"><is><t>支出决算表</t></is></c>'


def sheet(rows: str, more: str = "", before: str = "") -> str:
    return f"{before}<worksheet {NAMESPACE}><sheetData>{rows}</sheetData>{more}</worksheet>"


def package(parts: dict[str, bytes | str | Iterator[bytes]]) -> bytes:
    """A package; parts that are iterators are written piece by piece."""
    stream = BytesIO()
    known: dict[str, bytes | str | Iterator[bytes]] = {
        "[Content_Types].xml": TYPES, "xl/workbook.xml": WORKBOOK, "xl/_rels/workbook.xml.rels": RELS,
    }  # fmt: skip
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in (known | parts).items():
            with archive.open(name, "w") as part:
                for piece in [content] if isinstance(content, bytes | str) else content:
                    part.write(piece.encode() if isinstance(piece, str) else piece)
    return stream.getvalue()


def book(content: bytes | str | Iterator[bytes], **parts: bytes | str | Iterator[bytes]) -> bytes:
    return package({"xl/worksheets/sheet1.xml": content, **{f"xl/{name}.xml": part for name, part in parts.items()}})


def repeated(before: str, piece: bytes, times: int, after: str) -> Iterator[bytes]:
    yield before.encode()
    for _ in range(times):
        yield piece
    yield after.encode()


def split(marked: str) -> tuple[str, str]:
    before, _, after = marked.partition("MARK")
    return before, after


MEGABYTE = b" " * 1_000_000
ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "x" * 50}">' for n in range(10))


def bomb() -> bytes:
    before, after = split(sheet("MARK"))
    return book(repeated(before, MEGABYTE, 300, after))


def huge_cell() -> bytes:
    before, after = split(sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>MARK</t></is></c></row>'))
    return book(repeated(before, b"x" * 1_000_000, 220, after))


def many_strings() -> bytes:
    return book(
        sheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'),
        sharedStrings=repeated(f'<sst {NAMESPACE} count="52000000" uniqueCount="52000000">', b"<si/>" * 100_000, 260, "</sst>"),
    )


def long_row() -> bytes:
    before, after = split(sheet('<row r="1">MARK</row>'))
    return book(repeated(before, b"<c/>" * 100_000, 200, after))


def many_parts() -> bytes:
    return package({"xl/worksheets/sheet1.xml": sheet("")} | {f"xl/x{n}": "" for n in range(2_500)})


def endless_rows() -> bytes:
    before, after = split(sheet("MARK"))
    rows = (b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (n, n) for n in range(1, 1_000_001))
    return book(piece for part in ([before.encode()], rows, [after.encode()]) for piece in part)


def diagonal(number: int) -> str:
    names = [f"{openpyxl.utils.get_column_letter(number + more)}{number}" for more in (0, 1)]
    return f'<row r="{number}">' + "".join(f'<c r="{name}"><v>1</v></c>' for name in names) + "</row>"


REFUSED = {
    "a bomb of blanks": bomb,
    "a cell of 220 MB": huge_cell,
    "52 million shared strings": many_strings,
    "20 million cells in a row": long_row,
    "2,500 parts": many_parts,
    "a million rows": endless_rows,
    "entities of entities": lambda: book(sheet(CELL.replace("支出", "&e9;"), before=f"<!DOCTYPE w [{ENTITIES}]>")),
    "a quadratic blow-up": lambda: book(
        sheet(
            '<row r="1"><c r="A1" t="inlineStr"><is><t>' + "&e;" * 20_000 + "</t></is></c></row>",
            before=f'<!DOCTYPE w [<!ENTITY e "{"x" * 20_000}">]>',
        )
    ),
    "a file named as entity": lambda: book(
        sheet(f'<row r="1">{CELL}</row>', before='<!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/passwd">]>')
    ),
    "a document type in the texts": lambda: book(
        sheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'),
        sharedStrings=f'<!DOCTYPE s [<!ENTITY e "x">]><sst {NAMESPACE}><si><t>&e;</t></si></sst>',
    ),
    "rubbish instead of XML": lambda: book(b"\x00\x01\x02" * 1000),
    "no sheet at all": lambda: package({}),
    "a ZIP of rubbish": lambda: package({"xl/workbook.xml": b"\xff" * 100}),
    "an XML cut short": lambda: book(sheet(f'<row r="1">{CELL}')[:-60]),
    "a million levels": lambda: book(sheet('<row r="1">' + "<c>" * 1_000_000)),
    "a workbook without any text": lambda: book(sheet('<row r="1"><c r="A1"/></row>')),
    "a sheet that is scattered": lambda: book(sheet("".join(map(diagonal, range(1, 16_000))))),
}  # fmt: skip


@pytest.mark.parametrize("made", REFUSED.values(), ids=REFUSED.keys())
def test_a_workbook_that_does_harm_is_refused(made: object) -> None:
    data = made()  # type: ignore[operator]
    with pytest.raises(Unreadable) as refusal:
        read_document("表.xlsx", data)
    assert "表.xlsx：" in str(refusal.value)
    assert "请" in str(refusal.value)


def test_a_cell_at_the_far_corner_costs_nothing() -> None:
    corner = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>角</t></is></c></row>'
    report = read_document("表.xlsx", book(sheet(f'<row r="1">{CELL}</row>{corner}')))
    assert [(spot.cell, line) for spot, line in zip(report.spots, report.lines, strict=True)] == [
        ("A1", "支出决算表"), ("XFD1048576", "角"),
    ]  # fmt: skip


def test_a_merge_over_the_whole_sheet_costs_nothing() -> None:
    merge = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    assert read_document("表.xlsx", book(sheet(f'<row r="1">{CELL}</row>', merge))).lines == ("支出决算表",)


def test_overlapping_merges_end() -> None:
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c><c r="B{n}"><v>{n}</v></c></row>' for n in range(1, 3001))
    merges = "".join(f'<mergeCell ref="D{n}:XFD1048576"/>' for n in range(1, 20_000))
    read_document("表.xlsx", book(sheet(rows, f"<mergeCells>{merges}</mergeCells>")))


def test_references_that_name_no_cell_are_passed_over() -> None:
    cells = "".join(f'<c r="{name}"><v>1</v></c>' for name in ("ZZZZ1", "a1", "1A", "", "A0", "B1", "部1", "A-1"))
    report = read_document("表.xlsx", book(sheet(f'<row r="x">{CELL}{cells}</row><row r="-5"/><row r="99999999999"/>')))
    assert report.lines[0] == "支出决算表"


def unread(data: bytes) -> list[str]:
    return [doubt.message for doubt in read_document("表.xlsx", data).doubts if doubt.unread]


def test_what_a_damaged_workbook_names_but_does_not_hold_is_said() -> None:
    strings = '<c r="B2" t="s"><v>7</v></c>'
    rows = f'<row r="1">{CELL}</row><row r="2"><c r="A2"><v>1</v></c>{strings}</row><row r="1"><c r="A1"><v>5</v></c></row>'
    damaged = book(sheet(rows), sharedStrings=f"<sst {NAMESPACE}><si><t>项目</t></si></sst>")
    assert [message for message in unread(damaged) if "B2、A1：文件已损坏" in message]


def test_a_sheet_that_the_file_lacks_is_said() -> None:
    two = WORKBOOK.replace("</sheets>", '<sheet name="表2" sheetId="2" r:id="rId9"/></sheets>')
    parts = {"xl/workbook.xml": two, "xl/worksheets/sheet1.xml": sheet(f'<row r="1">{CELL}</row>')}
    assert [message for message in unread(package(parts)) if "“表2”在文件中缺失" in message]


def workbook() -> bytes:
    made = openpyxl.Workbook()
    for row in range(1, 40):
        made.active.append([f"项目{row}", row * 1.5, row])
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()


def test_files_cut_short_or_with_wrong_bytes_are_read_or_refused() -> None:
    chance = random.Random(7)
    whole = workbook()
    for _ in range(150):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 60)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        _ended(bytes(data[: chance.choice([len(data), chance.randrange(len(data))])]))


def _ended(data: bytes) -> None:
    try:
        read_document("表.xlsx", data)
    except Unreadable as refusal:
        assert "请" in str(refusal)  # noqa: PT017


def test_the_size_that_a_part_claims_is_not_believed() -> None:
    data = bytearray(book(sheet(f'<row r="1">{CELL}</row>')))
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        struct.pack_into("<I", data, at + 24, 0x7FFFFFFF)
        at = data.find(b"PK\x01\x02", at + 4)
    _ended(bytes(data))


def test_readings_of_characters_are_no_text() -> None:
    element = etree.fromstring(
        '<si xmlns="m"><r><t>水务</t></r><rPh sb="0" eb="2"><t>すいむ</t></rPh><r><t xml:space="preserve">局 </t></r></si>'
    )
    assert text_of(element) == "水务局 "
