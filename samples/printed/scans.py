"""Pages as a scanner sees them: askew, blurred, noisy, unevenly lit, stamped, pressed into JPEG."""

from __future__ import annotations

import io
import random
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
from PIL import Image, ImageDraw, ImageFilter


@dataclass(frozen=True)
class Scan:
    """How well a scanner sees. `skew` in degrees either way, `noise` in grey levels, `quality` of the JPEG."""

    name: str
    dpi: int
    skew: float = 0.6
    blur: float = 0.5
    noise: float = 5.0
    quality: int = 70
    seal: bool = False
    grey: bool = True


SCANS = (
    Scan("scan_150", 150, skew=0.4, blur=0.4),
    Scan("scan_200", 200),
    Scan("scan_200_seal", 200, skew=0.8, seal=True, grey=False),
    Scan("scan_300", 300, blur=0.8),
)


def write(source: Path, scan: Scan, target: Path, seed: int, pages: int | None = None) -> None:
    """A PDF of page images without a text layer; only the first `pages` of them where told."""
    chance = random.Random(f"{scan.name} {seed}")
    document = pdfium.PdfDocument(source)
    try:
        count = min(len(document), pages or len(document))
        seen = [_seen(document[number].render(scale=scan.dpi / 72).to_pil(), scan, chance) for number in range(count)]
    finally:
        document.close()
    seen[0].save(target, "PDF", resolution=scan.dpi, save_all=True, append_images=seen[1:], quality=scan.quality)


def picture(source: Path, scan: Scan, target: Path, seed: int, page: int = 0) -> None:
    """One page as a picture file (PNG, JPEG or TIFF, by the name)."""
    document = pdfium.PdfDocument(source)
    try:
        seen = _seen(document[page].render(scale=scan.dpi / 72).to_pil(), scan, random.Random(f"{scan.name} {seed}"))
    finally:
        document.close()
    seen.save(target, dpi=(scan.dpi, scan.dpi))


def _seen(page: Image.Image, scan: Scan, chance: random.Random) -> Image.Image:
    image = page.convert("RGB")
    if scan.seal:
        _stamp(image, scan.dpi, chance)
    image = image.convert("L" if scan.grey else "RGB")
    white = 255 if scan.grey else (255, 255, 255)
    image = image.rotate(chance.uniform(-scan.skew, scan.skew), Image.Resampling.BICUBIC, fillcolor=white)
    image = image.filter(ImageFilter.GaussianBlur(scan.blur))
    levels = np.asarray(image, dtype=np.float32)
    noise = np.random.default_rng(chance.randrange(2**32)).normal(0, scan.noise, levels.shape)
    light = np.linspace(1.0, chance.uniform(0.88, 0.97), levels.shape[1], dtype=np.float32)
    shaped = light[None, :] if scan.grey else light[None, :, None]
    levels = np.clip(levels * shaped + noise, 0, 255)
    return _pressed(Image.fromarray(levels.astype(np.uint8)), scan.quality)


def _pressed(image: Image.Image, quality: int) -> Image.Image:
    """Once through JPEG."""
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=quality)
    buffer.seek(0)
    return Image.open(buffer)


def _stamp(image: Image.Image, dpi: int, chance: random.Random) -> None:
    """A round red seal somewhere on the page."""
    radius = int(dpi * 0.8)
    x, y = (int(side * chance.uniform(0.5, 0.75)) for side in image.size)
    pen = ImageDraw.Draw(image, "RGBA")
    pen.ellipse((x - radius, y - radius, x + radius, y + radius), outline=(200, 30, 30, 170), width=max(3, dpi // 40))
    pen.regular_polygon((x, y, radius * 0.3), 3, fill=(200, 30, 30, 150))
