"""Pictures of pages: drawn here, read back; skew, turns, seals, faint rules and hostile files."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest

pytest.importorskip("cv2", reason="needs the extra: pip install 'gouji[scan]'")
pytest.importorskip("onnxruntime", reason="needs the extra: pip install 'gouji[scan]'")

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from gouji.reading.page.layout import lay_out
from gouji.reading.press import Press
from gouji.reading.run import Run
from gouji.reading.scan import available, page_ink, ruling, upright
from gouji.reading.scan.picture import clean
from gouji.reading.scan.pictures import read_pictures
from gouji.reading.unreadable import Unreadable

DPI = 150
ROWS = (
    ("201", "1,234.56", "1,000.00", "234.56"),
    ("20103", "1,234.56", "1,000.00", "234.56"),
    ("2010301", "-35.07", "0.00", "-35.07"),
    ("2010302", "1,269.63", "1,000.00", "269.63"),
)


def drawn(rows: Sequence[Sequence[str]] = ROWS, grey: int = 0, size: tuple[int, int] = (1000, 640)) -> Image.Image:
    """A ruled table in black on white with some text above it, `grey` the shade of its rules."""
    image = Image.new("L", size, 255)
    pen, font = ImageDraw.Draw(image), ImageFont.load_default(24)
    pen.text((420, 60), "BUDGET 2024", fill=0, font=font)
    left, top, wide, high = 120, 140, 190, 48
    for row in range(len(rows) + 1):
        pen.line((left, top + row * high, left + 4 * wide, top + row * high), fill=grey, width=2)
    for column in range(5):
        pen.line((left + column * wide, top, left + column * wide, top + len(rows) * high), fill=grey, width=2)
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            pen.text((left + column * wide + 20, top + row * high + 10), text, fill=0, font=font)
    return image


def read(image: Image.Image) -> tuple[list[list[str]], int, float]:
    """The texts of the table in a picture, by how many quarters it was turned, and its skew."""
    picture = np.asarray(image)
    height, width = (side * 72 / DPI for side in picture.shape[:2])
    ink = page_ink(picture, DPI, 1, width, height)
    runs = [piece for piece in lay_out(ink, Press()) if isinstance(piece, Run)]
    assert len(runs) == 1
    return [[cell.text for cell in row] for row in runs[0].rows], ink.turn, ink.skew


def test_the_extra_is_there() -> None:
    assert available()


@pytest.mark.parametrize("angle", [-1.5, -0.4, 0.7, 1.8])
def test_the_skew_of_a_page_is_found(angle: float) -> None:
    image = drawn().rotate(-angle, Image.Resampling.BICUBIC, fillcolor=255)
    assert upright.skew(clean(np.asarray(image), DPI)) == pytest.approx(angle, abs=0.06)


def test_a_blank_page_has_neither_skew_nor_rules_nor_text() -> None:
    picture = np.full((640, 1000), 255, np.uint8)
    assert upright.skew(picture) == 0.0
    assert ruling.rules(picture, DPI) == ([], [])
    assert page_ink(picture, DPI, 1, 480.0, 307.2).glyphs == []


@pytest.mark.parametrize("grey", [0, 150, 215])
def test_rules_are_found_dark_or_faint(grey: int) -> None:
    across, down = ruling.rules(clean(np.asarray(drawn(grey=grey)), DPI), DPI)
    assert (len(across), len(down)) == (5, 5)


def test_underlines_and_small_frames_are_no_rules() -> None:
    image = drawn(size=(1000, 640))
    pen = ImageDraw.Draw(image)
    pen.line((420, 92, 600, 92), fill=0, width=3)
    pen.rectangle((850, 20, 930, 100), outline=0, width=4)
    across, down = ruling.rules(clean(np.asarray(image), DPI), DPI)
    assert (len(across), len(down)) == (5, 5)


def test_a_table_askew_is_read_and_its_boxes_lie_where_they_are_on_the_paper() -> None:
    image = drawn().rotate(-1.5, Image.Resampling.BICUBIC, fillcolor=255)
    picture = np.asarray(image)
    ink = page_ink(picture, DPI, 1, 480.0, 307.2)
    press = Press()
    lay_out(ink, press)
    assert ink.skew == pytest.approx(1.5, abs=0.06)
    box = press.spots[press.lines.index("269.63")].box()
    assert box is not None
    left, top, right, bottom = (round(edge * DPI / 72) for edge in box)
    assert picture[top : bottom + 1, left : right + 1].min() < 80
    assert picture[bottom + 8, left : right + 1].min() > 150  # the next rule is further down


@pytest.mark.parametrize("quarters", [1, 2])
def test_pages_on_their_side_and_upside_down_are_turned(quarters: int) -> None:
    rows, turn, _ = read(drawn().rotate(90 * quarters, expand=True))
    assert rows == [list(row) for row in ROWS]
    assert turn == quarters


def test_a_red_seal_over_figures_does_not_hide_them() -> None:
    image = drawn().convert("RGB")
    ImageDraw.Draw(image).ellipse((500, 120, 740, 360), outline=(225, 60, 60), width=5)
    picture = np.minimum(np.asarray(image), np.asarray(drawn().convert("RGB")))
    rows, _, _ = read(Image.fromarray(picture))
    assert rows == [list(row) for row in ROWS]


def test_digits_below_the_strokes_of_a_red_seal_are_not_sure() -> None:
    image = drawn().convert("RGB")
    ImageDraw.Draw(image).ellipse((500, 120, 740, 360), outline=(225, 60, 60), width=8)
    picture = np.minimum(np.asarray(image), np.asarray(drawn().convert("RGB")))
    glyphs = page_ink(picture, DPI, 1, 480.0, 307.2).glyphs
    unsure = [glyph for glyph in glyphs if glyph.text.isdigit() and glyph.sure <= 0.5]
    ring = [
        abs(np.hypot((g.left + g.right) * DPI / 144 - 620, (g.top + g.bottom) * DPI / 144 - 240) - 116) for g in unsure
    ]
    assert 0 < len(unsure) < 20
    assert max(ring) < 25


def test_figures_printed_in_red_are_read() -> None:
    image = drawn().convert("RGB")
    ImageDraw.Draw(image).rectangle((504, 240, 686, 280), fill="white")
    ImageDraw.Draw(image).text((520, 246), "-91.00", fill=(220, 20, 20), font=ImageFont.load_default(24))
    rows, _, _ = read(image)
    assert "-91.00" in {text for row in rows for text in row}


def test_a_photo_taken_from_aslant_is_doubted() -> None:
    image = drawn()
    wide, high = image.size
    lean = (0, -30, 0, high + 50, wide, high - 40, wide, 40)  # the corners as the camera saw them
    photo = image.transform(image.size, Image.Transform.QUAD, lean, Image.Resampling.BICUBIC, fillcolor=255)
    (said,) = read_pictures(saved(photo), "photo.png").doubts
    assert "斜着拍摄" in said[1]
    assert said[2]


def saved(*images: Image.Image, form: str = "PNG") -> bytes:
    buffer = io.BytesIO()
    more = {"save_all": True, "append_images": images[1:]} if len(images) > 1 else {}
    images[0].save(buffer, form, dpi=(DPI, DPI), **more)
    return buffer.getvalue()


def test_every_page_of_a_tiff_is_read() -> None:
    source = read_pictures(saved(drawn(), drawn(ROWS[:3]), form="TIFF"), "scan.tiff")
    assert [page.number for page in source.pages] == [1, 2]
    assert all(page.scanned for page in source.pages)
    assert sum(isinstance(piece, Run) for piece in source.pieces) == 2


def test_a_picture_cut_short_is_refused_with_the_reason() -> None:
    whole = saved(drawn())
    with pytest.raises(Unreadable, match="损坏"):
        read_pictures(whole[: len(whole) // 2], "scan.png")


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(Unreadable, match="过大"):
        read_pictures(saved(Image.new("1", (20_001, 40))), "scan.png")
    with pytest.raises(Unreadable, match="过大"):
        read_pictures(saved(Image.new("1", (9_000, 9_000))), "scan.png")
