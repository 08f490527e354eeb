"""HTML → text lines and runs of table rows, each with its path (第12段, 表3/行5/格2)."""

from __future__ import annotations

from lxml import etree

from gouji.model.inked import Inked
from gouji.model.medium import Medium, Spot
from gouji.reading.flow.lines import Lines
from gouji.reading.flow.tabs import without_tabs
from gouji.reading.flow.whole import are_whole
from gouji.reading.html.charset import decoded
from gouji.reading.html.page import Page
from gouji.reading.press import Source
from gouji.reading.run import Piece
from gouji.reading.unreadable import Unreadable

MOST_TAGS = 4_000_000
_PICTURES = "网页中有 {count} 幅较大的图片，图片里的文字和数字没有读取，请核对原件；是表格的，请另存图片后一并检查。"
_CUT = "网页的标签嵌套过深，只读到这里，以后的内容没有读取。请在浏览器中打开后另存为 PDF 再试。"


def source(data: bytes, path: str) -> Source:
    """What a browser shows of a page: tables as runs of rows, those that only lay out the page as text."""
    page = Page(Lines(path))
    root, cut = _root(decoded(data, path), path)
    page.read(root)
    press = page.press
    doubts = [(press.empty(Spot(cell="网页末尾")), _CUT, True)] if cut else []
    if page.pictures:
        doubts.append((press.empty(Spot(cell="网页图片")), _PICTURES.format(count=page.pictures), False))
    if not page.pieces:
        raise _too_deep(path) if cut else _without_text(path)
    pieces = list(without_tabs(page.pieces))
    _number_anew(pieces, press)
    whole = are_whole(piece.text for piece in pieces if isinstance(piece, Inked))
    return Source(Medium.HTML, pieces, press.lines, press.spots, doubts=doubts, whole=whole)


def _root(text: str, path: str) -> tuple[etree._Element, bool]:
    """The tree of the page, and whether the parser gave up before its end: it does where elements nest without end.

    The larger limits of `huge_tree` are those pages need in which no tag is closed; nothing expands in HTML.
    """
    if text.count("<") > MOST_TAGS:
        raise _too_many(path)
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text.replace("\x00", "").encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        raise _without_text(path) from None
    if root is None:
        raise _without_text(path)
    return root, any(entry.level >= etree.ErrorLevels.FATAL for entry in parser.error_log)


def _number_anew(pieces: list[Piece], press: Lines) -> None:
    """Count the paragraphs and tables that a reader of the page sees: frames of its layout are none."""
    names: dict[str, str] = {}
    paragraphs = 0
    for piece in pieces:
        if isinstance(piece, Inked):
            paragraphs += 1
            press.spots[piece.runs[0][1] - 1] = Spot(cell=f"第{paragraphs}段")
            continue
        for cell in (cell for row in piece.rows for cell in row if cell.runs):
            table = press.spots[cell.runs[0][1] - 1].cell.partition("/")[0]
            names.setdefault(table, f"表{len(names) + 1}")
    for index, spot in enumerate(press.spots):
        table, slash, rest = spot.cell.partition("/")
        if slash and table in names:
            press.spots[index] = Spot(cell=f"{names[table]}/{rest}")


def _without_text(path: str) -> Unreadable:
    return Unreadable(
        path,
        "网页里没有文字，可能是由脚本显示的。请在浏览器中打开后复制文字，或另存为 PDF 后再试。",
        "there is no text in the page (a script may show it); copy the text from a browser, or save the page as PDF",
    )


def _too_deep(path: str) -> Unreadable:
    return Unreadable(
        path,
        "网页的标签嵌套过深，无法读取。请在浏览器中打开后复制文字，或另存为 PDF 后再试。",
        "the tags of the page nest too deep; copy the text from a browser, or save the page as PDF",
    )


def _too_many(path: str) -> Unreadable:
    return Unreadable(
        path,
        f"网页的标签超过 {MOST_TAGS // 10_000} 万个。请按单位或按年度拆分后再试。",
        f"the page has more than {MOST_TAGS} tags; split it by body or year",
    )
