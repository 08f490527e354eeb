"""Advice that many indicators of a document call for is given once, with all its places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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
    labels = dict.fromkeys(_named(told, first.rewrite) for told in rest)
    others = [label for label in labels if label != group[0][0].label]
    named = "、".join(others[:NAMED]) + "等" * (len(others) > NAMED)
    return replace(
        first,
        message=f"{first.message}；另有{len(rest)}处相同{f'：{named}' if named else ''}",
        message_en=f"{first.message_en}; {len(rest)} more like it",
        against=(*first.against, *(place for _, remark in rest for place in (remark.at, *remark.against))),
    )


def _named(told: Told, rewrite: str) -> str:
    """The indicator, with its own rewrite where that is another one."""
    one, remark = told
    own = f"（→{remark.rewrite}）" if remark.rewrite not in ("", rewrite) else ""
    return f"{one.label}{own}"


def as_few(remarks: Sequence[Remark], noun: str = "个项目") -> Iterator[Remark]:
    """What is said of a few projects, or groups of them; of many, the first with a word on the others."""
    if len(remarks) <= FEW:
        yield from remarks
        return
    first, rest = remarks[0], remarks[1:]
    yield replace(
        first,
        message=f"{first.message}；另有{len(rest)}{noun}同样如此",
        message_en=f"{first.message_en}; {len(rest)} more like it",
        against=(*first.against, *(place for each in rest for place in (each.at, *each.against))),
    )
