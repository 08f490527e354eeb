"""All scoring schemes, read from the data in `schemes/*.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache
from importlib import resources
from typing import Any

from gouji.model.finding import Certainty
from gouji.scoring.points import RuleType
from gouji.scoring.scheme import Bands, Over, Profile, Scheme, Use, Weight

DEFAULT = "national-2020"


@cache
def all_schemes() -> tuple[Scheme, ...]:
    """Every scheme, in the order of the files; each name once."""
    folder = resources.files("gouji.scoring") / "schemes"
    entries: dict[str, dict[str, Any]] = {}
    for path in sorted(folder.iterdir(), key=lambda entry: (entry.name != "national.toml", entry.name)):
        if path.name.endswith(".toml"):
            entries.update({e["name"]: e for e in tomllib.loads(path.read_text(encoding="utf-8"))["scheme"]})
    return tuple(_scheme(_whole(entry, entries)) for entry in entries.values())


def scheme_named(name: str) -> Scheme | None:
    """The scheme of that name; None where there is none."""
    return next((scheme for scheme in all_schemes() if scheme.name == name), None)


def _whole(entry: dict[str, Any], entries: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    """The entry with what it takes over from the one it is `like`."""
    model = entries.get(entry.get("like", ""))
    if model is None:
        return entry
    taken: dict[str, Any] = {
        key: model[key] for key in ("rules", "graded", "bands", "grades", "over", "profiles") if key in model
    }
    if "lines" in entry or "whole" in entry:
        taken.pop("profiles")
    return {**taken, **entry, "rules": {**model.get("rules", {}), **entry.get("rules", {})}}


def _scheme(entry: dict[str, Any]) -> Scheme:
    graded = entry.get("graded", {"certainty": "O", "bands": []})
    execution = entry.get("execution")
    return Scheme(
        name=entry["name"], title=entry["title"], title_en=entry["title_en"], source=entry["source"],
        certainty=Certainty(entry["certainty"]), level=entry["level"], regions=tuple(entry.get("regions", ())),
        years=(entry.get("from"), entry.get("until")), words=tuple(entry.get("words", ())),
        execution=_weight("预算执行率", execution["points"], execution["certainty"]) if execution else None,
        profiles=tuple(_profile(one) for one in entry.get("profiles", ())),
        areas=tuple(_areas(entry)),
        uses={of: _use(of, one) for of, one in entry.get("rules", {}).items()},
        graded=tuple((_exact(low), _exact(high)) for low, high in graded["bands"]),
        graded_certainty=Certainty(graded["certainty"]),
        bands=tuple((_exact(least), _exact(share)) for least, share in entry.get("bands", {}).get("bands", ())),
        grades=_bands(entry.get("grades")), over=_over(entry.get("over")), lights=_bands(entry.get("lights")),
        schedule=_months(entry.get("schedule")), gap=_exact(entry["gap"]["points"]) if "gap" in entry else None,
        lines=(entry["lines"]["count"], _exact(entry["lines"]["points"])) if "lines" in entry else None,
        named=tuple(name.split(" ")[0] for name in entry.get("lines", {}).get("names", ())),
        notes=tuple(_notes(entry)),
    )  # fmt: skip


def _exact(number: object) -> Fraction:
    return Fraction(str(number))


def _weight(name: str, points: object, certainty: str, part_of: str = "", most: object = 0) -> Weight:
    return Weight(name, _exact(points), Certainty(certainty), part_of, _exact(most))


def _profile(entry: dict[str, Any]) -> Profile:
    weights = tuple(_weight(name, points, entry["certainty"]) for name, points in entry["weights"].items())
    return Profile(entry["title"], weights)


def _areas(entry: dict[str, Any]) -> Iterator[Weight]:
    for area in entry.get("areas", ()):
        yield _weight(area["name"], area["points"], area["certainty"])
        for name, points in area.get("parts", {}).items():
            yield _weight(name, points, area["certainty"], area["name"])
    yield from (_weight(name, least, "O", area, most) for area, name, least, most in entry.get("likely", ()))


def _use(of: str, entry: dict[str, Any]) -> Use:
    rules = tuple(RuleType(name) for name in entry["use"])
    return Use(of, rules, Certainty(entry["certainty"]), entry["text"], _exact(entry.get("mark", 0)))


def _bands(entry: dict[str, Any] | None) -> Bands | None:
    if entry is None:
        return None
    named = tuple((name, _exact(least)) for name, least in entry["bands"])
    return Bands(named, Certainty(entry["certainty"]), entry.get("text", entry.get("note", "")))


def _months(entry: dict[str, Any] | None) -> Bands | None:
    """Month → per cent that should be spent by its end."""
    if entry is None:
        return None
    named = tuple((str(month), _exact(rate)) for month, rate in entry["months"].items())
    return Bands(named, Certainty(entry["certainty"]), entry["text"])


def _over(entry: dict[str, Any] | None) -> Over | None:
    if entry is None:
        return None
    return Over(_exact(entry["from"]), Certainty(entry["certainty"]), entry.get("deduct", False), entry["text"])


def _notes(entry: dict[str, Any]) -> Iterator[tuple[str, Certainty]]:
    """What else a scheme decrees, in words, each with its own certainty."""
    if "whole" in entry:
        yield f"指标合计 {entry['whole']['indicators']} 分", Certainty(entry["whole"]["certainty"])
    if "lines" in entry:
        lines = entry["lines"]
        told = f"{lines['count']} 项指标各 {lines['points']} 分：{'、'.join(lines['names'])}"
        yield told, Certainty(lines["certainty"])
    if "gap" in entry:
        yield entry["gap"]["text"], Certainty(entry["gap"]["certainty"])
    if "least" in entry:
        yield entry["least"]["text"], Certainty(entry["least"]["certainty"])
    if "follows" in entry:
        grades = "；".join(f"{grade}：{what}" for grade, what in entry["follows"]["grades"].items())
        yield grades, Certainty(entry["follows"]["certainty"])
    for area in entry.get("areas", ()):
        if "note" in area:
            yield f"{area['name']}：{area['note']}", Certainty(area["certainty"])
