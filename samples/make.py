"""Make the samples: `python samples/make.py FOLDER` writes FOLDER/documents and, in expected.json, the errors in them.

FOLDER/body holds the documents of one body over three years, which contradict one another here and there, and truth.json.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import application
import department_target
import final_accounts
import ledgers
import project_list
import self_evaluation
from made_body import making
from slips import Slips

ACCOUNTS = "3_青川市水务局_2022年部门决算.txt"
CLEAN = "6_青川市档案馆_2021年部门决算.txt"

DOCUMENTS: dict[str, Callable[[Slips], str]] = {
    department_target.NAME: department_target.build,
    project_list.NAME: project_list.build,
    ACCOUNTS: lambda slips: final_accounts.build(ledgers.waterworks(), slips),
    self_evaluation.NAME: lambda slips: self_evaluation.build(ledgers.waterworks(), slips),
    application.NAME: application.build,
    CLEAN: lambda slips: final_accounts.build(ledgers.archive()),
}


# What is wrong in the documents of the body: one contradiction in a document.
CONTRADICTIONS = (
    "full-marks-although-missed@2023", "initial-budget-differs@2024", "target-changed@2024", "forecast-without-reason@2024",
    "report-differs-from-accounts@2024", "project-without-target@2025", "executed-falls@2025", "project-money-differs@2025",
    "grade-wrong@2025", "opening-differs@2025",
)  # fmt: skip


def make(folder: Path) -> dict[str, list[dict[str, object]]]:
    """Write the documents into a folder; give back the errors in them, by document."""
    folder.mkdir(parents=True, exist_ok=True)
    expected = {}
    for name, build in DOCUMENTS.items():
        slips = Slips()
        text = slips.settle(build(slips))
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
        expected[name] = slips.made
    return expected


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit(f"usage: {Path(sys.argv[0]).name} FOLDER")
    folder = Path(sys.argv[1])
    expected = make(folder / "documents")
    (folder / "expected.json").write_text(json.dumps(expected, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    count = sum(len(errors) for errors in expected.values())
    print(f"{len(expected)} 份示例文件，其中放入 {count} 处差错：{folder}", file=sys.stderr)
    body = making.make(folder / "body", faults=CONTRADICTIONS)
    told = f"{body['body']}三年的 {len(body['files'])} 份文件"  # type: ignore[arg-type]
    print(f"{told}，其中放入 {len(CONTRADICTIONS)} 处矛盾：{folder / 'body'}", file=sys.stderr)


if __name__ == "__main__":
    main()
