"""Many files at once: one bad file never stops the rest, and every refusal names its remedy."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from gouji.cli import main
from gouji.model.finding import Severity
from gouji.model.rounding import Tolerance
from gouji.reading.text import LARGEST_TEXT, LONGEST_LINE, MOST_LINES
from gouji.running import one
from gouji.running.batch import check_paths, read_paths

ACCOUNTS = """青川市档案馆2023年度部门决算

支出决算表
部门：青川市档案馆
单位：万元
功能分类科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出\t上缴上级支出\t经营支出\t对附属单位补助支出
\t合计\t{total}\t30.00\t20.00\t0.00\t0.00\t0.00
201\t一般公共服务支出\t{total}\t30.00\t20.00\t0.00\t0.00\t0.00
"""


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "好.txt"
    path.write_text(ACCOUNTS.format(total="50.00"), encoding="utf-8")
    return path


def refusal(path: Path) -> str:
    (failure,) = read_paths([str(path)]).failures
    assert failure.path == str(path)
    assert failure.message_en.isascii()
    return failure.message


def test_good_files_are_reported_beside_a_bad_one(good: Path) -> None:
    (good.parent / "坏.txt").write_bytes(b"\x00\x01" * 500)
    examination = check_paths([str(good.parent)])
    assert [Path(document.report.path).name for document in examination.documents] == ["好.txt"]
    assert [Path(failure.path).name for failure in examination.failures] == ["坏.txt"]


def test_a_wrong_total_is_found(tmp_path: Path) -> None:
    path = tmp_path / "错.txt"
    path.write_text(ACCOUNTS.format(total="55.00"), encoding="utf-8")
    found = check_paths([str(path)]).documents[0].found(Severity.ERROR)
    assert {finding.at.text for finding in found} == {"55.00"}


def test_closed_intervals_are_used_for_the_run_that_asks_for_them_and_no_other(good: Path) -> None:
    good.write_text(good.read_text(encoding="utf-8").replace("公共服务支出\t50.00", "公共服务支出\t50.01"), encoding="utf-8")

    def errors(allowed: Tolerance) -> int:
        examination = check_paths([str(good)], allowed=allowed)
        assert examination.tolerance is allowed
        return examination.count(Severity.ERROR)

    found = [errors(each) for each in (Tolerance.STRICT, Tolerance.CLOSED, Tolerance.STRICT)]
    assert found[0] == found[2] > found[1] == 0


def test_gb18030_is_read_like_utf_8(good: Path, tmp_path: Path) -> None:
    other = tmp_path / "国标.txt"
    other.write_bytes(good.read_text(encoding="utf-8").encode("gb18030"))
    first, second = read_paths([str(good), str(other)]).reports
    assert [table.rows[0].name for table in first.tables] == [table.rows[0].name for table in second.tables]
    assert first.body == second.body == "青川市档案馆"


@pytest.mark.parametrize(
    ("contents", "told"),
    [
        (b"", "文件是空的"),
        (b" \r\n\t", "文件是空的"),
        (b"abc\x00\x00", "不是文本文件"),
        (b"\xff\xff\xff", "编码无法识别"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, contents: bytes, told: str) -> None:
    path = tmp_path / "坏.txt"
    path.write_bytes(contents)
    assert told in refusal(path)


@pytest.mark.parametrize(
    ("head", "size", "told"),
    [(b"", 100, "文本有 100 MB，超过上限 64 MB"), (b"%PDF-1.7", 300, "文件有 300 MB，超过上限 200 MB")],
)
def test_a_huge_file_is_refused_by_its_size(tmp_path: Path, head: bytes, size: int, told: str) -> None:
    path = tmp_path / "大.txt"
    with open(path, "wb") as stream:
        stream.write(head)
        stream.truncate(size * 1024 * 1024)
    assert told in refusal(path)


def test_a_file_without_size_is_cut_at_the_cap() -> None:
    if not Path("/dev/zero").exists():
        pytest.skip("no /dev/zero here")
    (failure,) = read_paths(["/dev/zero"]).failures
    assert f"上限 {LARGEST_TEXT // 1024**2} MB" in failure.message or "空" in failure.message


def test_a_pipe_that_nobody_writes_to_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管道.txt")
    assert "空" in refusal(tmp_path / "管道.txt")


@pytest.mark.parametrize(
    ("text", "told"),
    [("合计 1.00\n" * (MOST_LINES + 1), "30 万行"), ("文件\n" + "合计" * LONGEST_LINE, "第 2 行超过 100 万字")],
)
def test_what_would_be_read_in_part_only_is_refused(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "长.txt").write_text(text, encoding="utf-8")
    assert told in refusal(tmp_path / "长.txt")


def test_a_missing_path_is_said(tmp_path: Path) -> None:
    assert "不存在" in refusal(tmp_path / "没有.txt")


def test_a_binary_file_without_suffix_is_passed_over_in_a_folder(good: Path) -> None:
    (good.parent / "core").write_bytes(b"\x7fELF\x00\x00")
    examination = check_paths([str(good.parent)])
    assert examination.failures == ()
    assert [Path(passed.path).name for passed in examination.skipped] == ["core"]


@pytest.mark.parametrize("name", ["报告.html", "报告.txt"])
def test_our_own_reports_in_a_folder_are_not_taken_for_documents(good: Path, name: str) -> None:
    main(["check", str(good), "--out", str(good.parent / name)])
    examination = check_paths([str(good.parent)])
    assert len(examination.documents) == 1
    assert "gouji 写出的报告" in examination.skipped[0].reason


def test_a_fault_of_ours_is_said_to_be_ours(good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(one, "read_document", lambda path, data: 1 / 0)
    (failure,) = read_paths([str(good)]).failures
    assert "这是 gouji 的缺陷" in failure.message
    assert "ZeroDivisionError" in failure.message


@pytest.mark.parametrize(
    "line", ["201\t一般公共服务支出\t50.00", "201\t一般公共服务支出\t50.00\t30.00\t20.00\t\t\t\t9.00\t"]
)
def test_ragged_rows_are_read_or_doubted_never_a_crash(good: Path, line: str) -> None:
    text = good.read_text(encoding="utf-8").splitlines()[:-1]
    good.write_text("\n".join([*text, line]), encoding="utf-8")
    (report,) = read_paths([str(good)]).reports
    assert report.tables


def test_a_malformed_number_is_counted_as_unread(good: Path) -> None:
    good.write_text(good.read_text(encoding="utf-8").replace("\t20.00\t", "\t1,23.4\t"), encoding="utf-8")
    document = check_paths([str(good)]).documents[0]
    assert document.checked.coverage.unread == 2
    assert any(doubt.unread and "1,23.4" in doubt.place.text + doubt.message for doubt in document.report.doubts)


def test_progress_tells_how_far_it_is(good: Path) -> None:
    calls: list[tuple[int, int, str]] = []
    read_paths([str(good)], lambda *told: calls.append(told))
    assert calls == [(0, 1, str(good))]
