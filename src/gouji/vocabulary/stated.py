"""Where the tables of the final accounts print what the text states: subjects in the text's words → table addresses."""

from __future__ import annotations

import re

from gouji.vocabulary.seats import Seat, Subject, section_among

INCOME_AND_EXPENDITURE = "收入支出决算总表"
INCOME = "收入决算表"
EXPENDITURE = "支出决算表"
GRANTS = "财政拨款收入支出决算总表"
GENERAL = "一般公共预算财政拨款支出决算表"
BASIC = "一般公共预算财政拨款基本支出决算表"
THREE_PUBLIC = "“三公”经费支出决算表"
FUND = "政府性基金预算财政拨款收入支出决算表"
STATE_CAPITAL = "国有资本经营预算财政拨款支出决算表"
NON_TAX = "非税收入征缴情况表"

# Sections of the text by the words of their headings; the first that matches counts, so the narrower come first.
SECTIONS = (
    ("三公", re.compile(r"三公”?经费")),
    ("非税", re.compile(r"非税收入")),
    ("采购", re.compile(r"政府采购")),
    ("运行", re.compile(r"机关运行经费")),
    ("资产", re.compile(r"国有资产")),
    ("绩效", re.compile(r"绩效")),
    ("基本", re.compile(r"基本支出")),
    ("基金", re.compile(r"政府性基金")),
    ("国资", re.compile(r"国有资本经营")),
    ("一般", re.compile(r"一般公共预算(?:财政拨款)?支出|一般公共预算当年(?:财政)?拨款")),
    ("拨款", re.compile(r"财政拨款(?:收入|支出|收支)")),
    ("总体", re.compile(r"收入支出(?:决算|预算)?总|收支(?:决算|预算)?总|年度(?:收入|支出)(?:决算)?总体|总体情况")),
    ("收入", re.compile(r"收入决算")),
    ("支出", re.compile(r"支出决算")),
)


def _subject(words: str, *seats: Seat, sections: tuple[str, ...] = ()) -> Subject:
    return Subject(re.compile(words), seats, sections)



# Not where performance, procurement or assets are spoken of: there the words may be of another scope.
_THREE_PUBLIC = ("三公", "", "一般", "基本", "总体")
_T1_INCOME = "收入"
_T1_EXPENDITURE = "支出"


def _income(words: str, row: str, column: str = "") -> Subject:
    """A source of income: in the income table, which prints it by itself, else in the overall one."""
    seats = [Seat(INCOME, "合计", column)] if column else []
    if row:
        seats.append(Seat(INCOME_AND_EXPENDITURE, row, "决算数", _T1_INCOME))
    return _subject(words, *seats, sections=("总体", "收入"))


def _nature(words: str, column: str) -> Subject:
    """A nature of expenditure."""
    return _subject(words, Seat(EXPENDITURE, "合计", column), sections=("总体", "支出"))


SUBJECTS = (
    _subject(
        r"(?:年度)?(?:决算)?(?:总收入|收入总计|收入总额|收入决算总计)",
        Seat(INCOME_AND_EXPENDITURE, "总计", "决算数", _T1_INCOME), sections=("总体",),
    ),
    _subject(
        r"(?:年度)?(?:决算)?(?:总支出|支出总计|支出总额|支出决算总计)",
        Seat(INCOME_AND_EXPENDITURE, "总计", "决算数", _T1_EXPENDITURE), sections=("总体",),
    ),
    _subject(
        r"(?:年度)?收入?、?支出?(?:决算)?总计",
        Seat(INCOME_AND_EXPENDITURE, "总计", "决算数", _T1_INCOME), sections=("总体",),
    ),
    _subject(
        r"本年度?(?:决算)?收入(?:决算)?(?:合计|总计)?|收入(?:决算)?合计",
        Seat(INCOME_AND_EXPENDITURE, "本年收入合计", "决算数", _T1_INCOME), sections=("总体", "收入"),
    ),
    _subject(
        r"本年度?(?:决算)?支出(?:决算)?(?:合计|总计)?|支出(?:决算)?合计",
        Seat(INCOME_AND_EXPENDITURE, "本年支出合计", "决算数", _T1_EXPENDITURE), sections=("总体", "支出"),
    ),
    _subject(
        r"年初结转和?结余", Seat(INCOME_AND_EXPENDITURE, "年初结转和结余", "决算数", _T1_INCOME),
        sections=("总体", "收入"),
    ),
    _subject(
        r"年末结转和?结余", Seat(INCOME_AND_EXPENDITURE, "年末结转和结余", "决算数", _T1_EXPENDITURE),
        sections=("总体", "支出"),
    ),
    _subject(
        r"结余分配", Seat(INCOME_AND_EXPENDITURE, "结余分配", "决算数", _T1_EXPENDITURE), sections=("总体", "支出"),
    ),
    _subject(
        r"使用非财政拨款结余(?:\(含专用结余\)|和专用结余)?",
        Seat(INCOME_AND_EXPENDITURE, "使用非财政拨款结余", "决算数", _T1_INCOME), sections=("总体", "收入"),
    ),
    _income(r"财政拨款收入", "", "财政拨款收入"),
    _income(r"一般公共预算财政拨款(?:收入)?", "一般公共预算财政拨款收入"),
    _income(r"政府性基金预算财政拨款(?:收入)?", "政府性基金预算财政拨款收入"),
    _income(r"国有资本经营预算财政拨款(?:收入)?", "国有资本经营预算财政拨款收入"),
    _income(r"上级补助收入", "上级补助收入", "上级补助收入"),
    _income(r"事业收入", "事业收入", "事业收入"),
    _income(r"经营收入", "经营收入", "经营收入"),
    _income(r"附属单位上缴收入", "附属单位上缴收入", "附属单位上缴收入"),
    _income(r"其他收入", "其他收入", "其他收入"),
    _nature(r"基本支出", "基本支出"),
    _nature(r"项目支出", "项目支出"),
    _nature(r"上缴上级支出", "上缴上级支出"),
    _nature(r"经营支出", "经营支出"),
    _nature(r"对附属单位补助支出", "对附属单位补助支出"),
    _subject(
        r"财政拨款收入(?:合计|总计)?", Seat(GRANTS, "本年收入合计", "金额", "收入"), Seat(GRANTS, "总计", "金额", "收入"),
        sections=("拨款",),
    ),
    _subject(
        r"财政拨款支出(?:合计|总计)?", Seat(GRANTS, "本年支出合计", "合计", "支出"), Seat(GRANTS, "总计", "合计", "支出"),
        sections=("拨款",),
    ),
    _subject(
        r"财政拨款收入?、?支出?总计", Seat(GRANTS, "总计", "金额", "收入"), sections=("拨款",),
    ),
    *(
        _subject(
            rf"{budget}财政拨款收入", Seat(GRANTS, f"{budget}财政拨款", "金额", "收入"), sections=("拨款",),
        )
        for budget in ("一般公共预算", "政府性基金预算", "国有资本经营预算")
    ),
    *(
        _subject(
            rf"{budget}财政拨款支出", Seat(GRANTS, "本年支出合计", f"{budget}财政拨款", "支出"), sections=("拨款",),
        )
        for budget in ("一般公共预算", "政府性基金预算", "国有资本经营预算")
    ),
    _subject(
        r"(?:本年)?一般公共预算(?:财政拨款)?(?:本年)?(?:支出)?(?:合计|总计)?", Seat(GENERAL, "合计", "本年支出合计"),
        sections=("一般",),
    ),
    _subject(r"(?:一般公共预算财政拨款)?基本支出", Seat(GENERAL, "合计", "基本支出"), sections=("一般",)),
    _subject(r"(?:一般公共预算财政拨款)?项目支出", Seat(GENERAL, "合计", "项目支出"), sections=("一般",)),
    _subject(
        r"一般公共预算(?:财政拨款)?基本支出|(?:本年)?基本支出", Seat(GENERAL, "合计", "基本支出"), sections=("基本",),
    ),
    _subject(r"人员经费(?:支出|合计)?", Seat(BASIC, "人员经费合计", "金额", "人员经费"), sections=("基本", "一般")),
    _subject(
        r"(?:日常)?公用经费(?:支出|合计)?", Seat(BASIC, "公用经费合计", "金额", "公用经费"), sections=("基本", "一般"),
    ),
    _subject(
        r"(?:一般公共预算)?(?:财政拨款)?“?三公”?经费(?:一般公共预算)?(?:财政拨款)?(?:支出)?",
        Seat(THREE_PUBLIC, "合计"), sections=_THREE_PUBLIC,
    ),
    _subject(r"因公出国\(境\)(?:费用?|经费)?(?:支出)?", Seat(THREE_PUBLIC, "因公出国（境）费"), sections=_THREE_PUBLIC),
    _subject(
        r"公务用车购置费?(?:及|和)(?:公务用车)?运行(?:维护)?费?(?:支出)?|公务用车(?:费|支出)",
        Seat(THREE_PUBLIC, "公务用车购置及运行费小计"), sections=_THREE_PUBLIC,
    ),
    _subject(r"公务用车购置费?(?:支出)?", Seat(THREE_PUBLIC, "公务用车购置费"), sections=_THREE_PUBLIC),
    _subject(r"公务用车运行(?:及|和)?(?:维护)?费?用?(?:支出)?", Seat(THREE_PUBLIC, "公务用车运行费"), sections=_THREE_PUBLIC),
    _subject(r"公务接待(?:费|费用)?(?:支出)?", Seat(THREE_PUBLIC, "公务接待费"), sections=_THREE_PUBLIC),
    _subject(r"政府性基金预算财政拨款支出", Seat(FUND, "合计", "本年支出小计"), sections=("基金",)),
    _subject(r"政府性基金预算财政拨款收入", Seat(FUND, "合计", "本年收入"), sections=("基金",)),
    _subject(r"国有资本经营预算财政拨款支出", Seat(STATE_CAPITAL, "合计", "本年支出小计"), sections=("国资",)),
    _subject(r"国有资本经营预算财政拨款收入", Seat(STATE_CAPITAL, "合计", "本年收入"), sections=("国资",)),
    _subject(r"(?:各类|各项)?非税收入(?:合计|总额|总计)?", Seat(NON_TAX, "合计", "合计"), sections=("非税",)),
    _subject(r"纳入预算管理(?:的非税收入)?", Seat(NON_TAX, "合计", "纳入预算管理"), sections=("非税",)),
    _subject(
        r"纳入财政专户管理(?:的非税收入)?", Seat(NON_TAX, "合计", "纳入财政专户管理"), sections=("非税",),
    ),
)  # fmt: skip

# The forms whose rows the text of a section names one by one, and the column that it then states.
NAMED_ROWS = {
    "一般": (GENERAL, "本年支出合计"),
    "基金": (FUND, "本年支出小计"),
    "国资": (STATE_CAPITAL, "本年支出小计"),
    "非税": (NON_TAX, "合计"),
}


def section(headings: tuple[str, ...]) -> str:
    """The section of the final accounts that headings, outermost first, put a paragraph in; "" where they tell none."""
    return section_among(SECTIONS, headings)
