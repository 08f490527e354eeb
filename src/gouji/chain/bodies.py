"""Which documents speak of one body: by its name without the party's and the level's words, and by its place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gouji.model.report import Report
from gouji.vocabulary.regions import counties_of_one_name, region_of
from gouji.vocabulary.terms import plain

WHOLE, OWN = "部门", "单位"  # a department with its units; its own office alone

_PARTY = re.compile(r"^(?:中国共产党|中共)")
_COMMITTEE = re.compile(r"(?<=[省市区县旗州])委员会")  # 江苏省委员会办公厅 is 江苏省委办公厅
_WHOLE = re.compile(r"\((?:部门|汇总|含下属单位|含所属单位)\)$")
_OWN = re.compile(r"(?:\((?:单位|本部|本级|机关)\)|本级|机关本级|机关)$")
_LEVEL = re.compile(r"(部门|单位)(?:预算|决算)")
_UPPER = re.compile(
    r"^(?:[^省市县区旗]{2,8}(?:省|自治区))?[^省市县区旗]{2,6}(?:市|自治州|地区|盟)(?=[^省市县区旗]{1,7}(?:县|区|旗|市))"
)
_COUNTY = re.compile(r"^[^省市县区旗]{1,7}(?:县|区|旗|市)")
_PLACED = re.compile(r"^[^省市县区旗州镇乡]{2,8}(?:省|市|县|区|旗|州|盟|镇|乡|街道)")
_NATIONAL = re.compile(r"^(?:国家|中国|中华|中央|全国|最高人民)|部$")


@dataclass(frozen=True, slots=True)
class Body:
    """The documents of one body at one level, by year; undated ones are left out."""

    key: str
    level: str
    reports: tuple[Report, ...]


def same_body(name: str) -> str:
    """What two names of one body have in common: without the party's name and the level, its committees in short."""
    return _OWN.sub("", _WHOLE.sub("", _COMMITTEE.sub("委", _PARTY.sub("", plain(name)))))


def level_of(report: Report) -> str:
    """部门 for a department with its units, 单位 for one body alone, "" where the document does not say."""
    name = plain(report.body)
    if _OWN.search(name):
        return OWN
    match = _LEVEL.search(plain(report.title))
    return match[1] if match else WHOLE if _WHOLE.search(name) else ""


def bodies(reports: Sequence[Report]) -> list[Body]:
    """The bodies of some documents. One without a name, or whose name is that of many (水务局), is no one's."""
    named = [report for report in reports if report.body and report.year is not None]
    keys = _keys({same_body(report.body): None for report in named})
    found: dict[str, list[Report]] = defaultdict(list)
    for report in named:
        found[keys[same_body(report.body)]].append(report)
    return [body for key, group in found.items() for apart in _by_region(key, group) for body in _by_level(key, apart)]


def _keys(names: Iterable[str]) -> dict[str, str]:
    """Each name with the one it is known by: that of a county without its city where both are printed."""
    names = list(names)
    longer: dict[str, set[str]] = defaultdict(set)
    for name in names:
        if match := _UPPER.match(name):
            longer[name[match.end() :]].add(name)
    known = {short: next(iter(long)) for short, long in longer.items() if len(long) == 1 and _is_sure(short)}
    return {name: known.get(name, name) for name in names}


def _is_sure(short: str) -> bool:
    """Does the name of the county stand for one county only?"""
    match = _COUNTY.match(short)
    return match is not None and match[0] not in counties_of_one_name()


def _by_region(key: str, group: list[Report]) -> list[list[Report]]:
    """Documents of one name in two regions are of two bodies; those that do not tell theirs are then nobody's."""
    regions = {report.region for report in group if report.region}
    if len(regions) > 1:
        told = [[report for report in group if report.region == region] for region in sorted(regions)]
        return told + [[report] for report in group if not report.region]
    if not regions and not _is_one(key):
        return [[report] for report in group]
    return [group]


def _is_one(key: str) -> bool:
    """Is this the name of one body, because it tells its place or is a national one?"""
    county = _COUNTY.match(key)
    if county is not None and county[0] in counties_of_one_name():
        return False
    return bool(_PLACED.match(key) or region_of(key) or _NATIONAL.search(key))


def _by_level(key: str, group: list[Report]) -> list[Body]:
    """A department and its own office apart, where both have documents; what tells no level is the department's."""
    group = sorted(group, key=lambda report: (report.year or 0, report.path))
    levels = {report.path: level_of(report) for report in group}
    own = tuple(report for report in group if levels[report.path] == OWN)
    rest = tuple(report for report in group if levels[report.path] != OWN)
    if not own or WHOLE not in levels.values():
        return [Body(key, "", tuple(group))]
    return [Body(key, WHOLE, rest), Body(key, OWN, own)]
