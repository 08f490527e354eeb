"""read_document reads the published accounts to the last figure, and lives through any text."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest

from gouji.model.report import DocumentKind, Report
from gouji.reading.read import read_document
from gouji.reading.unreadable import Unreadable


@pytest.fixture(scope="module")
def accounts(seeds: Path) -> Report:
    (path,) = seeds.glob("002_*.txt")
    return read_document(path.name, path.read_bytes())


def test_the_published_accounts_are_recognised(accounts: Report) -> None:
    assert (accounts.kind, accounts.year, accounts.region, accounts.layout) == (
        DocumentKind.FINAL_ACCOUNTS, 2020, "广东", "guangdong-2020",
    )  # fmt: skip


def test_the_ten_tables_have_all_their_rows(accounts: Report) -> None:
    rows = {table.form: len(table.rows) for table in accounts.tables if table.form in TEN}
    assert rows == TEN


TEN = {
    "收入支出决算总表": 60,
    "收入决算表": 32,
    "支出决算表": 32,
    "财政拨款收入支出决算总表": 64,
    "一般公共预算财政拨款支出决算表": 35,
    "一般公共预算财政拨款基本支出决算表": 82,
    "“三公”经费支出决算表": 2,
    "政府性基金预算财政拨款收入支出决算表": 15,
    "国有资本经营预算财政拨款支出决算表": 15,
    "非税收入征缴情况表": 16,
}


def test_every_amount_of_the_tables_is_read_where_it_stands(accounts: Report) -> None:
    read = defaultdict(list)
    for form in TEN:
        for figure in accounts.table(form).figures():
            ink = figure.place.ink
            assert ink.line is not None
            assert ink.column is not None
            assert accounts.lines[ink.line - 1][ink.column - 1 :].startswith(figure.text)
            read[ink.line].append((ink.column, figure.text))
    last = max(read)
    for number, line in enumerate(accounts.lines[:last], start=1):
        printed = [cell.strip() for cell in line.split("\t") if re.fullmatch(r"\s*-?[\d,]+\.\d\d\s*", cell)]
        if "\t" in line and not line.startswith("\t合计"):  # the total is repeated on every page
            assert [text for _, text in sorted(read[number])] == printed


def test_sentences_cut_by_pages_are_whole(accounts: Report) -> None:
    assert not [
        p.text for p in accounts.paragraphs if len(p.text) > 60 and p.text[-1] not in "。：；）)" and not p.heading
    ]


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\x00\x01\x02binary", b"\xff\xff\xff"])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable):
        read_document("空.txt", data)


HOSTILE = {
    "one line of a megabyte": "支出 12.3 万元，" * 90_000,
    "fifty thousand tabs": "\t" * 50_000 + "x",
    "a wide line over many short ones": "x\t" * 50_000 + "\n" + "a\t1.0\n" * 500,
    "thousands of rows": "一、收入\t1\t2.00\n" * 5_000,
    "nested tags": "<p>" * 20_000 + "x" + "</p>" * 20_000,
    "a wall of bars": ("|" * 300 + "\n") * 200,
    "a digit without end": "9" * 200_000 + "\t1",
    "unclosed brackets": "部门（" * 20_000 + "：",
    "page after page": "a\tb\tc\n\n\t\tx\n\n" * 500,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_text_breaks_the_reader(text: str) -> None:
    assert read_document("文件.txt", text.encode()).lines


def test_a_fault_in_one_table_keeps_no_other_from_being_read(monkeypatch: pytest.MonkeyPatch) -> None:
    from gouji.reading import assemble

    def broken(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setitem(assemble._BY_SHAPE, "coded", broken)
    table = "支出决算表\n单位：万元\n编码|名称|本年支出合计|基本支出\n201|甲|1.00|1.00\n"
    text = f"{table}\n资产表\n单位：万元\n名称|金额\n车|2.00\n"
    found = read_document("文件.txt", text.encode())
    assert [figure.text for figure in found.figures()] == ["1.00", "1.00", "2.00"]
    assert any(doubt.unread for doubt in found.doubts)
