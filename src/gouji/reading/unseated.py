"""Documents that are nothing but a form, of which nothing could be read: said, so that silence is not taken for a clean form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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


def nothing_read(path: str, cover: Cover, shares: Sequence[Seated] | None) -> Iterator[Doubt]:
    """A form known by its title that gave nothing, as where a text has lost the lines of its table; None for an empty form."""
    if shares is None or cover.kind not in _FORMS_ALONE or any(map(_holds, shares)):
        return
    place = Place(path, text=cover.title, ink=Ink(line=1, column=1))
    yield Doubt(
        place,
        "从标题看是一张绩效表，但表内没有一项能够读出：文字的行列已经散开。请改用原来的 PDF、Word 或 Excel 文件，或对照原件。",
        unread=True,
    )


def _holds(share: Seated) -> bool:
    """Did a grid give anything, be it only the word that something of it was lost?"""
    return any((share.tables, share.projects, share.indicators, share.scores, share.boxes, share.reviews, share.doubts))
