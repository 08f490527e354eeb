"""Bytes of a web page → text: by byte order mark, as UTF-8 if they are that, as the page says of itself, else as GB18030."""

from __future__ import annotations

import codecs
import re

from gouji.reading.text import LARGEST_TEXT, too_large
from gouji.reading.unreadable import Unreadable

_DECLARED = re.compile(rb"charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([A-Za-z0-9_-]{3,20})|<\?xml[^>]{0,100}encoding=[\"']([\w-]{3,20})", re.I)
_HEAD = 4096
_CHINESE = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "gb_2312-80": "gb18030", "gb18030": "gb18030"}
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def decoded(data: bytes, path: str) -> str:
    """The text of a page. A sign cut in two at the very end is no fault of the encoding."""
    if len(data) > LARGEST_TEXT:
        raise too_large(path, len(data))
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    for encoding in ("utf-8", _declared(data), "gb18030"):
        text = _strictly(data, encoding) if encoding else None
        if text is not None:
            return text
    raise Unreadable(
        path,
        "网页的文字编码无法识别。请在浏览器中打开后另存为 UTF-8 网页，再试一次。",
        "unknown text encoding; open the page in a browser and save it as UTF-8",
    )


def _declared(data: bytes) -> str:
    """The encoding the page names; "" for none, or one that Python does not know."""
    match = _DECLARED.search(data[:_HEAD])
    if match is None:
        return ""
    name = (match[1] or match[2]).decode("ascii").lower()
    try:
        return _CHINESE.get(name) or codecs.lookup(name).name
    except LookupError:
        return ""


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return codecs.getincrementaldecoder(encoding)("strict").decode(data, final=False)
    except (UnicodeError, LookupError):
        return None
