"""Codes of printed characters → the characters meant: radicals and compatibility forms become the common ones."""

from __future__ import annotations

import unicodedata

# Signs of the fonts Wingdings and Wingdings 2, which print the boxes that forms tick.
_SYMBOLS = {0xF0A8: "□", 0xF06F: "□", 0xF0A3: "□", 0xF071: "□", 0xF0FE: "☑", 0xF052: "☑", 0xF0FD: "☒", 0xF0FC: "√",
            0xF050: "√", 0xF0FB: "×", 0xF0B7: "•", 0xF06C: "●", 0xF06E: "■", 0xF0D8: "➢", 0xF076: "❖"}  # fmt: skip


NOTHING, UNKNOWN, SPACE = "", "\ufffd", " "
_SPACES = frozenset((0x09, 0x20, 0xA0, 0x3000, 0x202F, 0x205F, *range(0x2000, 0x200B)))
_CONTROLS = frozenset((*range(0x01, 0x20), *range(0x7F, 0xA0), 0xAD, *range(0x200B, 0x2010), 0x2060, 0xFEFF))
_HYPHEN = 0x02  # PDFium's mark for a hyphen at the end of a line
_UNKNOWN = (0x00, 0xFFFD, 0xFFFE, 0xFFFF)


class Characters(dict[int, str]):
    """The character of each code, NOTHING for what prints nothing; made when first asked for."""

    _high = 0

    def __missing__(self, code: int) -> str:
        if 0xD800 <= code < 0xDC00:
            self._high = code
            return NOTHING
        if 0xDC00 <= code < 0xE000:
            return chr(0x10000 + ((self._high - 0xD800) << 10) + code - 0xDC00) if self._high else UNKNOWN
        self[code] = text = _meant(code)
        return text


def _meant(code: int) -> str:
    if code in _SPACES:
        return SPACE
    if code == _HYPHEN:
        return "-"
    if code in _CONTROLS:
        return NOTHING
    if code in _UNKNOWN:
        return UNKNOWN
    if 0xF000 <= code <= 0xF0FF:
        return _SYMBOLS.get(code, chr(code))
    if 0x2E80 <= code <= 0x2FDF or 0xF900 <= code <= 0xFAFF or 0x2F800 <= code <= 0x2FA1F:
        normal = unicodedata.normalize("NFKC", chr(code))
        return _RADICALS.get(code, normal) if len(normal) == 1 else chr(code)
    return chr(code)


# Radicals of U+2E80…2EFF that have no compatibility form but are printed for a character by some fonts.
_RADICALS = {0x2E81: "厂", 0x2E84: "乙", 0x2E85: "亻", 0x2E8C: "小", 0x2E92: "巳", 0x2E95: "彐", 0x2E98: "扌",
             0x2E9B: "旡", 0x2E9D: "月", 0x2EA0: "民", 0x2EA6: "丬", 0x2EAB: "罒", 0x2EAF: "糹", 0x2EB0: "纟",
             0x2EC4: "西", 0x2EC5: "见", 0x2EC6: "角", 0x2EC8: "讠", 0x2EC9: "贝", 0x2ECA: "足", 0x2ECB: "车",
             0x2ED0: "钅", 0x2ED1: "長", 0x2ED3: "长", 0x2ED4: "门", 0x2EDA: "页", 0x2EDB: "风", 0x2EDC: "飞",
             0x2EDD: "食", 0x2EE2: "马", 0x2EE4: "鬼", 0x2EE5: "鱼", 0x2EE6: "鸟", 0x2EE7: "卤", 0x2EE9: "黄",
             0x2EEC: "齐", 0x2EED: "歯", 0x2EEE: "齿", 0x2EEF: "竜", 0x2EF0: "龙", 0x2EF2: "亀", 0x2EF3: "龟"}  # fmt: skip
