"""Sentences → claims: what the running text states of money, growth, shares, completion and counts."""

from __future__ import annotations

from collections.abc import Sequence

from gouji.model.narrative import Claim, Paragraph
from gouji.reading.claims.boxes import box_claims
from gouji.reading.claims.lists import Lists
from gouji.reading.claims.sentence import Words
from gouji.reading.claims.walk import ParagraphWalk


def claims(paragraphs: Sequence[Paragraph], document: str) -> tuple[Claim, ...]:
    """The claims of all paragraphs in order; `document` is the path that their figures' places name."""
    found: list[Claim] = []
    lists = Lists()
    following = 1
    for paragraph in paragraphs:
        parent = lists.parent(paragraph)
        walk = ParagraphWalk(Words.of(paragraph, document), following, parent, one_item=lists.numbered)
        found.extend(walk.claims())
        lists.after(paragraph, walk.book.statements)
        following = walk.book.next
    return tuple(found)


__all__ = ["box_claims", "claims"]
