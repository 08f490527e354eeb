"""Advice that many indicators of a document call for is given once, with all its places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from gouji.model.finding import Remark
from gouji.rules.performance.indicators.judged import Judged

FEW, NAMED = 3, 5  # so many are told one by one; so many others are named

Told = tuple[Judged, Remark]


def gathered(found: Iterable[Told]) -> Iterator[Remark]:
    """The remarks as they are, or one for all of a severity where they are more than a few."""
    groups: dict[object, list[Told]] = {}
    for told in found:
        groups.setdefault(told[1].severity, []).append(told)
    for group in groups.values():
        if len(group) <= FEW:
            yield from (remark for _, remark in group)
        else:
            yield _as_one(group)


def _as_one(group: list[Told]) -> Remark:
    first, rest = group[0][1], group[1:]
    others = "、".join(list(dict.fromkeys(_named(told, first.rewrite) for told in rest))[:NAMED])
    return replace(
        first,
        message=f"{first.message}；另有{len(rest)}处相同：{others}{'等' if len(rest) > NAMED else ''}",
        message_en=f"{first.message_en}; {len(rest)} more like it",
        against=(*first.against, *(remark.at for _, remark in rest)),
    )


def _named(told: Told, rewrite: str) -> str:
    """The indicator, with its own rewrite where that is another one."""
    one, remark = told
    own = f"（→{remark.rewrite}）" if remark.rewrite not in ("", rewrite) else ""
    return f"{one.label}{own}"
