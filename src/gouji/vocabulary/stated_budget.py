"""Where the tables of a budget print what its text states: subjects in the text's words → table addresses."""

from __future__ import annotations

import re

from gouji.vocabulary.seats import Seat, Subject, section_among

BALANCE = "收支预算总表"
INCOME = "收入预算总表"
EXPENDITURE = "支出预算总表"
GRANTS = "财政拨款收支预算总表"
GENERAL = "一般公共预算支出预算表"
FUND = "政府性基金预算支出预算表"
CAPITAL = "国有资本经营预算支出预算表"
BASIC = "一般公共预算基本支出预算表"
THREE_PUBLIC = "“三公”经费预算表"
GRANT_ITEMS = "财政拨款支出预算表"
GRANT_BASIC = "财政拨款基本支出预算表"
OPERATIONS = "一般公共预算机关运行经费支出预算表"
PROCUREMENT = "政府采购预算表"
PROJECTS = "项目支出预算表"
WITH_CONFERENCES = "三公经费、会议费、培训费合计"  # the total of the layouts that add conferences and training

# Sections by the words of their headings; the first that matches counts, so the narrower come first.
SECTIONS = (
    ("三公", re.compile(r"三公”?经费|会议费")),
    ("采购", re.compile(r"政府采购")),
    ("运行", re.compile(r"机关运行经费")),
    ("资产", re.compile(r"国有资产|资产占有|资产占用")),
    ("绩效", re.compile(r"绩效")),
    ("项目", re.compile(r"项目(?:经费)?情况说明|项目概述|项目概况|年度预算安排|立项依据|实施方案")),
    ("基金", re.compile(r"政府性基金")),
    ("国资", re.compile(r"国有资本经营")),
    ("拨款基本", re.compile(r"财政拨款基本支出(?!.*一般公共)")),
    ("基本", re.compile(r"基本支出")),
    ("一般", re.compile(r"一般公共预算(?:财政拨款)?支出|一般公共预算当年(?:财政)?拨款")),
    ("拨款", re.compile(r"财政拨款(?:收入|支出|收支)")),
    ("总体", re.compile(r"收支(?:预算)?总|收支预算(?:情况)?|编制说明|总体情况|收入支出预算")),
    ("收入", re.compile(r"收入预算")),
    ("支出", re.compile(r"支出预算")),
)

_WHOLE = ("总体", "收入", "支出", "拨款", "一般", "基金", "国资", "")
_GRANT = ("总体", "拨款", "一般", "基金", "国资", "收入", "支出", "")
# What no section narrows: not where procurement, targets or projects are spoken of.
_ANYWHERE = (*_WHOLE, "基本", "拨款基本", "三公", "运行")


def _subject(words: str, *seats: Seat, sections: tuple[str, ...] = _WHOLE) -> Subject:
    return Subject(re.compile(words), seats, sections)


def _grand(side: str) -> tuple[Seat, ...]:
    """The totals of a side of the overall table, and of the table that details it."""
    detailed = INCOME if side == "收入" else EXPENDITURE
    rows = ("总计", f"本年{side}合计")
    seats = (Seat(BALANCE, row, "预算数", side) for row in rows)
    return (*seats, *(Seat(detailed, row, "合计") for row in ("合计", "总计")))


def _source(words: str, row: str, sections: tuple[str, ...] = _WHOLE) -> Subject:
    """A source of income."""
    return _subject(words, Seat(BALANCE, row, "预算数", "收入"), Seat(INCOME, "合计", row), sections=sections)


def _budget_of_grants(words: str, form: str, column: str) -> tuple[Subject, ...]:
    """Income and expenditure of one of the three budgets."""
    out = (
        Seat(GRANTS, "总计", column, "支出"), Seat(GRANTS, "本年支出合计", column, "支出"), Seat(form, "合计", "合计"),
        Seat(GRANTS, column, "预算数", "收入"),
    )  # fmt: skip
    income = (Seat(GRANTS, column, "预算数", "收入"), Seat(BALANCE, column, "预算数", "收入"))
    return (
        _subject(rf"{words}(?:财政)?(?:拨款)?(?:收入)(?:预算)?(?:总计|合计)?", *income, sections=_GRANT),
        _subject(rf"{words}(?:当年)?(?:财政)?(?:拨款)?(?:预算)?(?:安排的)?(?:支出)?(?:预算)?(?:支出)?(?:总计|合计)?", *out, sections=_GRANT),
    )


_ALL_GRANTS = (
    Seat(GRANTS, "总计", "预算数", "收入"), Seat(GRANTS, "本年收入合计", "预算数", "收入"),
    Seat(BALANCE, "财政拨款收入", "预算数", "收入"), Seat(INCOME, "合计", "财政拨款收入"),
)  # fmt: skip

SUBJECTS = (
    _subject(r"(?:本年度?)?(?:总收入|收入总?预算)(?:总计|合计|总额)?|(?:本年)?收入(?:总计|合计)|(?:本年)?收入预算(?:总计|合计)?", *_grand("收入")),
    _subject(r"(?:本年度?)?(?:总支出|支出总?预算)(?:总计|合计|总额)?|(?:本年)?支出(?:总计|合计)|(?:本年)?支出预算(?:总计|合计)?", *_grand("支出")),
    _subject(r"(?:年度)?收(?:入)?、?支(?:出)?(?:总?预算|预算总)(?:总计|总额|合计|计)?", *_grand("收入"), sections=("总体", "")),
    _subject(
        r"(?:年度)?(?:财政拨款)?收(?:入)?、?支(?:出)?(?:总?预算|预算总)(?:总计|总额|合计|计)?", *_ALL_GRANTS,
        sections=("拨款",),
    ),
    _subject(r"财政拨款收(?:入)?、?支(?:出)?(?:总?预算|预算总|预算)(?:总计|总额|合计|计)?", *_ALL_GRANTS),
    _subject(r"财政拨款(?:收入)?(?:预算)?(?:总计|合计)?|财政拨款收入总?预算(?:总计|合计)?", *_ALL_GRANTS, sections=_GRANT),
    _subject(
        r"财政拨款(?:预算)?支出(?:预算)?(?:总计|合计)?|财政拨款支出总?预算",
        Seat(GRANTS, "总计", "合计", "支出"), Seat(GRANTS, "本年支出合计", "合计", "支出"),
        Seat(GRANTS, "总计", "预算数", "支出"), Seat(GRANT_ITEMS, "合计", "合计"), Seat(GRANTS, "总计", "预算数", "收入"),
        sections=_GRANT,
    ),
    *_budget_of_grants(r"一般公共预算", GENERAL, "一般公共预算财政拨款"),
    *_budget_of_grants(r"政府性基金(?:预算)?", FUND, "政府性基金预算财政拨款"),
    *_budget_of_grants(r"国有资本经营(?:预算)?", CAPITAL, "国有资本经营预算财政拨款"),
    _source(r"事业收入(?:预算)?", "事业收入"),
    _source(r"(?:事业单位)?经营收入(?:预算)?", "事业单位经营收入"),
    _source(r"(?:上级补助收入)(?:预算)?", "上级补助收入"),
    _source(r"附属单位上缴收入(?:预算)?", "附属单位上缴收入"),
    _source(r"其他收入(?:预算)?(?:总计)?|其他资金(?:收入)?(?:预算)?(?:总计)?", "其他收入", sections=("总体", "收入", "")),
    _source(r"财政专户管理资金(?:收入)?(?:预算)?(?:总计)?", "财政专户管理资金收入"),
    _source(r"上年结转(?:资金)?(?:预算数?)?|上年结转和?结余", "上年结转", sections=("总体", "收入", "")),
    _subject(r"基本支出(?:预算)?(?:数|支出)?", Seat(EXPENDITURE, "合计", "基本支出"), sections=("总体", "支出")),
    _subject(r"项目支出(?:预算)?(?:数|支出)?", Seat(EXPENDITURE, "合计", "项目支出"), sections=("总体", "支出")),
    _subject(
        r"(?:单位)?预留机动经费(?:预算)?(?:数)?", Seat(EXPENDITURE, "合计", "单位预留机动经费"), sections=("总体", "支出"),
    ),
    _subject(
        r"结转下年(?:资金)?(?:预算)?(?:数)?", Seat(BALANCE, "结转下年", "预算数", "支出"), Seat(EXPENDITURE, "合计", "结转下年"),
        sections=("总体", "支出"),
    ),
    _subject(r"(?:一般公共预算)?(?:财政拨款)?基本支出(?:预算)?", Seat(GENERAL, "合计", "基本支出"), Seat(BASIC, "合计", "合计"),
             sections=("一般", "基本")),
    _subject(r"财政拨款基本支出(?:预算)?", Seat(GRANT_BASIC, "合计", "合计"), Seat(GENERAL, "合计", "基本支出"),
             sections=("拨款基本", "拨款")),
    _subject(r"(?:一般公共预算)?(?:财政拨款)?项目支出(?:预算)?", Seat(GENERAL, "合计", "项目支出"), sections=("一般",)),
    _subject(r"人员经费(?:支出|合计|预算)?", Seat(BASIC, "合计", "人员经费"), sections=("基本", "一般", "拨款基本")),
    _subject(r"(?:日常)?公用经费(?:支出|合计|预算)?", Seat(BASIC, "合计", "公用经费"), sections=("基本", "一般", "拨款基本")),
    _subject(
        r"(?:一般公共预算)?(?:财政)?(?:拨款)?(?:安排的)?三公经费(?:财政拨款)?(?:预算)?(?:支出)?(?:预算)?(?:数|总额|合计)?",
        Seat(THREE_PUBLIC, "预算数", "合计"), sections=_ANYWHERE,
    ),
    *(
        _subject(words, Seat(THREE_PUBLIC, "预算数", column), sections=_ANYWHERE)
        for words, column in (
            (r"因公出国\(境\)(?:费用?|经费)?(?:预算)?(?:支出)?(?:预算)?(?:数)?", "因公出国（境）费"),
            (
                r"公务用车购置费?(?:及|和)(?:公务用车)?运行(?:维护)?费?(?:预算)?(?:支出)?(?:预算)?(?:数)?",
                "公务用车购置及运行费小计",
            ),
            (r"公务用车购置费?(?:预算)?(?:支出)?(?:预算)?(?:数)?", "公务用车购置费"),
            (r"公务用车运行(?:及|和)?(?:维护)?费?用?(?:预算)?(?:支出)?(?:预算)?(?:数)?", "公务用车运行费"),
            (r"公务接待(?:费|费用)?(?:预算)?(?:支出)?(?:预算)?(?:数)?", "公务接待费"),
        )
    ),
    _subject(
        r"(?:一般公共预算)?(?:财政)?(?:拨款)?(?:安排的)?会议费(?:预算)?(?:支出)?(?:预算)?(?:数)?", Seat(THREE_PUBLIC, "预算数", "会议费"),
        sections=("三公",),
    ),
    _subject(
        r"(?:一般公共预算)?(?:财政)?(?:拨款)?(?:安排的)?培训费(?:预算)?(?:支出)?(?:预算)?(?:数)?", Seat(THREE_PUBLIC, "预算数", "培训费"),
        sections=("三公",),
    ),
    _subject(
        r".{0,20}机关运行经费(?:财政拨款)?(?:支出)?(?:预算)?(?:支出)?(?:数|总额)?",
        Seat(THREE_PUBLIC, "预算数", "机关运行经费"), Seat(OPERATIONS, "合计", "合计"), sections=(*_ANYWHERE, "资产"),
    ),
    _subject(
        r"政府采购(?:支出)?(?:预算)?(?:总额|合计|总计)?", Seat(PROCUREMENT, "合计", "合计"), sections=("采购", ""),
    ),
    *(
        _subject(rf"(?:拟)?(?:政府)?(?:采购|购买)?{kind}(?:类)?(?:采购)?(?:支出)?(?:预算)?", Seat(PROCUREMENT, kind, "合计"),
                 Seat(PROCUREMENT, f"{kind}{letter}", "合计"), sections=("采购",))
        for kind, letter in (("货物", "A"), ("工程", "B"), ("服务", "C"))
    ),
)  # fmt: skip

# The forms whose rows the text names one by one; the overall section speaks of all expenditure, others of grants.
ITEM_FORMS = (GENERAL, FUND, CAPITAL, GRANT_ITEMS)
ITEM_FORMS_OF = {
    "总体": (EXPENDITURE, *ITEM_FORMS), "支出": (EXPENDITURE, *ITEM_FORMS), "": (*ITEM_FORMS, EXPENDITURE),
    "拨款": (GRANT_ITEMS, *ITEM_FORMS), "一般": (GENERAL, GRANT_ITEMS), "基金": (FUND,), "国资": (CAPITAL,),
}  # fmt: skip


def section(headings: tuple[str, ...]) -> str:
    """The section of a budget that headings, outermost first, put a paragraph in; "" where they tell none."""
    return section_among(SECTIONS, headings)
