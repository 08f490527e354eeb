"""Which files of the paths given are read: in order of name, each once, the rest said to be passed over."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from gouji.model.examination import Failure, Skipped
from gouji.running.walk import Found, find, shown


def names(*paths: Path) -> list[str]:
    return [Path(found.path).name for found in find(map(str, paths)) if isinstance(found, Found)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "下级").mkdir()
    for name in ("乙.txt", "甲.MD", "表.PDF", "包.zip", ".隐藏.txt", "~$锁.txt", "说明", "下级/丙.html"):
        (tmp_path / name).write_text("文字", encoding="utf-8")
    return tmp_path


def test_documents_of_a_folder_are_found_in_order_below_it_too(folder: Path) -> None:
    assert names(folder) == ["丙.html", "乙.txt", "甲.MD", "表.PDF", "说明"]


def test_other_formats_in_a_folder_are_passed_over_with_the_reason(folder: Path) -> None:
    skipped = [found for found in find([str(folder)]) if isinstance(found, Skipped)]
    assert [(Path(each.path).name, each.reason) for each in skipped] == [("包.zip", "格式暂不支持")]


def test_a_file_named_twice_is_read_once(folder: Path) -> None:
    assert names(folder / "乙.txt", folder, folder / "下级" / ".." / "乙.txt").count("乙.txt") == 1


def test_a_link_to_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "断.txt").symlink_to(tmp_path / "没有.txt")
    (found,) = find([str(tmp_path)])
    assert isinstance(found, Skipped)
    assert "不存在" in found.reason


def test_a_circle_of_links_ends(tmp_path: Path) -> None:
    (tmp_path / "圈").symlink_to(tmp_path)
    (tmp_path / "甲.txt").write_text("文字", encoding="utf-8")
    assert names(tmp_path) == ["甲.txt"]


def test_names_that_cannot_be_printed_are_shown_with_replacements() -> None:
    assert shown(os.fsdecode(b"\xff\xfe.txt")) == "\ufffd\ufffd.txt"
    assert shown("甲\n\x1b[2J.txt") == "甲\ufffd\ufffd[2J.txt"


def test_links_in_a_circle_and_pipes_of_a_folder_are_said_and_not_entered(tmp_path: Path) -> None:
    (tmp_path / "圈.txt").symlink_to(tmp_path / "圈.txt")
    (tmp_path / "上级").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "管道.txt")
    told = {Path(each.path).name: each.reason for each in find([str(tmp_path)]) if isinstance(each, Skipped)}
    assert told == {"圈.txt": "链接指向的文件不存在", "上级": "指向文件夹的链接，没有进入", "管道.txt": "不是普通文件"}


def test_two_names_that_look_alike_stay_apart(tmp_path: Path) -> None:
    for name in (b"\xff.txt", b"\xfe.txt"):
        try:
            Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text("文字", encoding="utf-8")
        except OSError:
            pytest.skip("this file system takes no such names")
    found = [each for each in find([str(tmp_path)]) if isinstance(each, Found)]
    assert len({each.shown for each in found}) == 2


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_folder_that_may_not_be_opened_is_a_failure(tmp_path: Path) -> None:
    closed = tmp_path / "锁"
    closed.mkdir(mode=0)
    (found,) = find([str(closed)])
    assert isinstance(found, Failure)
    assert "权限" in found.message
