"""What a browser does not show of a web page, which elements stand on lines of their own, which pictures are large."""

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
_SIDE = re.compile(r"(?<![\w-])(width|height)\s{0,5}:\s{0,5}(\d{1,5})(?:\.\d{0,9})?\s{0,5}(px|pt)", re.I)
LONGEST_STYLE = 5_000
WIDE, TALL = 300.0, 150.0  # pixels of a picture that can hold a table; those that tell no size are mostly signs
_PIXELS = {"px": 1.0, "pt": 4 / 3}


def is_shown(element: etree._Element) -> bool:
    """Does a browser show the element's text? Scripts, menus and what a style hides are passed over."""
    tag = element.tag
    if not isinstance(tag, str) or tag in _UNSHOWN or ":" in tag and tag.endswith(("documentproperties", "latentstyles")):
        return False
    if element.get("hidden") is not None:
        return False
    style = element.get("style")
    return style is None or not _HIDDEN.search(style[:LONGEST_STYLE])


def is_large(picture: etree._Element) -> bool:
    """Does a picture say that it is as large as a table?"""
    sides = {side: _told(picture.get(side)) for side in ("width", "height")}
    for side, number, unit in _SIDE.findall((picture.get("style") or "")[:LONGEST_STYLE]):
        sides[side.lower()] = int(number) * _PIXELS[unit.lower()]
    return sides["width"] >= WIDE and sides["height"] >= TALL


def _told(length: str | None) -> float:
    """Pixels of a length as an attribute tells it; 0 for none, or a share of the page."""
    bare = (length or "").strip().removesuffix("px")
    return float(bare) if bare.isascii() and bare.isdigit() and len(bare) < 6 else 0.0
