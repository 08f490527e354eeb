"""Sentences of the text that deny what a table shows: no government fund budget, no three public expenses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gouji.model.figure import Figure
from gouji.model.finding import Observation, Remark
from gouji.model.report import Report
from gouji.model.table import Table
from gouji.rules.final_accounts.rows import tables_among
from gouji.rules.narrative.phrases import phrase
from gouji.rules.rule import NARRATIVE, rule

_NO = r"(?:没有|并无|未|无)(?:使用|安排|发生|编制)?(?:当年|本年)?"
_END = (
    r"(?:预算)?(?:财政)?(?:拨款)?(?:安排的)?(?:收入和|收入、)?(?:预算)?(?:支出|收支|预算)(?!的|为|数|总额|差|上年|结转)"
)
_DENIALS = (
    (re.compile(rf"{_NO}政府性基金{_END}"), ("政府性基金预算支出预算表", "政府性基金预算财政拨款收入支出决算表")),
    (re.compile(rf"{_NO}国有资本经营{_END}"), ("国有资本经营预算支出预算表", "国有资本经营预算财政拨款支出决算表")),
    (
        re.compile(rf"{_NO}(?:财政拨款)?“?三公”?经费(?:财政拨款)?(?:支出|预算)(?!的|为|数|总额)"),
        ("“三公”经费预算表", "“三公”经费支出决算表"),
    ),
)
_SPENDING = ("合计", "本年支出小计", "本年支出合计", "决算数", "预算数")


@rule(
    title="文字说明没有某项预算，表中却有金额",
    title_en="the text says there is no such budget, but its table holds amounts",
    basis="文字说明与公开表格应当一致：没有发生的写“没有”，发生的列明金额",
    reads=(NARRATIVE,),
    severity="warning",
)
def text_denies_what_the_table_shows(report: Report) -> Iterator[Observation]:
    for words, forms in _DENIALS:
        figure = next((found for table in tables_among(report, forms) if (found := _amount(table))), None)
        for paragraph in report.paragraphs if figure is not None else ():
            match = words.search(paragraph.text)
            if match is not None and figure is not None:
                yield Remark(
                    phrase(report, paragraph, *match.span(), row=figure.place.form, field="有无"),
                    f"这里写“{match.group()}”，《{figure.place.form}》却有金额 {figure.text}",
                    f"said not to be there, yet {figure.text} stands in the table",
                    against=(figure.place,),
                )


def _amount(table: Table) -> Figure | None:
    """The first amount of spending that is not zero."""
    columns = [column for column in table.columns if column in _SPENDING] or list(table.columns)
    figures = (figure for row in table.rows for column in columns if (figure := row.figure(column)) is not None)
    return next((figure for figure in figures if figure.value), None)
