"""Chains: is every contradiction between the documents of a body found? `.venv/bin/python benchmarks/chain.py [--seeds 1-4] [--write]`.

Bodies are made whole, three years of targets, budgets, monitorings, self-evaluations, reports and accounts that agree with one
another (samples/made_body); one contradiction is put in at a time. A finding counts for it if it stands in the document that is
wrong or in one that shows it, and was not there before. Bodies with names alike are laid in one folder: no link may join two of
them. `--write` renews docs/reference/chain.md.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "samples"))

from made_body import text  # noqa: E402
from made_body.faults import KINDS  # noqa: E402
from made_body.making import made  # noqa: E402

from gouji.chain.records import records  # noqa: E402
from gouji.model.report import Report  # noqa: E402
from gouji.reading.read import read_document  # noqa: E402
from gouji.rules.catalogue import all_rules  # noqa: E402
from gouji.rules.check import check  # noqa: E402

HEAD = """# Chains: are contradictions between documents found?

`benchmarks/chain.py` makes whole bodies (`samples/made_body`: {documents} documents each, of three years and seven kinds), puts one
contradiction at a time into each, and looks what `gouji check` says that it did not say of the consistent body. The layouts of
the projects' targets differ from body to body.

```sh
.venv/bin/python benchmarks/chain.py --seeds {seeds} --write
```

Consistent bodies: {bodies}, errors and warnings: {false}. Contradictions: {count}, found: {found}.
*elsewhere*: errors and warnings of documents that neither are wrong nor show it.

| contradiction | found | by | elsewhere |
|---|---|---|---|
"""
ALIKE = """
## Names alike

Two bodies in one folder, the second made of the first by another name; the units keep their names where these do not hold it.

| first | second | documents of each body | links between them |
|---|---|---|---|
"""
OTHERS = (
    "青川县水务局",
    "青川市水利水务局",
    "青川市水务局水政监察支队",
    "青川市东山区水务局",
    "临江市水务局",
    "水务局",
)
FIRST = "青川市水务局"

Said = set[tuple[str, str, str]]  # document, rule, severity


def main() -> None:
    first, _, last = (sys.argv[sys.argv.index("--seeds") + 1] if "--seeds" in sys.argv else "1-4").partition("-")
    seeds = range(int(first), int(last or first) + 1)
    told = "".join(_page(seeds, f"{first}-{last or first}"))
    print(told)
    if "--write" in sys.argv:
        (ROOT / "docs" / "reference" / "chain.md").write_text(told, encoding="utf-8")


def _page(seeds: range, named: str) -> Iterator[str]:
    clean = {seed: _said(_documents(seed)) for seed in seeds}
    false = sum(severity != "note" for said in clean.values() for *_, severity in said)
    rows = [_row(kind, clean) for kind in KINDS]
    found = sum(row[1] for row in rows)
    count = len(rows) * len(seeds)
    documents = len(_documents(seeds[0]))
    yield HEAD.format(documents=documents, seeds=named, bodies=len(seeds), false=false, count=count, found=found)
    for kind, number, names, elsewhere in rows:
        yield f"| {kind} | {number} of {len(seeds)} | {', '.join(names)} | {elsewhere or '–'} |\n"
    yield ALIKE
    yield from map(_alike, OTHERS)


def _row(kind: str, clean: dict[int, Said]) -> tuple[str, int, list[str], int]:
    found, elsewhere, names = 0, 0, set()
    for seed, before in clean.items():
        fault = _truth(seed, kind)
        own = {fault["stated"], *fault["against"], *(change["document"] for change in fault["changes"])}
        least = ("error", "warning", "note") if fault["level"] == "note" else ("error", "warning")
        new = {one for one in _said(_documents(seed, kind)) - before if one[2] in least}
        new = {one for one in new if fault["level"] != "note" or one[0] == fault["stated"]}
        here = {one for one in new if one[0] in own}
        found += bool(here)
        elsewhere += len(new - here)
        names |= {name for _, name, _ in here}
    return kind, found, sorted(names), elsewhere


def _alike(other: str) -> str:
    """A folder with two bodies; a link joins them wrongly where it runs between the documents of both."""
    several = [_named("a", FIRST), _named("b", other)]
    sizes, wrong = [], 0
    for record in records([report for reports in several for report in reports]):
        wrong += sum(link.first.document[0] != link.second.document[0] for link in record.links)
        sizes.append(len(record.reports))
    return f"| {FIRST} | {other} | {', '.join(map(str, sizes[:4]))} … | {wrong} |\n"


def _named(folder: str, name: str) -> list[Report]:
    several, _ = made(1)
    told = {
        key: text.told(one.document).replace(FIRST, name) for key, one in several.items() if one.kind != "unit-accounts"
    }
    return [read_document(f"{folder}/{key}.txt", content.encode()) for key, content in told.items()]


def _documents(seed: int, kind: str = "") -> list[Report]:
    several, _ = made(seed, faults=[kind] if kind else [])
    return [_read(key, text.told(one.document)) for key, one in several.items()]


def _truth(seed: int, kind: str) -> dict[str, Any]:
    _, truth = made(seed, faults=[kind])
    return truth["faults"][0]  # type: ignore[index,no-any-return]


@cache
def _read(key: str, content: str) -> Report:
    return read_document(key, content.encode())


def _said(reports: list[Report]) -> Said:
    checked = check(reports, all_rules())
    return {(one.path, finding.card.name, str(finding.severity)) for one in checked for finding in one.findings}


if __name__ == "__main__":
    main()
