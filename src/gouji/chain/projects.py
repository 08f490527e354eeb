"""Mentions of projects joined into lines: by code, by name and unit, and by the name without labels of years."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from gouji.chain.indicators import Told, lines
from gouji.chain.mentions import Mention
from gouji.chain.names import is_secret
from gouji.model.chain import Money, ProjectLine, ProjectYear, Stage, Unclear

Group = list[Mention]
_STAGES = list(Stage)


def projects(mentions: Sequence[Mention]) -> tuple[tuple[ProjectLine, ...], tuple[Unclear, ...]]:
    """The projects of a body, and the names under which nothing could be joined."""
    groups: list[Group] = []
    unclear: list[Unclear] = []
    for coded in _by(mentions, lambda mention: mention.name.full):
        joined, left = _by_name(coded)
        groups += joined
        unclear += [Unclear(one[0].printed, one[0].year, tuple(m.place for m in one)) for one in left]
    found = [_line(group) for group in _by_bare_name(_by_code(groups))]
    return tuple(line for line, _ in found), (*unclear, *(one for _, said in found for one in said))


def _by(mentions: Iterable[Mention], key: Callable[[Mention], str]) -> list[Group]:
    groups: dict[str, Group] = defaultdict(list)
    for mention in mentions:
        groups[key(mention)].append(mention)
    return list(groups.values())


def _by_name(group: Group) -> tuple[list[Group], list[Group]]:
    """Mentions of one name: one project if no form has it twice, else one for each unit. What fits none is left."""
    codes = {mention.name.code for mention in group if mention.name.code}
    if len(codes) > 1:
        coded = [one for one in _by(group, lambda mention: mention.name.code) if one[0].name.code]
        rest = [mention for mention in group if not mention.name.code]
        joined, left = [one for one in coded if not _twice(one)], [one for one in coded if _twice(one)]
        return joined + [[one] for one in rest], left
    units = {mention.unit for mention in group if mention.unit}
    if len(units) <= 1:
        return ([group], []) if not _twice(group) else ([[one] for one in group], [group])
    by_unit = [one for one in _by(group, lambda mention: mention.unit) if one[0].unit]
    nowhere = [mention for mention in group if not mention.unit]
    joined = [one for one in by_unit if not _twice(one)]
    twice = [one for one in by_unit if _twice(one)]
    apart = [[mention] for mention in nowhere] + [[mention] for one in twice for mention in one]
    return joined + apart, [*twice, *([nowhere] if nowhere else [])]


def _twice(group: Sequence[Mention]) -> bool:
    """Does one form of a document name it twice?"""
    forms = [(mention.document, mention.form) for mention in group]
    return len(set(forms)) < len(forms)


def _by_code(groups: list[Group]) -> list[Group]:
    """Groups of one code joined, be their names alike or not."""
    found: dict[str, Group] = {}
    for number, group in enumerate(groups):
        code = next((mention.name.code for mention in group if mention.name.code), f"#{number}")
        joined = found.get(code, []) + group
        if _twice(joined):
            found[f"#{number}"] = group
        else:
            found[code] = joined
    return list(found.values())


def _by_bare_name(groups: list[Group]) -> list[Group]:
    """Groups whose names differ in labels of years only joined, where no year has two of them."""
    found: list[Group] = []
    by_bare: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        by_bare[group[0].name.bare].append(group)
    for same in by_bare.values():
        units = {mention.unit for group in same for mention in group if mention.unit}
        if len(same) > 1 and len(units) <= 1 and not _clash(same):
            found.append([mention for group in same for mention in group])
        else:
            found += same
    return found


def _clash(groups: list[Group]) -> bool:
    """Are two of the groups different projects: by their codes, as two of one form, or by two labels in one year?"""
    every = [mention for group in groups for mention in group]
    if _twice(every) or len({mention.name.code for mention in every if mention.name.code}) > 1:
        return True
    if len({mention.name.full for mention in every}) < len(groups):
        return True  # one name that was not joined before
    labels: dict[int, set[tuple[str, ...]]] = defaultdict(set)
    for mention in every:
        if mention.name.labels:
            labels[mention.year].add(mention.name.labels)
    return any(len(found) > 1 for found in labels.values())


def _line(group: Group) -> tuple[ProjectLine, tuple[Unclear, ...]]:
    group = sorted(group, key=lambda mention: (mention.year, _STAGES.index(mention.stage)))
    told = [Told(mention.year, one) for mention in group for one in mention.statements]
    indicators, unclear = lines(told)
    years = dict.fromkeys(mention.year for mention in group)
    line = ProjectLine(
        name=group[-1].printed,
        names=tuple(dict.fromkeys(mention.printed for mention in group)),
        code=next((mention.name.code for mention in group if mention.name.code), ""),
        unit=next((mention.unit for mention in group if mention.unit), ""),
        secret=any(mention.secret or is_secret(mention.printed) for mention in group),
        years=tuple(_year(year, [mention for mention in group if mention.year == year]) for year in years),
        indicators=indicators,
    )
    return line, unclear


def _year(year: int, group: Group) -> ProjectYear:
    last = [mention for mention in group if mention.stage is Stage.SELF_EVALUATION]
    return ProjectYear(
        year,
        tuple((mention.stage, mention.place) for mention in group),
        Money(tuple(amount for mention in group for amount in mention.amounts)),
        next((mention.rate for mention in last if mention.rate is not None), None),
        next((mention.total for mention in last if mention.total is not None), None),
        next((mention.grade for mention in last if mention.grade), ""),
    )
