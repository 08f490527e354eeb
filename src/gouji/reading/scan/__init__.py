"""Pictures of pages → their ink, by character recognition (extra `scan`)."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gouji.reading.page.ink import PageInk

_NEEDED = ("cv2", "numpy", "onnxruntime", "PIL", "rapidocr")
FINDER, READER = "*_det_*.onnx", "*_rec_*.onnx"


def available() -> bool:
    """Is the extra `scan` installed, and do its networks lie in it? Some releases of that package fetch them; ours never does."""
    return all(find_spec(name) is not None for name in _NEEDED) and all(map(bundled, (FINDER, READER)))


def bundled(pattern: str) -> list[Path]:
    """The networks of that name inside the installed package."""
    spec = find_spec("rapidocr")
    places = (spec.submodule_search_locations or ()) if spec else ()
    return [path for place in places for path in Path(place, "models").glob(pattern)]


def misgivings(ink: PageInk) -> list[tuple[str, bool]]:
    """What is to be said of a recognised page as a whole; with True where figures may be lost."""
    told = []
    if ink.aslant:
        aslant = f"第{ink.number}页像是斜着拍摄的，表格各行可能错位，数字可能读错或漏读，请平放后重新扫描，或核对原件。"
        told.append((aslant, True))
    if ink.faint:
        told.append((f"第{ink.number}页有 {ink.faint} 行字迹不清的文字没有读出，请核对原件。", False))
    return told


def page_ink(picture: Any, dpi: float, number: int, width: float, height: float) -> PageInk:
    """The ink of page `number` from its picture as displayed: 8 bit, grey (rows, columns) or RGB (rows, columns, 3).

    `width` and `height` are in points. Needs the extra `scan`: ask `available()` first.
    """
    ink: PageInk = import_module("gouji.reading.scan.page").page_ink(picture, dpi, number, width, height)
    return ink
