"""Words for advice on targets: patterns of a value that can be judged, fields and those they serve. Data: `advice.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any

from gouji.vocabulary.indicators import head

BLANK = "＿＿"
_STANDARD = r"(?:级|等)?[:：（(为≥≤<>=]"


@cache
def advice() -> dict[str, Any]:
    """The data file."""
    path = resources.files("gouji.vocabulary") / "advice.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def pattern(name: str) -> str:
    """A pattern by its name, with blanks to fill in."""
    return str(advice()["pattern"][name])


def measurable(name: str, value: str) -> str:
    """The pattern of a value for the indicator `name`, of which `value` only says which way it shall go, or how well."""
    words, name = advice()["vague"], head(name)
    if name.endswith(("满意度", "满意率", "满意程度")):
        return pattern("share")
    less = any(word in value for word in words["less"])
    if less or any(word in value for word in words["more"]):
        if name.endswith(tuple(words["amount"])):
            return pattern("decline" if less else "growth")
        if name.endswith(tuple(words["efficiency"])):
            return pattern("decline" if less else "gain")
        if name.endswith(tuple(words["level"])):
            return pattern("points_down" if less else "points_up")
    return pattern("grades")


def yearly(name: str, level2: str) -> str:
    """The pattern of a value for one year, where 长期 stands."""
    words, name = advice()["vague"], head(name)
    if name.endswith(tuple(words["level"])):
        return pattern("share")
    if level2 == "时效指标" or name.endswith(tuple(words["time"])):
        return pattern("time")
    return pattern("event") if name.endswith(tuple(words["event"])) else pattern("grades")


def describes_grades(text: str) -> bool:
    """Does the text give at least two grades, each with its standard?"""
    return len({match[1] for match in _grades().finditer(text)}) >= 2


def is_graded_by_others(name: str) -> bool:
    """Is it, by its name, the grade of an examination, whose standard lies with those who hold it?"""
    return head(name).endswith(tuple(advice()["graded"]["names"]))


def counts_per_many(name: str) -> bool:
    """Is it a rate per so many (万人犯罪率), which is no percentage?"""
    return _PER_MANY.search(name) is not None


_PER_MANY = re.compile("[每十百千万亿](?:人|户|车|床|名|公里|平方公里|亩|元)|每[百千万十]|[百千万]分")


@cache
def _grades() -> re.Pattern[str]:
    names = "|".join(sorted(advice()["grades"]["names"], key=len, reverse=True))
    return re.compile(f"(?:^|[;；，,。、\\s）)])({names}){_STANDARD}")


def needs_costs(name: str) -> bool:
    """Is it, by its name, works, repairs or a purchase, for which costs are to be given?"""
    return any(word in name for word in advice()["costly"]["words"])


def counts_a_result(name: str) -> bool:
    """Is it, by its name, a count of what came of an output (被采纳的建议篇数)?"""
    return any(word in name for word in advice()["effect"]["results"])


def names_a_change(name: str) -> bool:
    """Does the name tell a change, so that a percentage is one of what was before?"""
    return any(word in name for word in advice()["effect"]["changes"])


def tells_a_duration(name: str) -> bool:
    """Is it, by its name, how long the work itself takes?"""
    return head(name).endswith(tuple(advice()["duration"]["names"]))


def right_second_level(name: str) -> str:
    """The second level a rate that is no quantity belongs to; "" for a rate that tells how much was done."""
    name = head(name)
    if name.endswith(tuple(advice()["quantity"]["timely"])):
        return "时效指标"
    return "" if name.endswith(tuple(advice()["quantity"]["rates"])) else "质量指标"


def served(name: str) -> tuple[str, tuple[str, ...]] | None:
    """Whom an indicator names as served, and the words one of which its project must hold; None where it names nobody."""
    found = next((word for word in advice()["served"] if word in name), None)
    return None if found is None else (found, tuple(advice()["served"][found]))


def subjects(text: str) -> frozenset[str]:
    """The pairs of neighbouring Chinese characters of a text that may tell its subject."""
    pairs = {text[at : at + 2] for at in range(len(text) - 1)}
    return frozenset(pair for pair in pairs if _PAIR.fullmatch(pair)) - _idle()


_PAIR = re.compile("[一-鿿]{2}")


@cache
def _idle() -> frozenset[str]:
    return frozenset(advice()["related"]["idle"].split())


def names_no_subject(task: str) -> bool:
    """Is it a task that any body has: day-to-day running, staff, others?"""
    return any(word in task for word in advice()["related"]["plain"])


def names_an_effect(goal: str) -> bool:
    """Does a goal say what it is to bring about?"""
    return any(word in goal for word in advice()["goal"]["effect"])
