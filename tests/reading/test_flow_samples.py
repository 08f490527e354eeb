"""The sample documents as Word files and web pages, laid out as departments do: what is found in the texts is found there."""

from __future__ import annotations

import subprocess
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from html import escape
from io import BytesIO
from pathlib import Path

import docx
import pytest
from sample_blocks import blocks_of

from gouji.model.finding import Finding
from gouji.model.report import Report
from gouji.reading.grid import Block, Grid
from gouji.reading.office import libreoffice
from gouji.reading.read import read_document
from gouji.reading.seat.header_tree import header_of, is_numbering
from gouji.rules.catalogue import all_rules
from gouji.rules.check import check

ROOT = Path(__file__).resolve().parents[2]
Box = tuple[int, int, int, int, list[str]]  # row, column, rows and columns it reaches over, its paragraphs


def boxes(grid: Grid) -> list[list[Box]]:
    """The boxes of a grid, row by row: header cells merged over the blanks beside and below them, labels broken in two."""
    texts = [[cell.text for cell in row] for row in grid.rows]
    header = [row for row in grid.rows[: header_of(grid).height] if not is_numbering(row)]
    taken: set[tuple[int, int]] = set()
    found: list[list[Box]] = []
    for row, line in enumerate(texts):
        found.append([])
        for column, text in enumerate(line):
            if (row, column) in taken:
                continue
            tall, wide = _reach([[cell.text for cell in one] for one in header], row, column)
            taken |= {(row + down, column + right) for down in range(tall) for right in range(wide)}
            found[-1].append((row, column, tall, wide, list(paragraphs(text))))
    return found


def _reach(header: list[list[str]], row: int, column: int) -> tuple[int, int]:
    """Rows and columns of a header cell: to the right over what has a cell of its own below, else down over blanks."""
    if row >= len(header) or not header[row][column]:
        return 1, 1
    tall = wide = 1
    line, below = header[row], header[row + 1 :]
    while column + wide < len(line) and not line[column + wide] and any(one[column + wide] for one in below):
        wide += 1
    while wide == 1 and row + tall < len(header) and not any(one[column] for one in header[row + tall :]):
        tall += 1
    return tall, wide


def paragraphs(text: str) -> Iterator[str]:
    """A box's text as it is typed: a short label on two lines, a long text sentence by sentence."""
    if 4 <= len(text) <= 8 and not any(sign.isdigit() for sign in text):
        yield from (text[: len(text) // 2], text[len(text) // 2 :])
    else:
        yield from (text.replace("。", "。\n").rstrip("\n").split("\n") if len(text) > 60 else [text])


def word(found: Sequence[Block]) -> bytes:
    """A Word file of the blocks."""
    document = docx.Document()
    for block in found:
        if not isinstance(block, Grid):
            document.add_paragraph(block.text)
            continue
        for caption in block.captions:
            document.add_paragraph(caption.text)
        table = document.add_table(len(block.rows), max(1, block.width))
        cells = [list(row.cells) for row in table.rows]
        for row, column, tall, wide, texts in (box for line in boxes(block) for box in line):
            cell = cells[row][column]
            if tall * wide > 1:
                cell = cell.merge(cells[row + tall - 1][column + wide - 1])
            cell.text = texts[0]
            for text in texts[1:]:
                cell.add_paragraph(text)
        for text in [note.text for note in block.notes] or [""]:
            document.add_paragraph(text)
    document.add_paragraph("")
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def page(found: Sequence[Block]) -> bytes:
    """A page as the sites of governments show it: the text in the cell of a table, in the words of Word."""
    parts: list[str] = []
    for block in found:
        if not isinstance(block, Grid):
            parts.append(_paragraph(block.text))
            continue
        parts += [_paragraph(caption.text) for caption in block.captions]
        rows = ("".join(map(_cell, line)) for line in boxes(block))
        parts.append(f"<div><table border=1>{''.join(f'<tr>{row}</tr>' for row in rows)}</table></div>")
        parts += [_paragraph(note.text) for note in block.notes]
    frame = "<table><tr><td>首页</td><td>政务公开</td></tr><tr><td colspan=2><table><tr><td>{}</td></tr></table></td></tr></table>"
    body = frame.format("\n".join(parts))
    return f'<html><head><meta charset="gb2312"><style>p {{}}</style></head><body>{body}</body></html>'.encode("gb18030")


def _paragraph(text: str) -> str:
    return f"<p class=MsoNormal><span style='mso-bidi-font-size:1pt'>{escape(text)}</span><o:p></o:p></p>"


def _cell(box: Box) -> str:
    _, _, tall, wide, texts = box
    spans = (f" rowspan={tall}" if tall > 1 else "") + (f" colspan={wide}" if wide > 1 else "")
    return f"<td{spans}>{''.join(map(_paragraph, texts)) if texts[0] else '<p>&nbsp;</p>'}</td>"


def findings(reports: Sequence[Report]) -> Counter[tuple[str, str, str]]:
    """Every finding as its rule, its row and the text it points at."""
    return Counter(
        (one.card.name, one.at.row, one.at.text.replace("\n", "")) for checked in check(reports, all_rules()) for one in checked.findings
    )  # fmt: skip


def grave(report: Report) -> list[Finding]:
    return [finding for checked in check([report], all_rules()) for finding in checked.findings if finding.at.form]


@pytest.mark.parametrize(("kind", "write"), [("docx", word), ("html", page)])
def test_the_findings_are_those_of_the_text(texts: dict[str, str], kind: str, write: Callable[[Sequence[Block]], bytes]) -> None:
    printed = [read_document(f"{name}.txt", text.encode()) for name, text in texts.items()]
    laid_out = [read_document(f"{name}.{kind}", write(blocks_of(text))) for name, text in texts.items()]
    assert [(one.kind, one.body, one.year) for one in laid_out] == [(one.kind, one.body, one.year) for one in printed]
    assert [len(list(one.figures())) for one in laid_out] == [len(list(one.figures())) for one in printed]
    assert [doubt for one in laid_out for doubt in one.doubts if doubt.unread] == []
    assert findings(laid_out) == findings(printed)


@pytest.mark.parametrize(("kind", "write"), [("docx", word), ("html", page)])
def test_every_finding_in_a_table_tells_table_row_and_box(
    texts: dict[str, str], kind: str, write: Callable[[Sequence[Block]], bytes]
) -> None:
    name = next(name for name in texts if name.startswith("3_"))
    report = read_document(f"{name}.{kind}", write(blocks_of(texts[name])))
    paths = [report.spotted(finding.at.ink).cell or "" for finding in grave(report)]
    assert paths
    assert all(path.startswith(("表", "第")) for path in paths)
    assert any(path.count("/") == 2 for path in paths)


@pytest.mark.skipif(libreoffice.program() is None, reason="LibreOffice is not installed")
def test_the_findings_survive_the_old_word_format(texts: dict[str, str], tmp_path: Path) -> None:
    name = next(name for name in texts if name.startswith("6_"))
    (tmp_path / "甲.docx").write_bytes(word(blocks_of(texts[name])))
    profile = (tmp_path / "profile").as_uri()
    command = [libreoffice.program() or "", "--headless", f"-env:UserInstallation={profile}", "--convert-to", "doc"]
    subprocess.run([*command, "--outdir", tmp_path, tmp_path / "甲.docx"], check=True, capture_output=True)
    old = read_document("甲.doc", (tmp_path / "甲.doc").read_bytes())
    assert [doubt for doubt in old.doubts if doubt.unread] == []
    assert findings([old]) == findings([read_document("甲.txt", texts[name].encode())])
