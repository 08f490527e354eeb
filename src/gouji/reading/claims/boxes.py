"""The free-text boxes of forms → claims: what goals, uses of funds and results say of money."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from gouji.model.inked import Inked
from gouji.model.narrative import Claim, Paragraph
from gouji.model.performance import Project, TextBox
from gouji.model.place import Place
from gouji.reading.claims.sentence import Words
from gouji.reading.claims.walk import ParagraphWalk

GOAL = "绩效目标"


def box_claims(boxes: Sequence[TextBox], projects: Sequence[Project], document: str) -> tuple[Claim, ...]:
    """The claims of all boxes, those of the department first. A text that stands in several boxes is read once."""
    found: list[Claim] = []
    following = 1
    for texts in (_of_boxes(boxes), *(_of_project(project) for project in projects)):
        seen: set[str] = set()
        for content, place in texts:
            if content.text in seen or not any(sign.isdigit() for sign in content.text):
                continue
            seen.add(content.text)
            walk = ParagraphWalk(Words.of(Paragraph(content, (place.form,)), document, place), following)
            found.extend(walk.claims())
            following = walk.book.next
    return tuple(found)


def _of_boxes(boxes: Sequence[TextBox]) -> Iterator[tuple[Inked, Place]]:
    return ((box.content, box.place) for box in boxes)


def _of_project(project: Project) -> Iterator[tuple[Inked, Place]]:
    """What a project's form says; of a secret one nothing is read."""
    if project.secret:
        return
    yield from _of_boxes(project.boxes)
    yield project.goal, replace(project.place, field=GOAL)
