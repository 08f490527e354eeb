"""The ink of a figure tells how many characters it has: lost repeated digits are found out."""

from __future__ import annotations

import pytest

pytest.importorskip("cv2", reason="needs the extra: pip install 'gouji[scan]'")
pytest.importorskip("onnxruntime", reason="needs the extra: pip install 'gouji[scan]'")

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from gouji.reading.scan.amounts import both
from gouji.reading.scan.finding import Spot
from gouji.reading.scan.recognising import Line, Read, read
from gouji.reading.scan.widths import fits

PRINTED = ("333.09", "12.50", "1,208.66", "444,555.00", "7.08", "98.12", "660.77", "2,000.00", "15.30", "101,888.90")


def picture() -> tuple[np.ndarray, list[Spot]]:
    """Amounts below one another, and their boxes."""
    image = Image.new("L", (200, 30 * len(PRINTED)), 255)
    pen, font = ImageDraw.Draw(image), ImageFont.load_default(16)
    for row, text in enumerate(PRINTED):
        pen.text((10, 30 * row + 6), text, fill=0, font=font)
    return np.asarray(image), [Spot(2, 30 * row, 190, 30 * row + 30) for row in range(len(PRINTED))]


def reads(text: str, sure: float = 0.99) -> list[Read]:
    count = len(text)
    return [Read(character, index / count, (index + 1) / count, sure) for index, character in enumerate(text)]


def test_a_lost_digit_leaves_ink_that_nothing_was_read_for() -> None:
    grey, spots = picture()
    texts = ["33.09", *PRINTED[1:]]
    known = fits(grey, [Line(spot, reads(text)) for spot, text in zip(spots, texts, strict=True)])
    assert known[0].is_amiss("33.09")
    assert not known[0].is_amiss("333.09")
    assert not any(known[index].is_amiss(text) for index, text in enumerate(PRINTED) if index)


def test_the_look_that_fills_the_ink_is_taken() -> None:
    grey, spots = picture()
    known = fits(grey, [Line(spot, reads(text)) for spot, text in zip(spots, PRINTED, strict=True)])
    for first, second in (("33.09", "333.09"), ("333.09", "33.09")):
        seen = both(reads(first), reads(second), known[0])
        assert "".join(each.text for each in seen) == "333.09"
        assert min(each.sure for each in seen) > 0.9


def test_looks_with_more_and_fewer_digits_are_in_doubt_where_no_width_is_known() -> None:
    seen = both(reads("333.09"), reads("33.09"))
    assert min(each.sure for each in seen) <= 0.5


def test_repeated_digits_are_read_however_high_their_box_is() -> None:
    grey, spots = picture()
    high = np.pad(grey, ((40, 40), (0, 0)), constant_values=255)
    boxes = [Spot(2, spots[0].top, 190, spots[0].bottom + 40), Spot(2, 30 * 9 + 36, 190, 30 * 10 + 80)]
    assert [line.text for line in read(high, boxes)] == ["333.09", "101,888.90"]
