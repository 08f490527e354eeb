"""Files that are made to crash, stall or swell a reader: each gets a clear line, and the good file beside them is read."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from types import ModuleType

import pytest

from gouji.model.examination import Gathered
from gouji.reading import scan
from gouji.reading.read import read_document
from gouji.reading.unreadable import Unreadable
from gouji.running.apart import Limits
from gouji.running.apart.terms import GIBIBYTE
from gouji.running.batch import read_paths

LIMITS = Limits(seconds=20, most_seconds=20, memory=GIBIBYTE, most_memory=4 * GIBIBYTE)
GOOD = "好.txt"

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the system limits no memory")


@pytest.fixture(scope="module")
def batch(hostile: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> tuple[Gathered, float]:
    """What came of all of them in one batch, and the seconds it took."""
    folder = tmp_path_factory.mktemp("files")
    hostile.write(folder)
    (folder / GOOD).write_text("青川市档案馆2023年度部门决算\n全年支出 50.00 万元。\n", encoding="utf-8")
    start = time.monotonic()
    return read_paths([str(folder)], limits=LIMITS), time.monotonic() - start


@pytest.fixture
def gathered(batch: tuple[Gathered, float]) -> Gathered:
    return batch[0]


def test_the_batch_goes_on_and_ends(batch: tuple[Gathered, float], hostile: ModuleType) -> None:
    gathered, seconds = batch
    assert seconds < 120
    assert len(gathered.reports) + len(gathered.failures) == len(hostile.MAKERS) + 1
    assert any(Path(report.path).name == GOOD and list(report.figures()) for report in gathered.reports)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("压缩炸弹.pdf", "崩溃"),
        ("巨页.pdf", "纸张尺寸不合常理"),
        ("零页.pdf", "没有任何一页"),
        ("万页.pdf", "超过上限 3000 页"),
        ("加密.pdf", "打开密码"),
        ("加密.xlsx", "打开密码"),
        ("百万行.xlsx", "超过上限"),
        ("膨胀.xlsx", ""),
        ("膨胀.docx", ""),
        ("实体.xlsx", ""),
        ("实体.docx", ""),
        ("巨图.png", "像素"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_line_that_says_what_to_do(
    gathered: Gathered, name: str, told: str
) -> None:
    (failure,) = (failure for failure in gathered.failures if Path(failure.path).name == name)
    assert told in failure.message
    assert "请" in failure.message
    assert "缺陷" not in failure.message  # none of them is a fault of ours


@pytest.mark.parametrize("name", ["自调用.pdf", "百万路径.pdf", "无字符表.pdf", "巨图.pdf", "纯图.pdf", "截断.pdf"])
def test_what_can_be_read_in_part_says_so_or_is_refused(gathered: Gathered, name: str) -> None:
    reports = [report for report in gathered.reports if Path(report.path).name == name]
    failures = [failure for failure in gathered.failures if Path(failure.path).name == name]
    assert len(reports) + len(failures) == 1
    assert all(report.doubts for report in reports)
    assert all("请" in failure.message for failure in failures)


def test_a_web_page_called_pdf_is_read_as_what_it_is(gathered: Gathered) -> None:
    (report,) = (report for report in gathered.reports if Path(report.path).name == "网页.pdf")
    assert report.body == "青川市档案馆"


@pytest.mark.parametrize(("make", "told"), [("picture_only", "图片"), ("no_unicode", "乱码")])
def test_without_the_extra_pages_to_be_recognised_name_it(
    hostile: ModuleType, monkeypatch: pytest.MonkeyPatch, make: str, told: str
) -> None:
    monkeypatch.setattr(scan, "available", lambda: False)
    with pytest.raises(Unreadable) as refused:
        read_document("决算.pdf", getattr(hostile, make)())
    assert told in refused.value.message
    assert "gouji[scan]" in refused.value.message
