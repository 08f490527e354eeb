"""DOC, WPS and RTF → text lines and runs of table rows, by way of DOCX; what the conversion loses is said."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from gouji.model.medium import Spot
from gouji.reading.flow.lines import Lines
from gouji.reading.office import docx
from gouji.reading.office.libreoffice import docx_of
from gouji.reading.office.package import Package
from gouji.reading.office.word.binary import Locked, text_of
from gouji.reading.press import Source
from gouji.reading.unreadable import Unreadable

FEWEST_FIGURES = 3
FEWEST_CELLS = 4
_FIGURE = re.compile(r"\d[\d,]*\.\d+|\d{4,}")


def source(data: bytes, path: str) -> Source:
    """What an old Word file prints."""
    if data.startswith(b"{\\rtf"):
        return docx.source(docx_of(data, ".rtf", path), path)
    try:
        text = text_of(data) or ""
    except Locked:
        raise _locked(path) from None
    converted = docx_of(data, ".doc", path)
    read = docx.source(converted, path)
    said = [message for message in (_lost_cells(text, converted, path), _lost_figures(text, read)) if message]
    press = Lines(path)
    press.lines, press.spots = read.lines, read.spots
    more = [(press.empty(Spot(cell="文件末尾")), message, True) for message in said]
    return replace(read, doubts=[*read.doubts, *more])


def _lost_cells(text: str, converted: bytes, path: str) -> str:
    """What to say where tables are gone: a mark ends every cell and every row of the old file."""
    marks = text.count("\x07")
    xml = Package(converted, path).read(docx.USUAL)
    kept = xml.count(b"</w:tc>") + xml.count(b"</w:tr>")
    if marks - kept < max(FEWEST_CELLS, marks // 10):
        return ""
    return "转换文件时有表格没有转出，其中的数字未作为表格读取，请在 Word 或 WPS 中另存为 .docx 后再试。"


def _lost_figures(text: str, read: Source) -> str:
    """What to say where the file has figures that its conversion has not, or not as often."""
    ours = Counter(figure for line in read.lines for figure in _FIGURE.findall(line))
    lost = list((Counter(_FIGURE.findall(text)) - ours).elements())
    if len(lost) < FEWEST_FIGURES:
        return ""
    shown = "、".join(lost[:3])
    return f"转换文件时有 {len(lost)} 个数字没有转出（如 {shown}），可能是修订中已删除的，请核对原件或另存为 .docx 后再试。"


def _locked(path: str) -> Unreadable:
    return Unreadable(
        path,
        "文件设有打开密码，无法读取。请先在 Word 或 WPS 中打开并取消密码，再另存一次。",
        "the file is protected by a password; remove it in Word or WPS and save the file again",
    )
