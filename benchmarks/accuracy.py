"""How true the findings are on published documents: `.venv/bin/python benchmarks/accuracy.py [FOLDER] [--write]`.

FOLDER (default ../shared/corpus) holds documents and `known_errors.json`, a list made by hand: errors that are in them,
traps that look wrong and are right, and documents that hold. `judged.toml` beside this file holds our own reading of
every finding: true, false, or open to doubt. Printed are the known errors found and missed, and every finding by
verdict; findings that nobody has judged yet are listed as such. `--write` renews docs/reference/accuracy.md.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "reference" / "accuracy.md"
JUDGED = Path(__file__).with_name("judged.toml")
GRAVE = ("error", "warning")
VERDICTS = ("true", "false", "open", "not judged")


def main() -> None:
    folders = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    folder = Path(folders[0]) if folders else ROOT.parent / "shared" / "corpus"
    findings = list(_findings(folder))
    judged = tomllib.loads(JUDGED.read_text(encoding="utf-8"))
    for finding in findings:
        finding["judged"] = next((entry for entry in judged["finding"] if _is_of(entry, finding)), {"verdict": "not judged"})
    known = json.loads((folder / "known_errors.json").read_text(encoding="utf-8"))
    text = "\n".join([*_known(known, findings, judged), "", *_verdicts(findings), "", *_listed(findings), ""])
    print(text)
    if "--write" in sys.argv:
        PAGE.write_text(_head() + text, encoding="utf-8")


def _findings(folder: Path) -> Iterator[dict[str, Any]]:
    """Every finding of one run over the folder, with the name of its document."""
    command = [sys.executable, "-m", "gouji", "check", str(folder), "--format", "json", "--fail-on", "never"]
    answer = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    for failure in answer.get("failures", ()):
        print(f"not read: {failure['path']}: {failure['message']}", file=sys.stderr)
    for document in answer["documents"]:
        for finding in document["findings"]:
            yield {"document": Path(document["path"]).relative_to(folder).as_posix(), **finding}


def _is_of(entry: dict[str, Any], finding: dict[str, Any]) -> bool:
    """Does a judgement speak of the finding? It names the rule, the document and, where needed, the text pointed at."""
    return (
        entry["rule"] == finding["rule"]
        and entry["document"] in finding["document"]
        and entry.get("at", "") in finding["at"]["text"]
        and entry.get("row", "") in finding["at"]["row"]
    )


def _known(known: dict[str, Any], findings: list[dict[str, Any]], judged: dict[str, Any]) -> list[str]:
    """The known errors, traps and sound documents, and what became of them."""
    found = {name for finding in findings for name in finding["judged"].get("known", ())}
    reasons = judged.get("missed", {})
    lines = ["## Known errors", "", "| | document | where | found |", "|---|---|---|---|"]
    for entry in known["errors"]:
        told = "yes" if entry["id"] in found else reasons.get(entry["id"], "—" if entry["severity"] == "info" else "**no**")
        lines.append(f"| {entry['id']} {entry['severity']} | {Path(entry['doc']).stem} | {entry['location']} | {told} |")
    lines += ["", "## Traps, and documents that hold", "", "| document | errors and warnings that are false |", "|---|---|"]
    for entry in (*known["traps"], *known["holds"]):
        false = [
            finding for finding in findings
            if finding["document"] == entry["doc"] and finding["severity"] in GRAVE and finding["judged"]["verdict"] != "true"
        ]  # fmt: skip
        lines.append(f"| {Path(entry['doc']).stem} | {len(false)} |")
    return lines


def _verdicts(findings: list[dict[str, Any]]) -> list[str]:
    counts = Counter((finding["severity"], finding["judged"]["verdict"]) for finding in findings)
    lines = ["## Every finding, judged", "", f"| | {' | '.join(VERDICTS)} |", "|---|" + "---|" * len(VERDICTS)]
    for severity in ("error", "warning", "note"):
        lines.append(f"| {severity} | {' | '.join(str(counts[severity, verdict]) for verdict in VERDICTS)} |")
    return lines


def _listed(findings: list[dict[str, Any]]) -> list[str]:
    """Errors and warnings one by one."""
    lines = ["| document | page | rule | at | verdict |", "|---|---|---|---|---|"]
    for finding in findings:
        if finding["severity"] not in GRAVE:
            continue
        at, verdict = finding["at"], finding["judged"]
        told = verdict["verdict"] + (f": {verdict['why']}" if verdict.get("why") else "")
        text = at["text"][:30].replace("|", "\\|")
        lines.append(f"| {Path(finding['document']).stem} | {at['page'] or ''} | {finding['rule']} | {text} | {told} |")
    return lines


def _head() -> str:
    return (
        "# Accuracy on published documents\n\n"
        "`benchmarks/accuracy.py` checks the folder in one run, holds the findings against a list of errors, traps and sound\n"
        "documents that was made by hand, and against our own judgement of each finding in `benchmarks/judged.toml`,\n"
        "made from the words and sums it quotes and, where these left a question, the page.\n"
        "The documents are no part of the project. Renew this page:\n\n"
        "```sh\n.venv/bin/python benchmarks/accuracy.py FOLDER --write\n```\n\n"
    )


if __name__ == "__main__":
    main()
