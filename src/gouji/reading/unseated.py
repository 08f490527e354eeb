"""Documents that are nothing but a form, of which nothing or not the head could be read: said, so that silence is not taken for clean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from gouji.model.place import Ink, Place
from gouji.model.report import DocumentKind, Doubt
from gouji.reading.cover import Cover
from gouji.reading.seat.seated import Seated

_FORMS_ALONE = (
    DocumentKind.DEPARTMENT_TARGET,
    DocumentKind.PROJECT_TARGETS,
    DocumentKind.PROJECT_APPLICATION,
    DocumentKind.SELF_EVALUATION,
    DocumentKind.MONITORING,
    DocumentKind.TARGET_REVIEW,
)


_OF_PROJECTS = (DocumentKind.PROJECT_TARGETS, DocumentKind.PROJECT_APPLICATION)
_HEAD = re.compile(r"^\s*(?:项目名称|项目资金|(?:年度)?资金总额)")


def nothing_read(
    path: str, cover: Cover, shares: Sequence[Seated] | None, lines: Sequence[str] = ()
) -> Iterator[Doubt]:
    """A form known by its title that gave nothing, as where a text has lost the lines of its table; None for an empty form.

    Also a project's form of which only the indicators were read, though `lines` print its name and money.
    """
    if shares is None or cover.kind not in _FORMS_ALONE:
        return
    place = Place(path, text=cover.title, ink=Ink(line=1, column=1))
    if any(map(_holds, shares)):
        if cover.kind in _OF_PROJECTS and not any(share.projects or share.tables or share.boxes for share in shares):
            yield from _headless(place, lines)
        return
    yield Doubt(
        place,
        "从标题看是一张绩效表，但表内没有一项能够读出：文字的行列已经散开。请改用原来的 PDF、Word 或 Excel 文件，或对照原件。",
        unread=True,
    )


def _headless(place: Place, lines: Sequence[str]) -> Iterator[Doubt]:
    for number, line in enumerate(lines, 1):
        if _HEAD.match(line):
            spot = replace(place, text=line.strip(), ink=Ink(line=number, column=1))
            yield Doubt(spot, "只读到指标，表头的项目名称、资金没有能够读出，请对照原件。", unread=True)
            return


def _holds(share: Seated) -> bool:
    """Did a grid give anything, be it only the word that something of it was lost?"""
    return any((share.tables, share.projects, share.indicators, share.scores, share.boxes, share.reviews, share.doubts))
