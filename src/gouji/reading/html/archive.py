"""MHTML (a web page and its pictures in one file, as Word and Excel save it) → what the page in it prints."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from email.message import Message

from gouji.reading.html import source as page
from gouji.reading.press import Source
from gouji.reading.text import LARGEST_TEXT, too_large
from gouji.reading.unreadable import Unreadable

MOST_PARTS = 2_000
MOST_ENVELOPES = 10  # parts made of parts

_PART = re.compile(rb"^content-type:\s{0,20}(multipart/)?", re.I | re.M)


def source(data: bytes, path: str) -> Source:
    """What the archive prints: its pages one after the other, for Excel writes one for each sheet."""
    if len(data) > LARGEST_TEXT:
        raise too_large(path, len(data))
    kinds = _PART.findall(data)
    sound = len(kinds) <= MOST_PARTS and sum(map(bool, kinds)) <= MOST_ENVELOPES
    pages = list(_pages(data)) if sound else []
    if not pages:
        raise Unreadable(
            path,
            "文件里没有找到网页内容，可能已损坏。请在 Word、Excel 或 WPS 中打开，另存为 .docx、.xlsx 或 PDF 后再试。",
            "no page found in the file, it may be damaged; open it in Word or Excel and save it as .docx, .xlsx or PDF",
        )
    return page.source(b"\n".join(pages), path)


def _pages(data: bytes) -> Iterator[bytes]:
    """The bytes of each page, in UTF-8 where the archive names their encoding."""
    for part in email.message_from_bytes(data, policy=email.policy.compat32).walk():
        if part.get_content_type() == "text/html" and isinstance(content := part.get_payload(decode=True), bytes):
            yield _in_utf8(content, part)


def _in_utf8(content: bytes, part: Message) -> bytes:
    charset = part.get_content_charset()
    try:
        return content.decode(charset).encode("utf-8") if charset else content
    except (LookupError, UnicodeError):
        return content
