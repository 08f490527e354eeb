"""The words of performance indicators: units with their families and conversions. The data lie in `indicators.toml`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any

COUNT = "count"
_BRACKET = re.compile(r"\([^()]{0,12}\)[次套件册个]?$")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure. Units of one family convert; `worth` is counted in the family's smallest unit."""

    name: str
    family: str
    worth: Decimal = Decimal(1)


@cache
def words() -> dict[str, Any]:
    """The data file."""
    path = resources.files("gouji.vocabulary") / "indicators.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def units() -> dict[str, Unit]:
    """Every unit by its name. Things that are counted are each a family of their own."""
    found = {name: Unit(name, f"{COUNT}:{name}") for name in words()["counts"]["units"].split()}
    for family, members in words()["units"].items():
        found.update({name: Unit(name, family, Decimal(worth)) for name, worth in members.items()})
    return found


@cache
def periods() -> dict[str, str]:
    """Words for a period (年度, 季) and the name used for it (年, 季度)."""
    return {word: name for name, spellings in words()["periods"].items() for word in spellings}


def unit_named(printed: str) -> Unit | None:
    """The unit of that name, without brackets: 篇(次) and 篇次 are read as 篇; None for an unknown one."""
    found = units()
    if printed in found:
        return found[printed]
    stem = _BRACKET.sub("", printed)
    return found.get(stem)


def head(name: str) -> str:
    """The name without what stands in brackets at its end: `处置率(%)` → `处置率`."""
    return _BRACKET.sub("", name)


def direction(name: str) -> int:
    """-1 where by the name a smaller value is better, 1 where a larger one is, 0 where it does not say."""
    name = head(name)
    found = max((word for word in _directions() if name.endswith(word)), key=len, default="")
    if not found:
        return 0
    before, sign = name[: -len(found)], _directions()[found]
    turns, lessening = words()["direction"]["turns"], words()["direction"]["lessening"]
    if before.endswith(tuple(turns)):
        return -sign
    if is_share_of_plan(name) and any(word in name for word in words()["rates"]["of_money"]):
        return 0
    if any(turn in before[-4:] for turn in turns) or (sign < 0 and any(word in name for word in lessening)):
        return 0
    return sign


@cache
def _directions() -> dict[str, int]:
    entry = words()["direction"]
    return dict.fromkeys(entry["larger"].split(), 1) | dict.fromkeys(entry["smaller"].split(), -1)


@cache
def _bounded() -> tuple[str, ...]:
    return tuple(words()["rates"]["bounded"].split())


def is_share(name: str) -> bool:
    """Is it, by its name, a share of a whole, which cannot exceed 100 %?"""
    return head(name).endswith(_bounded())


def is_share_of_plan(name: str) -> bool:
    """Is it, by its name, a share of what was planned, which can exceed 100 % but should not be planned to?"""
    return head(name).endswith(tuple(words()["rates"]["of_plan"]))


def is_rate(name: str) -> bool:
    """Does the name end in 率, 比例 and the like?"""
    return head(name).endswith(tuple(words()["names"]["rate"]))


def named(kind: str, name: str) -> bool:
    """Does the name hold a word of that kind (`names` in the data file, where the kinds are)?"""
    return any(re.search(word, name) for word in words()["names"][kind])


def ends_as(kind: str, name: str) -> bool:
    """Does the name end in a word of that kind?"""
    return head(name).endswith(tuple(words()["names"][kind]))
