"""The pictures of the documentation: a table with its figures marked, drawn from a real check, the rooms, a page, and years."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from page_picture import page_picture
from svg import GREEN, GREY, INK, PALE, RED
from svg import picture as _svg
from svg import text as _text
from years_picture import years_picture

from gouji.exporting.speech import Speech
from gouji.exporting.text.finding import findings_at_one_place
from gouji.exporting.where import Where
from gouji.model.finding import Checked, Comparison, Finding, Result
from gouji.model.place import Place
from gouji.model.report import Report
from gouji.model.table import Table
from gouji.reading.read import read_document
from gouji.repair.locate import locate
from gouji.rules.catalogue import all_rules
from gouji.rules.check import check

FOLDER = Path(__file__).resolve().parent
CHINESE = Speech("zh")

DOCUMENT = """2022年临江市档案馆部门决算

支出决算表

部门：临江市档案馆

单位：万元

项 目		本年支出合计	基本支出	项目支出	上缴上级支出	经营支出	对附属单位补助支出
功能分类科目编码	科目名称
栏次		1	2	3	4	5	6
	合计	865.42	612.17	253.25	0.00	0.00	0.00
201	一般公共服务支出	764.75	511.50	253.25	0.00	0.00	0.00
20126	档案事务	764.75	511.50	253.25	0.00	0.00	0.00
2012601	行政运行	511.50	511.50	0.00	0.00	0.00	0.00
2012604	档案馆	235.25	0.00	253.25	0.00	0.00	0.00
208	社会保障和就业支出	100.67	100.67	0.00	0.00	0.00	0.00
"""


def draw() -> None:
    """Write all pictures."""
    (FOLDER / "finding.svg").write_text(finding_picture(), encoding="utf-8", newline="\n")
    (FOLDER / "rooms.svg").write_text(rooms_picture(), encoding="utf-8", newline="\n")
    (FOLDER / "years.svg").write_text(years_picture(), encoding="utf-8", newline="\n")
    (FOLDER / "page.svg").write_text(page_picture(), encoding="utf-8", newline="\n")


def finding_picture() -> str:
    """The table above with every figure in the colour of what was found, and the one finding in the words of the program."""
    report = read_document("支出决算表.txt", DOCUMENT.encode())
    (observed,) = check([report], all_rules())
    checked = locate(report, observed)
    table = report.tables[0]
    (finding,) = checked.findings
    parts = [*_table(table, checked), *_told(finding, report, 56 + 34 * len(table.rows))]
    return _svg(900, 220 + 34 * len(table.rows), parts)


def _table(table: Table, checked: Checked) -> Iterator[str]:
    columns = table.columns[:3]
    for number, column in enumerate(columns):
        yield _text(470 + 150 * number, 36, column, PALE, 15, "end")
    for number, row in enumerate(table.rows):
        y = 66 + 34 * number
        yield _text(24, y, f"{row.code}　{row.name}" if row.code else row.name, INK, 16)
        for place, column in enumerate(columns):
            figure = row.figure(column)
            if figure is not None:
                x = 470 + 150 * place
                fill = _colour(figure.place, checked)
                yield f'<rect x="{x - 108}" y="{y - 22}" width="118" height="28" rx="5" fill="{fill}"/>'
                yield _text(x, y, figure.text, INK, 16, "end")


def _colour(place: Place, checked: Checked) -> str:
    if any(finding.at == place for finding in checked.findings):
        return RED
    held = (Result.AGREE, Result.WITHIN_ROUNDING)
    for outcome in checked.outcomes:
        observed = outcome.observation
        if outcome.result in held and isinstance(observed, Comparison):
            if place in (observed.stated.place, *(term.figure.place for term in observed.terms)):
                return GREEN
    return GREY


def _told(finding: Finding, report: Report, top: int) -> Iterator[str]:
    yield f'<line x1="24" y1="{top + 6}" x2="876" y2="{top + 6}" stroke="#d0d7de"/>'
    told = findings_at_one_place([finding], report, {}, Where([report], CHINESE), CHINESE)
    for number, one in enumerate(told):
        yield _text(24, top + 36 + 24 * number, one.text, "#b42318" if number == 0 else INK, 14)


ROOMS = [
    ("reading", "文件 → 数、句、指标", "每个数带着地址"),
    ("rules", "相等、相加、比率、评分", "只看不改，纯函数"),
    ("repair", "问 engine：是哪个数错", "一处改正，各处成立"),
    ("running · exporting", "批量运行，写出结果", "文字、JSON、网页"),
    ("cli", "check · score · years", "中文在前，英文在后"),
]
READERS = [
    ("pdf · scan → page", "字和线 → 格网 → 格"),
    ("office · html → flow", "标记里的段落和格"),
    ("text → dump · spaced", "行；把打散的表拼回去"),
]
WITHIN = [
    ("press · run", "印成行和表行", "记住页、方框、单元格"),
    ("pages · blocks", "跨页接成一张表", "段落、标题、单位"),
    ("recognise", "是哪张表、哪种版式", "按表名、表头、地区"),
    ("seat · claims", "入座：行、列、句", "读不准的另外说明"),
]
GROUND = [
    ("chain", "一个单位各年、各种文件连成一条：规则和 years 来问"),
    ("scoring", "计分办法和核算得分：规则和 score 来问"),
    ("engine · vocabulary", "整数行：改最少的数，使各条勾稽关系成立　·　表式、科目、术语：按地区和年度的数据"),
    ("model", "名词：地址、数、表、句子、指标、结果；舍入只在这里决定"),
]
TIP = '<marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'


def rooms_picture() -> str:
    """The way of a document from left to right, what reading does within, and the ground that all rooms stand on."""
    parts = [f'<defs>{TIP}<path d="M0 0 8 4 0 8z" fill="{PALE}"/></marker></defs>']
    for number, (room, what, how) in enumerate(ROOMS):
        x = 20 + 176 * number
        parts += _room(x, 24, 158, room, what, how)
        if number:
            parts += [_arrow(x - 17, 76)]
    parts += _within(152)
    for number, (room, what) in enumerate(GROUND):
        y = 300 + 50 * number
        parts += [f'<rect x="20" y="{y}" width="862" height="40" rx="8" fill="#f6f1e7" stroke="#d8c9a5"/>']
        parts += [_text(40, y + 26, room, INK, 16), _text(220, y + 26, what, INK, 14)]
    return _svg(896, 506, parts)


def _within(top: int) -> Iterator[str]:
    """The rooms of reading: three ways in, then one for all formats."""
    yield f'<path d="M99 130V{top - 12}H20" fill="none" stroke="#9db7e8" stroke-dasharray="4 3"/>'
    yield f'<rect x="20" y="{top - 12}" width="862" height="144" rx="8" fill="none" stroke="#9db7e8" stroke-dasharray="4 3"/>'
    for number, (room, what) in enumerate(READERS):
        y = top + 42 * number
        yield f'<rect x="32" y="{y}" width="196" height="36" rx="6" fill="#eef4ff" stroke="#9db7e8"/>'
        yield _text(130, y + 16, room, INK, 12, "middle")
        yield _text(130, y + 30, what, PALE, 11, "middle")
    for number, (room, what, how) in enumerate(WITHIN):
        x = 250 + 158 * number
        yield from _room(x, top + 8, 140, room, what, how)
        yield _arrow(x - 17, top + 60)


def _room(x: int, y: int, width: int, room: str, what: str, how: str) -> Iterator[str]:
    middle = x + width // 2
    yield f'<rect x="{x}" y="{y}" width="{width}" height="104" rx="8" fill="#eef4ff" stroke="#9db7e8"/>'
    yield _text(middle, y + 30, room, INK, 15, "middle")
    yield _text(middle, y + 60, what, INK, 12, "middle")
    yield _text(middle, y + 84, how, PALE, 12, "middle")


def _arrow(x: int, y: int) -> str:
    return f'<path d="M{x} {y}H{x + 15}" stroke="{PALE}" stroke-width="2" marker-end="url(#tip)"/>'
