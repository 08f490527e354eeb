"""What a browser does not show of a web page, and which of its elements stand on lines of their own."""

from __future__ import annotations

import re

from lxml import etree

BLOCKS = frozenset(
    ["address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dir", "div", "dl", "dt",
     "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend",
     "li", "main", "menu", "ol", "p", "pre", "section", "summary", "title", "ul"]
)  # fmt: skip
_UNSHOWN = frozenset(
    ["applet", "audio", "button", "canvas", "colgroup", "datalist", "del", "embed", "iframe", "link", "map", "meta", "nav",
     "noframes", "noscript", "object", "option", "optgroup", "rp", "rt", "script", "select", "style", "svg", "template",
     "video", "xml"]
)  # fmt: skip
_HIDDEN = re.compile(r"display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}(?:hidden|collapse)|mso-hide\s{0,5}:\s{0,5}all", re.I)
LONGEST_STYLE = 5_000


def is_shown(element: etree._Element) -> bool:
    """Does a browser show the element's text? Scripts, menus and what a style hides are passed over."""
    tag = element.tag
    if not isinstance(tag, str) or tag in _UNSHOWN or ":" in tag and tag.endswith(("documentproperties", "latentstyles")):
        return False
    if element.get("hidden") is not None:
        return False
    style = element.get("style")
    return style is None or not _HIDDEN.search(style[:LONGEST_STYLE])
