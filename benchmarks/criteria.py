"""Indicator values: how truly and how fast they are read. `.venv/bin/python benchmarks/criteria.py [FOLDER …] [--write]`.

FOLDERs (default ../shared/seeds and ../shared/corpus) hold documents; every target, period value, result and score line
in them is read and held against `judged_criteria.toml` beside this file, which says what an expert reads in each.
`--write` renews docs/reference/criteria.md and docs/reference/indicator-grammar.md; `--judge` prints entries for values
that are not judged yet. Long texts are shortened in both, words around a condition too.
"""

from __future__ import annotations

import hashlib
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

from pace import cpu_seconds, tell_speed

from gouji.model.canonical import printed
from gouji.model.inked import Inked
from gouji.reading.criteria import criterion
from gouji.reading.criteria.notation import notation
from gouji.reading.criteria.value import value_of
from gouji.reading.read import read_document
from gouji.reading.unreadable import Unreadable

ROOT = Path(__file__).resolve().parents[1]
JUDGED = Path(__file__).with_name("judged_criteria.toml")
REFERENCE = ROOT / "docs" / "reference"
LONGEST, WORDS = 30, 12
SUFFIXES = (".txt", ".pdf", ".xls", ".xlsx", ".docx", ".html")
DISTINCT = 100_000


def main() -> None:
    folders = [Path(argument) for argument in sys.argv[1:] if not argument.startswith("--")]
    shared = ROOT.parent / "shared"
    values = Counter(value for folder in folders or (shared / "seeds", shared / "corpus") for value in _values(folder))
    judged = {entry["text"]: entry["expert"] for entry in tomllib.loads(JUDGED.read_text(encoding="utf-8"))["value"]}
    rows = [(_named(text), times, _shown(text), judged.get(_named(text))) for text, times in sorted(values.items())]
    if "--judge" in sys.argv:
        for name, _, reading, expert in rows:
            if expert is None:
                print(f"[[value]]\ntext = {_quoted(name)}\nexpert = {_quoted(reading)}\n")
        return
    print("\n".join(_summary(rows)))
    _speed(list(values.elements()))
    if "--write" in sys.argv:
        (REFERENCE / "criteria.md").write_text(_page(rows, values), encoding="utf-8")
        (REFERENCE / "indicator-grammar.md").write_text(_grammar(), encoding="utf-8")


def _values(folder: Path) -> Iterator[str]:
    """Every printed value of the documents below a folder, scans apart."""
    for path in sorted(folder.rglob("*")):
        if path.suffix not in SUFFIXES or "scans" in path.parts:
            continue
        try:
            report = read_document(path.name, path.read_bytes())
        except Unreadable as refusal:
            print(f"not read: {path.name}: {refusal}", file=sys.stderr)
            continue
        for _, indicator in report.all_indicators():
            yield from (value.text for value in (indicator.value, indicator.period_value) if value is not None)
        for score in report.scores:
            yield from (value.text for value in (score.target, score.actual) if value is not None)


def _named(text: str) -> str:
    """A value by its text; a long one by its beginning and a digest."""
    if len(text) <= LONGEST:
        return text
    return f"{text[:WORDS]}…（{len(text)}字，{hashlib.sha256(text.encode()).hexdigest()[:8]}）"


def _shown(text: str) -> str:
    """Our reading in one line, long words around a condition shortened."""
    return re.sub(rf"@([^ ‖]{{{WORDS}}})[^ ‖]+", r"@\1…", notation(criterion(Inked.at(text, 1))))


def _quoted(text: str) -> str:
    return "'" + text + "'" if "'" not in text else '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _summary(rows: list[tuple[str, int, str, str | None]]) -> list[str]:
    count, equal = len(rows), sum(reading == expert for _, _, reading, expert in rows)
    all_of, all_equal = sum(row[1] for row in rows), sum(row[1] for row in rows if row[2] == row[3])
    unjudged = sum(expert is None for *_, expert in rows)
    return [
        f"{count} different values, {all_of} in all; read as an expert reads them: "
        f"{equal} ({100 * equal / max(count, 1):.1f} %), of all {all_equal} ({100 * all_equal / max(all_of, 1):.1f} %)"
        + (f"; {unjudged} not judged" if unjudged else ""),
    ]


def _speed(values: list[str]) -> list[str]:
    """Criteria a second and core: as in forms, with new numbers in known wordings, and every wording met for the first time."""
    in_forms = [Inked.at(text, 7, 3) for text in values] * 20
    wordings = [text for text in dict.fromkeys(values) if text and len(text) <= LONGEST]
    numbers = [Inked.at(text, 7, 3) for text in _distinct(wordings)]
    lines = []
    for what, count, work in (
        ("values as they stand in forms", len(in_forms), lambda: _read(in_forms)),
        (f"{len(numbers):,} different values in the same wordings", len(numbers), lambda: _read(numbers)),
        ("every wording for the first time", len(wordings), lambda: [value_of(text) for text in wordings]),
    ):
        speed = tell_speed(what, count, cpu_seconds(work, 5))
        lines.append(f"| {what} | {speed:,.0f} |")
    return lines


def _read(contents: list[Inked]) -> None:
    for content in contents:
        criterion(content)


def _distinct(wordings: list[str]) -> Iterator[str]:
    """The wordings with one number, each with number after number, until there are enough; no text comes twice."""
    single = [re.split(r"[0-9]+(?:\.[0-9]+)?", text) for text in wordings]
    pairs = sorted({(parts[0], parts[1]) for parts in single if len(parts) == 2})
    for index in range(DISTINCT):
        head, tail = pairs[index % len(pairs)]
        yield f"{head}{11 + index // len(pairs)}{tail}"


def _page(rows: list[tuple[str, int, str, str | None]], values: Counter[str]) -> str:
    lines = [
        "# Indicator values, read\n",
        "Every target, period value, result and score line of the published documents at hand, with our reading and the",
        "canonical wording that reads back as the same. The verdict is that of `benchmarks/judged_criteria.toml`, made by",
        "reading every value; where the program read otherwise, the grammar was mended, so the figure below says that nothing",
        "is left, not how new values will fare: [the grammar](indicator-grammar.md) holds many more wordings.",
        "Notation: a sign in brackets is inferred; behind the unit stand /period, +aggregation, @words around the condition,",
        "^by when; ‖ parts several conditions; ✗ says why a value cannot be judged. Renew this page:\n",
        "```sh\n.venv/bin/python benchmarks/criteria.py --write\n```\n",
        *_summary(rows), "",
        "| criteria a second, one core | |", "|---|---|", *_speed(list(values.elements())), "",
        "| value | times | read as | canonical wording | an expert reads |", "|---|---|---|---|---|",
    ]  # fmt: skip
    wording = {_named(text): printed(criterion(Inked.at(text, 1))) for text in values}
    for name, times, reading, expert in rows:
        same = "the same" if reading == expert else f"**{expert or 'not judged'}**"
        lines.append("| " + " | ".join(map(_cell, (name, str(times), reading, _short(wording[name]), same))) + " |")
    return "\n".join(lines) + "\n"


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _cell(text: str) -> str:
    return (
        text.replace("\\", "\\\\").replace("|", "\\|").replace("*", "\\*").replace("<", "&lt;")
        if text not in ("the same",)
        else text
    )


def _grammar() -> str:
    """The grammar as a table for people, from the data the tests run."""
    patterns: list[dict[str, Any]] = tomllib.loads(
        (resources.files("gouji.reading.criteria") / "grammar.toml").read_text(encoding="utf-8")
    )["pattern"]
    lines = [
        "<!-- Made by benchmarks/criteria.py --write from src/gouji/reading/criteria/grammar.toml. -->",
        "# 指标值的写法 · How indicator values are read\n",
        f"共 {len(patterns)} 类、{sum(len(one['examples']) for one in patterns)} 个例子，每个例子都是一项测试。",
        "“读作”一栏：括号里的符号是推断的；单位之后，/ 是期间，+ 是汇总方式，@ 是条件前后的对象，^ 是时限；‖ 分隔几个条件；✗ 说明为什么不能考核。",
        "Every example is a test. In “read as” a sign in brackets is inferred; behind the unit / is the period, + the",
        "aggregation, @ the words around the condition, ^ by when; ‖ parts several conditions; ✗ says why a value cannot be judged.\n",
        "| 写法 · pattern | 例 · examples | 读作 · read as | 建议写法 · advice |", "|---|---|---|---|",
    ]  # fmt: skip
    for one in patterns:
        first = one["examples"][0]
        some = "、".join(f"`{text}`" for text, _ in one["examples"][:4] if "`" not in text)
        advice = f"{one['advice']} · {one['advice_en']}"
        lines.append(f"| {one['name']} · {one['name_en']} | {_pipe(some)} | `{_pipe(first[1])}` | {advice} |")
    for one in patterns:
        lines += [
            f"\n## {one['name']} · {one['name_en']}\n",
            f"建议写法：{one['advice']}。Advice: {one['advice_en']}.\n",
        ]
        lines += ["| 写作 · written | 读作 · read as | 规范写法 · canonical |", "|---|---|---|"]
        for text, reading in one["examples"]:
            wording = printed(criterion(Inked.at(text, 1)))
            lines.append(f"| {_cell(text)} | {_cell(reading)} | {'' if wording == text else _cell(wording)} |")
    return "\n".join(lines) + "\n"


def _pipe(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    main()
