"""Signs printed by a symbol font, where the file stores only a code: ≥ and ≤ of Symbol, ticked boxes of Wingdings."""

from __future__ import annotations

import re

_OWN = re.compile("[\uf020-\uf0ff]")

_SYMBOL = {
    0x25: "%", 0x2B: "+", 0x2D: "-", 0x2E: ".", 0x3C: "<", 0x3D: "=", 0x3E: ">", 0xA3: "≤", 0xA5: "∞", 0xB0: "°", 0xB1: "±",
    0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xE5: "∑", 0xD6: "√",
    **{code: chr(code) for code in range(0x30, 0x3A)},
}  # fmt: skip
_WINGDINGS = {
    0xFE: "☑", 0xFD: "☒", 0xFC: "√", 0xFB: "×", 0xA8: "□", 0x6F: "□", 0x71: "□", 0x6E: "■", 0x6C: "●", 0xA7: "▪", 0xD8: "➢",
    0x75: "◆", 0xB2: "◇", 0x76: "❖", 0x9F: "•",
    **{0x80 + digit: sign for digit, sign in enumerate("⓪①②③④⑤⑥⑦⑧⑨⑩")},
    **{0x8B + digit: sign for digit, sign in enumerate("⓿❶❷❸❹❺❻❼❽❾❿")},
}  # fmt: skip
_WINGDINGS_2 = {
    0x50: "√", 0x4F: "×", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x51: "☒", 0x56: "☒", 0xA3: "□", 0x30: "□", 0x2A: "□", 0x97: "•",
    **{0x6A + digit: sign for digit, sign in enumerate("①②③④⑤⑥⑦⑧⑨⑩")},
}  # fmt: skip
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}
_UNKNOWN = "\ufffd"


def symbol(code: int, font: str) -> str:
    """The sign that `font` prints for a code; � for one unknown, that it may not pass for nothing."""
    own = _FONTS.get(font.strip().lower())
    if own is None:
        return chr(code) if 0x20 <= code < 0xD800 or 0xF900 <= code < 0x110000 else _anywhere(code)
    return own.get(code & 0xFF, _UNKNOWN)


def without_codes(text: str, font: str) -> str:
    """The text with the codes of symbol fonts as the signs they print."""
    if not _OWN.search(text):
        return text
    return _OWN.sub(lambda match: symbol(ord(match.group()), font), text)


def _anywhere(code: int) -> str:
    """A code of a font unknown: as one of the symbol fonts prints it that a program may have left unnamed."""
    return _WINGDINGS.get(code & 0xFF) or _SYMBOL.get(code & 0xFF) or _UNKNOWN
