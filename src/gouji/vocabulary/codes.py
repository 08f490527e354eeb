"""政府收支分类科目: codes, their names, the years a name was seen in a published document, and names no longer in force.

`classification/*.tsv` hold code, name, years: verified where a document of that year printed the pair, else known for
the edition of about 2024 and only to be advised about. `former.tsv` gives the last year of a name that was replaced.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from gouji.vocabulary.terms import plain

PERSONNEL_CLASSES = ("301", "303")
STATE_CAPITAL_CLASS = "223"
# Items other budgets may lawfully pay out of the state capital operations budget, beside its own class.
STATE_CAPITAL_CODES = (STATE_CAPITAL_CLASS, "20804", "230")
SPECIAL_BONDS_CLASS = "234"
_CODE = re.compile(r"\d{3}(?:\d{2}){0,2}")  # class (类), with subclass (款), with item (项)
_DROPPED = str.maketrans("", "", "()\"'、的,")


@dataclass(frozen=True, slots=True)
class Code:
    """A classification code with one of its names. `until` is the last year of a former name."""

    code: str
    name: str
    years: tuple[int, ...] = ()
    until: int | None = None

    @property
    def verified(self) -> bool:
        """The pair of code and name stood in a published document."""
        return bool(self.years)


def is_code(text: str) -> bool:
    """Is the text written as a code, known or not: three digits, five or seven?"""
    return _CODE.fullmatch(text) is not None


def code_named(code: str) -> Code | None:
    """The code with the name now in force; None when it is not in the classification as known here."""
    return (economic_codes() if code[:1] in "35" else function_codes()).get(code)


def former_name(code: str, name: str) -> Code | None:
    """The former name of a code that `name` is, with the last year it was in force."""
    return next((entry for entry in _former() if entry.code == code and same_name(entry.name, name)), None)


def class_of(name: str) -> str:
    """The three digits of the functional class of that name, present or former; "" when there is none such."""
    return _classes().get(folded(name), "")


def is_fund_code(code: str) -> bool:
    """Does a code belong to the government fund budget? True of a class too short to tell."""
    return any(code.startswith(fund) or fund.startswith(code) for fund in _funds())


def same_name(one: str, other: str) -> bool:
    """Are two printed names one name, leaving out brackets, 的, 维护 and a final 费 or 用, which documents vary?"""
    return folded(one) == folded(other)


# Names of fund codes were printed with and without it over the years (国有土地使用权出让收入…安排的支出).
_DEBT = re.compile(r"[及和]对应(?:专项债务|债务专项)收入")


def folded(name: str) -> str:
    """A name reduced to what documents do not vary."""
    text = _DEBT.sub("", plain(name).translate(_DROPPED).replace("维护", ""))
    return text.removesuffix("用").removesuffix("费")


@cache
def function_codes() -> Mapping[str, Code]:
    """支出功能分类, by code."""
    return _read("function.tsv")


@cache
def economic_codes() -> Mapping[str, Code]:
    """支出经济分类 (departments 3xx, government 5xx), by code."""
    return _read("economic.tsv")


def _read(file: str) -> dict[str, Code]:
    found: dict[str, Code] = {}
    for line in _lines(file):
        code, name, years = line.split("\t")
        found[code] = Code(code, name, tuple(int(year) for year in years.split()))
    return found


@cache
def _former() -> tuple[Code, ...]:
    rows = (line.split("\t") for line in _lines("former.tsv"))
    return tuple(Code(code, name, until=int(year)) for code, name, year in rows)


@cache
def _classes() -> Mapping[str, str]:
    names = {folded(code.name): code.code for code in _former() if len(code.code) == 3 and code.code[0] == "2"}
    names.update((folded(code.name), code.code) for code in function_codes().values() if len(code.code) == 3)
    return names


@cache
def _funds() -> tuple[str, ...]:
    return tuple(_lines("fund.txt"))


def _lines(file: str) -> list[str]:
    path = resources.files("gouji.vocabulary") / "classification" / file
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line]
