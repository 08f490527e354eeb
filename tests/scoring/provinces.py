"""Forms of self-evaluation as provinces and ministries lay them out, filled with indicators whose scores follow the rules."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from io import BytesIO

from openpyxl import Workbook

Cells = list[str]
WIDTH = 11


@dataclass(frozen=True)
class Layout:
    """`money` names the columns of the money rows (b budget, a adjusted, s spent, p points, r rate, m mark), `columns`
    those of the indicators (1 2 3 levels, t target, u unit, n nature, a result, p points, m mark, w why)."""

    region: str
    title: str
    money: tuple[tuple[str, str], ...]
    columns: tuple[tuple[str, str], ...]
    execution: int = 10


_NATIONAL = (
    ("1", "一级指标"), ("2", "二级指标"), ("3", "三级指标"), ("t", "年度指标值"), ("a", "实际完成值"), ("p", "分值"), ("m", "得分"),
    ("w", "偏差原因分析及改进措施"),
)  # fmt: skip
_AMOUNTS = (
    ("b", "年初预算数"),
    ("a", "全年预算数"),
    ("s", "全年执行数"),
    ("p", "分值"),
    ("r", "执行率"),
    ("m", "得分"),
)
LAYOUTS = (
    Layout("湖南", "2023年度项目支出绩效自评表", _AMOUNTS, _NATIONAL),
    Layout(
        "四川", "项目支出绩效自评表（2023年度）", _AMOUNTS,
        (("1", "一级指标"), ("2", "二级指标"), ("3", "三级指标"), ("n", "指标性质"), ("t", "指标值"), ("u", "度量单位"),
         ("a", "实际完成值"), ("p", "权重"), ("m", "得分"), ("w", "未完成原因分析")),
    ),
    Layout(
        "安徽", "2023年度项目支出绩效自评表", _AMOUNTS[1:],
        (("1", "一级指标"), ("2", "二级指标"), ("3", "三级指标"), ("p", "分值"), ("t", "年度指标值"), ("a", "全年实际完成值"),
         ("m", "得分"), ("w", "未完成原因分析及拟采取的措施")),
    ),
    Layout(
        "湖北", "2023年度项目自评表", (("a", "预算数(A)"), ("s", "执行数(B)"), ("p", "分值"), ("r", "执行率(B/A)"), ("m", "得分")),
        (("1", "一级指标"), ("2", "二级指标"), ("3", "三级指标"), ("t", "年初目标值(A)"), ("a", "实际完成值(B)"), ("p", "分值"), ("m", "得分")),
        execution=20,
    ),
    Layout(
        "广西", "项目支出绩效自评表（2023年度）",
        (("b", "年初预算数"), ("a", "全年预算数(A)"), ("s", "全年执行数(B)"), ("p", "分值"), ("r", "执行率(B/A)"), ("m", "得分")),
        (("1", "一级指标"), ("2", "二级指标"), ("3", "三级指标"), ("p", "分值"), ("t", "年度指标值"), ("a", "实际完成值"), ("m", "得分"),
         ("w", "偏差原因分析及改进措施")),
    ),
    Layout("", "中央部门项目支出绩效自评表（2023年度）", _AMOUNTS, _NATIONAL),
)  # fmt: skip
BODIES = {
    "湖南": "湖南省青川市档案馆", "四川": "四川省临江县水务局", "安徽": "安徽省石桥市图书馆", "湖北": "湖北省云溪县林业局",
    "广西": "广西壮族自治区白沙县文化馆", "": "国家古籍研究院",
}  # fmt: skip
# level, name, target, result, the share of the points that is due (of a result in words: one its grade allows)
GIVEN = (
    ("数量指标", "整理卷数", "≥1000卷", "完成整理1,050卷，编目12册", "1"),
    ("数量指标", "培训人次", "≥1000人次", "共培训12期，1,360人次", "1"),
    ("数量指标", "巡查次数", "每年≥20次", "全年巡查24次", "1"),
    ("数量指标", "演出场次", "≥50场", "40场", "0.8"),
    ("数量指标", "宣传活动", "≥10场", "完成年度目标的110%", "1"),
    ("数量指标", "修复册数", "200册", "180册", "0.9"),
    ("数量指标", "服务企业", "15-20家", "18家", "1"),
    ("质量指标", "验收合格率", "≥95%", "98.5%", "1"),
    ("质量指标", "培训合格率", "100%", "合格率95%", "0.95"),
    ("质量指标", "设备验收", "通过验收", "已通过验收", "1"),
    ("时效指标", "完成时间", "2023年12月底前", "2023年11月20日", "1"),
    ("时效指标", "补助发放", "三季度", "9月15日已全部发放", "1"),
    ("成本指标", "项目成本", "≤120万元", "118.5万元", "1"),
    ("成本指标", "人均成本", "≤400元/人", "500元/人", "0.8"),
    ("社会效益指标", "安全事故", "0起", "0起", "1"),
    ("社会效益指标", "信访投诉", "无投诉", "未发生投诉", "1"),
    ("社会效益指标", "服务能力", "有效提升", "达成预期指标", "0.9"),
    ("社会效益指标", "知晓程度", "明显提高", "部分达成年度指标并具有一定效果", "0.7"),
    ("满意度指标", "群众满意度", "≥90%", "发放问卷200份，满意度96%", "1"),
    ("满意度指标", "读者满意度", "≥95%", "96.2%", "1"),
)  # fmt: skip
FIRST = {"数": "产出指标", "质": "产出指标", "时": "产出指标", "成": "成本指标", "社": "效益指标", "满": "满意度指标"}


@dataclass(frozen=True)
class Made:
    """A form as rows of cells; `wrong` is the indicator whose score was changed, `region` where it is from."""

    rows: list[Cells]
    wrong: str
    what: str


def printed(value: Decimal) -> str:
    return f"{value.quantize(Decimal('0.01'), ROUND_HALF_UP).normalize():f}"


def made(number: int, wrong: bool) -> Made:
    """The form of that number; with one wrong score where asked."""
    chance = random.Random(f"provinces {number}")
    layout = LAYOUTS[number % len(LAYOUTS)]
    chosen = sorted(chance.sample(range(len(GIVEN)), 8))
    points = _points(chance, 100 - layout.execution, len(chosen))
    scores = [Decimal(GIVEN[at][4]) * each for at, each in zip(chosen, points, strict=True)]
    changed = chance.randrange(len(chosen)) if wrong else -1
    if wrong:
        scores[changed] = _other(GIVEN[chosen[changed]][4], points[changed])
    budget = Decimal(chance.randint(5_000, 90_000)) / 100
    spent = (budget * chance.randint(70, 100) / 100).quantize(Decimal("0.01"))
    execution = layout.execution * spent / budget
    total = sum((Decimal(printed(score)) for score in scores), Decimal(printed(execution)))
    lines = [_line(layout, at, each, score) for at, each, score in zip(chosen, points, scores, strict=True)]
    body = BODIES[layout.region]
    rows = [
        [layout.title], [f"单位：{body}", "", "", "金额单位：万元"], ["项目名称", "馆藏资源保护利用"], ["主管部门", body, "", "实施单位", body],
        ["项目资金（万元）", "", *(name for _, name in layout.money)],
        ["", "年度资金总额", *_money(layout, budget, spent, execution)],
        [name for _, name in layout.columns], *lines,
        _total(layout, total),
    ]  # fmt: skip
    return Made(rows, GIVEN[chosen[changed]][1] if wrong else "", GIVEN[chosen[changed]][3] if wrong else "")


def _points(chance: random.Random, whole: int, count: int) -> list[Decimal]:
    each = [whole // count] * count
    each[chance.randrange(count)] += whole - sum(each)
    return [Decimal(one) for one in each]


def _other(share: str, points: Decimal) -> Decimal:
    """A score that no rule gives."""
    if share == "1":
        return points * Decimal("0.3")
    return points * Decimal("0.35") if share in ("0.9", "0.7") else points


def _money(layout: Layout, budget: Decimal, spent: Decimal, score: Decimal) -> Cells:
    given = {
        "b": f"{budget:.2f}", "a": f"{budget:.2f}", "s": f"{spent:.2f}", "p": str(layout.execution),
        "r": f"{100 * spent / budget:.2f}%", "m": printed(score),
    }  # fmt: skip
    return [given[key] for key, _ in layout.money]


def _line(layout: Layout, at: int, points: Decimal, score: Decimal) -> Cells:
    level, name, target, result, _ = GIVEN[at]
    given = {
        "1": FIRST[level[0]],
        "2": level,
        "3": name,
        "t": target,
        "a": result,
        "p": str(points),
        "m": printed(score),
    }
    given |= {"u": "", "n": "", "w": "" if GIVEN[at][4] == "1" else "受阅览楼维修影响，下年提前安排并按季度调度"}
    if any(key == "u" for key, _ in layout.columns):
        given |= apart(target)
    return [given[key] for key, _ in layout.columns]


def apart(target: str) -> dict[str, str]:
    """≥95% as its sign, number and unit in three boxes; what has no sign is 定性 or =."""
    sign = target[0] if target[0] in "≥≤" else ""
    bare = target.removeprefix(sign)
    digits = "".join(character for character in bare if character.isdigit())
    if not digits or not bare.startswith(digits) or "-" in bare or "年" in bare:
        return {"n": "定性" if not digits else "", "t": target, "u": ""}
    return {"n": sign or "=", "t": digits, "u": bare.removeprefix(digits)}


def _total(layout: Layout, total: Decimal) -> Cells:
    given = {"1": "总分", "p": "100", "m": f"{total:f}"}
    return [given.get(key, "") for key, _ in layout.columns]


def text(rows: Sequence[Cells]) -> bytes:
    return "\n".join("\t".join(row + [""] * (WIDTH - len(row)) if len(row) > 1 else row) for row in rows).encode()


def sheet(rows: Sequence[Cells]) -> bytes:
    book, into = Workbook(), BytesIO()
    for row in rows:
        book.active.append([cell or None for cell in row])
    book.save(into)
    return into.getvalue()
