"""Is a form of performance management a template that nobody has filled in? Then one sentence says so, and no more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gouji.model.inked import Inked
from gouji.model.report import Doubt
from gouji.model.table import Table
from gouji.reading.grid import Grid
from gouji.reading.seat.performance.indicator_header import indicator_form, is_header
from gouji.reading.seat.performance.labels import box_name
from gouji.reading.seat.performance.printed import bare, filled, is_placeholder, label
from gouji.reading.seat.seated import Context, Seated
from gouji.vocabulary.form import Form
from gouji.vocabulary.levels import is_level

SHAPES = frozenset({"target_form", "application", "project_table", "self_evaluation", "score_lines", "target_review"})
_POINTS = ("分值", "权重", "分值配置")
# What a template prints where something is to be filled in: 目标1：……, 指标2：, XX, □新增, 年 月 日, [请填写].
_HINT = re.compile(
    r"(?:目标|指标|任务|问题|措施)\s*\d{0,2}\s*[:：.、]?|[.…⋯·_＿\s\d×*XxＸ○〇□☐/／—－-]+|[年月日元至第]|[(（][^()（）]{0,60}[)）]|[；;。，,：:、]|"
    r"[\[【<〈][^\]】>〉]{0,40}[\]】>〉]|请?(?:填写|输入|说明).{0,20}|(?:新增|延续)(?:性)?项目|经常性|一次性|常年性|阶段性|万元|[%％]"
)
_NUMBER = re.compile(r"[\d.,%％]+")
_AMOUNT = re.compile(r"\d{1,3},\d{3}|[1-9]\d{0,9}\.\d|0\.\d?[1-9]|\d{3}[\d%人个户次]")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_NOTE = re.compile(r"(?:备?注|说明|填表说明|填报说明)\s*[:：]")
_LONGEST_LABEL, _LONGEST_HINT = 16, 24


def is_template(grid: Grid, seated: Seated, form: Form) -> bool:
    """Does the form hold labels and nothing that answers them? Points to be had and zeros are printed in templates, too."""
    if form.shape not in SHAPES or not grid.rows or _answered(grid, form):
        return False
    if any(_says(text) for text in _contents(seated)) or any(map(_counts, seated.tables)):
        return False
    if any(review.score or _says(review.opinion) for review in seated.reviews):
        return False
    return all(table.known for table in seated.tables) or _labels_only(grid, form)


def said_of(grid: Grid, form: Form, context: Context) -> Seated:
    """A template gives nothing but the statement that it is one."""
    spot = next((cell for cell in (*grid.captions, *grid.rows[0]) if cell.text.strip()), Inked(""))
    message = f"《{form.name}》是空表：只有栏目名称，表格没有填写，未作核对。"
    return Seated(doubts=(Doubt(context.place(spot, form.name), message),))


def _answered(grid: Grid, form: Form) -> bool:
    """Does any box hold an amount, a large number or a long text, seated or not? Questions of a review are long themselves."""
    texts = (row[index].text.strip() for row in grid.rows for index in filled(row))
    for text in texts:
        if _is_label(text, form) or _NOTE.match(text):
            continue
        rest = _HINT.sub("", text)
        if _AMOUNT.search(_YEAR.sub("", text)) or (len(rest) > _LONGEST_HINT and form.shape != "target_review"):
            return True
    return False


def _contents(seated: Seated) -> Iterator[str]:
    """Every text that answers a label."""
    for project in seated.projects:
        yield from ("" if is_level(project.name) else project.name, project.goal.text, *(box.text for box in project.boxes))
        yield from (figure.text for figure in project.funds.values() if figure.value)
    for indicator in (*seated.indicators, *(one for project in seated.projects for one in project.indicators)):
        yield from (indicator.name if not is_level(indicator.name) else "", indicator.value.text)
    yield from (box.text for box in seated.boxes)
    for score in seated.scores:
        yield from (score.reason, score.score.text if score.score and score.score.value else "")
        yield from (value.text for value in (score.target, score.actual) if value is not None)
        yield "" if score.name == "总分" or score.target is not None else score.name


def _says(text: str) -> bool:
    """Is there anything left of a text when what templates print is taken away?"""
    text = text.strip()
    if not text or is_placeholder(text):
        return False
    return bool(_HINT.sub("", text).strip()) or bool(_NUMBER.fullmatch(text) and text.strip("0.,%％"))


def _counts(table: Table) -> bool:
    """Has the table an amount other than nought, or a text? Points are printed in templates."""
    for row in table.rows:
        for column, cell in row.cells.items():
            if column not in _POINTS and (cell.figure.value if cell.figure else _says(cell.text)):
                return True
    return False


def _labels_only(grid: Grid, form: Form) -> bool:
    """Are most of the texts of a grid that could not be seated labels of the form, and the others short and without figures?"""
    texts = [row[index].text.strip() for row in grid.rows for index in filled(row)]
    others = [text for text in texts if not _is_label(text, form) and _says(text)]
    headed = any(is_header(row) for row in grid.rows) or len(texts) >= 2 * len(others)
    return headed and len(others) * 2 <= len(texts) and not any(_answers(text) for text in others)


def _answers(text: str) -> bool:
    return len(text) > _LONGEST_LABEL or any(character.isdigit() for character in text)


def _is_label(text: str, form: Form) -> bool:
    names: Sequence[str] = [name for column in (*form.columns, *indicator_form().columns) for name in (column.name, *column.aliases)]
    plainly = (label(text), bare(text))
    return bool(box_name(text, form)) or is_level(text) or any(one in names or one in form.rows or one in form.titles for one in plainly)
