"""Writes the documents of a body into a folder, and what is true of them."""

from __future__ import annotations

import argparse
import importlib
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from printed.table import Document

from made_body import text
from made_body.drawing import world
from made_body.fault import Fault, case, changes, together
from made_body.faults import KINDS
from made_body.whole_set import USUAL, Made, documents
from made_body.world import World

FORMATS = ("text", "mixed", "xlsx", "xls", "docx", "html", "pdf")


def made(seed: int, years: tuple[int, int] = (2023, 2025), faults: Sequence[str] = ()) -> tuple[dict[str, Made], dict[str, object]]:
    """The documents of a body by key, and what is true of them. A fault is a kind, or a kind and a year: `opening-differs@2024`."""
    body = world(seed, *years)
    put = [_put(body, *name.split("@")) for name in faults]
    form = next((one.form for one in put if one.form), "")
    clean = documents(body, form)
    told = [_told(one, clean) for one in put]
    truth: dict[str, object] = {"seed": seed, "body": body.body, "years": body.published, "faults": told}
    return together(clean, put), truth


def _put(body: World, kind: str, year: str = "0") -> Fault:
    return KINDS[kind](case(body, kind, int(year)))


def _told(fault: Fault, clean: dict[str, Made]) -> dict[str, object]:
    return {
        "kind": fault.kind, "says": fault.says, "level": fault.level, "stated": fault.stated, "against": list(fault.against),
        "changes": list(changes(clean, fault.made)),
    }  # fmt: skip


def make(
    folder: Path, seed: int = 1, years: tuple[int, int] = (2023, 2025), faults: Sequence[str] = (), form: str = "text"
) -> dict[str, object]:
    """Write a body's documents into FOLDER/documents; give back what FOLDER/truth.json says.

    Each of `faults` names what is stated wrongly (`stated`, `against`: keys of `files`) and every line that differs from the
    consistent body, with its number in the text format. The files of a `mixed` body are of the formats departments publish them in.
    """
    (folder / "documents").mkdir(parents=True, exist_ok=True)
    several, truth = made(seed, years, faults)
    files = {}
    for key, one in several.items():
        kind = USUAL[one.kind] if form == "mixed" else form
        owner = "" if one.kind == "unit-accounts" else truth["body"]
        name = f"{owner}{one.document.name}.{'txt' if kind == 'text' else kind}"
        write(one.document, folder / "documents" / name, kind)
        files[key] = name
    truth["files"] = files
    (folder / "truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return truth


def write(document: Document, path: Path, kind: str) -> None:
    """Write a document in a format; the formats of offices need what the tests need."""
    if kind == "text":
        text.write(document, path)
    elif kind == "pdf":
        layouts = importlib.import_module("printed.layouts").LAYOUTS
        importlib.import_module("printed.pdf").write(document, next(one for one in layouts if one.name == "ruled"), path)
    else:
        importlib.import_module(f"printed.{kind}").write(document, path)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--years", default="2023-2025")
    parser.add_argument("--fault", nargs="+", default=[], metavar="KIND[@YEAR]", help="、".join(KINDS))
    parser.add_argument("--format", choices=FORMATS, default="text")
    asked = parser.parse_args()
    first, _, last = asked.years.partition("-")
    truth = make(asked.out, asked.seed, (int(first), int(last or first)), asked.fault, asked.format)
    print(f"{truth['body']}，{len(truth['files'])} 份文件：{asked.out}", file=sys.stderr)  # type: ignore[arg-type]
