"""Lines of a dump that hold figures set apart by blanks: what in them is name, code and value."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gouji.model.inked import Inked
from gouji.reading.captions import is_label, is_note, is_title
from gouji.reading.dump.printed import Printed
from gouji.vocabulary.codes import is_code

LONGEST_NAME = 80  # columns
WIDEST_PIECE = 44
FEWEST_NUMBERED = 3  # columns
_FIGURE = re.compile(r"^[-+−－(（]?(?:\d{1,3}(?:[,，]\d{3})+|\d{1,15})(?:\.\d{1,8})?[%％]?[)）]?$")
_AMOUNT = re.compile(r"^-?(?:\d{1,3}(?:,\d{3})+|\d{1,12})\.\d{1,6}$")
_PLACEHOLDER = re.compile(r"^(?:[—–－-]{1,3}|[/／])$")
_ROW_NUMBER = re.compile(r"^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[)）]|其中[：:])")
_SENTENCE = re.compile(r"[。；！？]|[，：:].*[，：:]|[：:]$|，$|，.{12}")
_NUMBERING = re.compile(r"^栏\s*次|^行\s*次\s*\d|^序\s*号\s*\d")
_CAPTION_WORD = re.compile(r"(?:情况|明细|一览|统计|汇总)(?:表)?(?:[（(][^（）()]{0,20}[)）])?$")


@dataclass(frozen=True, slots=True)
class Group:
    """A name and the values behind it; one line holds one group, or two in a two-sided table."""

    names: tuple[Inked, ...]
    values: tuple[Inked, ...]


def is_figure(text: str) -> bool:
    return bool(_FIGURE.match(text))


def is_amount(text: str) -> bool:
    """An amount printed with decimals."""
    return bool(_AMOUNT.match(text))


def is_value(text: str) -> bool:
    """A figure, or a dash or slash that stands for one."""
    return bool(_FIGURE.match(text) or _PLACEHOLDER.match(text))


def is_running_number(text: str) -> bool:
    """Can the text number a row (序号)?"""
    return text.isdigit() and len(text) <= 3


def is_row(line: Printed) -> bool:
    """Two or more figures, the last of them at the end of the line, or a code, a name and an amount; and no sentence."""
    group = last_group(line)
    figures = sum(is_figure(value.text) for value in group.values)
    if not figures or _is_text(line, group):
        return False
    first = line.tokens[0].text
    coded = is_code(first) and len(line.tokens) > len(group.values) + 1 and "." in group.values[-1].text
    return figures >= 2 or coded or sum(_AMOUNT.match(token.text) is not None for token in line.tokens) >= 2


def is_weak_row(line: Printed) -> bool:
    """One figure behind a name, or a code with its name alone: a row where a table is known to be."""
    group = last_group(line)
    return (
        is_coded_name(line)
        or len(group.values) == 1
        and bool(group.names)
        and not _is_text(line, group)
        and is_figure(group.values[0].text)
    )


def is_amount_row(line: Printed) -> bool:
    """A name and one amount printed with decimals."""
    group = last_group(line)
    return is_weak_row(line) and len(group.values) == 1 and bool(_AMOUNT.match(group.values[0].text))


def is_coded_name(line: Printed) -> bool:
    """A code with its name, and perhaps nothing else."""
    group = last_group(line)
    return is_code(line.tokens[0].text) and len(group.names) > 1 and not _is_text(line, group)


def is_numbering(line: Printed) -> bool:
    """The line that numbers the columns: 栏次 1 2 3, or 1 2 3 alone."""
    texts = [token.text for token in line.tokens]
    if len(texts) >= FEWEST_NUMBERED and texts == [str(number) for number in range(1, len(texts) + 1)]:
        return True
    return bool(_NUMBERING.match(line.text)) and line.text[-1].isdigit() and len(line.text) < 200


def is_numbered(line: Printed) -> bool:
    """Does the line begin with 一、 or （一）, as the rows of many forms do?"""
    return bool(_ROW_NUMBER.match(line.text))


def is_piece(line: Printed) -> bool:
    """Can the line be a piece of a name or of a header: short, and no sentence, title, label or note?"""
    text = line.text
    return line.width <= WIDEST_PIECE and not _SENTENCE.search(text) and not is_caption(line) and not is_note(text)


def is_caption(line: Printed) -> bool:
    """A title or a label (部门：, 单位：, 公开01表) above a table."""
    text = line.text
    return (
        is_label(text)
        or is_title(text)
        or (line.width >= 14 and len(line.tokens) <= 2 and bool(_CAPTION_WORD.search(text)))
    )


def last_group(line: Printed) -> Group:
    """The values at the end of the line, and all that stands before them."""
    tokens = line.tokens
    start = len(tokens)
    while start and is_value(tokens[start - 1].text):
        start -= 1
    return Group(tokens[:start], tokens[start:])


def _is_text(line: Printed, group: Group) -> bool:
    """Is what stands before the values too long for a name, or a sentence?"""
    names = " ".join(name.text for name in group.names)
    return line.width - sum(len(value) + 1 for value in group.values) > LONGEST_NAME or bool(_SENTENCE.search(names))
