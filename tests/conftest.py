"""What all tests share: the repository's root, and the published documents that lie beside it."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

import pytest

ROOT = Path(__file__).resolve().parents[1]
ENDLESS = 300  # seconds: what takes so long on any machine does not end


@pytest.fixture(autouse=True)
def _ends() -> Iterator[None]:
    """A test over hostile input that would never end fails instead, where the system has alarms."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        pytest.fail(f"not at its end after {ENDLESS} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(ENDLESS)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


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
