"""The house about itself: sizes, names, docstrings, cards that are complete, words that exist."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from gouji.rules import rule as needs
from gouji.rules.catalogue import listed_rules
from gouji.rules.rule import Rule
from gouji.vocabulary.form import all_forms
from gouji.vocabulary.terms import ENGLISH

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted((ROOT / "src" / "gouji").rglob("*.py"))
FOLDERS = ("tests", "samples", "benchmarks", "docs")
SCRIPTS = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))]
ROOMS = ("model", "rules", "scoring", "chain", "repair")
PURE = [path for path in SOURCES if path.relative_to(ROOT / "src" / "gouji").parts[0] in ROOMS]

LONGEST_FILE = 300
LONGEST_FUNCTION = 40
MEANINGLESS = {"utils", "util", "helpers", "helper", "common", "base", "manager", "core", "misc", "data"}
# Paths of one machine, and hosts a fresh clone should not depend on. Cut in two: this file is searched as well.
HALVES = ["/wo rk/", "/ro ot/", "/ho me/", "/Us ers/", "/t mp/", "py pi.", "python hosted"]
FOREIGN = re.compile("|".join(re.escape(halves.replace(" ", "")) for halves in HALVES))

FORMS = {form.name for form in all_forms()}
NEEDS = {needs.NARRATIVE, needs.INDICATORS, needs.PROJECTS, needs.SCORES} | FORMS


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@pytest.mark.parametrize("path", [*SOURCES, *SCRIPTS], ids=named)
def test_a_module_opens_with_a_line_that_says_what_it_is(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    assert docstring.split("\n")[0].strip()


@pytest.mark.parametrize("path", [*SOURCES, *SCRIPTS], ids=named)
def test_files_and_functions_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE
    long = [node.name for node in functions(path) if (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION]
    assert not long


def test_no_file_or_folder_has_a_name_that_says_nothing() -> None:
    assert not [named(path) for path in SOURCES if MEANINGLESS & {*path.parent.relative_to(ROOT).parts, path.stem}]


@pytest.mark.parametrize("path", PURE, ids=named)
def test_what_is_pure_uses_the_standard_library_alone(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        modules = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        modules += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        for module in modules:
            assert module.split(".")[0] in {"gouji", *sys.stdlib_module_names}, f"line {node.lineno}: {module}"


def test_no_tracked_file_names_a_machine_or_a_package_host() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("not a git repository")
    for name in filter(None, listed.stdout.decode().split("\0")):
        path = ROOT / name
        text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
        found = [line for line in text.splitlines() if FOREIGN.search(line)]
        assert not found, f"{name}: {found[0].strip()}"


@pytest.mark.parametrize("rule", listed_rules(), ids=lambda rule: rule.card.name)
def test_a_card_is_complete(rule: Rule) -> None:
    card = rule.card
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", card.name)
    assert card.title.strip()
    assert card.title_en.strip()
    assert card.basis.strip()
    assert set(card.reads) <= NEEDS


def test_rules_ask_only_for_forms_the_vocabulary_has() -> None:
    asked = re.compile(r"\.(?:table|tables_of)\(\"([^\"]+)\"\)")
    unknown = {
        (named(path), form)
        for path in PURE
        for form in asked.findall(path.read_text(encoding="utf-8"))
        if form not in FORMS
    }
    assert not unknown


def test_each_term_has_one_english_word_of_its_own() -> None:
    assert len(set(ENGLISH.values())) == len(ENGLISH)
