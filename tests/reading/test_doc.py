"""DOC, WPS and RTF are read by way of LibreOffice; where it is missing, the refusal says what to do."""

from __future__ import annotations

import subprocess
import threading
from io import BytesIO
from pathlib import Path

import docx
import pytest

from gouji.model.medium import Medium
from gouji.model.report import Report
from gouji.reading.office import libreoffice
from gouji.reading.office.doc import source
from gouji.reading.read import read_document
from gouji.reading.unreadable import Unreadable

HEADER = ["科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出"]
ROWS = [
    ["合计", "", "1,230.50", "1,000.50", "230.00"],
    ["201", "一般公共服务支出", "1,230.50", "1,000.50", "230.00"],
    ["20126", "档案事务", "1,230.50", "1,000.50", "230.00"],
]
needs_office = pytest.mark.skipif(libreoffice.program() is None, reason="LibreOffice is not installed")


def document(closed: bool = True) -> bytes:
    """A Word file with one table. Word ends every document with a paragraph; not `closed`, this one ends with its table."""
    word = docx.Document()
    word.add_paragraph("青川市档案馆2022年度部门决算")
    word.add_paragraph("支出决算表")
    word.add_paragraph("单位：万元")
    table = word.add_table(len(ROWS) + 1, len(HEADER))
    for row, texts in enumerate([HEADER, *ROWS]):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    if closed:
        word.add_paragraph("支出情况说明。")
    stream = BytesIO()
    word.save(stream)
    return stream.getvalue()


def converted(data: bytes, kind: str, folder: Path) -> bytes:
    (folder / "甲.docx").write_bytes(data)
    profile = (folder / "profile").as_uri()
    command = [libreoffice.program() or "", "--headless", f"-env:UserInstallation={profile}", "--convert-to", kind]
    subprocess.run([*command, "--outdir", folder, folder / "甲.docx"], check=True, capture_output=True)
    return (folder / f"甲.{kind}").read_bytes()


@pytest.fixture(scope="module")
def doc(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return converted(document(), "doc", tmp_path_factory.mktemp("doc"))


def figures(report: Report) -> list[str]:
    return [figure.text for figure in report.figures()]


@needs_office
def test_a_doc_is_read_like_the_docx_it_came_from(doc: bytes) -> None:
    report = read_document("甲.doc", doc)
    assert report.medium is Medium.WORD
    assert figures(report) == figures(read_document("甲.docx", document()))
    assert report.spotted(next(report.figures()).place.ink).cell == "表1/行2/格3"
    assert not [doubt for doubt in report.doubts if doubt.unread]


@needs_office
def test_the_name_wps_makes_no_difference(doc: bytes) -> None:
    assert figures(read_document("甲.wps", doc)) == figures(read_document("甲.doc", doc))


@needs_office
def test_an_rtf_is_read_too(tmp_path: Path) -> None:
    report = read_document("甲.rtf", converted(document(), "rtf", tmp_path))
    assert figures(report) == figures(read_document("甲.docx", document()))


@needs_office
def test_a_table_lost_by_the_conversion_is_said(tmp_path: Path) -> None:
    read = source(converted(document(closed=False), "doc", tmp_path), "甲.doc")
    kept = any(not hasattr(piece, "text") for piece in read.pieces)
    assert kept or any("表格没有转出" in message and unread for _, message, unread in read.doubts)


@needs_office
def test_several_are_read_at_once(doc: bytes) -> None:
    reports: list[Report] = []
    threads = [threading.Thread(target=lambda: reports.append(read_document("甲.doc", doc))) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [len(figures(report)) for report in reports] == [9, 9]


@needs_office
def test_a_damaged_file_is_refused(doc: bytes) -> None:
    with pytest.raises(Unreadable, match="LibreOffice"):
        source(doc[: len(doc) // 8], "甲.doc")


def test_without_libreoffice_the_refusal_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "program", lambda: None)
    with pytest.raises(Unreadable) as refused:
        source(b"{\\rtf1 text}", "甲.rtf")
    assert "sudo apt install libreoffice-writer-nogui" in refused.value.message
    assert "另存为 .docx" in refused.value.message
