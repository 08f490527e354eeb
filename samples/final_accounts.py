"""部门决算 with all its parts: duties, ten tables, narrative, performance, glossary."""

from __future__ import annotations

import accounts_performance
import accounts_tables
import accounts_text
from books import Books
from slips import Slips

DUTIES = {
    "青川市水务局": (
        "本部门负责全市供水、排水、防汛和河湖管护工作，编制水务发展规划并组织实施，统筹水源调度和节约用水，"
        "监督供水水质和水务工程质量，承担市防汛指挥机构的日常事务。",
        "纳入 2022 年度部门决算编报范围的单位共 4 个，包括局本级和 3 个下属单位：青川市供水水质监测中心、青川市河道管理所、"
        "青川市防汛物资储备中心。",
    ),
    "青川市档案馆": (
        "本部门收集、整理和保管全市各类档案，向社会提供查阅服务，开展档案数字化和编研，并指导全市机关的档案业务。",
        "纳入 2021 年度部门决算编报范围的单位共 1 个，即馆本级，没有下属单位。",
    ),
}

GLOSSARY = [
    "财政拨款收入：当年从财政部门取得的各类拨款。",
    "事业收入：事业单位开展专业活动取得的收入。",
    "基本支出：保障机构运转和完成日常任务的人员和公用支出。",
    "项目支出：为完成专门任务在基本支出以外安排的支出。",
    "“三公”经费：因公出国（境）费、公务用车购置及运行费、公务接待费。",
    "特别说明：文字部分的金额由元折算为万元，四舍五入后可能有尾差。",
]


def build(books: Books, slips: Slips | None = None) -> str:
    """The whole document; without `slips` everything in it agrees."""
    duties, units = DUTIES[books.body]
    blocks = [
        f"{books.year} 年{books.body}部门决算",
        "目 录",
        f"第一部分 {books.body}概况",
        "- 一、部门主要职责\n- 二、部门决算单位构成",
        f"第二部分 {books.body} {books.year} 年部门决算表",
        f"第三部分 {books.body} {books.year} 年部门决算情况说明",
        "第四部分 预算绩效管理情况",
        "第五部分 名词解释",
        f"第一部分 {books.body}概况",
        "（一）部门主要职责",
        duties,
        "（二）部门决算单位构成",
        units,
        f"第二部分 {books.body} {books.year} 年部门决算表",
        *accounts_tables.build(books, slips),
        f"第三部分 {books.body} {books.year} 年部门决算情况说明",
        *accounts_text.build(books, slips),
        "第四部分 预算绩效管理情况",
        *accounts_performance.build(books, slips),
        "第五部分 名词解释",
        *GLOSSARY,
    ]
    return "\n\n".join(blocks) + "\n"
