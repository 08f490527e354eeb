"""The levels of performance indicators (产出 › 数量 …): which printed names are levels, and which go under which."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources

from gouji.vocabulary.terms import plain

_POINTS = re.compile(r"\(?(?:权重|分值)?\d{1,3}(?:\.\d+)?(?:分|%)?\)?$|\([^()]{0,20}\)$")


def first_level(printed: str) -> str:
    """The name of the first level a printed name means, `产出（50分）` → `产出指标`; "" when it is none."""
    return _levels()[0].get(_stem(printed), "")


def second_level(printed: str) -> str:
    """The name of the second level a printed name means, `数量` → `数量指标`; "" when it is none."""
    return _levels()[1].get(_stem(printed), "")


def is_level(printed: str) -> bool:
    """Is the text the name of a level rather than of an indicator?"""
    return bool(first_level(printed) or second_level(printed))


def first_levels_over(second: str) -> tuple[str, ...]:
    """The first levels a second level may stand under; empty for a name that is no second level."""
    return _levels()[2].get(second_level(second), ())


def level_words() -> tuple[str, ...]:
    """Every spelling of a level that ends in 指标, longest first: for finding levels in running text."""
    first, second, _ = _levels()
    return tuple(sorted({f"{stem}指标" for stem in (*first, *second)}, key=lambda word: (-len(word), word)))


def _stem(printed: str) -> str:
    return _POINTS.sub("", plain(printed).rstrip(":")).removesuffix("指标")


@cache
def _levels() -> tuple[dict[str, str], dict[str, str], dict[str, tuple[str, ...]]]:
    path = resources.files("gouji.vocabulary") / "levels.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    first = {_stem(word): name for name, words in data["first"].items() for word in (name, *words)}
    second = {_stem(word): name for name, entry in data["second"].items() for word in (name, *entry["names"])}
    return first, second, {name: tuple(entry["under"]) for name, entry in data["second"].items()}
