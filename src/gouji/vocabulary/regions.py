"""Which province a place named in a body or title belongs to: provinces, and the larger cities of each."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources


@cache
def _places() -> dict[str, str]:
    text = (resources.files("gouji.vocabulary") / "regions.toml").read_text(encoding="utf-8")
    provinces: dict[str, list[str]] = tomllib.loads(text)["provinces"]
    return {place: province for province, cities in provinces.items() for place in (province, *cities)}


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(sorted(_places(), key=len, reverse=True))
    return re.compile(rf"^\W*(?:20\d{{2}}\s*年度?\s*)?(?:关于)?(?:中共|中国共产党|中国共产主义青年团|共青团)?({names})")


def region_of(text: str) -> str:
    """The province (广东, 上海 …) of the place that a body or title begins with; "" when that is none that is known."""
    match = _pattern().match(text)
    return _places()[match[1]] if match else ""


@cache
def counties_of_one_name() -> frozenset[str]:
    """Names of counties and districts that stand for more than one (鼓楼区, 开发区): they tell no place by themselves."""
    text = (resources.files("gouji.vocabulary") / "regions.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)["several"]["counties"])
