"""Is the text layer of a page what the page shows? Fonts without a table of characters give others than they print."""

from __future__ import annotations

import re

from gouji.reading.pdf.glyphs import PageText

# Measured on published pages: Chinese 0.17 and more of the characters, known ones 0.956 and more, none unmapped.
LEAST_CHINESE = 0.05
LEAST_KNOWN = 0.85
MOST_UNMAPPED = 0.02
LEAST_VOWELS = 0.28  # of the letters of a language; a fifth of them in random codes
MOST_ODD = 0.15  # signs that hardly stand in documents but fill the first codes of a font
FEWEST = 12  # characters, to tell anything

_PLAIN = re.compile(r"[\s\d!-/:-@\[-`{-~·•°±×÷²³㎡□☑☒√‐-⁞℀-⅏←-⋿①-⓿─-⟿　-〿！-／：-＠０-９％￥]+")
_ODD = re.compile(r"""[!"#$&'*+;<=>?@\[\\\]^`{|}~]""")
_VOWELS = re.compile(r"[aeiouAEIOU]")
_CHINESE = re.compile(r"[一-鿿]")


def garbled(text: PageText) -> bool:
    """Is the text layer of a page another text than the page prints?"""
    groups = (text.glyphs, *text.turned.values())
    told = "".join(glyph.text for group in groups for glyph in group)
    count = len(told) - told.count(" ") + text.unmapped
    if text.unmapped > MOST_UNMAPPED * count:
        return True
    if count >= FEWEST and len(_ODD.findall(told)) > MOST_ODD * count:
        return True
    letters = _PLAIN.sub("", told)
    if len(letters) < FEWEST:
        return False
    if _known(letters) < LEAST_KNOWN * len(letters):
        return True
    return len(_CHINESE.findall(letters)) < LEAST_CHINESE * count and not _is_latin_text(letters)


def _is_latin_text(letters: str) -> bool:
    """Are the letters words of a language in Latin script, and not codes that happen to be letters?"""
    return letters.isascii() and len(_VOWELS.findall(letters)) >= LEAST_VOWELS * len(letters)


def _known(letters: str) -> int:
    """How many of them are in the everyday set of GB 2312, which every font of the field has."""
    plain = sum(letter.isascii() for letter in letters)
    return plain + (len(letters.encode("gb2312", "ignore")) - plain) // 2
