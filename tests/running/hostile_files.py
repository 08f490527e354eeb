"""Files made to crash, stall or swell a reader, each in a second or less. Run: python hostile_files.py FOLDER."""

from __future__ import annotations

import io
import struct
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

MEBIBYTE = 1024**2
_BLOCK = 16 * MEBIBYTE
HTML = "<html><head><meta charset='utf-8'></head><body><p>青川市档案馆2023年度部门决算</p></body></html>"


def repeated(sign: bytes, size: int) -> bytes:
    """`size` bytes of one sign in zlib's format, made of one block many times over."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(sign * _BLOCK) + packer.flush(zlib.Z_FULL_FLUSH)
    checked = 1
    for _ in range(size // _BLOCK):
        checked = zlib.adler32(sign * _BLOCK, checked)
    return b"\x78\xda" + block * (size // _BLOCK) + b"\x03\x00" + struct.pack(">I", checked)


def pdf(objects: Iterable[bytes], root: int = 1) -> bytes:
    """A PDF of numbered objects, with its table of contents."""
    written, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(written)
    written += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    written += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(written) + b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(places) + 1,
        root,
        start,
    )


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """A stream object."""
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries, len(data), data)


FLATE = b"/Filter/FlateDecode"
CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"


def one_page(content: bytes, resources: bytes = b"", box: bytes = b"0 0 595 842", more: Sequence[bytes] = ()) -> bytes:
    """A PDF of one page; object 4 is its content, 5 and on are `more`."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 4 0 R/Resources<<%s>>>>" % (box, resources)
    return pdf([CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, content, *more])


def words(text: str = "Total 1.00", count: int = 1) -> bytes:
    """A page that says something."""
    content = b"".join(b"BT /F 12 Tf 72 %d Td (%s) Tj ET\n" % (770 - 14 * at, text.encode()) for at in range(count))
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    return one_page(stream(content), b"/Font<</F 5 0 R>>", more=[font])


def flate_bomb() -> bytes:
    return one_page(stream(repeated(b" ", 2048 * MEBIBYTE), FLATE))


def form_within_itself() -> bytes:
    form = stream(b"/X Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>")
    return one_page(stream(b"/X Do"), b"/XObject<</X 5 0 R>>", more=[form])


def paths() -> bytes:
    drawn = b"".join(b"%d %d m %d %d l S\n" % (at % 595, at % 842, at % 89, at % 97) for at in range(5000))
    return one_page(stream(zlib.compress(drawn * 300), FLATE))


def huge_image() -> bytes:
    entries = b"/Type/XObject/Subtype/Image/Width 60000/Height 60000/ColorSpace/DeviceGray/BitsPerComponent 1"
    image = stream(repeated(b"\x55", 432 * MEBIBYTE), entries + FLATE)
    return one_page(stream(b"500 0 0 700 40 40 cm /X Do"), b"/XObject<</X 5 0 R>>", more=[image])


def huge_page() -> bytes:
    return one_page(stream(b""), box=b"0 0 1000000000 1000000000")


def truncated() -> bytes:
    return words(count=40)[:700]


def no_pages() -> bytes:
    return pdf([CATALOG, b"<</Type/Pages/Kids[]/Count 0>>"])


def many_pages() -> bytes:
    kids = b" ".join(b"%d 0 R" % (number + 3) for number in range(10_000))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
    return pdf([CATALOG, b"<</Type/Pages/Kids[%s]/Count 10000>>" % kids, *[page] * 10_000])


def locked_pdf() -> bytes:
    import pikepdf

    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(words())) as opened:
        opened.save(written, encryption=pikepdf.Encryption(owner="甲", user="乙"))
    return written.getvalue()


def picture_only() -> bytes:
    entries = b"/Type/XObject/Subtype/Image/Width 400/Height 560/ColorSpace/DeviceGray/BitsPerComponent 8"
    image = stream(zlib.compress(b"\xff" * 400 * 560), entries + FLATE)
    return one_page(stream(b"595 0 0 842 0 0 cm /X Do"), b"/XObject<</X 5 0 R>>", more=[image])


def no_unicode() -> bytes:
    """Signs by the numbers of a font that is not there and does not say what they mean."""
    font = b"<</Type/Font/Subtype/Type0/BaseFont/Unknown/Encoding/Identity-H/DescendantFonts[6 0 R]>>"
    part = (
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Unknown/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
        b"/Supplement 0>>/FontDescriptor 7 0 R>>"
    )
    descriptor = b"<</Type/FontDescriptor/FontName/Unknown/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800"
    descriptor += b"/Descent -200/CapHeight 700/StemV 80>>"
    signs = [b"".join(b"%04x" % (4000 + (row * 31 + at * 7) % 3000) for at in range(30)) for row in range(30)]
    content = b"".join(b"BT /F 12 Tf 72 %d Td <%s> Tj ET\n" % (780 - 20 * row, text) for row, text in enumerate(signs))
    return one_page(stream(content), b"/Font<</F 5 0 R>>", more=[font, part, descriptor])


_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/{part}" ContentType="application/vnd.openxmlformats-officedocument.{kind}.main+xml"/></Types>'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="' + _OFFICE + '/{kind}" Target="{part}"/></Relationships>'
)
_BOOK = (
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="' + _OFFICE + '">'
    '<sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
_SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
_WORD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>'
_ENTITIES = "<!DOCTYPE x [<!ENTITY a0 '甲'>" + "".join(
    f"<!ENTITY a{level} '{f'&a{level - 1};' * 10}'>" for level in range(1, 10)
)


def xlsx(sheet: Iterable[bytes]) -> bytes:
    """A workbook of one sheet, given piece by piece."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _TYPES.format(part="xl/workbook.xml", kind="spreadsheetml.sheet"))
        package.writestr("_rels/.rels", _RELATIONS.format(kind="officeDocument", part="xl/workbook.xml"))
        package.writestr("xl/workbook.xml", _BOOK)
        package.writestr(
            "xl/_rels/workbook.xml.rels", _RELATIONS.format(kind="worksheet", part="worksheets/sheet1.xml")
        )
        _write(package, "xl/worksheets/sheet1.xml", sheet)
    return written.getvalue()


def docx(document: Iterable[bytes]) -> bytes:
    """A Word file, given piece by piece."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        types = _TYPES.format(part="word/document.xml", kind="wordprocessingml.document")
        package.writestr("[Content_Types].xml", types)
        package.writestr("_rels/.rels", _RELATIONS.format(kind="officeDocument", part="word/document.xml"))
        _write(package, "word/document.xml", document)
    return written.getvalue()


def _write(package: zipfile.ZipFile, name: str, pieces: Iterable[bytes]) -> None:
    with package.open(name, "w") as part:
        for piece in pieces:
            part.write(piece)


def million_rows() -> bytes:
    rows = "".join(f"<row><c><v>{at}</v></c><c><v>1</v></c><c><v>2</v></c></row>" for at in range(1000)).encode()
    return xlsx([_SHEET.encode(), *[rows] * 1000, b"</sheetData></worksheet>"])


def inflated_sheet() -> bytes:
    return xlsx([_SHEET.encode(), *[b" " * MEBIBYTE] * 300, b"</sheetData></worksheet>"])


def inflated_word() -> bytes:
    return docx([_WORD.encode(), *["甲".encode() * MEBIBYTE] * 100, b"</w:t></w:r></w:p></w:body></w:document>"])


def entities_in_word() -> bytes:
    return docx([(_ENTITIES + "]>" + _WORD + "&a9;</w:t></w:r></w:p></w:body></w:document>").encode()])


def entities_in_sheet() -> bytes:
    row = '<row r="1"><c r="A1" t="inlineStr"><is><t>&a9;</t></is></c></row></sheetData></worksheet>'
    return xlsx([(_ENTITIES + "]>" + _SHEET + row).encode()])


def huge_png() -> bytes:
    side = 20_000
    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", repeated(b"\0", 384 * MEBIBYTE)), (b"IEND", b"")]
    written = b"\x89PNG\r\n\x1a\n"
    for kind, data in chunks:
        written += struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    return written


def locked_office() -> bytes:
    """A compound file with the one stream that tells: an Office file behind a password."""
    free, end, fat = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    names = [("Root Entry", 5, 1, end, 0), ("EncryptedPackage", 2, free, 2, 4096)]
    entries = b""
    for name, kind, child, start, size in names:
        encoded = (name + "\0").encode("utf-16-le")
        entries += encoded.ljust(64, b"\0") + struct.pack("<HBBIII", len(encoded), kind, 1, free, free, child)
        entries += bytes(36) + struct.pack("<IQ", start, size)
    entries = entries.ljust(512, b"\0")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, end, 0, end, 0) + struct.pack("<I", 0)
    chain = [fat, end, *range(3, 10), end]
    return head.ljust(512, b"\xff") + struct.pack("<128I", *chain, *[free] * (128 - len(chain))) + entries + bytes(4096)


MAKERS: dict[str, Callable[[], bytes]] = {
    "压缩炸弹.pdf": flate_bomb, "自调用.pdf": form_within_itself, "百万路径.pdf": paths, "巨图.pdf": huge_image,
    "巨页.pdf": huge_page, "截断.pdf": truncated, "零页.pdf": no_pages, "万页.pdf": many_pages, "加密.pdf": locked_pdf,
    "网页.pdf": HTML.encode, "纯图.pdf": picture_only, "百万行.xlsx": million_rows, "膨胀.xlsx": inflated_sheet,
    "实体.xlsx": entities_in_sheet, "膨胀.docx": inflated_word, "实体.docx": entities_in_word, "巨图.png": huge_png,
    "加密.xlsx": locked_office, "无字符表.pdf": no_unicode,
}  # fmt: skip


def write(folder: Path) -> None:
    """All of them into a folder."""
    for name, make in MAKERS.items():
        (folder / name).write_bytes(make())


if __name__ == "__main__":
    write(Path(sys.argv[1]))
