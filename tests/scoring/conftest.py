"""Forms of self-evaluation made for tests, as the departments print them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from gouji.model.report import Report
from gouji.reading.read import read_document

sys.path.append(str(Path(__file__).parent))  # for the module that makes forms of provinces

FORM = """{title}

单位：万元

项目名称	馆藏档案数字化
主管部门	{body}			实施单位	{body}
项目资金（万元）			全年预算数	全年执行数	分值	执行率	得分
	总额		{budget}	{spent}	{points}	{rate}	{score}
	其中：财政拨款		{budget}	{spent}
一级指标	二级指标	三级指标	年度指标值	实际完成值	分值	得分	偏差原因分析及改进措施
{rows}
总分					{whole}	{total}
"""
Row = Sequence[str]  # name, target, result, points, score
Filled = Callable[..., Report]


@pytest.fixture(scope="session")
def filled() -> Filled:
    """A report with one form: rows of (name, target, result, points, score), and whatever else is to differ."""

    def make(
        rows: Sequence[Row], execution: Row = ("600.00", "600.00", "10", "100.00%", "10"), total: str = "",
        title: str = "2023年度项目支出绩效自评表", body: str = "青川市档案馆", whole: str = "100", notes: str = "",
    ) -> Report:  # fmt: skip
        budget, spent, points, rate, score = execution
        lines = "\n".join(
            "\t".join(("产出指标" if not at else "", "数量指标" if not at else "", *row, ""))
            for at, row in enumerate(rows)
        )
        text = FORM.format(
            title=title, body=body, budget=budget, spent=spent, points=points, rate=rate, score=score, rows=lines,
            whole=whole, total=total,
        )  # fmt: skip
        return read_document("自评表.txt", f"{notes}{text}".encode())

    return make
