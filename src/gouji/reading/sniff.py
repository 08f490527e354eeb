"""What a file really is, by its bytes: names lie (a .pdf that is HTML, an .xls that is a web page)."""

from __future__ import annotations

import re
import zipfile
from enum import StrEnum
from io import BytesIO


class Format(StrEnum):
    """The formats told apart. Those without a reader are named so that the refusal can say what to do."""

    TEXT = "text"
    HTML = "html"
    PDF = "pdf"
    IMAGE = "image"
    XLSX = "xlsx"
    DOCX = "docx"
    XLS = "xls"
    DOC = "doc"
    SHEET_XML = "sheet_xml"  # Excel 2003's XML
    LOCKED = "locked"  # an office file with a password
    XLSB = "xlsb"
    ODF = "odf"
    OFD = "ofd"
    PPT = "ppt"
    RTF = "rtf"
    MHTML = "mhtml"
    ZIP = "zip"
    OLE = "ole"


REFUSALS: dict[Format, tuple[str, str]] = {
    Format.LOCKED: (
        "文件设有打开密码，无法读取。请先在 Excel、WPS 或 Word 中打开并取消密码，再另存一次。",
        "the file is protected by a password; remove it in Excel, WPS or Word and save the file again",
    ),
    Format.XLSB: (
        "这是 Excel 二进制工作簿（.xlsb），暂不支持。请在 Excel 或 WPS 中另存为 .xlsx 后再试。",
        "a binary workbook (.xlsb); save it as .xlsx",
    ),
    Format.ODF: (
        "这是 OpenDocument 文件（.ods、.odt），暂不支持。请另存为 .xlsx、.docx 或 PDF 后再试。",
        "an OpenDocument file (.ods, .odt); save it as .xlsx, .docx or PDF",
    ),
    Format.OFD: (
        "这是 OFD 版式文件，暂不支持。请在阅读器中另存（或打印）为 PDF 后再试。",
        "an OFD file; save or print it as PDF",
    ),
    Format.PPT: (
        "这是演示文稿，暂不支持。请另存为 PDF 后再试。",
        "a presentation; save it as PDF",
    ),
    Format.ZIP: (
        "这是压缩包，或已损坏的 Office 文件。请先解压，或在 Excel、WPS 或 Word 中打开并另存一次。",
        "an archive, or a damaged office file; unpack it, or open it and save it again",
    ),
    Format.OLE: (
        "这是 Office 文件，但其中没有表格或文档，可能已损坏。请在 Excel、WPS 或 Word 中打开并另存一次。",
        "an office file without sheets or text, possibly damaged; open it and save it again",
    ),
}

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LARGEST_DIRECTORY = 2 * 1024 * 1024  # of the names of the parts of a ZIP
_HEAD = 4096

# Told by the first bytes. HEIC and WebP name themselves behind the length of their first box.
_IMAGES = re.compile(
    rb"\x89PNG\r\n\x1a\n|\xff\xd8\xff|II\*\x00|MM\x00\*|BM.{4}\x00\x00\x00\x00|GIF8[79]a|RIFF.{4}WEBP", re.S
)
_PARTS = (
    ("xl/workbook.bin", Format.XLSB),
    ("xl/workbook.xml", Format.XLSX),
    ("word/document.xml", Format.DOCX),
    ("ppt/presentation.xml", Format.PPT),
    ("ofd.xml", Format.OFD),
)
_TYPES = (
    (b"ms-excel.sheet.binary", Format.XLSB),
    (b"spreadsheetml", Format.XLSX),
    (b"ms-excel", Format.XLSX),
    (b"wordprocessingml", Format.DOCX),
    (b"ms-word", Format.DOCX),
    (b"presentationml", Format.PPT),
)
_STREAMS = (
    ("EncryptedPackage", Format.LOCKED),
    ("Workbook", Format.XLS),
    ("Book", Format.XLS),
    ("WordDocument", Format.DOC),
    ("PowerPoint Document", Format.PPT),
)
_FOLDER = re.compile(rb"PK\x03\x04.{26}(xl/|word/)", re.S)
_MARKUP = re.compile(rb"^\s*(?><!--.*?-->\s*)*+<(?:!doctype\s+html|html|head|body|meta|title|table|div|style)[\s>]", re.I | re.S)
_XML_SHEET = re.compile(rb"^\s*<\?xml.{0,400}(?:urn:schemas-microsoft-com:office:spreadsheet|progid=\"Excel\.Sheet\")", re.I | re.S)
_XML_HTML = re.compile(rb"^\s*<\?xml[^>]{0,200}\?>\s*(?:<!doctype\s+html|<html[\s>])", re.I | re.S)
_MHTML = re.compile(rb"^(?:[A-Za-z-]{2,30}:[^\r\n]{0,300}\r?\n(?:[ \t][^\r\n]{0,300}\r?\n)*){0,12}?Content-Type:\s*multipart/related", re.I)
_BARE = re.compile(rb"\x00|^\xef\xbb\xbf|^\xff\xfe|^\xfe\xff")


def sniff(data: bytes) -> Format:
    """The format of a file's bytes; TEXT when nothing else is recognised."""
    head = data[:_HEAD]
    if b"%PDF-" in data[:1024]:
        return Format.PDF
    if data.startswith(_OLE):
        return _compound(data)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed(data)
    if data.startswith((b"\x09\x08\x08\x00\x00\x05", b"\x09\x08\x10\x00\x00\x06", b"\x09\x04\x06\x00\x00\x00")):
        return Format.XLS  # the stream of a workbook without its container
    if _IMAGES.match(head):
        return Format.IMAGE
    if head.startswith(b"{\\rtf"):
        return Format.RTF
    return _text(_BARE.sub(b"", head))


def _text(head: bytes) -> Format:
    """What a text is written in. UTF-16 has lost its zero bytes by now."""
    if _XML_SHEET.search(head):
        return Format.SHEET_XML
    if _MARKUP.search(head) or _XML_HTML.search(head):
        return Format.HTML
    return Format.MHTML if _MHTML.match(head.lstrip()) else Format.TEXT


def _packed(data: bytes) -> Format:
    """A ZIP: by its parts, failing these by the types it lists."""
    if directory_size(data) > LARGEST_DIRECTORY:
        return _cut(data)
    try:
        package = zipfile.ZipFile(BytesIO(data))
        names = {name.replace("\\", "/").lstrip("/").lower(): name for name in package.namelist()}
        for part, format in _PARTS:
            if part in names:
                return format
        if "mimetype" in names and b"opendocument" in _start(package, names["mimetype"]):
            return Format.ODF
        types = _start(package, names["[content_types].xml"]) if "[content_types].xml" in names else b""
    except Exception:  # zipfile throws much at damaged files
        return _cut(data)
    return next((format for mark, format in _TYPES if mark in types), Format.ZIP)


def directory_size(data: bytes) -> int:
    """Bytes of the list of parts of a ZIP as its end record tells; 0 where there is none."""
    end = data.rfind(b"PK\x05\x06", max(0, len(data) - 66_000))
    return int.from_bytes(data[end + 12 : end + 16], "little") if 0 <= end <= len(data) - 22 else 0


def _start(package: zipfile.ZipFile, name: str) -> bytes:
    with package.open(name) as part:
        return part.read(64 * 1024)


def _cut(data: bytes) -> Format:
    """A ZIP without its end: the names of its parts still stand in it, and the reader will say what is wrong."""
    match = _FOLDER.search(data)
    return {b"xl/": Format.XLSX, b"word/": Format.DOCX}.get(match[1], Format.ZIP) if match else Format.ZIP


def _compound(data: bytes) -> Format:
    """An OLE file: by its streams."""
    import olefile  # type: ignore[import-untyped]

    try:
        with olefile.OleFileIO(data) as container:
            streams = {"/".join(path) for path in container.listdir()}
    except Exception:  # olefile throws much at damaged files
        streams = {name for name, _ in _STREAMS if name.encode("utf-16-le") in data}
    return next((format for name, format in _STREAMS if name in streams), Format.OLE)
