"""A picture file, opened without trust: its pages one by one, read and laid out."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
from PIL import Image, ImageOps

from gouji.model.inked import Inked
from gouji.model.medium import Medium, Page, Spot
from gouji.reading import allowance
from gouji.reading.page.furniture import without_running
from gouji.reading.page.layout import lay_out
from gouji.reading.press import Press, Source
from gouji.reading.run import Piece
from gouji.reading.scan import misgivings
from gouji.reading.scan.page import page_ink
from gouji.reading.scan.picture import Colour
from gouji.reading.unreadable import Unreadable

MOST_PIXELS = 60_000_000
LONGEST_SIDE = 20_000
MOST_PAGES = 3_000
_FORMATS = ("PNG", "JPEG", "TIFF", "BMP")
_LEAST_DPI, _MOST_DPI = 72.0, 1200.0
_A4_LONG = 11.69  # inches


def read_pictures(data: bytes, path: str) -> Source:
    """The pages of a picture file as pieces."""
    press = Press()
    pieces: list[Piece] = []
    pages: list[Page] = []
    doubts: list[tuple[Inked, str, bool]] = []
    with _opened(data, path) as image:
        for number in range(1, _pages(image, path) + 1):
            allowance.expect(*allowance.SCANNED_PAGE)
            try:
                picture, dpi = _page(image, number, path)
            except (OSError, EOFError, SyntaxError, ValueError):
                if not pages and number == _pages(image, path):
                    raise
                doubts.append((Inked(""), f"第{number}页的图片已损坏，未能读取。", True))
                continue
            height, width = (side * 72 / dpi for side in picture.shape[:2])
            ink = page_ink(picture, dpi, number, width, height)
            pages.append(Page(number, round(width, 1), round(height, 1), scanned=True))
            pieces += lay_out(ink, press)
            for told, unread in misgivings(ink):
                place = press.line("", Spot(number, (0.0, pages[-1].height), (0.0, pages[-1].width)))
                doubts.append((place, told, unread))
    pieces = without_running(pieces, press.spots, pages)
    return Source(Medium.SCAN, pieces, press.lines, press.spots, pages, doubts)


@contextmanager
def _opened(data: bytes, path: str) -> Iterator[Image.Image]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
                yield image
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as fault:
        raise _too_large(path) from fault
    except (OSError, EOFError, SyntaxError, ValueError) as fault:
        raise Unreadable(
            path, "图片已损坏或不完整，无法打开，请重新扫描或下载。", "the picture is damaged or cut short"
        ) from fault


def _pages(image: Image.Image, path: str) -> int:
    count = int(getattr(image, "n_frames", 1))
    if count > MOST_PAGES:
        message = f"图片有 {count} 页，超过 {MOST_PAGES} 页的上限，请拆开后再读。"
        raise Unreadable(path, message, f"{count} pages are more than the {MOST_PAGES} allowed")
    return count


def _page(image: Image.Image, number: int, path: str) -> tuple[Colour, float]:
    """One page as displayed, and its resolution."""
    if number > 1 or getattr(image, "n_frames", 1) > 1:
        image.seek(number - 1)
    if image.width * image.height > MOST_PIXELS or max(image.size) > LONGEST_SIDE:
        raise _too_large(path)
    dpi = _resolution(image)
    shown = ImageOps.exif_transpose(image) or image
    if shown.mode in ("RGBA", "LA", "PA") or "transparency" in shown.info:
        paper = Image.new("RGBA", shown.size, "white")
        shown = Image.alpha_composite(paper, shown.convert("RGBA"))
    plain = shown.convert("L" if shown.mode in ("1", "L", "I", "F") or shown.mode.startswith("I;") else "RGB")
    return np.asarray(plain), dpi


def _resolution(image: Image.Image) -> float:
    """Dots per inch as the file says; where it says nothing sensible, as if the page were A4."""
    told = image.info.get("dpi", (0, 0))
    dpi = float(told[0]) if isinstance(told, tuple) and told else 0.0
    long = max(image.size)
    if _LEAST_DPI < dpi <= _MOST_DPI and 5 <= long / dpi <= 40:
        return dpi
    return min(_MOST_DPI, max(_LEAST_DPI, long / _A4_LONG))


def _too_large(path: str) -> Unreadable:
    return Unreadable(
        path,
        f"图片过大（上限 {MOST_PIXELS // 10_000:,} 万像素、每边 {LONGEST_SIDE:,} 像素），请以 200 至 300 dpi 重新扫描。",
        f"the picture is too large (at most {MOST_PIXELS:,} pixels, {LONGEST_SIDE:,} a side): scan at 200 to 300 dpi",
    )
