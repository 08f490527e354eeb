"""The words of performance indicators: units with their families and conversions. The data lie in `indicators.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any

COUNT = "count"


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
