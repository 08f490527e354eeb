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
    return re.compile("|".join(sorted(_places(), key=len, reverse=True)))


def region_of(text: str) -> str:
    """The province (广东, 上海 …) of the first place named in a text; "" when it names none that is known."""
    match = _pattern().search(text)
    return _places()[match.group()] if match else ""
