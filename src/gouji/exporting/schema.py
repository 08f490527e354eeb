"""The JSON Schema and its reference page, made from the types. Run: python -m gouji.exporting.schema [FOLDER]."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints, is_typeddict

from gouji.exporting.json import read_shapes, score_shapes, shapes, years_shapes

FOLDER = Path("docs/reference")
ANSWERS = (shapes.Check, read_shapes.Read, score_shapes.Scores, score_shapes.Schemes, years_shapes.Years)

_PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null"}
_HEAD = """# Data format

What `gouji check --format json` ([Check](#check)), `gouji read --format json` ([Read](#read)), `gouji score --format json`
([Scores](#scores), with `--schemes` [Schemes](#schemes)) and `gouji years --format json` ([Years](#years)) answer.
This page and [schema.json](schema.json) are made from the types in `src/gouji/exporting/json/` (`shapes.py`,
`read_shapes.py`, `value_shapes.py`, `score_shapes.py`, `years_shapes.py`) by `./run docs`; tests hold them against each
other and against real answers.

Every key is always there; a string is empty and a value `null` where there is nothing to say. Amounts are strings of
plain digits: they are exact, and binary fractions are not. Keys may be added; none changes its meaning without a new
number in front of the version.
"""


def schema() -> dict[str, Any]:
    """The JSON Schema of all answers."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "gouji",
        "anyOf": [_reference(answer) for answer in ANSWERS],
        "$defs": {shape.__name__: _object(shape) for shape in _shapes()},
    }


def reference_page() -> str:
    """The page that tells the same to people."""
    return _HEAD + "".join(_section(shape) for shape in _shapes())


def _shapes() -> list[type]:
    """Every object that the answers are made of, in the order they are met."""
    met: dict[type, None] = {}
    waiting: list[type] = list(ANSWERS)
    while waiting:
        shape = waiting.pop(0)
        if shape not in met:
            met[shape] = None
            waiting.extend(part for hint in _hints(shape).values() for part in _objects_in(hint))
    return list(met)


def _hints(shape: type) -> dict[str, Any]:
    return get_type_hints(shape, include_extras=True)


def _objects_in(hint: Any) -> Iterator[type]:
    if is_typeddict(hint):
        yield hint
    for part in get_args(hint):
        yield from _objects_in(part)


def _object(shape: type) -> dict[str, Any]:
    return {
        "type": "object",
        "description": _told(shape),
        "properties": {key: _type(hint) for key, hint in _hints(shape).items()},
        "required": list(_hints(shape)),
        "additionalProperties": False,
    }


def _type(hint: Any) -> dict[str, Any]:
    """The schema of one type."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return {**_type(parts[0]), "description": parts[1]}
    if origin is Literal:
        return {"enum": list(parts)}
    if origin is list:
        return {"type": "array", "items": _type(parts[0])}
    if origin is dict:
        return {"type": "object", "additionalProperties": _type(parts[1])}
    if origin is UnionType or hint not in _PLAIN and len(parts) > 1:
        return {"anyOf": [_type(part) for part in parts]}
    return _reference(hint) if is_typeddict(hint) else {"type": _PLAIN[hint]}


def _reference(shape: type) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{shape.__name__}"}


def _told(shape: type) -> str:
    return " ".join((shape.__doc__ or "").split())


def _section(shape: type) -> str:
    rows = "".join(f"| `{key}` | {_worded(hint)} | {_meaning(hint)} |\n" for key, hint in _hints(shape).items())
    return f"\n## {shape.__name__}\n\n{_told(shape)}\n\n| key | type | meaning |\n|---|---|---|\n{rows}"


def _worded(hint: Any) -> str:
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _worded(parts[0])
    if origin is Literal:
        return ", ".join(f"`{part}`" if part else "empty" for part in parts)
    if origin is list:
        return f"list of {_worded(parts[0])}"
    if origin is dict:
        return f"object of {_worded(parts[1])}"
    if len(parts) > 1:
        return " or ".join(_worded(part) for part in parts)
    return f"[{hint.__name__}](#{hint.__name__.lower()})" if is_typeddict(hint) else _PLAIN[hint]


def _meaning(hint: Any) -> str:
    return str(get_args(hint)[1]) if get_origin(hint) is Annotated else ""


def write(folder: Path) -> None:
    """Write both files into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "schema.json").write_text(schema_text(), encoding="utf-8")
    (folder / "data-format.md").write_text(reference_page(), encoding="utf-8")


def schema_text() -> str:
    """The schema as it stands in its file."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
