"""An invented document and what invented rules say of it: an error, a warning, a note, a rounding tail, a doubt."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest

from gouji.exporting.speech import Speech
from gouji.model.comparison import must_total
from gouji.model.examination import Examination, Examined, Failure, Skipped
from gouji.model.figure import Figure, Kind
from gouji.model.finding import Card, Observation, Remark, Severity
from gouji.model.place import Ink, Place
from gouji.model.report import DocumentKind, Doubt, Report
from gouji.model.rounding import Term
from gouji.model.table import Cell, Row, Table
from gouji.rules.check import check
from gouji.rules.rule import Rule

PATH = "青川市档案馆.txt"
LINES = (
    "青川市档案馆 2023 年度部门决算",
    "",
    "科目\t合计\t基本支出\t项目支出",
    "教育支出\t55.00\t30.00\t20.00",
    "住房支出\t10.01\t5.00\t5.00",
    "用款说明 <script>alert(1)</script> & 其他",
)
COLUMNS = ("合计", "基本支出", "项目支出")


def _figure(text: str, row: str, field: str, line: int, column: int) -> Figure:
    ink = Ink(line=line, column=column, end_line=line, end_column=column + len(text))
    place = Place(PATH, "支出决算表", row, field, text, ink)
    return Figure(text, Decimal(text) * 10000, Decimal(100), Kind.MONEY, "万元", place)


def _row(line: int) -> Row:
    name, *amounts = LINES[line - 1].split("\t")
    cells, column = {}, len(name) + 2
    for field, text in zip(COLUMNS, amounts, strict=True):
        figure = _figure(text, name, field, line, column)
        cells[field] = Cell(text, figure, figure.place)
        column += len(text) + 1
    return Row(name, cells, ink=Ink(line=line, column=1))


def _parts(report: Report) -> Iterator[Observation]:
    for row in report.tables[0].rows:
        total, *parts = (cell.figure for cell in row.cells.values())
        assert total is not None
        yield must_total(total, [Term(part) for part in parts if part], "合计 = 基本支出 + 项目支出")


def _remarks(report: Report) -> Iterator[Observation]:
    tag = Place(PATH, "文字说明", "", "", "<script>alert(1)</script>", Ink(line=6, column=6, end_line=6, end_column=31))
    yield Remark(
        tag, "这里写了代码 <b>", "code stands here <b>", (report.tables[0].rows[0].cells["合计"].place,), "文字"
    )
    title = Place(PATH, "文字说明", "", "", "2023", Ink(line=1, column=8, end_line=1, end_column=12))
    yield Remark(title, "年份前后有空格", "blanks around the year", severity=Severity.NOTE)


RULES = (
    Rule(
        Card("total-is-not-sum-of-parts", "合计不等于各分项之和", "the total is not the sum", "公开03表"),
        observe=_parts,
    ),
    Rule(
        Card("text-holds-code", "文字里有代码", "code in the text", "常识", severity=Severity.WARNING),
        observe=_remarks,
    ),
)


@pytest.fixture
def report() -> Report:
    """A document of two rows: one sum that is wrong, one that is off by rounding."""
    table = Table("支出决算表", "支出决算表", COLUMNS, (_row(4), _row(5)), "万元", ink=Ink(line=3, column=1))
    doubt = Doubt(Place(PATH, text="用款说明", ink=Ink(line=6, column=1)), "此处少一个数", unread=True)
    return Report(
        PATH, "0" * 64, DocumentKind.FINAL_ACCOUNTS, "青川市档案馆", 2023, tables=(table,), doubts=(doubt,), lines=LINES
    )


@pytest.fixture
def examination(report: Report) -> Examination:
    """The document as checked by the invented rules, a file that failed and one that was passed over."""
    (checked,) = check([report], RULES)
    failure = Failure("坏.txt", "文件是空的。请重新导出。", "the file is empty; export it again")
    return Examination((Examined(report, checked),), (failure,), (Skipped("图.pdf", "格式暂不支持", "not supported"),))


@pytest.fixture
def chinese() -> Speech:
    """Chinese is spoken."""
    return Speech("zh")


@pytest.fixture
def english() -> Speech:
    """English is spoken."""
    return Speech("en")


@pytest.fixture
def figure() -> Callable[..., Figure]:
    """Make a figure of 万元: text, row, field, line, column."""
    return _figure
