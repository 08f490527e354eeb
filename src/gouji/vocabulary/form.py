"""Published forms as dated, regional data: titles, shape, columns and their aliases. The data lie in `forms/*.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

from gouji.vocabulary.terms import plain


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, other spellings of its header, and what stands in it (money, percent, score, count, text).

    An `optional` one is printed in some places only: nothing is missing where it is not.
    """

    name: str
    aliases: tuple[str, ...] = ()
    measure: str = "money"
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """One half of a form that prints two lists side by side; an ordinary form has a single nameless one.

    `aliases` are other beginnings of the header that names the list.
    """

    name: str
    columns: tuple[Column, ...]
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """A form in force for some regions and years.

    `shape`: `coded` (code, name, amounts), `named` (name, amounts), `nested` (names in a column for each level),
    `sided` (two named or coded lists side by side), `single` (one row of amounts under a header), or a form of its
    own: each has its module in `reading/seat/`.
    `rows` maps other spellings of a row's name to the name the rules use, both in plain form. `under` names the rows
    that repeat below another one: {the row above: {name as printed: name of its own}}, in plain form. `boxes` maps
    the printed labels of free-text boxes to their names. `unit` is the money unit the form means where none is printed.
    """

    name: str
    kind: str
    layout: str
    shape: str
    titles: tuple[str, ...]
    sides: tuple[Side, ...]
    rows: dict[str, str]
    regions: tuple[str, ...] = ()
    years: tuple[int | None, int | None] = (None, None)
    under: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    boxes: Mapping[str, str] = field(default_factory=dict)
    unit: str = ""

    @property
    def columns(self) -> tuple[Column, ...]:
        return tuple(column for side in self.sides for column in side.columns)

    def row_name(self, printed: str) -> str:
        """The name the rules use for a printed row name."""
        name = plain(printed)
        return self.rows.get(name, name)


@cache
def all_forms() -> tuple[Form, ...]:
    """Every form of the registry, in the order of the files."""
    folder = resources.files("gouji.vocabulary") / "forms"
    found: list[Form] = []
    for path in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if path.name.endswith(".toml"):
            found.extend(_form(entry) for entry in tomllib.loads(path.read_text(encoding="utf-8"))["form"])
    return tuple(found)


def forms_named(name: str) -> tuple[Form, ...]:
    """The variants of a form, one for each region and period that has its own."""
    return tuple(form for form in all_forms() if form.name == name)


def _form(entry: dict[str, Any]) -> Form:
    sides = entry.get("side") or [{"name": "", "columns": entry.get("columns", [])}]
    return Form(
        name=entry["name"],
        kind=entry["kind"],
        layout=entry.get("layout", "national"),
        shape=entry["shape"],
        titles=tuple(plain(title) for title in (entry["name"], *entry.get("titles", ()))),
        sides=tuple(_side(side) for side in sides),
        rows={plain(alias): plain(name) for name, aliases in entry.get("rows", {}).items() for alias in aliases},
        regions=tuple(entry.get("regions", ())),
        years=(entry.get("from"), entry.get("until")),
        under={plain(row): _plain_names(names) for row, names in entry.get("under", {}).items()},
        boxes={plain(label): name for name, more in entry.get("boxes", {}).items() for label in (name, *more)},
        unit=entry.get("unit", ""),
    )


def _side(entry: dict[str, Any]) -> Side:
    return Side(entry["name"], tuple(_column(column) for column in entry["columns"]), tuple(entry.get("aliases", ())))


def _plain_names(names: Mapping[str, str]) -> dict[str, str]:
    return {plain(printed): plain(name) for printed, name in names.items()}


def _column(entry: str | dict[str, Any]) -> Column:
    if isinstance(entry, str):
        return Column(entry)
    return Column(entry["name"], tuple(entry.get("aliases", ())), entry.get("measure", "money"), entry.get("optional", False))
