"""The reference is made from the package; a page that was not made again is said to be stale."""

from __future__ import annotations

import re
from pathlib import Path

import generate
import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = generate.pages()
WRITTEN = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\]\((?!\w+:)([^)#\s]+)(?:#[^)]*)?\)|src=\"([^\"]+)\"")


@pytest.mark.parametrize("name", PAGES)
def test_the_reference_is_fresh(name: str) -> None:
    path = ROOT / "docs" / "reference" / name
    assert path.is_file(), "run ./run docs"
    assert path.read_text(encoding="utf-8") == PAGES[name], "run ./run docs"


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_in_the_documentation_lead_somewhere(path: Path) -> None:
    targets = [one or other for one, other in LINK.findall(path.read_text(encoding="utf-8"))]
    assert [target for target in targets if not (path.parent / target).exists()] == []


def test_every_function_the_tour_names_is_where_it_says() -> None:
    tour = ROOT / "docs" / "tour.md"
    named = re.findall(r"\[`(\w+)`\]\(([^)]+\.py)\)", tour.read_text(encoding="utf-8"))
    sources = {target: (tour.parent / target).read_text(encoding="utf-8") for _, target in named}
    defined = r"^(?:def|class) {}\b"
    assert len(named) >= 8
    assert [pair for pair in named if not re.search(defined.format(pair[0]), sources[pair[1]], re.M)] == []
