"""Writes the documents of a body into a folder, and what is true of them."""

from __future__ import annotations

import argparse
import importlib
import json
import sys
from pathlib import Path

from made_body import text
from made_body.whole_set import USUAL, Made, documents
from made_body.world import World, world
from printed.table import Document

FORMATS = ("text", "mixed", "xlsx", "xls", "docx", "html", "pdf")


def make(folder: Path, seed: int = 1, years: tuple[int, int] = (2023, 2025), fault: str = "", form: str = "text") -> dict[str, object]:
    """Write a body's documents into FOLDER/documents; give back what FOLDER/truth.json says."""
    (folder / "documents").mkdir(parents=True, exist_ok=True)
    body = world(seed, *years)
    files = []
    for one in documents(body):
        path = folder / "documents" / f"{body.body}{one.document.name}"
        kind = USUAL[one.kind] if form == "mixed" else form
        written = write(one.document, path, kind)
        files.append({"file": written.name, "kind": one.kind, "year": one.year, "month": one.month})
    truth: dict[str, object] = {"seed": seed, "body": body.body, "years": body.published, "files": files}
    (folder / "truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return truth


def write(document: Document, path: Path, kind: str) -> Path:
    """Write a document in a format; the formats of offices need what the tests need."""
    path = path.with_name(f"{path.name}.{'txt' if kind == 'text' else kind}")
    if kind == "text":
        text.write(document, path)
    elif kind == "pdf":
        layouts = importlib.import_module("printed.layouts").LAYOUTS
        importlib.import_module("printed.pdf").write(document, next(one for one in layouts if one.name == "ruled"), path)
    else:
        importlib.import_module(f"printed.{kind}").write(document, path)
    return path


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--years", default="2023-2025")
    parser.add_argument("--fault", default="")
    parser.add_argument("--format", choices=FORMATS, default="text")
    asked = parser.parse_args()
    first, _, last = asked.years.partition("-")
    truth = make(asked.out, asked.seed, (int(first), int(last or first)), asked.fault, asked.format)
    print(f"{truth['body']}，{len(truth['files'])} 份文件：{asked.out}", file=sys.stderr)  # type: ignore[arg-type]
