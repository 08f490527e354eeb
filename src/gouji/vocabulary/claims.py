"""The words in which final accounts and budgets state figures: directions, comparisons, budgets, measure words."""

from __future__ import annotations

import re

UP = ("净增加", "增加", "增长", "上升", "上涨", "提高", "提升", "净增", "增支", "增收", "调增", "追加", "超支")
DOWN = (
    "净减少", "减少", "下降", "降低", "下滑", "缩减", "压减", "压缩", "减支", "减收", "调减", "净减", "回落", "降幅",
    "节约", "节支", "节省",
)  # fmt: skip
GREATER = ("大于", "高于", "超过", "超出", "多于", "超")
SMALLER = ("小于", "低于", "少于")
FLAT = (
    "持平", "无增减变化", "无增减", "无变化", "没有变化", "未发生变化", "没有增减", "无变动", "保持不变", "一致",
    "相同",
)  # fmt: skip

# What names a budget as such, and which one.
INITIAL = ("年初预算", "年初部门预算", "年初批复")
ADJUSTED = ("调整后预算", "调整预算", "全年预算", "调整后全年预算", "预算调整后", "调整后的预算")
BUDGET = re.compile(
    r"预算(?!财政拨款|收入|支出决算|拨款|基本|“?三公|内|外|资金|单位|项目|绩效|管理|执行|编制|支出(?!预算))"
)

# Bare names of a money column: they say which amount of a subject is meant, not which subject.
MEASURE_OF_SUBJECT = re.compile(
    r"(?:(?:资金)?(?:支出|收入)?(?:年初|全年|调整后?的?|当年|年度|批复)*(?:支出|收入)?"
    r"(?:预算|决算|执行|预算执行|预算安排|安排预算|预算完成|完成|到位)(?:数|额|金额|资金)?"
    r"|实际(?:支出|完成|执行|到位)(?:数|额|金额|资金)?|(?:全年|累计|当年)?(?:支出|执行)(?:数|金额))"
)
MEASURE_TAIL = re.compile(
    r"(?:年初|全年|调整后?的?|当年|本年)?(?:支出|收入)?(?:预算|决算|执行|预算执行|预算安排|预算支出)"
    r"(?:数|额|金额)?$"
)

COUNTED = (
    "台(套)", "台（套）", "台套", "人(次)", "人（次）", "篇(次)", "篇（次）", "篇次", "人次", "批次", "场次",
    "件次", "户次",
    "家次", "平方米", "平方公里", "公里", "千米", "公顷", "公斤", "小时", "分钟", "团组", "辆", "台", "套", "个",
    "次", "人", "批",
    "家", "名", "户", "项", "条", "篇", "件", "场", "期", "份", "处", "所", "座", "间", "张", "部", "本", "册",
    "亩", "吨", "米",
    "天", "分", "位", "组", "幅", "艘", "架", "宗", "起", "支", "只", "头", "株", "棵", "门", "类",
)  # fmt: skip
SCALES = {"万": 10_000, "亿": 100_000_000, "千": 1000, "百万": 1_000_000, "千万": 10_000_000}
# A measure word that begins one of these counts nothing: 5个月, 2部门, 3类别.
NOT_COUNTED = (
    "个月", "分之", "期间", "项规定", "次会议", "周年", "名称", "部分", "本级", "部门", "条例", "类别", "所属",
    "位数", "家庭",
    "场所", "分钟制", "个百分点",
)  # fmt: skip


def alternatives(words: tuple[str, ...]) -> str:
    """The words as a regular expression, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
