"""Pictures of pages: drawn from the very file that was read, small, and never at the cost of the report."""

from __future__ import annotations

import base64
import hashlib
import struct
import zlib
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from gouji.model.medium import Page
from gouji.model.report import DocumentKind, Report
from gouji.running.apart import Limits
from gouji.running.drawing import pictures
from gouji.running.pictures import png


@pytest.fixture
def report(hostile: ModuleType, tmp_path: Path) -> Report:
    """A PDF of one page as it was read."""
    path = tmp_path / "决算.pdf"
    path.write_bytes(hostile.words(count=40))
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return Report(str(path), digest, DocumentKind.FINAL_ACCOUNTS, pages=(Page(1, 595.0, 842.0),))


def drawn(report: Report, *pages: int) -> dict[int, str]:
    return pictures([report], {report.path: pages or (1,)}, 1).get(report.path, {})


def test_a_page_is_a_small_picture_of_its_shape(report: Report) -> None:
    kind, _, data = drawn(report)[1].partition(";base64,")
    assert kind == "data:image/png"
    decoded = base64.b64decode(data)
    width, height = struct.unpack(">II", decoded[16:24])
    assert (width, height) == (1074, 1520)
    assert len(decoded) < 60_000


def test_a_file_that_was_changed_since_is_not_drawn(report: Report) -> None:
    assert drawn(replace(report, sha256="0" * 64)) == {}


def test_a_file_that_has_gone_is_not_drawn(report: Report) -> None:
    Path(report.path).unlink()
    assert drawn(report) == {}


def test_pages_that_are_not_there_are_left_out(report: Report) -> None:
    assert list(drawn(report, 1, 7)) == [1]


@pytest.mark.parametrize("maker", ["form_within_itself", "flate_bomb", "huge_image"])
def test_drawing_a_hostile_page_ends(hostile: ModuleType, tmp_path: Path, maker: str) -> None:
    path = tmp_path / "坏.pdf"
    path.write_bytes(getattr(hostile, maker)())
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    report = Report(str(path), digest, DocumentKind.UNKNOWN, pages=(Page(1, 595.0, 842.0),))
    assert set(pictures([report], {report.path: (1,)}, 1, Limits(seconds=10, memory=1024**3)).get(report.path, {})) <= {
        1
    }


@pytest.mark.parametrize("width", [4, 5])
def test_greys_are_kept_to_a_sixteenth(width: int) -> None:
    stride = width + width % 2
    grey = bytes(range(0, 250, 50))[:width].ljust(stride, b"\xff") * 3
    written = png(grey, width, 3, stride)
    start = written.index(b"IDAT") + 4
    rows = zlib.decompress(written[start : start + struct.unpack(">I", written[start - 8 : start - 4])[0]])
    used = (width + 1) // 2
    pixels = [half for byte in rows[1 : 1 + used] for half in (byte >> 4, byte & 15)][:width]
    assert [abs(pixel * 17 - value) <= 16 for pixel, value in zip(pixels, grey, strict=False)] == [True] * width
    assert len(rows) == 3 * (1 + used)
