"""One spelling for each term: printed names are compared in plain form, and each Chinese term has one English word."""

from __future__ import annotations

import re
import unicodedata

_SPACE = re.compile(r"\s+")
_NUMBERING = re.compile(
    r"^(?:其中[:：]?|[一二三四五六七八九十]+[、.．]|[(（][一二三四五六七八九十\d]+[)）]|\d{1,2}[、.．](?!\d)|[①-⑳])+"
)
_SAME = str.maketrans({"（": "(", "）": ")", "“": '"', "”": '"', "：": ":", "，": ",", "﹝": "(", "﹞": ")"})

# One sign for one sign, so offsets stay those of the printed text. The full-width comma separates thousands in a cell, but
# clauses in running text: it is left alone.
_HALF_WIDTH = str.maketrans("０１２３４５６７８９．％－−﹣＋（）／＝÷", "0123456789.%---+()/=/")

ENGLISH = {
    "勾稽": "tie out",
    "勾稽关系": "identity",
    "部门": "department",
    "单位": "body",
    "预算": "budget",
    "决算": "final accounts",
    "绩效目标": "target",
    "绩效指标": "indicator",
    "指标值": "criterion",
    "自评": "self-evaluation",
    "计分办法": "scheme",
    "分值": "points",
    "得分": "score",
    "核算得分": "points due",
    "等级": "grade",
    "完成率": "completion",
    "监控": "monitoring",
    "审核": "review of targets",
    "复核": "review",
    "佐证": "evidence",
    "年初预算数": "initial budget",
    "调整后预算": "adjusted budget",
    "执行率": "execution rate",
    "基本支出": "basic expenditure",
    "项目支出": "project expenditure",
    "财政拨款": "fiscal appropriation",
    "一般公共预算": "general public budget",
    "政府性基金预算": "government fund budget",
    "国有资本经营预算": "state capital operations budget",
    "结转和结余": "carry-over",
    "人员经费": "personnel funds",
    "公用经费": "operating funds",
    "三公经费": "three public expenses",
    "涉密": "secret",
    "部门预算": "department budget",
    "收支总表": "table of income and expenditure",
    "政府采购": "government procurement",
    "机关运行经费": "agency operating costs",
    "功能分类": "classification by function",
    "经济分类": "economic classification",
    "科目编码": "code",
    "表式": "form",
    "版式": "layout",
    "扫描件": "scan",
    "页面方框": "box on a page",
    "单元格": "cell",
    "跨页": "page break",
    "合并单元格": "merged cell",
    "格网": "lattice",
    "印证": "vouch for",
    "列示": "stated",
    "核算": "reckon",
    "容差": "tolerance",
    "尾数差": "rounding tail",
    "未能识读": "unread",
}


def half_width(text: str) -> str:
    """The text with full-width digits and signs of arithmetic made half-width, character for character."""
    return text.translate(_HALF_WIDTH)


def plain(name: str) -> str:
    """A printed name without spaces, numbering and variants of brackets and quotes, for comparing.

    >>> plain("二、 公务接待 费（外宾）")
    '公务接待费(外宾)'
    """
    text = unicodedata.normalize("NFKC", _SPACE.sub("", name)).translate(_SAME).replace("其它", "其他")
    return _NUMBERING.sub("", text)


def label(name: str) -> str:
    """A printed name without spaces and numbering, its own brackets and quotes kept, for showing.

    >>> label("二、 公务接待 费（外宾）")
    '公务接待费（外宾）'
    """
    return _NUMBERING.sub("", _SPACE.sub("", name))
