"""What all tests share: the repository's root, and the published documents that lie beside it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of published documents; tests over them are skipped where it is not at hand."""
    folder = Path(os.environ.get("GOUJI_SEEDS") or ROOT.parent / "shared" / "seeds")
    if not any(folder.glob("*.txt")):
        pytest.skip(f"no published documents in {folder}: set GOUJI_SEEDS to a folder that has them")
    return folder
