"""Bytes of a text file → lines with their ink, without markup and noise. UTF-8, UTF-16 and GB18030 are read."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

from gouji.model.inked import Inked
from gouji.reading import markup
from gouji.reading.unreadable import Unreadable

LARGEST_TEXT = 64 * 1024 * 1024
LONGEST_LINE = 1_000_000
MOST_LINES = 300_000

_TAG = re.compile(r"</?(?:p|br|div|span|b|i|u|strong|em|font|a|sup|sub|h[1-6]|ul|ol|li)(?:\s[^<>]{0,500})?/?>", re.I)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,10});")
_WIDE_SPACES = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_NO_SPACES = "\u200b\u200c\u200d\u2060\ufeff"
_SPACES = str.maketrans(dict.fromkeys(_WIDE_SPACES, " ") | dict.fromkeys(_NO_SPACES, "\u00ad"))
_INVISIBLE = re.compile("\u00ad+")
_EMPHASIS = re.compile(r"(\*\*)(?=[^\s*])[^*]{0,2000}(?<![\s*])(\*\*)")  # Markdown's bold, not a masked name: 张**


def decode(data: bytes, path: str) -> str:
    """The text of a file; Unreadable when it is empty, too large, binary, or in no encoding that fits."""
    if not data.strip(b" \t\r\n\xef\xbb\xbf\x00"):
        raise Unreadable(
            path,
            "文件是空的。请确认导出是否成功，再重新选择文件。",
            "the file is empty; check the export and try again",
        )
    if len(data) > LARGEST_TEXT:
        raise too_large(path, len(data))
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return _decoded(data, "utf-16", path)
    if b"\x00" in data[:65536]:
        raise Unreadable(
            path,
            "不是文本文件（含二进制内容）。请提供 TXT、HTML 或从原文件复制的文本。",
            "not a text file (binary content); give the text of the document",
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _decoded(data, "gb18030", path)


def too_large(path: str, size: int) -> Unreadable:
    """The refusal of a text of `size` bytes, naming the cap: for callers that can tell before reading."""
    return Unreadable(
        path,
        f"文本有 {size / 1048576:.0f} MB，超过上限 {LARGEST_TEXT // 1048576} MB。请按单位或按年度拆分后再试。",
        f"the text is {size / 1048576:.0f} MB, over the cap of {LARGEST_TEXT // 1048576} MB; split it by body or year",
    )


def _decoded(data: bytes, encoding: str, path: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable(
            path,
            f"文字编码无法识别（第 {error.start} 字节处）。请另存为 UTF-8 后再试。",
            f"unknown text encoding (at byte {error.start}); save it as UTF-8 and try again",
        ) from None


def lines(text: str, path: str = "") -> list[Inked]:
    """The lines, tags and entities resolved and special spaces made plain; tabs and inner spaces are kept.

    They are the physical lines, but for HTML tables, whose rows are lines wherever the source breaks.
    """
    if markup.has_tables(text):
        found = markup.lines("\n".join(physical(text)))
    else:
        found = (Inked.at(raw, number) for number, raw in enumerate(physical(text), start=1))
    return [_cleaned(line) for line in _within_bounds(found, path)]


def physical(text: str) -> list[str]:
    """The physical lines untouched: ink columns count in them."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", " ").split("\n")


def _within_bounds(found: Iterable[Inked], path: str) -> Iterator[Inked]:
    """The lines; Unreadable at one too long or one too many, for a part of a document is never read as the whole."""
    for number, line in enumerate(found, start=1):
        if number > MOST_LINES:
            raise Unreadable(
                path,
                f"文本超过 {MOST_LINES // 10000} 万行的上限。请按单位或按年度拆分后再试。",
                f"the text has more than {MOST_LINES} lines; split it by body or year",
            )
        if len(line.text) > LONGEST_LINE:
            raise Unreadable(
                path,
                f"第 {line.spot(0)[0]} 行超过 {LONGEST_LINE // 10000} 万字的上限。请确认导出时保留了换行，再重新选择文件。",
                f"line {line.spot(0)[0]} has more than {LONGEST_LINE} characters; export it with its line breaks",
            )
        yield line


def plainly_spaced(text: str) -> str:
    """The text with special spaces made plain, and without signs that print nothing."""
    return text.translate(_SPACES).replace("\u00ad", "")


def _cleaned(inked: Inked) -> Inked:
    inked = Inked(inked.text.translate(_SPACES), inked.runs)
    if "\u00ad" in inked.text:
        inked = inked.drop(match.span() for match in _INVISIBLE.finditer(inked.text))
    if "<" in inked.text:
        inked = inked.drop(match.span() for match in _TAG.finditer(inked.text))
    if "&" in inked.text:
        inked = _without_entities(inked)
    if "**" in inked.text:
        inked = inked.drop(span for match in _EMPHASIS.finditer(inked.text) for span in (match.span(1), match.span(2)))
    return inked


def _without_entities(inked: Inked) -> Inked:
    parts: list[Inked] = []
    position = 0
    for match in _ENTITY.finditer(inked.text):
        parts.append(inked.cut(position, match.start()))
        sign = inked.cut(match.start(), match.start() + 1)
        parts.append(Inked(html.unescape(match.group()).translate(_SPACES), sign.runs))
        position = match.end()
    parts.append(inked.cut(position))
    return Inked.join(parts)
